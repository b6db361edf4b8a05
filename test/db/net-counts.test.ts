import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { netChangesOf } from "../../src/api/routes/releases/net-changes.ts";
import { publish, publishHistory, Store } from "../../src/db/index.ts";
import { compare } from "../../src/history/compare.ts";
import { historyOf } from "../../src/history/history.ts";
import { isPresented } from "../../src/history/presented.ts";
import { cutRelease } from "../../src/history/releases.ts";
import { renamesBetween, withId } from "../../src/history/renames.ts";
import type { ReleaseLedger } from "../../src/model/index.ts";
import { hashOf, type Records, recordsOf } from "../../src/records/load.ts";
import { isObject, type Json } from "../../src/text/json.ts";
import { testDataset } from "../fixtures/dataset.ts";
import { ENGINES, type Engine } from "../fixtures/engines.ts";
import { datasetFrom, EDIT, edited } from "../fixtures/history.ts";

const without = (records: Records, key: string): Records => new Map([...records].filter(([k]) => k !== key));

/** Beta under another id, with its old one among its aliases. */
function renamed(records: Records): Records {
  const beta = records.get("platforms/beta");
  const now = isObject(beta) ? { ...beta, id: "omega", aliases: ["beta"], summary: "Renamed." } : null;
  return new Map([...without(records, "platforms/beta"), ["platforms/omega", now as Json]]);
}

/** An edit, a new record, a renamed one, and an edit taken back. Backwards, a record is gone. */
function states(): Records[] {
  const all = recordsOf(testDataset());
  const first = without(all, "platforms/gamma");
  const second = edited(first, EDIT.record, EDIT.path, EDIT.before, EDIT.after);
  const third = new Map([...all, ...edited(second, EDIT.record, "/summary", summaryOf(second), "Another.")]);
  const fourth = renamed(third);
  return [first, second, third, fourth, edited(fourth, EDIT.record, EDIT.path, EDIT.after, EDIT.before)];
}

const summaryOf = (records: Records): Json => {
  const record = records.get(EDIT.record);
  return isObject(record) ? (record["summary"] ?? null) : null;
};

/** The net changes as a comparison of all records gives them: their records and places. */
function expected(before: Records, after: Records): string[] {
  const [was, is] = [before, after].map((side, i) => {
    const other = i === 0 ? after : before;
    return new Map([...side].filter(([k, v]) => JSON.stringify(other.get(k)) !== JSON.stringify(v)));
  }) as [Map<string, Json>, Map<string, Json>];
  const renames = renamesBetween(was.keys(), is);
  const former = new Set(renames.values());
  const keys = [...new Set([...was.keys(), ...is.keys()])].sort().filter((key) => !former.has(key));
  return keys.flatMap((key) => {
    const from = renames.get(key);
    const then = was.get(from ?? key);
    const now = is.get(key);
    const changes = compare(then && from ? withId(then, key) : then, now).filter((c) => isPresented(c, now));
    return [...(from ? [`${key} from ${from}`] : []), ...changes.map((c) => `${key} ${c.path}`)];
  });
}

describe.each(ENGINES)("net changes in %s", (_name, open) => {
  let engine: Engine;
  let store: Store;
  const all = states();
  const ledgers: ReleaseLedger[] = [];
  for (const records of all) ledgers.push(cutRelease(ledgers, records, { date: "2026-11-20" }));
  const history = historyOf(datasetFrom(all.at(-1) as Records), ledgers);
  beforeAll(async () => {
    engine = await open();
    await publishHistory(engine.db, history, { hash: hashOf });
    store = new Store(engine.db);
  });
  afterAll(() => engine.close());

  const pairs = all.flatMap((_, a) => all.map((__, b) => [a, b] as const));
  test.each(pairs)("from state %i to state %i, page by page, are those of all records", async (a, b) => {
    const versions = [a, b].map((i) => ledgers[i]?.version as string);
    const [from, to] = await store.releasesNamed(versions);
    const wanted = expected(all[a] as Records, all[b] as Records);
    for (const limit of [1, 3, 100]) {
      const found: string[] = [];
      for (let start = 0; start <= wanted.length; start += limit) {
        const page = await store.differing(from?.id ?? 0, to?.id ?? 0, { start, limit });
        expect(page.total).toBe(wanted.length);
        const changes = page.records.flatMap(netChangesOf).slice(page.skip, page.skip + limit);
        // Only records with a change on the page are read.
        expect(page.records.length).toBeLessThanOrEqual(changes.length);
        found.push(
          ...changes.map((c) =>
            c.renamedFrom ? `${c.record} from ${c.renamedFrom}` : `${c.record} ${c.path}`,
          ),
        );
      }
      expect(found).toEqual(wanted);
    }
  });

  test("the numbers of a revision are deleted with it", async () => {
    const numbers = async (where = sql`1`) =>
      (await engine.db.all(sql`select * from net_counts where ${where}`)).length;
    const lost = sql`after not in (select revision from platforms union select revision from operators)`;
    const before = await numbers();
    const data = datasetFrom(edited(all.at(-1) as Records, EDIT.record, "/summary", "Another.", "Edited."));
    const release = (digest: string) => ({ version: "unreleased", date: "2026-12-01", digest });
    await publish(engine.db, { ...data, release: release("edited") }, { hash: hashOf });
    const [edit] = await engine.db.all<{ revision: number }>(
      sql`select max(revision) as revision from platforms`,
    );
    const ofEdit = sql`${edit?.revision ?? 0} in (before, after)`;
    expect([(await numbers()) > before, (await numbers(ofEdit)) > 0]).toEqual([true, true]);
    for (const digest of ["again", "and again"]) {
      const head = { ...history.head, release: release(digest) };
      await publish(engine.db, head, { hash: hashOf, retention: -1 });
    }
    expect([await numbers(ofEdit), await numbers(lost)]).toEqual([0, 0]);
  });
});
