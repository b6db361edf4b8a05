import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { type History, hashOf, historyOf } from "../../src/dataset/index.ts";
import { type ChangesQuery, publishHistory, Store } from "../../src/db/index.ts";
import { openLibsql } from "../../src/db/libsql.ts";
import journal from "../../src/db/migrations/meta/_journal.json" with { type: "json" };
import { audience } from "../../src/model/index.ts";
import { ENGINES, libsqlFile } from "../fixtures/engines.ts";
import { testHistory } from "../fixtures/history.ts";

describe.each(ENGINES)("publishing what was released: %s", (_name, open) => {
  test("every release once; again changes nothing; a new state is written alone", async () => {
    const engine = await open();
    try {
      const put = (unreleased = false) => publishHistory(engine.db, testHistory(unreleased), { hash: hashOf });
      const first = await put();
      // Two operators and four platforms, then the one that changed.
      expect([first.changed, first.records]).toEqual([true, 7]);
      const count = async (table: string) => (await engine.db.all<{ n: number }>(sql`select count(*) as n from ${sql.raw(table)}`))[0]?.n;
      const before = await Promise.all(["publications", "releases", "changes", "platforms", "answers"].map(count));
      expect(before.slice(0, 4)).toEqual([2, 2, 7, 5]);
      expect(await put()).toEqual({ publication: first.publication, changed: false, records: 0, rows: 0 });
      expect(await Promise.all(["publications", "releases", "changes", "platforms", "answers"].map(count))).toEqual(before);
      expect((await put(true)).records).toBe(1);
      const store = new Store(engine.db);
      expect([(await store.current()).version, await store.releaseVersions()]).toEqual(["unreleased", ["2026.11.1", "2026.11.2"]]);
    } finally {
      await engine.close();
    }
  });
});

test("a database that was deleted is rebuilt to the same rows; release by release, or all at once", async () => {
  const { ledgers, head, states } = testHistory(true);
  const dump = async (steps: History[]): Promise<Record<string, unknown[]>> => {
    const engine = await libsqlFile();
    try {
      for (const history of steps) await publishHistory(engine.db, history, { hash: hashOf });
      const tables = await engine.db.all<{ name: string }>(
        sql`select name from sqlite_master where type = 'table' and name not like '%migrations' and not (name glob 'platform_search_*') order by name`,
      );
      const rows: Record<string, unknown[]> = {};
      for (const { name } of tables) rows[name] = await engine.db.all(sql`select * from ${sql.raw(`"${name}"`)} order by 1, 2`);
      return rows;
    } finally {
      await engine.close();
    }
  };
  const once = await dump([testHistory(true)]);
  expect(await dump([testHistory(true)])).toEqual(once);
  const [first] = states();
  if (!first) throw new Error("the history has no release");
  const begun: History = { head: first, ledgers: ledgers.slice(0, 1), states: () => historyOf(head, ledgers.slice(0, 1)).states() };
  // The pointer knows which publication readers saw before; all else is the same.
  expect({ ...(await dump([begun, testHistory(true)])), pointer: [] }).toEqual({ ...once, pointer: [] });
});

describe("look-ups by index", () => {
  const CHANGES: [string, Omit<ChangesQuery, "upTo" | "limit">][] = [
    ["a platform", { platform: ["alpha"] }],
    ["an operator", { operator: "child" }],
    ["a category", { category: ["work"] }],
    ["a class", { class: ["policy"] }],
    ["a purpose", { purpose: ["train-generative-ai"] }],
    ["days", { since: "2026-11-21", until: "2026-12-01" }],
    ["a region", { region: "US-CA" }],
    ["a release", { version: "2026.11.1" }],
    ["the page after", { after: 5 }],
  ];
  test.each(CHANGES)("changes by %s", async (_, filters) => {
    const engine = await libsqlFile();
    try {
      await publishHistory(engine.db, testHistory(), { hash: hashOf });
      const plan = (await new Store(engine.db).explainChanges({ upTo: 9, limit: 50, ...filters })).join("\n");
      // `changes` is read by an index or in the order of its key, never sorted, and regions are looked up.
      expect(plan).toMatch(/(SEARCH changes USING|SCAN changes( USING INDEX|$|\n))/);
      expect(plan).not.toMatch(/SCAN r\b|SCAN change_regions/);
      if (filters.platform ?? filters.operator ?? filters.category ?? filters.class ?? filters.purpose)
        expect(plan).toMatch(/SEARCH changes USING INDEX changes_\w+ \(\w+=\?/);
    } finally {
      await engine.close();
    }
  });
  test("an answer for one person on one day", async () => {
    const engine = await libsqlFile();
    try {
      const plan = (await new Store(engine.db).explainAnswers(audience({ region: "US-CA", asOf: "2024-10-01" }))).join("\n");
      expect(plan).toMatch(/SEARCH a USING INDEX \w+ \(revision=\?/);
      expect(plan).not.toMatch(/SCAN/);
    } finally {
      await engine.close();
    }
  });
});

test("a database that was published before hashes stood with the revisions keeps its releases' hashes", async () => {
  const dir = mkdtempSync(join(tmpdir(), "migrate-"));
  const url = `file:${join(dir, "old.db")}`;
  try {
    const { db, close } = await openLibsql(url);
    await publishHistory(db, testHistory(), { hash: hashOf });
    const before = await Promise.all([1, 2].map((id) => new Store(db).releaseRecords(id)));
    // Back to how it was: the hashes a release, in one column.
    await db.run(sql`alter table releases add column records text not null default '{}'`);
    for (const [i, hashes] of before.entries()) await db.run(sql`update releases set records = ${JSON.stringify(hashes)} where publication = ${i + 1}`);
    for (const table of ["platforms", "operators"]) await db.run(sql`alter table ${sql.raw(table)} drop column record_hash`);
    for (const column of ["record_count", "change_count"]) await db.run(sql`alter table releases drop column ${sql.raw(column)}`);
    await db.run(sql`drop table change_regions`);
    for (const index of ["category", "purpose"]) await db.run(sql`drop index ${sql.raw(`changes_${index}`)}`);
    await db.run(sql`delete from __drizzle_migrations where created_at > ${(journal.entries[2] as { when: number }).when}`);
    close();
    const again = await openLibsql(url);
    const store = new Store(again.db);
    expect(await Promise.all([1, 2].map((id) => store.releaseRecords(id)))).toEqual(before);
    expect((await store.releases(2)).map((r) => [r.version, r.recordCount, r.changes])).toEqual([
      ["2026.11.2", 6, 1],
      ["2026.11.1", 6, 6],
    ]);
    expect(await store.countChanges({ upTo: 2, region: "CH", class: ["policy"], limit: 1 })).toBe(1);
    expect(await store.countChanges({ upTo: 2, region: "US", class: ["policy"], limit: 1 })).toBe(0);
    again.close();
  } finally {
    rmSync(dir, { recursive: true });
  }
});
