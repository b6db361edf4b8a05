import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { type Database, type ListQuery, publish, rollback, Store } from "../../src/db/index.ts";
import { ACCOUNT, AGE, type Audience, addressOf, audience, PLAN, termsOf } from "../../src/model/index.ts";
import { resolve } from "../../src/policy/index.ts";
import { hashOf, loadDataset } from "../../src/records/load.ts";
import { qualityOf } from "../../src/review/quality/quality.ts";
import { testDataset } from "../fixtures/dataset.ts";
import { ENGINES, type Engine, libsqlFile } from "../fixtures/engines.ts";
import { practiceAnswers } from "../fixtures/practice-answers.ts";
import { hosts, platform, practice, rule } from "../fixtures/records.ts";

const query = (rest: Partial<ListQuery> = {}, who: Partial<Audience> = {}): ListQuery => ({
  audience: audience({ asOf: "2026-11-24", ...who }),
  sort: "id",
  descending: false,
  limit: 50,
  ...rest,
});

describe.each(ENGINES)("%s", (_name, open) => {
  let engine: Engine;
  let store: Store;
  let at: number;
  const ids = async (rest: Partial<ListQuery> = {}, who: Partial<Audience> = {}) =>
    (await store.list(at, query(rest, who))).items.map((p) => p.id);

  beforeAll(async () => {
    engine = await open();
    await publish(engine.db, testDataset(), { hash: hashOf });
    store = new Store(engine.db);
    at = (await store.current()).id;
  });
  afterAll(() => engine.close());

  test("lists everything with domains and answers", async () => {
    const { items, total, more } = await store.list(at, query({}, { region: "DE" }));
    expect([items.map((p) => p.id), total, more]).toEqual([["alpha", "beta", "delta", "gamma"], 4, false]);
    expect(items[0]).toMatchObject({
      domains: ["alpha.example.com", "alpha.example.org"],
      headline: {
        verdict: "on-by-default",
        certainty: "practised",
        lead: "published",
        sentence: "Alpha trains its AI with what you publish unless you switch it off.",
        worst: "no-choice",
        control: {
          id: "setting",
          kind: "setting",
          name: "Use my data for AI",
          url: "https://example.com/settings",
        },
      },
      kinds: [
        {
          kind: "published",
          own: { verdict: "on-by-default", certainty: "practised" },
          others: null,
          crawlers: null,
          otherModels: { verdict: "no-choice", certainty: "practised" },
        },
      ],
    });
  });

  test.each<[string, Partial<ListQuery>, Partial<Audience>, string[]]>([
    ["category", { category: ["messaging", "code"] }, {}, ["beta", "delta"]],
    ["operator, with what it owns", { operator: "example-corp" }, {}, ["alpha", "beta", "delta", "gamma"]],
    ["operator that owns nothing", { operator: "child" }, {}, ["alpha", "delta"]],
    ["verdict of the headline", { verdict: ["no-choice"] }, {}, ["beta"]],
    ["verdict of a purpose", { purpose: ["train-ai"], verdict: ["on-by-default"] }, {}, ["alpha"]],
    ["purpose alone", { purpose: ["train-ai"] }, {}, ["alpha", "beta", "delta", "gamma"]],
    ["purpose of no practice", { purpose: ["evaluate-ai"] }, {}, []],
    ["use", { dataUse: ["may-use"] }, {}, ["beta"]],
    ["default", { defaultState: ["on"] }, {}, ["alpha"]],
    ["certainty of the headline", { certainty: ["practised"] }, {}, ["alpha"]],
    ["model", { model: ["other"] }, {}, ["alpha"]],
    ["verdict of a model", { model: ["other"], verdict: ["on-by-default"] }, {}, []],
    ["kind of data", { kind: ["published"] }, {}, ["alpha", "beta", "delta"]],
    ["kind of data that no one names", { kind: ["messages"] }, {}, []],
    [
      "kind that is not stated",
      { kind: ["messages"], verdict: ["not-stated"] },
      {},
      ["alpha", "beta", "delta", "gamma"],
    ],
    ["who trains", { by: ["other-models"] }, {}, ["alpha"]],
    ["verdict of a cell", { kind: ["published"], by: ["own"], verdict: ["no-choice"] }, {}, ["beta"]],
    [
      "kind and purpose",
      { kind: ["published"], purpose: ["train-ai"], control: ["form"] },
      { region: "US-CA" },
      ["beta"],
    ],
    ["control that these people have", { control: ["form"] }, { region: "US-CA" }, ["beta"]],
    ["control that only others have", { control: ["form"] }, { region: "US-TX" }, []],
    ["updated since", { updatedSince: "2026-10-15" }, {}, ["alpha", "delta"]],
    ["name without its accent", { q: "beta" }, {}, ["beta"]],
    ["words from a control's label, as beginnings", { q: "data ai" }, {}, ["alpha", "beta"]],
    ["nothing but punctuation", { q: '"*' }, {}, []],
    ["a region by its state", { dataUse: ["may-use"] }, { region: "US-CA" }, []],
    ["a plan", { verdict: ["not-used"] }, { plan: "business" }, ["beta", "delta"]],
    ["minors", { purpose: ["train-ai"], verdict: ["not-used"] }, { age: "minor" }, ["alpha", "delta"]],
    [
      "a day in the past",
      { purpose: ["train-ai"], verdict: ["not-used"] },
      { region: "NO", asOf: "2025-11-02" },
      ["alpha", "delta"],
    ],
    ["a day in the future", { verdict: ["no-choice"] }, { asOf: "2027-01-01" }, ["beta", "delta"]],
  ])("filters by %s", async (_what, rest, who, expected) => expect(await ids(rest, who)).toEqual(expected));

  test.each<[ListQuery["sort"], boolean, string[]]>([
    ["name", false, ["alpha", "beta", "delta", "gamma"]],
    ["verified", true, ["delta", "alpha", "gamma", "beta"]],
    ["severity", false, ["beta", "alpha", "gamma", "delta"]],
    ["id", true, ["gamma", "delta", "beta", "alpha"]],
  ])("sorts by %s (descending: %s), page by page", async (sort, descending, expected) => {
    expect(await ids({ sort, descending })).toEqual(expected);
    const paged: string[] = [];
    let after: ListQuery["after"];
    for (let page = 0; page < 10; page++) {
      const { items, more, total } = await store.list(at, query({ sort, descending, limit: 1, after }));
      expect(total).toBe(4);
      const last = items.at(-1);
      if (last) paged.push(last.id);
      if (!more || !last) break;
      after = { key: last.sortKey, id: last.id };
    }
    expect(paged).toEqual(expected);
  });

  test("headlines of other people and days beside those asked for are the same as when they are asked for", async () => {
    const others = termsOf(PLAN).flatMap((plan) =>
      ["2024-01-01", "2025-11-03"].map((asOf) => audience({ region: "DE", plan, asOf })),
    );
    const { items } = await store.list(at, query({ beside: others }, { region: "JP" }));
    for (const [i, who] of others.entries())
      expect(items.map(({ beside }) => beside?.[i])).toEqual(
        (await store.list(at, query({}, who))).items.map(({ headline }) => headline),
      );
    expect((await store.list(at, query({}))).items[0]).not.toHaveProperty("beside");
  });

  test("lists the platform whose domain begins with the words first", async () =>
    expect(await ids({ q: "example", sort: "relevance" })).toEqual(["gamma", "alpha", "beta", "delta"]));

  test("stored answers are the resolved ones, for every audience", async () => {
    for (const region of [null, "DE", "NO", "CH", "GB", "US", "US-CA", "US-TX", "EU", "EEA", "JP"])
      for (const plan of termsOf(PLAN))
        for (const age of termsOf(AGE))
          for (const account of [termsOf(ACCOUNT)[0] as Audience["account"]]) {
            const who = audience({ region, plan, age, account, asOf: "2025-11-03" });
            const { items } = await store.list(at, query({}, who));
            const practices = await practiceAnswers(engine.db, at, who);
            for (const p of testDataset().platforms) {
              const expected = resolve(p, who);
              const got = items.find((x) => x.id === p.id);
              expect(
                [
                  got?.headline.verdict,
                  got?.headline.certainty,
                  (practices.get(p.id) ?? []).map((x) => [x.id, x.rule, x.verdict]),
                ],
                `${p.id} ${JSON.stringify(who)}`,
              ).toEqual([
                expected.headline.verdict,
                expected.headline.certainty,
                expected.practices.map((x) => [x.id, x.rule, x.verdict]),
              ]);
            }
          }
  });

  test("platforms, aliases, operators, domains", async () => {
    expect((await store.platform(at, "alpha"))?.operator?.name).toBe("Child");
    expect(await store.platform(at, "nobody")).toBeUndefined();
    expect(await store.names(at, "platform")).toEqual([
      { id: "alpha", name: "Alpha", aliases: ["alpha-old"] },
      { id: "beta", name: "Béta Chat", aliases: [] },
      { id: "delta", name: "delta", aliases: [] },
      { id: "gamma", name: "Gamma", aliases: [] },
    ]);
    expect(await store.names(at, "operator")).toEqual([
      { id: "child", name: "Child", aliases: [] },
      { id: "example-corp", name: "Example Corporation", aliases: [] },
    ]);
    const found = (address: string) =>
      store.lookup({ publication: at, reviews: "" }, addressOf(address)).then((row) => row?.id);
    expect(await found("x.alpha.example.com")).toBe("alpha");
    expect(await found("other.example.com")).toBe("gamma");
    expect(await found("nobody.test")).toBeUndefined();
    expect(await found("androidapp://com.example.gamma")).toBe("gamma");
    expect(await found("https://apps.apple.com/us/app/gamma/id123456789?mt=8")).toBe("gamma");
    expect((await store.operators(at)).map((o) => [o.operator.id, o.owns, o.platforms])).toEqual([
      ["child", [], ["alpha", "delta"]],
      ["example-corp", ["child"], ["beta", "gamma"]],
    ]);
    expect(await store.operator(at, "example-corp")).toMatchObject({
      owns: ["child"],
      platforms: [{ id: "beta" }, { id: "gamma" }],
    });
  });

  test("counts", async () => {
    expect(await store.stats(at, audience({ region: "DE", asOf: "2026-11-24" }))).toMatchObject({
      totals: { platforms: 4, operators: 2, practices: 5, controls: 2, events: 2, passages: 4 },
      cells: expect.arrayContaining([
        { kind: "published", by: "own", verdicts: { "no-choice": 1, "not-used": 1, "on-by-default": 1 } },
        { kind: "published", by: "other-models", verdicts: { "no-choice": 1 } },
        { kind: "messages", by: "own", verdicts: {} },
      ]),
      headlines: { "no-choice": 1, "not-stated": 1, "not-used": 1, "on-by-default": 1 },
      purposes: {
        "train-ai": { "no-choice": 2, "not-stated": 1, "not-used": 1, "on-by-default": 1 },
      },
      ruleGrades: { A: 11 },
      eventYears: { "2024": 1, "2025": 1 },
      verified: { oldest: "2026-05-01", newest: "2026-11-01" },
    });
  });

  test("counts quality as the quality report does", async () => {
    const stats = await store.stats(at, audience({ asOf: "2026-11-24" }));
    const quality = qualityOf(testDataset(), "2026-11-24");
    const known = (name: string) => quality.fields.find((f) => f.field === name);
    expect(stats.factGrades).toEqual({ dataUse: { A: 11 }, defaultState: { B: 6 } });
    for (const [fact, grades] of Object.entries(stats.factGrades))
      expect(quality.grades.rules[fact as "dataUse"], fact).toMatchObject(grades);
    expect(stats.captured).toEqual({ oldest: "2025-01-01", median: "2025-01-01", newest: "2025-01-01" });
    expect([stats.captured.median, stats.captured.oldest]).toEqual([
      quality.age.captured.median?.day,
      quality.age.captured.oldest?.day,
    ]);
    expect(stats.openQuestions).toBe(quality.totals.openQuestions);
    expect(stats.notStated).toEqual({
      dataUse: { notStated: 1, of: 5 },
      defaultState: { notStated: 0, of: 3 },
      effect: { notStated: 0, of: 2 },
    });
    expect(known("control.effect")).toMatchObject({ known: 2, of: 2 });
  });

  test("a page that does not depend on who asks is remembered for everyone", async () => {
    let reads = 0;
    const counted = new Proxy(engine.db, {
      get(target, name) {
        if (name !== "read") return Reflect.get(target, name) as unknown;
        return (statements: never) => {
          reads++;
          return target.read(statements);
        };
      },
    });
    const remembering = new Store(counted);
    const ask = (region: string, rest: Partial<ListQuery> = {}) =>
      remembering.list(at, query({ state: "s", ...rest }, { region }));
    const first = await ask("DE");
    expect(await ask("US")).toEqual(await store.list(at, query({}, { region: "US" })));
    expect([first.total, reads]).toEqual([4, 1]);
    await ask("US", { category: ["code"] });
    await ask("DE", { verdict: ["no-choice"] });
    await ask("US", { verdict: ["no-choice"] });
    await ask("US", { sort: "severity" });
    await ask("DE", { sort: "severity" });
    expect(reads).toBe(6);
    // Another state of the dataset.
    await ask("US", { state: "t" });
    expect(reads).toBe(7);
  });

  test("filters by answers use an index", async () => {
    for (const rest of [
      { verdict: ["no-choice"] },
      { purpose: ["train-ai"], dataUse: ["uses"] },
      { purpose: ["train-ai"], defaultState: ["on"] },
      { kind: ["published"], by: ["own"], verdict: ["no-choice"] },
      { kind: ["published"] },
      { certainty: ["practised"], by: ["others"] },
      { operator: "child" },
      { category: ["code"] },
    ]) {
      const plan = await store.explainList(at, query(rest));
      expect(
        plan.filter((line) => /\bSCAN (p|a|h|c|answers|cells|platforms)\b/.test(line) && !/INDEX/.test(line)),
        JSON.stringify(plan),
      ).toEqual([]);
    }
  });

  describe("publishing", () => {
    const release = (digest: string, version = "unreleased") => ({ version, date: "2026-01-01", digest });
    const put = (dataset: ReturnType<typeof testDataset>, options: object = {}) =>
      publish(engine.db, dataset, { hash: hashOf, ...options });
    const epsilon = platform([practice([rule("all")])], {
      id: "epsilon",
      name: "Epsilon",
      domains: hosts("epsilon.example"),
    });
    const withEpsilon = (digest: string, version?: string) => {
      const d = testDataset();
      return { ...d, platforms: [...d.platforms, epsilon], release: release(digest, version) };
    };
    const count = async (table: string) =>
      (await engine.db.all<{ n: number }>(sql`select count(*) as n from ${sql.raw(table)}`))[0]?.n;

    test("the same dataset again changes nothing", async () => {
      const before = await engine.db.all(sql`select * from publications`);
      expect(await put(testDataset())).toEqual({ publication: at, changed: false, records: 0, rows: 0 });
      expect(await engine.db.all(sql`select * from publications`)).toEqual(before);
    });
    test("only changes are written; a request in progress keeps its dataset, the next one sees the new one; a rollback restores the old one", async () => {
      const next = await put(withEpsilon("other"));
      expect([next.changed, next.records, (await store.current()).id]).toEqual([true, 1, next.publication]);
      expect(await ids()).toEqual(["alpha", "beta", "delta", "gamma"]);
      expect((await store.list(next.publication, query())).total).toBe(5);
      expect(await rollback(engine.db)).toBe(at);
      expect((await store.current()).id).toBe(at);
      await rollback(engine.db);
      expect((await store.current()).id).toBe(next.publication);
    });
    test("when an operator changes, its platforms are graded again", async () => {
      const d = withEpsilon("operator");
      const operators = d.operators.map((o) => (o.id === "child" ? { ...o, name: "Child Ltd" } : o));
      expect((await put({ ...d, operators })).records).toBe(3);
      await put(withEpsilon("operator-back"));
    });
    test("an interrupted publishing does not affect readers, and the next one cleans up", async () => {
      const now = (await store.current()).id;
      const broken = { ...testDataset(), release: release("broken") };
      const changed = { ...broken, platforms: broken.platforms.map((p) => ({ ...p, summary: "Changed." })) };
      const breaking = put(changed, {
        onProgress: (done: number) => {
          if (done > 0) throw new Error("the power went out");
        },
      });
      await expect(breaking).rejects.toThrow("the power went out");
      expect((await store.current()).id).toBe(now);
      expect((await store.list(now, query())).total).toBe(5);
      await put({ ...changed, release: release("repaired") });
      expect((await store.platform((await store.current()).id, "alpha"))?.platform.summary).toBe("Changed.");
      expect(await engine.db.all(sql`select id from publications where complete = 0`)).toHaveLength(0);
    });
    test("releases remain and can be requested; unreachable unreleased states are deleted", async () => {
      await put({ ...testDataset(), release: release("r1", "2026.1.1") });
      const first = await store.release("2026.1.1");
      for (let i = 0; i < 4; i++) {
        const d = testDataset();
        await put(
          {
            ...d,
            platforms: d.platforms.map((p) => ({ ...p, summary: `State ${i}.` })),
            release: release(`u${i}`),
          },
          { retention: 0 },
        );
      }
      expect(await store.release("2026.1.1")).toEqual(first);
      expect((await store.platform(first?.id ?? 0, "alpha"))?.platform.summary).toBe("An invented platform.");
      expect(await store.release("2025.1.1")).toBeUndefined();
      // The release, the previous state and the current one.
      expect(await count("publications")).toBe(3);
      expect(await count("platforms")).toBe(12);
      expect((await store.list(first?.id ?? 0, query({ q: "alpha" }))).total).toBe(1);
    });
    test("progress goes from 0 to the total", async () => {
      const seen: number[] = [];
      const { rows } = await put(
        { ...testDataset(), release: release("again") },
        { onProgress: (done: number, total: number) => void seen.push(done / total) },
      );
      expect([seen[0], seen.at(-1), rows > 100]).toEqual([0, 1, true]);
      expect([...seen].sort((a, b) => a - b)).toEqual(seen);
    });
  });
});

