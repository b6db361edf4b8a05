import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type ListQuery, publish, Store } from "../../src/db/index.ts";
import { headlineSentence } from "../../src/language/en/headline.ts";
import {
  type Audience,
  CELL,
  CERTAINTY,
  CONTROL_KIND,
  DATA_USE,
  DEFAULT_STATE,
  KIND,
  MODEL,
  type Platform,
  PURPOSE,
  termsOf,
  VERDICT,
  type Vocabulary,
} from "../../src/model/index.ts";
import { type Cell, cellBy, type KindAnswer, resolve } from "../../src/policy/index.ts";
import { datasetOf, hashOf } from "../../src/records/load.ts";
import { arbAudience, arbVariedPlatform } from "../fixtures/arbitrary.ts";
import { ENGINES, type Engine } from "../fixtures/engines.ts";
import { type Filters, isStated, matches } from "../fixtures/filtered.ts";
import { practiceAnswers } from "../fixtures/practice-answers.ts";
import { hosts, operator } from "../fixtures/records.ts";

/* What the engines answer about invented records, compared with the policy. */

const SEED = 20261130;
const platforms: Platform[] = fc
  .sample(arbVariedPlatform, { numRuns: 12, seed: SEED })
  .map((p, i) => ({ ...p, id: `p${i}`, name: `P${i}`, domains: hosts(`p${i}.example`) }))
  .sort((a, b) => (a.id < b.id ? -1 : 1));
const people = fc.sample(arbAudience, { numRuns: 25, seed: SEED });

const some = (terms: Vocabulary) =>
  fc.option(fc.uniqueArray(fc.constantFrom(...termsOf(terms)), { minLength: 1, maxLength: 4 }), {
    nil: undefined,
    freq: 2,
  });
const arbFilters: fc.Arbitrary<Filters> = fc.record({
  kind: some(KIND),
  by: some(CELL),
  verdict: some(VERDICT),
  certainty: some(CERTAINTY),
  purpose: some(PURPOSE),
  model: some(MODEL),
  dataUse: some(DATA_USE),
  defaultState: some(DEFAULT_STATE),
  control: some(CONTROL_KIND),
});
const queries = fc.sample(arbFilters, { numRuns: 25, seed: SEED });

const summary = (cell: Cell) =>
  isStated(cell) ? { verdict: cell.verdict, certainty: cell.certainty } : null;

const kindSummary = ({ kind, own, others, crawlers, otherModels }: KindAnswer) => ({
  kind,
  own: summary(own),
  others: summary(others),
  crawlers: summary(crawlers),
  otherModels: summary(otherModels),
});

describe.each(ENGINES)("%s", (_, open) => {
  let engine: Engine;
  let store: Store;
  let at: number;
  const list = (who: Audience, rest: Partial<ListQuery> = {}) =>
    store.list(at, { audience: who, sort: "id", descending: false, limit: 50, ...rest });

  beforeAll(async () => {
    engine = await open();
    await publish(engine.db, datasetOf(platforms, [operator()]), { hash: hashOf });
    store = new Store(engine.db);
    at = (await store.current()).id;
  });
  afterAll(() => engine.close());

  test("headlines, cells and practices are the resolved ones, for any audience", async () => {
    for (const who of people) {
      const { items } = await list(who);
      const practices = await practiceAnswers(engine.db, at, who);
      expect(items.map((p) => p.id)).toEqual(platforms.map((p) => p.id));
      for (const [i, record] of platforms.entries()) {
        const resolved = resolve(record, who);
        const { verdict, certainty, lead, control } = resolved.headline;
        const item = items[i];
        expect({ ...item?.headline, control: item?.headline.control?.id ?? null }).toEqual({
          ...{ verdict, certainty, lead, control },
          worst: resolved.worst,
          sentence: headlineSentence(record, resolved),
        });
        expect(item?.kinds).toEqual(
          resolved.kinds.filter((k) => termsOf(CELL).some((by) => isStated(cellBy(k, by)))).map(kindSummary),
        );
        expect((practices.get(record.id) ?? []).map((p) => [p.id, p.by, p.verdict, p.certainty])).toEqual(
          resolved.practices.map((p) => [p.id, p.by, p.verdict, p.certainty]),
        );
      }
    }
  });

  test("any filters find the platforms whose resolved answer matches", async () => {
    for (const [i, filters] of queries.entries()) {
      const who = people[i % people.length] as Audience;
      const expected = platforms.filter((p) => matches(resolve(p, who), filters)).map((p) => p.id);
      const { items, total } = await list(who, filters);
      expect([items.map((p) => p.id), total], JSON.stringify([who, filters])).toEqual([
        expected,
        expected.length,
      ]);
    }
  });

  test("each filter alone finds the platforms whose resolved answer matches", async () => {
    const single = queries.flatMap((q) =>
      Object.entries(q)
        .filter(([, v]) => v)
        .slice(0, 2),
    );
    let found = 0;
    for (const [i, [name, words]] of single.entries()) {
      const who = people[i % people.length] as Audience;
      const filters = { [name]: words };
      const expected = platforms.filter((p) => matches(resolve(p, who), filters)).map((p) => p.id);
      found += expected.length;
      const { items } = await list(who, filters);
      expect(
        items.map((p) => p.id),
        JSON.stringify([who, filters]),
      ).toEqual(expected);
    }
    expect(found).toBeGreaterThan(20);
  });

  test("counts are those of the resolved answers", async () => {
    for (const who of people.slice(0, 5)) {
      const { headlines, cells } = await store.stats(at, who);
      const resolved = platforms.map((p) => resolve(p, who));
      const counts = (verdicts: string[]) =>
        Object.fromEntries([...Map.groupBy(verdicts, (v) => v)].map(([v, all]) => [v, all.length]));
      expect(headlines).toEqual(counts(resolved.map((r) => r.headline.verdict)));
      expect(cells).toEqual(
        termsOf(KIND).flatMap((kind) =>
          termsOf(CELL).map((by) => ({
            kind,
            by,
            verdicts: counts(
              resolved
                .flatMap((r) => r.kinds.filter((k) => k.kind === kind).map((k) => cellBy(k, by)))
                .filter(isStated)
                .map((c) => c.verdict),
            ),
          })),
        ),
      );
    }
  });
});
