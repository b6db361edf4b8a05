import { sql } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { hashOf } from "../../src/dataset/index.ts";
import { publishHistory, Store } from "../../src/db/index.ts";
import { ENGINES } from "../fixtures/engines.ts";
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