test("the real dataset's stored answers are the resolved ones, and its counts those of the records", async () => {
  const engine = await libsqlFile();
  try {
    const dataset = loadDataset("data");
    const transactions = vi.spyOn(engine.db, "batch");
    const { rows } = await publish(engine.db, dataset, { hash: hashOf });
    const of = dataset.platforms.length;
    // A few large transactions, and only what is asked for. The limits leave room for longer records.
    expect(transactions.mock.calls.length).toBeLessThan(20);
    expect(rows / of).toBeLessThan(300);
    expect((await bytesOf(engine.db)) / of).toBeLessThan(60_000);
    const store = new Store(engine.db);
    const { id } = await store.current();
    const operators = new Map(dataset.operators.map((o) => [o.id, o]));
    for (const region of [null, "DE", "CH", "GB", "US", "US-CA", "BR", "KR"])
      for (const asOf of ["2023-01-01", "2024-10-01", "2025-06-01", "2026-11-24"])
        for (const [plan, age] of [
          ["free", "adult"],
          ["business", "adult"],
          ["free", "minor"],
        ] as const) {
          const who = audience({ region, plan, age, asOf });
          const { items } = await store.list(id, query({ limit: 1000 }, who));
          const practices = await practiceAnswers(engine.db, id, who);
          expect(items).toHaveLength(dataset.platforms.length);
          for (const p of dataset.platforms) {
            const expected = resolve(p, who, operators.get(p.operator));
            const got = items.find((x) => x.id === p.id);
            expect(
              [
                got?.headline.verdict,
                got?.headline.certainty,
                (practices.get(p.id) ?? []).map((x) => x.verdict),
              ],
              `${p.id} ${region} ${asOf}`,
            ).toEqual([
              expected.headline.verdict,
              expected.headline.certainty,
              expected.practices.map((x) => x.verdict),
            ]);
          }
        }
    await countsAgree(store, id, dataset);
  } finally {
    await engine.close();
  }
}, 120_000);

