import { cpSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createClient } from "@libsql/client";
import { sql } from "drizzle-orm";
import { drizzle } from "drizzle-orm/libsql";
import { migrate } from "drizzle-orm/libsql/migrator";
import { describe, expect, test } from "vitest";
import { type ChangesQuery, publishHistory, Store } from "../../src/db/index.ts";
import { MIGRATIONS, openLibsql } from "../../src/db/libsql.ts";
import journal from "../../src/db/migrations/meta/_journal.json" with { type: "json" };
import { type History, historyOf } from "../../src/history/history.ts";
import { cutRelease } from "../../src/history/releases.ts";
import { audience, type ReleaseLedger, SCHEMA_VERSION } from "../../src/model/index.ts";
import { hashOf, type Records, recordsOf } from "../../src/records/load.ts";
import { testDataset } from "../fixtures/dataset.ts";
import { ENGINES, libsqlFile } from "../fixtures/engines.ts";
import { datasetFrom, edited, testHistory } from "../fixtures/history.ts";

describe.each(ENGINES)("publishing releases: %s", (_name, open) => {
  test("every release is written once; again changes nothing; of a new state only the changes are written", async () => {
    const engine = await open();
    try {
      const put = (unreleased = false) =>
        publishHistory(engine.db, testHistory(unreleased), { hash: hashOf });
      const first = await put();
      // Two operators and four platforms, then the one that changed.
      expect([first.changed, first.records]).toEqual([true, 7]);
      const count = async (table: string) =>
        (await engine.db.all<{ n: number }>(sql`select count(*) as n from ${sql.raw(table)}`))[0]?.n;
      const before = await Promise.all(
        ["publications", "releases", "changes", "platforms", "answers"].map(count),
      );
      expect(before.slice(0, 4)).toEqual([2, 2, 7, 5]);
      expect(await put()).toEqual({ publication: first.publication, changed: false, records: 0, rows: 0 });
      expect(
        await Promise.all(["publications", "releases", "changes", "platforms", "answers"].map(count)),
      ).toEqual(before);
      expect((await put(true)).records).toBe(1);
      const store = new Store(engine.db);
      expect([(await store.current()).version, await store.releaseVersions()]).toEqual([
        "unreleased",
        ["2026.11.1", "2026.11.2"],
      ]);
    } finally {
      await engine.close();
    }
  });
});

test("a deleted database is rebuilt with the same rows, release by release or all at once", async () => {
  const { ledgers, head, states } = testHistory(true);
  const dump = async (steps: History[]): Promise<Record<string, unknown[]>> => {
    const engine = await libsqlFile();
    try {
      for (const history of steps) await publishHistory(engine.db, history, { hash: hashOf });
      const tables = await engine.db.all<{ name: string }>(
        sql`select name from sqlite_master where type = 'table' and name not like '%migrations' and not (name glob 'platform_search_*') order by name`,
      );
      const rows: Record<string, unknown[]> = {};
      for (const { name } of tables)
        rows[name] = await engine.db.all(sql`select * from ${sql.raw(`"${name}"`)} order by 1, 2`);
      return rows;
    } finally {
      await engine.close();
    }
  };
  const once = await dump([testHistory(true)]);
  expect(await dump([testHistory(true)])).toEqual(once);
  const [first] = states();
  if (!first) throw new Error("the history has no release");
  const begun: History = {
    head: first,
    ledgers: ledgers.slice(0, 1),
    states: () => historyOf(head, ledgers.slice(0, 1)).states(),
  };
  // The pointer has the previous publication, which has the time when it was replaced; everything else is the same.
  const { publications = [], ...rest } = await dump([begun, testHistory(true)]);
  expect(publications.map((p) => ({ ...(p as object), replaced: null }))).toEqual(once["publications"]);
  expect({ ...rest, publications: [], pointer: [] }).toEqual({ ...once, publications: [], pointer: [] });
});

test("a database with releases that were cut again since has those of now, and nothing of the old ones", async () => {
  const engine = await libsqlFile();
  try {
    const first = recordsOf(testDataset());
    const changed = (key: string) =>
      edited(first, key, "/summary", "An invented platform.", `${key} changed.`);
    const root = cutRelease([], first, { date: "2026-11-01" });
    const cut = (before: ReleaseLedger[], records: Records, date: string) => [
      ...before,
      cutRelease(before, records, { date }),
    ];
    const both = edited(
      changed("platforms/alpha"),
      "platforms/beta",
      "/summary",
      "An invented platform.",
      "platforms/beta changed.",
    );
    const branch = cut([root], changed("platforms/beta"), "2026-12-01");
    const repaired = cut(cut([root], changed("platforms/alpha"), "2026-11-20"), both, "2026-12-01");
    // The same versions and the same records at the end.
    const other = cut(cut([root], changed("platforms/beta"), "2026-11-20"), both, "2026-12-01");
    for (const [ledgers, records] of [
      [branch, changed("platforms/beta")],
      [other, both],
      [repaired, both],
    ] as const)
      await publishHistory(engine.db, historyOf(datasetFrom(records), [...ledgers]), { hash: hashOf });
    const rows = await engine.db.all<{ version: string; digest: string }>(
      sql`select version, digest from releases order by publication`,
    );
    expect(rows).toEqual(repaired.map(({ version, digest }) => ({ version, digest })));
  } finally {
    await engine.close();
  }
});

