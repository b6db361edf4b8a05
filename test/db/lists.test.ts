import { sql } from "drizzle-orm";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  type Database,
  type ListQuery,
  publish,
  publishHistory,
  rollback,
  Store,
} from "../../src/db/index.ts";
import { addedIn, changedIn } from "../../src/db/queries/dates.ts";
import { severityOf } from "../../src/db/severity.ts";
import {
  type Audience,
  audience,
  CELL,
  CONTROL_KIND,
  KIND,
  MODEL,
  type Platform,
  PURPOSE,
  termsOf,
  VERDICT,
} from "../../src/model/index.ts";
import { resolve } from "../../src/policy/index.ts";
import { datasetOf, hashOf } from "../../src/records/load.ts";
import { foldText } from "../../src/text/fold.ts";
import { arbAudience, arbVariedPlatform } from "../fixtures/arbitrary.ts";
import { ENGINES, type Engine } from "../fixtures/engines.ts";
import { type Filters, matches } from "../fixtures/filtered.ts";
import { testHistory } from "../fixtures/history.ts";
import { hosts, operator } from "../fixtures/records.ts";

const SEED = 20261201;
const CATEGORIES = ["code", "messaging", "video"] as const;
const NAMES = ["Alder", "Birch", "alder", "Cedar", "Ash", "Beech", "X", "Ärger"];

/** Invented records whose ids, names and answers have nothing to do with each other. */
const platforms: Platform[] = fc.sample(arbVariedPlatform, { numRuns: 24, seed: SEED }).map((p, i) => {
  const { withdrawn: _, ...record } = p;
  return {
    ...record,
    id: `p${(i * 7) % 24}`.padEnd(3, "x"),
    name: `${NAMES[i % NAMES.length]}${i < 8 ? "" : ` ${i}`}`,
    category: CATEGORIES[i % 3] as Platform["category"],
    domains: hosts(`p${i}.example`),
    ...(i === 5 ? { withdrawn: { date: "2025-06-01", reason: "closed" as const } } : {}),
  };
});
const people: Audience[] = fc.sample(arbAudience, { numRuns: 12, seed: SEED });

/** Without some platforms, and with others' summaries changed. */
const later = platforms
  .filter((_, i) => i % 5 !== 0)
  .map((p, i) => (i % 3 === 0 ? { ...p, summary: "Another summary." } : p));

/** Filters for which totals are kept or pages read in order. */
const FILTERS: Filters[] = [
  {},
  ...termsOf(VERDICT).map((verdict) => ({ verdict: [verdict] })),
  { verdict: ["no-choice", "not-used", "on-by-default"] },
  { certainty: ["practised"] },
  { verdict: ["no-choice"], certainty: ["permitted"] },
  ...termsOf(KIND).map((kind) => ({ kind: [kind] })),
  ...termsOf(CELL).map((by) => ({ by: [by] })),
  { kind: ["published"], by: ["own"] },
  { kind: ["published"], by: ["own"], verdict: ["no-choice", "not-used"] },
  { kind: ["published", "messages"], verdict: ["no-choice"] },
  ...termsOf(PURPOSE).map((purpose) => ({ purpose: [purpose] })),
  ...termsOf(MODEL).map((model) => ({ model: [model] })),
  ...termsOf(CONTROL_KIND).map((control) => ({ control: [control] })),
  { control: ["setting", "form"] },
  { category: ["code"] },
  { category: ["code", "video"] },
  { category: ["code"], verdict: ["no-choice"] },
  { withdrawn: "include" },
  { verdict: ["not-stated"], withdrawn: "include" },
];

const SORTS = ["id", "name", "verified", "severity"] as const;

const keyOf = (p: Platform, sort: (typeof SORTS)[number], who: Audience): string =>
  ({
    id: () => p.id,
    name: () => foldText(p.name),
    verified: () => p.review.verified,
    severity: () => `${severityOf(resolve(p, who).headline.verdict)} ${foldText(p.name)}`,
  })[sort]();

