import { expect, test } from "vitest";
import { EDITION } from "../../src/db/edition.ts";
import { DATABASE } from "../../src/db/layout.ts";
import { operatorRows, platformRows } from "../../src/db/rows.ts";
import { hashOf } from "../../src/records/load.ts";
import { testDataset } from "../fixtures/dataset.ts";

test("other rows for the same records need a new edition (if this fails: raise ROWS and take the new hash)", () => {
  const { platforms, operators } = testDataset();
  const rows = [
    ...operators.map((o) => operatorRows(o, DATABASE)),
    ...platforms.map((p) =>
      platformRows(
        p,
        operators.find((o) => o.id === p.operator),
        DATABASE,
      ),
    ),
  ];
  expect([EDITION, hashOf(rows.map(({ tables, search }) => ({ tables, search })))]).toMatchInlineSnapshot(`
    [
      "3.4",
      "f02031ac7200975050a30f68f96cf18bd580841e0e72aeda1c549a1401c39965",
    ]
  `);
});
