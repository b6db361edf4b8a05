import type { z } from "@hono/zod-openapi";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { parsed as parsedBy } from "../fixtures/answers.ts";
import * as schemas from "../fixtures/api-schemas.ts";
import { type TestServer, testServer } from "../fixtures/server.ts";

let server: TestServer;
beforeAll(async () => {
  server = await testServer();
});
afterAll(() => server.engine.close());

const parsed = <S extends z.ZodType>(path: string, schema: S) => parsedBy(server, path, schema);
const list = (query = "") =>
  parsed(`/platforms${query}`, schemas.listOf(schemas.listedPlatformSchema, "TestList"));
const ids = async (query: string) => (await list(query)).items.map((p) => p.id);

describe("/platforms", () => {
  test("answers with an envelope and the requested audience", async () => {
    const body = await list("?region=de");
    expect(body).toMatchObject({
      total: 4,
      next: null,
      meta: { release: "unreleased", generatedAt: "2026-11-01T00:00:00Z", licence: { name: "CC BY 4.0" } },
    });
    expect(body.items[0]).toMatchObject({
      id: "alpha",
      resolved: {
        audience: { region: "DE", plan: "free", age: "adult", account: "signed-in", asOf: "2026-11-24" },
        overall: "no-choice",
      },
    });
  });
  test("filters combine", async () => {
    expect(
      await ids("?purpose=train-generative-ai&verdict=on-by-default,no-choice&category=social-network"),
    ).toEqual(["alpha"]);
    expect(await ids("?as_of=2025-11-02&region=NO&purpose=train-generative-ai&verdict=not-used")).toEqual([
      "alpha",
      "delta",
    ]);
  });
  test("pages link to each other and end", async () => {
    const seen: string[] = [];
    let next: string | null = "/platforms?limit=3&sort=-name";
    for (let i = 0; next && i < 5; i++) {
      const page: Awaited<ReturnType<typeof list>> = await parsed(
        next,
        schemas.listOf(schemas.listedPlatformSchema, "TestPage"),
      );
      expect(page.total).toBe(4);
      seen.push(...page.items.map((p) => p.id));
      next = page.next;
    }
    expect(seen).toEqual(["gamma", "delta", "beta", "alpha"]);
  });
  test("fields can be selected, also one level down; the id is always included", async () => {
    const { items } = await server.json<{ items: object[] }>(
      "/platforms?fields=name,resolved.overall&limit=1",
    );
    expect(items).toEqual([{ id: "alpha", name: "Alpha", resolved: { overall: "no-choice" } }]);
  });
  test("search finds names by their beginning", async () => expect(await ids("?q=gam")).toEqual(["gamma"]));
});

describe("/platforms/{id}", () => {
  test("is the record with every field, and the answer", async () => {
    const body = await parsed(
      "/platforms/alpha?region=DE&as_of=2026-01-01",
      schemas.platformAnswerSchema.strict(),
    );
    expect(body).toMatchObject({
      id: "alpha",
      withdrawn: null,
      sameAs: { wikidata: null },
      resolved: {
        overall: "no-choice",
        practices: [
          {
            rule: "europe",
            verdict: "on-by-default",
            controls: [{ id: "setting", url: null, friction: [] }],
          },
          { id: "ranking" },
        ],
      },
    });
    expect(body.sources[0]?.copies[0]?.url).toBe(
      "https://github.com/Example/versions/blob/0123456789ab/Example/Privacy%20Policy.md",
    );
    expect(body.meta.links).toMatchObject({
      optOut: "/platforms/alpha/opt-out",
      history: "/platforms/alpha/history",
    });
  });
  test("gives the answer of the day asked about", async () => {
    const verdicts = await Promise.all(
      ["2025-11-02", "2025-11-03"].map(
        async (day) =>
          (await parsed(`/platforms/alpha?region=DE&as_of=${day}`, schemas.platformAnswerSchema)).resolved
            .practices[0]?.verdict,
      ),
    );
    expect(verdicts).toEqual(["not-used", "on-by-default"]);
  });
  test("lists the audiences with a different answer", async () => {
    const { resolved } = await parsed("/platforms/beta", schemas.platformAnswerSchema);
    expect(resolved.otherAudiences.map((o) => [o.facet, o.values, o.overall])).toEqual([
      ["region", ["US-CA"], "off-by-default"],
      ["plan", ["business", "enterprise"], "not-used"],
    ]);
  });
  test.each([
    ["/platforms/alpha-old?region=DE", "/platforms/alpha?region=DE"],
    ["/v1/platforms/alpha-old/opt-out", "/v1/platforms/alpha/opt-out"],
    ["/platforms/ALPHA/history", "/platforms/alpha/history"],
  ])("an alias redirects: %s", async (from, to) => {
    const response = await server.get(from);
    expect([response.status, response.headers.get("Location")]).toEqual([308, to]);
  });
});

test("/platforms/{id}/opt-out says what to do, and what this person cannot stop", async () => {
  const body = await parsed("/platforms/alpha/opt-out?region=US", schemas.optOutSchema.strict());
  expect(body).toMatchObject({
    platform: { name: "Alpha" },
    actions: [
      { id: "setting", steps: ["Open the settings.", "Switch it off."], practices: [{ id: "training" }] },
    ],
    unstoppable: [{ id: "ranking", certainty: "practised" }],
    myths: [{ id: "notice" }],
  });
  expect((await parsed("/platforms/alpha/opt-out?age=minor", schemas.optOutSchema)).actions).toEqual([]);
});

test("/platforms/{id}/history is newest first", async () => {
  const body = await parsed(
    "/platforms/alpha/history",
    schemas.listOf(schemas.historyItemSchema, "TestHistory"),
  );
  expect(body.items.map((i) => [i.day, i.event?.type])).toEqual([
    ["2025-11-03", "region-added"],
    ["2024-09-30", "training-began"],
  ]);
});