test("a database of another edition is rebuilt with the same rows", async () => {
  const engine = await libsqlFile();
  const count = async (table: string) =>
    (await engine.db.all<{ n: number }>(sql`select count(*) as n from ${sql.identifier(table)}`))[0]?.n;
  const tables = ["platforms", "tallies", "answers", "changes", "releases", "platform_search"];
  const counts = () => Promise.all(tables.map(count));
  try {
    await publishHistory(engine.db, testHistory(), { hash: hashOf });
    const before = await counts();
    await engine.db.run(sql`update platforms set record = '{"schemaVersion": 1}'`);
    await engine.db.run(sql`update publications set edition = '1.0'`);
    await publishHistory(engine.db, testHistory(), { hash: hashOf });
    expect(await counts()).toEqual(before);
    const store = new Store(engine.db);
    const { platform } = (await store.platform((await store.current()).id, "alpha")) ?? {};
    expect(platform?.schemaVersion).toBe(SCHEMA_VERSION);
    expect(await store.releaseVersions()).toEqual(["2026.11.1", "2026.11.2"]);
  } finally {
    await engine.close();
  }
});

describe("look-ups use an index", () => {
  const CHANGES: [string, Omit<ChangesQuery, "upTo" | "limit">][] = [
    ["a platform", { platform: ["alpha"] }],
    ["an operator", { operator: "child" }],
    ["a category", { category: ["work"] }],
    ["a class", { class: ["policy"] }],
    ["a purpose", { purpose: ["train-ai"] }],
    ["days", { since: "2026-11-21", until: "2026-12-01" }],
    ["a region", { region: "US-CA" }],
    ["a release", { version: "2026.11.1" }],
    ["the next page", { after: 5 }],
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
      const plan = (
        await new Store(engine.db).explainAnswers(audience({ region: "US-CA", asOf: "2024-10-01" }))
      ).join("\n");
      expect(plan).toMatch(/SEARCH a USING PRIMARY KEY \(revision=\?/);
      // Only the groups of people are read as a whole.
      expect(plan.replace(/SCAN s\b/, "")).not.toMatch(/SCAN/);
    } finally {
      await engine.close();
    }
  });
});

/** The migrations folder with only the first few migrations. */
function migrationsUpTo(count: number, dir: string): string {
  const folder = join(dir, "migrations");
  cpSync(MIGRATIONS, folder, { recursive: true });
  writeFileSync(
    join(folder, "meta/_journal.json"),
    JSON.stringify({ ...journal, entries: journal.entries.slice(0, count) }),
  );
  return folder;
}

test("a database from before revisions had hashes keeps the hashes of its releases", async () => {
  const dir = mkdtempSync(join(tmpdir(), "migrate-"));
  const url = `file:${join(dir, "old.db")}`;
  try {
    const client = createClient({ url });
    const old = drizzle(client);
    await migrate(old, { migrationsFolder: migrationsUpTo(3, dir) });
    // Two releases: the platform changed in the second, the operator did not change.
    for (const [id, version] of [
      [1, "2026.11.1"],
      [2, "2026.11.2"],
    ] as const) {
      const hashes = { "operators/o": "h-o", "platforms/p": `h-p${id}` };
      await old.run(sql`insert into publications values (${id}, ${version}, ${`d${id}`}, '2026-11-20', 1)`);
      await old.run(
        sql`insert into releases values (${id}, ${version}, '2026-11-20', null, '{}', 'x', ${JSON.stringify(hashes)})`,
      );
      await old.run(
        sql`insert into platforms values (${id}, ${id}, ${id === 1 ? 2 : 2_147_483_647}, 'h', 'p', 'P', 'p', 'o', 'work', 's', '2026-11-01', null, '{}')`,
      );
    }
    await old.run(
      sql`insert into operators values (3, 1, 2147483647, 'h', 'o', 'O', null, null, 'US', '{}')`,
    );
    const change = (id: number, regions: string | null) =>
      old.run(
        sql`insert into changes values (${id}, 2, '2026.11.2', '2026-11-20', 'platforms/p', 'p', 'o', 'work', 'P', 'policy', '/x', null, ${regions}, 's', '{}')`,
      );
    await change(1, '["EEA","DE"]');
    await change(2, null);
    client.close();

    const { db, close } = await openLibsql(url);
    const store = new Store(db);
    expect(await Promise.all([1, 2].map((id) => store.releaseRecords(id)))).toEqual([
      { "operators/o": "h-o", "platforms/p": "h-p1" },
      { "operators/o": "h-o", "platforms/p": "h-p2" },
    ]);
    expect((await store.releases(2)).map((r) => [r.version, r.recordCount, r.changes])).toEqual([
      ["2026.11.2", 2, 2],
      ["2026.11.1", 2, 0],
    ]);
    expect(
      await Promise.all(
        ["DE", "US"].map((region) => store.changes({ upTo: 2, region, limit: 1 }).then((c) => c.total)),
      ),
    ).toEqual([2, 1]);
    close();
  } finally {
    rmSync(dir, { recursive: true });
  }
});