/** What a list should have, by the policy. */
function expectedOf(
  all: readonly Platform[],
  { audience: who, sort, descending, ...query }: ListQuery,
): string[] {
  const { category, withdrawn, ...filters } = query as Filters;
  const order = (p: Platform): string => `${keyOf(p, sort as "id", who)}\t${p.id}`;
  const found = all
    .filter((p) => withdrawn === "include" || !p.withdrawn || p.withdrawn.date > who.asOf)
    .filter((p) => (category?.includes(p.category) ?? true) && matches(resolve(p, who), filters))
    .toSorted((a, b) => (order(a) < order(b) ? -1 : 1));
  return (descending ? found.toReversed() : found).map((p) => p.id);
}

/** Every page of a list, and the total on each. */
async function pagesOf(
  store: Store,
  at: number,
  query: ListQuery,
): Promise<{ ids: string[]; totals: number[] }> {
  const ids: string[] = [];
  const totals = new Set<number>();
  for (let after: ListQuery["after"]; ; ) {
    const { items, total, more } = await store.list(at, { ...query, after });
    ids.push(...items.map((p) => p.id));
    totals.add(total);
    const last = items.at(-1);
    if (!more || !last) return { ids, totals: [...totals] };
    after = { key: last.sortKey, id: last.id };
  }
}

/** The numbers that are kept are those of the rows, in every publication. */
async function expectCounted(db: Database): Promise<void> {
  const publications = await db.all<{ id: number }>(sql`select id from publications`);
  for (const { id } of publications) {
    const isIn = sql`(select revision from platforms where since <= ${id} and until > ${id})`;
    const rows = sql`select 'verdict/' || verdict as term, people, valid_from, valid_until, coalesce(certainty, '') as certainty from answers where purpose = '*' and revision in ${isIn}
      union all select 'cell/' || kind || '/' || by_whom || '/' || verdict, people, valid_from, valid_until, coalesce(certainty, '') from cells where revision in ${isIn}
      union all select term, people, valid_from, valid_until, '' from stated where revision in ${isIn}
      union all select 'category/' || category, 0, '', '9999-12-31', '' from platforms where revision in ${isIn}`;
    const counted = await db.all(
      sql`select term, people, valid_from, valid_until, certainty, sum(n) as n from list_counts where publication <= ${id} group by 1, 2, 3, 4, 5 having sum(n) <> 0 order by 1, 2, 3, 4, 5`,
    );
    expect(counted).toEqual(
      await db.all(sql`select *, count(*) as n from (${rows}) group by 1, 2, 3, 4, 5 order by 1, 2, 3, 4, 5`),
    );
  }
}

