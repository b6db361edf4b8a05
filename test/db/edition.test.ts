import { expect, test } from "vitest";
import { EDITION } from "../../src/db/edition.ts";
import { operatorRows, platformRows } from "../../src/db/rows.ts";
import { hashOf } from "../../src/records/load.ts";
import { testDataset } from "../fixtures/dataset.ts";

test("other rows for the same records need a new edition (if this fails: raise ROWS and take the new hash)", () => {
  const { platforms, operators } = testDataset();
  const rows = [
    ...operators.map((o) => operatorRows(o)),
    ...platforms.map((p) =>
      platformRows(
        p,
        operators.find((o) => o.id === p.operator),
      ),
    ),
  ];
  expect([EDITION, hashOf(rows.map(({ tables, search }) => ({ tables, search })))]).toMatchInlineSnapshot(`
    [
      "3.2",
      "fff3df67d2cb54c3221bb90ad2a8a226f4dd4b025834e4c53b1f1c73c2864d33",
    ]
  `);
});
