import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type * as z from "zod";
import { parsed as parsedBy } from "../fixtures/answers.ts";
import * as schemas from "../fixtures/api-schemas.ts";
import { type TestServer, testServer } from "../fixtures/server.ts";

let server: TestServer;
beforeAll(async () => {
  server = await testServer();
});
afterAll(() => server.engine.close());

const parsed = <S extends z.ZodType>(path: string, schema: S) => parsedBy(server, path, schema);
const list = (query = "") => parsed(`/platforms${query}`, schemas.platformListSchema);
const ids = async (query: string) => (await list(query)).items.map((p) => p.id);

describe("/platforms", () => {
  test("answers with an envelope, the requested audience and headlines", async () => {
    const body = await list("?region=de");
    expect(body).toMatchObject({
      total: 4,
      next: null,
      audience: { region: "DE", plan: "free", age: "adult", account: "signed-in", asOf: "2026-11-24" },
      meta: { release: "unreleased", generatedAt: "2026-11-01T00:00:00Z", licence: { name: "CC BY 4.0" } },
    });
    expect(body.items[0]).toEqual({
      id: "alpha",
      name: "Alpha",
      operator: "child",
      category: "social-network",
      domains: ["alpha.example.com", "alpha.example.org"],
      summary: "An invented platform.",
      added: null,
      changed: null,
      verified: "2026-11-01",
      withdrawn: null,
      headline: {
        verdict: "on-by-default",
        certainty: "practised",
        lead: "published",
        sentence: "Alpha trains its AI with what you publish unless you switch it off.",
        control: { id: "setting", name: "Use my data for AI", url: "https://example.com/settings" },
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
  test.each([
    ["the headline's verdict, not the ranking models'", "?verdict=on-by-default", ["alpha"]],
    ["no headline has this verdict for them", "?verdict=no-choice&plan=business", []],
    ["how firmly the headline's use is known", "?certainty=permitted", ["beta"]],
    ["a kind of data about which something is stated", "?kind=published", ["alpha", "beta", "delta"]],
    ["a kind of data about which nothing is stated", "?kind=messages", []],
    ["a kind about which the operator says nothing", "?kind=published&by=own&verdict=not-stated", ["gamma"]],
    ["a column", "?by=other-models", ["alpha"]],
    ["the verdict of a cell", "?by=other-models&verdict=no-choice", ["alpha"]],
    ["the verdict of another column", "?by=own&verdict=no-choice", ["beta"]],
    ["the certainty of a cell", "?kind=published&certainty=practised", ["alpha"]],
    ["the kind of model", "?model=other", ["alpha"]],
    ["the verdict of practices for a kind of model", "?model=other&verdict=on-by-default", []],
    ["a purpose", "?purpose=human-review", []],
    ["a kind of control", "?control=setting", ["alpha"]],
    ["a control that others have", "?control=form", []],
    ["a control that they have", "?control=form&region=US-CA", ["beta"]],
    ["what the documents say", "?data_use=may-use", ["beta"]],
    ["the default", "?default_state=on", ["alpha"]],
    [
      "several filters",
      "?purpose=train-ai&verdict=on-by-default,no-choice&category=social-network",
      ["alpha"],
    ],
    ["a day", "?as_of=2025-11-02&region=NO&verdict=not-used", ["alpha", "delta"]],
  ])("filters by %s: %s", async (_, query, expected) => {
    const body = await list(query);
    expect([body.items.map((p) => p.id), body.total]).toEqual([expected, expected.length]);
  });
  test.each(["&sort=-name", "&sort=-name&data_use=uses,may-use,not-stated,does-not-use"])(
    "pages link to each other and end: %s",
    async (query) => {
      const seen: string[] = [];
      let next: string | null = `/platforms?limit=3${query}`;
      for (let i = 0; next && i < 5; i++) {
        const page: Awaited<ReturnType<typeof list>> = await parsed(next, schemas.platformListSchema);
        expect(page.total).toBe(4);
        seen.push(...page.items.map((p) => p.id as string));
        next = page.next;
      }
      expect(seen).toEqual(["gamma", "delta", "beta", "alpha"]);
    },
  );
  test("severity is the headline's", async () =>
    expect(await ids("?sort=severity")).toEqual(["beta", "alpha", "gamma", "delta"]));
  test("fields can be selected, also one level down; the id is always included", async () => {
    const { items } = await server.json<{ items: object[] }>(
      "/platforms?fields=name,headline.verdict&limit=1",
    );
    expect(items).toEqual([{ id: "alpha", name: "Alpha", headline: { verdict: "on-by-default" } }]);
  });
  test("search finds names by their beginning", async () => expect(await ids("?q=gam")).toEqual(["gamma"]));
});

describe("/platforms/{id}", () => {
  test("is the answer, with controls and practices once", async () => {
    const body = await parsed(
      "/platforms/alpha?region=DE&as_of=2026-01-01",
      schemas.platformAnswerSchema.strict(),
    );
    expect(body).toMatchObject({
      id: "alpha",
      withdrawn: null,
      headline: {
        verdict: "on-by-default",
        lead: "published",
        control: { id: "setting" },
        split: [{ by: "own", kinds: ["published"], practices: ["training"] }],
      },
      worst: "no-choice",
      effort: { controls: ["setting"], actions: 2 },
      practices: [
        {
          id: "training",
          verdict: "on-by-default",
          controls: ["setting"],
          since: "2025-11-03",
          details: null,
        },
        { id: "ranking", by: "other-models" },
      ],
      controls: [{ id: "setting", friction: [], until: null, evidence: null }],
      review: { openQuestionCount: 0 },
      record: null,
      sources: null,
      events: null,
      myths: null,
    });
    expect(body.kinds.find((k) => k.kind === "published")?.own).toEqual({
      verdict: "on-by-default",
      certainty: "practised",
      practices: ["training"],
      controls: ["setting"],
      parts: [],
    });
    expect(body.meta.links).toMatchObject({
      record: "/platforms/alpha/record",
      optOut: "/platforms/alpha/opt-out?as_of=2026-01-01&region=DE",
      history: "/platforms/alpha/history",
      feed: "/platforms/alpha/changes.atom",
    });
  });
  test("includes more where asked, in any order", async () => {
    const get = (include: string) =>
      parsed(`/platforms/alpha?include=${include}`, schemas.platformAnswerSchema.strict());
    const all = await get("record,sources,events,evidence,myths");
    expect(all).toMatchObject({
      practices: [
        {
          id: "training",
          details: {
            rule: "rest",
            dataUse: "uses",
            defaultState: "on",
            grade: { dataUse: "A", defaultState: "B" },
            evidence: { dataUse: ["policy#ai"], defaultState: ["help"] },
          },
        },
        { id: "ranking" },
      ],
      controls: [{ id: "setting", evidence: ["help"] }],
      record: { id: "alpha", sameAs: { wikidata: null }, practices: [{ id: "training" }, { id: "ranking" }] },
      events: [{ id: "europe" }, { id: "start" }],
      myths: [{ id: "notice" }],
    });
    expect(all.sources?.[0]?.copies[0]?.url).toBe(
      "https://github.com/Example/versions/blob/0123456789ab/Example/Privacy%20Policy.md",
    );
    expect(await get("myths,events,record,evidence,sources")).toEqual(all);
    expect(await get("events")).toMatchObject({ events: [{ id: "europe" }, {}], record: null, myths: null });
  });
  test("an unknown value of include is an error that lists the values", async () => {
    const response = await server.get("/platforms/alpha?include=record,evidense");
    const body = (await response.json()) as { detail: string; nearest: string[] };
    expect([response.status, body.nearest]).toEqual([400, ["evidence"]]);
    expect(body.detail).toContain('"evidense" is not one of record, sources, events, evidence, myths.');
  });
  test("practices that cannot concern people without an account are absent for them", async () => {
    const { practices, headline } = await parsed(
      "/platforms/alpha?account=non-user",
      schemas.platformAnswerSchema,
    );
    expect([practices, headline.verdict]).toEqual([[], "not-stated"]);
  });
  test("gives the answer of the day asked about", async () => {
    const verdicts = await Promise.all(
      ["2025-11-02", "2025-11-03"].map(
        async (day) =>
          (await parsed(`/platforms/alpha?region=DE&as_of=${day}`, schemas.platformAnswerSchema)).headline
            .verdict,
      ),
    );
    expect(verdicts).toEqual(["not-used", "on-by-default"]);
  });
  test("lists the audiences with a different answer", async () => {
    const { others } = await parsed("/platforms/beta", schemas.platformAnswerSchema);
    expect(others.map((o) => [o.facet, o.values, o.verdict, o.practices])).toEqual([
      ["region", ["US-CA"], "off-by-default", ["training"]],
      ["plan", ["business", "enterprise"], "not-used", ["training"]],
    ]);
  });
  test.each([
    ["/platforms/alpha-old?region=DE", "/platforms/alpha?region=DE"],
    ["/platforms/alpha-old/record", "/platforms/alpha/record"],
    ["/v1/platforms/alpha-old/opt-out", "/v1/platforms/alpha/opt-out"],
    ["/platforms/ALPHA/history", "/platforms/alpha/history"],
  ])("an alias is answered as its id, and the answer says so: %s", async (from, to) => {
    const [response, own] = await Promise.all([server.get(from), server.get(to)]);
    expect([response.status, response.headers.get("Content-Location")]).toEqual([200, to]);
    expect(response.headers.get("Link")).toContain(`<${to}>; rel="canonical"`);
    expect([response.headers.get("ETag"), await response.text()]).toEqual([
      own.headers.get("ETag"),
      await own.text(),
    ]);
    expect(own.headers.get("Content-Location")).toBeNull();
  });
});

test("/platforms/{id}/record is the record as it is written, with every field", async () => {
  const { record, meta } = await parsed("/platforms/alpha/record", schemas.recordAnswerSchema.strict());
  expect(meta.release).toBe("unreleased");
  expect(record).toMatchObject({
    id: "alpha",
    withdrawn: null,
    sameAs: { wikidata: null },
    review: { verified: "2026-11-01", openQuestions: [] },
    practices: [{ id: "training", subject: null, rules: [{ id: "minors" }, {}, {}, {}] }, {}],
  });
});

test("/platforms/{id}/opt-out says what to do, and what this person cannot stop", async () => {
  const body = await parsed("/platforms/alpha/opt-out?region=US", schemas.optOutSchema.strict());
  expect(body).toMatchObject({
    platform: { name: "Alpha" },
    headline: { verdict: "on-by-default" },
    effort: { controls: ["setting"], actions: 2 },
    controls: [
      { id: "setting", steps: ["Open the settings.", "Switch it off."], practices: [{ id: "training" }] },
    ],
    unstoppable: [{ id: "ranking", kinds: ["published"], certainty: "practised" }],
    myths: [{ id: "notice" }],
  });
  expect((await parsed("/platforms/alpha/opt-out?age=minor", schemas.optOutSchema)).controls).toEqual([]);
});

test("/platforms/{id}/history is newest first", async () => {
  const body = await parsed("/platforms/alpha/history", schemas.historySchema);
  expect(body.headline.verdict).toBe("on-by-default");
  expect(body.items.map((i) => [i.day, i.event?.type])).toEqual([
    ["2025-11-03", "region-added"],
    ["2024-09-30", "training-began"],
  ]);
});
