import { sql } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { publish, publishHistory, Store, withLease } from "../../src/db/index.ts";
import type { WatchState } from "../../src/model/index.ts";
import { hashOf } from "../../src/records/load.ts";
import { testDataset } from "../fixtures/dataset.ts";
import { ENGINES, type Engine } from "../fixtures/engines.ts";
import { testHistory } from "../fixtures/history.ts";

const dataset = (name: string, summary = name) => {
  const d = testDataset();
  return {
    platforms: d.platforms.map((p) => ({ ...p, summary })),
    operators: d.operators,
    release: { version: "unreleased", date: "2026-01-01", digest: name },
  };
};

describe.each(ENGINES)("one writer at a time: %s", (_name, open) => {
  let engine: Engine;
  let store: Store;
  const put = (name: string, options: object = {}) =>
    publish(engine.db, dataset(name), { hash: hashOf, ...options });
  const summaries = async () => {
    const found: string[] = [];
    for await (const p of store.platformRecords((await store.current()).id)) found.push(p.summary);
    return found;
  };
  const count = async (table: string) =>
    (await engine.db.all<{ n: number }>(sql`select count(*) as n from ${sql.identifier(table)}`))[0]?.n;
  beforeEach(async () => {
    engine = await open();
    store = new Store(engine.db);
  });
  afterEach(() => engine.close());

  test("of two that publish at once the second waits, and finds the work done", async () => {
    const both = await Promise.all(
      [0, 1].map(() => publishHistory(engine.db, testHistory(true), { hash: hashOf })),
    );
    expect(both.map((p) => p.changed).sort()).toEqual([false, true]);
    expect(new Set(both.map((p) => p.publication)).size).toBe(1);
    expect([await count("publications"), await count("releases"), await count("changes")]).toEqual([3, 2, 7]);
  });

  test("of two that publish different states at once both are published, whole", async () => {
    const [a, b] = await Promise.all([put("a"), put("b")]);
    expect(a.publication).not.toBe(b.publication);
    const last = a.publication > b.publication ? "a" : "b";
    expect(await summaries()).toEqual([last, last, last, last]);
    expect((await store.operators((await store.current()).id)).length).toBe(2);
  });

  test("a writer that is waited for is named; a lease that ended is taken", async () => {
    await put("a");
    let waited = "";
    const told = (owner: string) => {
      waited = owner;
    };
    const second = () => put("b", { lease: { owner: "second", onWait: told } });
    await withLease(
      engine.db,
      async () => {
        const begun = second();
        await expect.poll(() => waited, { timeout: 5000 }).toBe("first");
        expect(await summaries()).toEqual(["a", "a", "a", "a"]);
        await engine.db.run(sql`update writer set expires = 0`);
        await begun;
      },
      { owner: "first" },
    );
    expect(await summaries()).toEqual(["b", "b", "b", "b"]);
  });

  test("a writer that lost its lease writes nothing more and completes nothing", async () => {
    await put("a");
    const slowed = Promise.withResolvers<void>();
    const taken = Promise.withResolvers<void>();
    const slow = put("slow", {
      beforeComplete: () => {
        slowed.resolve();
        return taken.promise;
      },
    });
    await slowed.promise;
    // As after a pause of more than a minute.
    await engine.db.run(sql`update writer set expires = 0`);
    const quick = await put("quick");
    const before = await Promise.all(["platforms", "answers", "publications", "platform_search"].map(count));
    taken.resolve();
    await expect(slow).rejects.toThrow(/^Another writer took over the database/);
    expect(await Promise.all(["platforms", "answers", "publications", "platform_search"].map(count))).toEqual(
      before,
    );
    expect([(await store.current()).id, await summaries()]).toEqual([
      quick.publication,
      ["quick", "quick", "quick", "quick"],
    ]);
  });

  test.each([
    ["rows that are lost", "delete from answers where revision = new.revision and id = new.id"],
    [
      "rows with other content",
      "update answers set verdict = 'on' where revision = new.revision and id = new.id",
    ],
  ])("%s are found before readers see the publication", async (_what, then) => {
    await put("a");
    await engine.db.run(
      sql.raw(`create trigger broken after insert on answers when new.id = 2 begin ${then}; end`),
    );
    await expect(put("b")).rejects.toThrow(
      /^The table answers does not hold what was written \(.*\)\. Nothing of this publication is shown; publish again\.$/,
    );
    expect(await summaries()).toEqual(["a", "a", "a", "a"]);
    await engine.db.run(sql`drop trigger broken`);
    await put("b");
    expect(await summaries()).toEqual(["b", "b", "b", "b"]);
  });

  test("a record that another program removes meanwhile is missed", async () => {
    await put("a");
    const removing = publish(
      engine.db,
      { ...dataset("b", "a"), since: { digest: "a", records: new Set(["platforms/gamma"]) } },
      { hash: hashOf },
    );
    await engine.db.run(sql`delete from platforms where id = 'beta'`);
    await expect(removing).rejects.toThrow(
      "The database holds 3 of 4 platforms; beta is missing or another.",
    );
  });

  test("what was shown a moment ago can still be read; later it is deleted", async () => {
    const first = await put("a");
    for (const name of ["b", "c", "d"]) await put(name);
    expect((await store.platform(first.publication, "alpha"))?.platform.summary).toBe("a");
    expect(await count("publications")).toBe(4);
    await engine.db.run(sql`update publications set replaced = replaced - 1000 where replaced is not null`);
    await put("e");
    // The current one, the one before, and none of the others.
    expect(await count("publications")).toBe(2);
    expect(await store.platform(first.publication, "alpha")).toBeUndefined();
  });

  test("so can the watch's report", async () => {
    const watch = (since: string): WatchState =>
      ({
        archives: { a: { date: "2026-11-20", fetched: "2026-11-20" } },
        records: {
          "platforms/alpha": { state: "source-changed", since, archives: ["a"], sources: ["help"] },
        },
      }) as unknown as WatchState;
    const report = (since: string, retention?: number) =>
      publishHistory(
        engine.db,
        { ...testHistory(), watch: watch(since) },
        { hash: hashOf, ...(retention === undefined ? {} : { retention }) },
      );
    await report("2026-11-01");
    const { id, reviews = "" } = await store.current();
    const sinceOf = async (report: string) => (await store.platform(id, "alpha", report))?.watched?.since;
    await report("2026-11-02");
    expect(await sinceOf(reviews)).toBe("2026-11-01");
    await report("2026-11-01");
    expect((await store.current()).reviews).toBe(reviews);
    expect(await sinceOf(reviews)).toBe("2026-11-01");
    await report("2026-11-03", 0);
    expect(await count("review_states")).toBe(1);
  });
});