describe.each(ENGINES)("%s", (_, open) => {
  let engine: Engine;
  let store: Store;
  const published = new Map<number, Platform[]>();
  const put = async (records: Platform[], version: string, options: object = {}): Promise<number> => {
    const release = { version, date: "2026-01-01", digest: version };
    const dataset = { ...datasetOf(records, [operator()]), release };
    return (await publish(engine.db, dataset, { hash: hashOf, ...options })).publication;
  };

  beforeAll(async () => {
    engine = await open();
    published.set(await put(platforms, "2026.1.1"), platforms);
    published.set(await put(later, "2026.1.2"), later);
    store = new Store(engine.db);
  });
  afterAll(() => engine.close());

  test.each(FILTERS.map((filters) => [JSON.stringify(filters), filters] as const))(
    "%s: pages and totals are those of the resolved answers, in any order, in each publication",
    async (_name, filters) => {
      for (const [i, who] of people.entries()) {
        const sort = SORTS[i % SORTS.length] as (typeof SORTS)[number];
        // Of pages that differ in size some are read in order, and others from all that is found.
        const query: ListQuery = {
          ...filters,
          audience: who,
          sort,
          descending: i % 3 === 0,
          limit: [1, 3, 50][i % 3] ?? 1,
        };
        for (const [at, all] of published) {
          const expected = expectedOf(all, query);
          expect(await pagesOf(store, at, query), JSON.stringify(query)).toEqual({
            ids: expected,
            totals: [expected.length],
          });
        }
      }
    },
  );

  test("a search for one letter finds names that begin with it, and first those that it is", async () => {
    const at = Math.min(...published.keys());
    const search = (q: string, sort: ListQuery["sort"], limit: number) =>
      pagesOf(store, at, { q, sort, limit, audience: audience({ asOf: "2024-01-01" }), descending: false });
    const named = (isNamed: (name: string) => boolean) =>
      platforms
        .filter((p) => isNamed(foldText(p.name)))
        .toSorted((a, b) => (`${foldText(a.name)}\t${a.id}` < `${foldText(b.name)}\t${b.id}` ? -1 : 1))
        .map((p) => p.id);
    for (const limit of [1, 50])
      for (const sort of ["name", "relevance"] as const) {
        const a = named((name) => name.startsWith("a"));
        expect(await search("Ä", sort, limit)).toEqual({ ids: a, totals: [a.length] });
        const x = named((name) => name.startsWith("x"));
        expect(await search("x", sort, limit)).toEqual({ ids: x, totals: [x.length] });
      }
    expect(named((name) => name === "x")).toEqual((await search("x", "relevance", 1)).ids.slice(0, 1));
    expect((await search("q", "relevance", 1)).ids).toEqual([]);
  });

  test("numbers are kept for every publication, through rollbacks, interruptions and states that are deleted", async () => {
    await expectCounted(engine.db);
    for (let i = 0; i < 3; i++)
      await put(
        platforms.slice(i).map((p) => ({ ...p, summary: `State ${i}.` })),
        "unreleased",
        { retention: 0 },
      );
    await rollback(engine.db);
    const breaking = put(platforms.slice(3), "broken", {
      beforeComplete: () => Promise.reject(new Error("the power went out")),
    });
    await expect(breaking).rejects.toThrow("the power went out");
    await put(later, "unreleased", { retention: 0 });
    await expectCounted(engine.db);
    for (const [at, all] of published)
      expect(
        (
          await store.list(at, {
            audience: audience({}),
            sort: "id",
            descending: false,
            limit: 1,
            withdrawn: "include",
            category: CATEGORIES,
          })
        ).total,
      ).toBe(all.length);
  });

  describe("plans", () => {
    const who = audience({ region: "DE", asOf: "2024-01-01" });
    const query = (rest: Partial<ListQuery> = {}): ListQuery => ({
      ...{ audience: who, sort: "name", descending: false, limit: 50 },
      ...rest,
    });
    const at = () => Math.min(...published.keys());
    /** What may be read as a whole: the groups of people, the page, and values of the query. */
    const SMALL = /^SCAN ((s|mine|page|keyed|line|few|e|l|n|json_each|CONSTANT ROW)\b|\(subquery-\d+\))/;
    const scans = (plan: readonly string[]): string[] =>
      plan.filter((line) => line.startsWith("SCAN") && !SMALL.test(line));

    test.each<[string, Partial<ListQuery>]>([
      ["everything", {}],
      ["verdict", { verdict: ["no-choice"] }],
      ["verdicts", { verdict: ["no-choice", "on-by-default"] }],
      ["certainty", { certainty: ["practised"] }],
      ["kind", { kind: ["published"] }],
      ["by", { by: ["own"] }],
      ["cell", { kind: ["published"], by: ["own"], verdict: ["no-choice"] }],
      ["purpose", { purpose: ["train-ai"] }],
      ["model", { model: ["other"] }],
      ["control", { control: ["setting"] }],
      ["category", { category: ["code"] }],
      ["changed since", { changedSince: "2026-01-01" }],
    ])("the total by %s is looked up", async (_name, rest) => {
      const plan = await store.explainListTotal(at(), query(rest));
      expect(scans(plan)).toEqual([]);
      // The only platforms that are read are those that are withdrawn.
      expect(plan.filter((line) => / p\b/.test(line) && !/INDEX platforms_withdrawn/.test(line))).toEqual([]);
      expect(plan.join("\n")).not.toContain("TEMP B-TREE");
      if (Object.keys(rest).length > 0)
        expect(plan.join("\n")).toMatch(
          /SEARCH k USING PRIMARY KEY \(term=\? AND people=\?|SEARCH d USING COVERING INDEX platform_days_changed/,
        );
    });

    const ORDERED = /^SCAN (p|d) USING COVERING INDEX (platforms|platform_days)_\w+$/;
    const FILTERED: [string, Partial<ListQuery>][] = [
      ["verdict", { verdict: ["no-choice"] }],
      ["kind", { kind: ["published"] }],
      ["cell", { kind: ["published"], by: ["own"], verdict: ["no-choice"] }],
      ["control", { control: ["setting"] }],
      ["purpose", { purpose: ["train-ai"] }],
      ["changed since", { changedSince: "2026-01-01" }],
    ];
    test.each(
      (["name", "id", "verified", "added", "changed", "severity"] as const).flatMap((sort) =>
        [["nothing", {}] as (typeof FILTERED)[number], ...FILTERED].map(
          ([name, rest]) => [name, sort, rest] as const,
        ),
      ),
    )(
      "a page by %s, sort=%s, is read in order, or from an index for these people",
      async (_name, sort, rest) => {
        for (const descending of [false, true]) {
          const plan = await store.explainListPage(at(), query({ ...rest, sort, descending }));
          expect(scans(plan).filter((line) => !ORDERED.test(line))).toEqual([]);
          // From where platforms are read in order to where the page is complete, nothing is sorted.
          const start = plan.findIndex((line) => ORDERED.test(line));
          expect(start, plan.join("\n")).toBeGreaterThan(-1);
          const end = plan.findIndex((line, i) => i > start && /^SCAN (page|e|\(subquery)/.test(line));
          expect(plan.slice(start, end).join("\n")).not.toContain("TEMP B-TREE");
        }
      },
    );

    test("a page of a category by name, and one of a letter, are ranges of an index", async () => {
      const category = await store.explainListPage(at(), query({ category: ["code"] }));
      expect(category).toContainEqual(
        expect.stringMatching(/^SEARCH p USING COVERING INDEX platforms_category \(category=\?\)/),
      );
      const letter = await store.explainListPage(at(), query({ q: "a", sort: "relevance" }));
      expect(letter).toContainEqual(
        expect.stringMatching(
          /^SEARCH p USING COVERING INDEX platforms_name \(sort_name>\? AND sort_name<\?\)/,
        ),
      );
      for (const plan of [category, letter])
        expect(scans(plan).filter((l) => !/platform_search/.test(l))).toEqual([]);
    });
  });
});

describe.each(ENGINES)("days of releases in %s", (_, open) => {
  test("are those of the ledgers, for every publication", async () => {
    const engine = await open();
    try {
      await publishHistory(engine.db, testHistory(), { hash: hashOf });
      const publications = await engine.db.all<{ id: number }>(sql`select id from publications order by id`);
      expect(publications.length).toBeGreaterThan(1);
      for (const { id } of publications) {
        const kept = await engine.db.all<{ id: string; changed: string }>(
          sql`select platform as id, added, changed from platform_days where since <= ${id} and until > ${id} order by 1`,
        );
        expect(kept).toEqual(
          await engine.db.all(
            sql`select p.id, coalesce(${addedIn(sql`p.id`, id)}, '') as added, coalesce(${changedIn(sql`p.id`, id)}, '') as changed from platforms p where p.since <= ${id} and p.until > ${id} order by 1`,
          ),
        );
        for (const day of new Set(kept.flatMap(({ changed }) => changed || [])))
          expect(
            await pagesOf(new Store(engine.db), id, {
              ...{ audience: audience({}), sort: "id", descending: false, limit: 1 },
              ...{ changedSince: day, withdrawn: "include" },
            }),
          ).toEqual({
            ids: kept.filter(({ changed }) => changed >= day).map((p) => p.id),
            totals: [kept.filter(({ changed }) => changed >= day).length],
          });
      }
    } finally {
      await engine.close();
    }
  });
});
