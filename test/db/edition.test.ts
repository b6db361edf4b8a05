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
      "3.3",
      "06795309ba5b16b3edc5d5ea12db4fdfaa3a4e7ef93d0ae66d2bbd23ce7bd2b2",
    ]
  `);
});
