import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "drizzle-orm";
import { afterAll, expect, test } from "vitest";
import { openBulk } from "../../src/db/bulk.ts";
import { connectLibsql } from "../../src/db/libsql.ts";

const dir = mkdtempSync(join(tmpdir(), "bulk-"));
afterAll(() => rmSync(dir, { recursive: true }));

async function opened(name: string) {
  const path = join(dir, name);
  const { client, db, close } = await connectLibsql(`file:${path}`);
  await client.executeMultiple("create table t (n integer, s text); create table held (id integer not null)");
  const { insertBound, close: end } = await openBulk(path);
  const counted = async () =>
    (await db.all<{ n: number; sum: number }>(sql`select count(*) as n, sum(n) as sum from t`)).map(
      ({ n, sum }) => [n, sum],
    )[0];
  return { insertBound, counted, close: () => [end(), close()] };
}

const HOLD = sql`insert into held (id) values (${1})`;

test("any number of rows is inserted, each once, and text stays as it is", async () => {
  const { insertBound, counted, close } = await opened("all");
  const rows = Array.from({ length: 2345 }, (_, n) => [n, n === 7 ? "it's \u0000 “7”" : null]);
  await insertBound(HOLD, [{ table: "t", columns: ["n", "s"], rows }]);
  expect(await counted()).toEqual([2345, (2344 * 2345) / 2]);
  close();
});

test("nothing is inserted if the statement before fails, or a row", async () => {
  const { insertBound, counted, close } = await opened("none");
  const t = { table: "t", columns: ["n", "s"], rows: [[1, "a"]] };
  await expect(insertBound(sql`insert into held (id) values (null)`, [t])).rejects.toThrow(/held\.id/);
  await expect(insertBound(HOLD, [t, { table: "held", columns: ["id"], rows: [[null]] }])).rejects.toThrow();
  expect(await counted()).toEqual([0, null]);
  await insertBound(HOLD, [t]);
  expect(await counted()).toEqual([1, 1]);
  close();
});
