import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ENDPOINTS } from "../../src/api/routes/index.ts";
import { faultsOf, templateOf, VERSIONS } from "../fixtures/described.ts";
import { testHistory } from "../fixtures/history.ts";
import { type TestServer, testServer } from "../fixtures/server.ts";

let server: TestServer;
beforeAll(async () => {
  server = await testServer(testHistory());
});
afterAll(() => server.engine.close());

/** Expects an answer that both documents describe. */
async function described(path: string, status: number): Promise<Response> {
  const response = await server.get(path);
  const body = await response.clone().text();
  expect([path, response.status]).toEqual([path, status]);
  const type = response.headers.get("Content-Type") ?? "";
  for (const version of VERSIONS)
    expect(faultsOf(version, path.replace(/^\/v1/, ""), status, type, body), `${version} ${path}`).toBeNull();
  return response;
}

/** A request for each path of the API, except for files. */
const REQUESTS = [
  "/platforms?region=DE",
  "/platforms?fields=name,headline.verdict,kinds",
  "/platforms/alpha?region=DE&include=record,sources,events,myths,evidence",
  "/platforms/beta",
  "/platforms/alpha?release=2026.11.1",
  "/platforms/alpha/record",
  "/platforms/alpha/opt-out?region=DE",
  "/platforms/alpha/history",
  "/platforms/alpha/changes.atom",
  "/platforms/alpha/changes.json",
  "/platforms/alpha/changes.ics",
  "/platforms/alpha/badge.json",
  "/platforms/alpha/compare?from=2024-01-01&to=2026-11-01&region=DE",
  "/badge/alpha.svg",
  "/lookup?url=alpha.example.com",
  "/hosts",
  "/events",
  ...["atom", "json", "ics"].map((format) => `/events.${format}`),
  "/upcoming",
  "/changes",
  ...["atom", "json", "ics"].map((format) => `/changes.${format}`),
  ...["atom", "json", "ics"].map((format) => `/new-platforms.${format}`),
  ...["atom", "json", "ics"].map((format) => `/releases.${format}`),
  "/compare?ids=alpha,beta",
  "/releases",
  "/releases/2026.11.2",
  "/releases/2026.11.2/since/2026.11.1",
  "/operators",
  "/operators/child",
  "/stats",
  "/vocabulary",
  "/schema",
  "/schema/platform.schema.json",
  "/healthz",
  "/readyz",
];

describe("answers are as both documents describe them", () => {
  test.each(REQUESTS)("%s", async (path) => void (await described(path, 200)));
  test("every path is among them, except for files", () => {
    const asked = new Set(REQUESTS.map((path) => templateOf(path.split("?")[0] ?? path)));
    expect(
      ENDPOINTS.map((e) => e.path).filter((path) => !asked.has(path) && !path.startsWith("/download")),
    ).toEqual([]);
  });
  test("an event in a history has no change, a change has no event", async () => {
    const { items } = (await (await described("/platforms/alpha/history", 200)).json()) as {
      items: { kind: string; event: unknown; change: unknown }[];
    };
    expect(new Set(items.map((x) => [x.kind, x.event === null, x.change === null].join(" ")))).toEqual(
      new Set(["event false true", "change true false"]),
    );
  });
  test("an alias", async () => {
    const response = await described("/platforms/alpha-old?region=DE", 200);
    expect(response.headers.get("Content-Location")).toBe("/platforms/alpha?region=DE");
  });
});

describe("errors are as both documents describe them", () => {
  test.each([
    ["/platforms?plan=premium", 400],
    ["/platforms?page=2", 400],
    ["/platforms/alhpa", 404],
    ["/badge/alhpa.svg", 404],
    ["/releases/2026.12.9", 404],
    ["/releases/2026.11.2/since/2026.01.1", 404],
    ["/lookup?url=nobody.example", 404],
    ["/schema/none.json", 404],
  ])("%s", async (path, status) => void (await described(path, status)));
  test.each(ENDPOINTS.filter((e) => Object.hasOwn(e.head.query, "release") && e.complete).map((e) => e.path))(
    "an unknown release: %s",
    async (path) => void (await described(`${path}?release=2026.12.9`, 404)),
  );
});

describe("links of an answer", () => {
  const linksOf = async (path: string) =>
    (await server.json<{ meta: { links: Record<string, string> } }>(path)).meta.links;
  test("keep the person, the day and the release asked about", async () => {
    expect(
      await linksOf("/platforms/alpha?region=DE&plan=paid&as_of=2025-01-01&release=2026.11.2"),
    ).toMatchObject({
      optOut: "/platforms/alpha/opt-out?as_of=2025-01-01&plan=paid&region=DE&release=2026.11.2",
      record: "/platforms/alpha/record?release=2026.11.2",
      events: "/events?platform=alpha&region=DE&release=2026.11.2",
    });
    expect(await linksOf("/lookup?url=alpha.example.com&region=DE")).toMatchObject({
      platform: "/platforms/alpha?region=DE",
    });
  });
  test("have nothing that was not asked", async () =>
    expect(await linksOf("/platforms/alpha")).toMatchObject({
      platform: "/platforms/alpha",
      optOut: "/platforms/alpha/opt-out",
      history: "/platforms/alpha/history",
    }));
  test("keep the version prefix, in the body and in the header", async () => {
    const response = await server.get("/v1/changes?limit=1");
    const { meta, next } = (await response.json()) as {
      meta: { links: Record<string, string> };
      next: string;
    };
    for (const link of [next, ...Object.values(meta.links)]) expect(link).toMatch(/^\/v1\//);
    expect(response.headers.get("Link")).toContain("</v1/changes.atom>");
    expect((await server.json<{ next: string }>("/changes?limit=1")).next).toMatch(/^\/changes\?/);
    expect((await server.get(next)).status).toBe(200);
  });
  test.each(["/platforms/alpha?region=DE", "/platforms/alpha/opt-out?plan=paid", "/v1/events", "/releases"])(
    "all answer: %s",
    async (path) => {
      for (const link of Object.values(await linksOf(path)))
        expect([link, (await server.get(link)).status]).toEqual([link, 200]);
    },
  );
});

test("an opt-out answer has every document that it cites, and no other", async () => {
  type Cites = { evidence: string[] }[];
  const answer = await server.json<{
    controls: Cites;
    unstoppable: Cites;
    myths: Cites;
    sources: { id: string; url: string }[];
  }>("/platforms/alpha/opt-out?region=US");
  const cited = [...answer.controls, ...answer.unstoppable, ...answer.myths].flatMap((x) =>
    x.evidence.map((pointer) => pointer.split("#")[0]),
  );
  expect(answer.sources.length).toBeGreaterThan(0);
  expect(new Set(answer.sources.map((source) => source.id))).toEqual(new Set(cited));
});