/** The size of a database. */
async function bytesOf(db: Database): Promise<number> {
  const [pages] = await db.values<[number]>(sql`pragma page_count`);
  const [size] = await db.values<[number]>(sql`pragma page_size`);
  return (pages?.[0] ?? 0) * (size?.[0] ?? 0);
}

/** SQL counts the same as `npm run quality`, and for one audience the same as its answers. */
async function countsAgree(store: Store, id: number, dataset: ReturnType<typeof loadDataset>): Promise<void> {
  const who = audience({ region: "DE", asOf: "2026-11-24" });
  const { factGrades, captured, openQuestions, notStated } = await store.stats(id, who);
  const quality = qualityOf(dataset, "2026-11-24");
  for (const [fact, grades] of Object.entries(quality.grades.rules))
    expect({ A: 0, B: 0, C: 0, ...factGrades[fact] }, fact).toEqual(grades);
  expect([captured.median, captured.oldest]).toEqual([
    quality.age.captured.median?.day,
    quality.age.captured.oldest?.day,
  ]);
  expect(openQuestions).toBe(quality.totals.openQuestions);
  const answers = dataset.platforms.flatMap((p) => resolve(p, who).practices);
  const used = answers.filter((a) => a.defaultState !== null);
  const effect = quality.fields.find((f) => f.field === "control.effect");
  expect(notStated).toEqual({
    dataUse: { notStated: answers.filter((a) => a.dataUse === "not-stated").length, of: answers.length },
    defaultState: { notStated: used.filter((a) => a.defaultState === "not-stated").length, of: used.length },
    effect: { notStated: (effect?.of ?? 0) - (effect?.known ?? 0), of: effect?.of },
  });
}
