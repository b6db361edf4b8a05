import { readFileSync } from "node:fs";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { IGNORED, IGNORED_PREFIXES, isIgnored } from "../../src/api/http/ignored.ts";
import { ENDPOINTS } from "../../src/api/routes/index.ts";
import { testHistory } from "../fixtures/history.ts";
import { type TestServer, testServer } from "../fixtures/server.ts";

let server: TestServer;
beforeAll(async () => {
  server = await testServer(testHistory());
});
afterAll(() => server.engine.close());

interface Wrong {
  detail: string;
  parameter?: string;
  nearest?: string[];
}
const wrong = async (path: string): Promise<[number, Wrong]> => {
  const response = await server.get(path);
  return [response.status, (await response.json()) as Wrong];
};

/** A request to every path, for records of the test dataset. */
const REQUESTS = [
  "/platforms",
  "/platforms/alpha",
  "/platforms/alpha/record",
  "/platforms/alpha/opt-out",
  "/platforms/alpha/history",
  "/platforms/alpha/changes.atom",
  "/badge/alpha.svg",
  "/compare?ids=alpha,beta",
  "/lookup?url=alpha.example.com",
  "/operators",
  "/operators/child",
  "/changes",
  "/changes.json",
  "/events",
  "/events.atom",
  "/releases",
  "/releases/2026.11.1",
  "/stats",
  "/vocabulary",
  "/schema",
  "/schema/platform.schema.json",
  "/healthz",
  "/readyz",
];
const joined = (path: string, query: string): string => `${path}${path.includes("?") ? "&" : "?"}${query}`;

describe("parameters that links and scripts append", () => {
  const APPENDED =
    "utm_source=newsletter&UTM_ID=z&ref_src=twsrc&si=abc&utm_medium=a&utm_medium=b&fbclid=x&gclid=y&_=1732900000&_=2";
  test.each(REQUESTS)("%s ignores them, and they are not part of the canonical request", async (path) => {
    const [plain, appended] = await Promise.all([server.get(path), server.get(joined(path, APPENDED))]);
    expect([appended.status, await appended.text(), appended.headers.get("ETag")]).toEqual([
      200,
      await plain.text(),
      plain.headers.get("ETag"),
    ]);
  });
  test("none is the name of a parameter, or near to one", () => {
    const names = new Set(ENDPOINTS.flatMap(({ query }) => Object.keys(query.shape)));
    expect(names.size).toBeGreaterThan(20);
    expect([...names].filter(isIgnored)).toEqual([]);
  });
  test("the decision lists them", () => {
    const text = readFileSync("docs/adr/0005-strict-parameters.md", "utf8");
    const listed = [...IGNORED.map((n) => `\`${n}\``), ...IGNORED_PREFIXES.map((p) => `\`${p}*\``)];
    expect(listed.filter((name) => !text.includes(name))).toEqual([]);
  });
  test.each(["utm", "ref", "x", "constructor", "__proto__", "hasOwnProperty"])(
    "%s stays an error",
    async (name) => expect((await wrong(`/platforms?${name}=1`))[0]).toBe(400),
  );
});

describe("a suggestion is a request that works", () => {
  /** Follows the suggestion of a problem in the place of what is wrong. */
  async function followed(path: string): Promise<number | undefined> {
    const [status, { parameter = "", nearest, detail }] = await wrong(path);
    expect([400, 404], path).toContain(status);
    const [suggestion] = nearest ?? [];
    if (suggestion === undefined) {
      expect(detail, path).not.toContain("Did you mean");
      return undefined;
    }
    const url = new URL(path, "http://localhost");
    const inQuery = url.searchParams.get(parameter);
    let better: string;
    if (parameter === "path") better = suggestion;
    else if (inQuery === null) better = path.replace(/[^/?]+(?=$|\?)/, encodeURIComponent(suggestion));
    else {
      url.searchParams.delete(parameter);
      // Either the name is wrong, or a value in it.
      if (detail.includes("no such parameter")) url.searchParams.set(suggestion, inQuery);
      else
        url.searchParams.set(
          parameter,
          inQuery
            .split(",")
            .map((part) => (detail.includes(JSON.stringify(part)) ? suggestion : part))
            .join(","),
        );
      better = url.pathname + url.search;
    }
    return (await server.get(better)).status;
  }

  test.each([
    ["/badge/alpha.png", 200],
    ["/badge/alpha", 200],
    ["/badge/Alpha.jpg", 200],
    ["/badge/nobody.png", undefined],
    ["/platforms?page=2", undefined],
    ["/platforms?lang=de", undefined],
    ["/platforms?region=XX", undefined],
    ["/platforms?country=DE", 200],
    ["/platforms?search=alpha", 200],
    ["/platforms?per_page=5", 200],
    ["/platforms?sort=relevanc", 200],
    ["/platforms?sort=nmae", 200],
    ["/platforms?sort=-verifed", 200],
    ["/platforms?fields=id,naem", 200],
    ["/platforms?regoin=DE", 200],
    ["/platforms?region=DE&regoin=FR", undefined],
    ["/platforms/alhpa", 200],
    ["/platforms/alpha-odl", 200],
    ["/operators/chlid", 200],
    ["/schema/platfrom.schema.json", 200],
    ["/problems/unknown-pat", 200],
    ["/problems/constructor", undefined],
    ["/schema/constructor", undefined],
    ["/vocabulary/toString", undefined],
    ["/docs/assets/constructor", undefined],
    ["/lokup", 404],
    ["/platform/alpha", 200],
    ["/platforms/alpha/recrod", 200],
    ["/platforms/Alpha/optout", 200],
    ["/operator/child", 200],
    ["/operators/child/record", 200],
    ["/platfroms", 200],
    ["/chagnes", 200],
    ["/platforms/alpha?release=2026.11.9", 200],
  ])("%s", async (path, status) => expect(await followed(path)).toBe(status));

  const NAMES = ["region", "plan", "age", "account", "as_of", "release", "sort", "limit", "fields", "q"];
  const VALUES = ["DE", "free", "adult", "2026-01-01", "name", "5", "no-choice", "linkedin", "x"];
  const mistyped = (word: string) =>
    fc.tuple(fc.nat(word.length - 1), fc.constantFrom("", "x", "e")).map(([at, letter]) => {
      const typed = word.slice(0, at) + letter + word.slice(at + 1);
      return typed === "" ? "xx" : typed;
    });

  test("whatever is mistyped: names of parameters", () =>
    fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...NAMES).chain(mistyped),
        fc.constantFrom(...VALUES),
        fc.constantFrom("/platforms", "/platforms/alpha", "/stats", "/changes"),
        async (name, value, path) => {
          const response = await server.get(`${path}?${name}=${value}`);
          if (response.status === 200) return;
          expect([200, undefined]).toContain(await followed(`${path}?${name}=${value}`));
        },
      ),
      { numRuns: 300 },
    ));

  test("whatever is mistyped: values and paths", () =>
    fc.assert(
      fc.asyncProperty(
        fc.oneof(
          fc
            .constantFrom("on-by-default", "no-choice")
            .chain(mistyped)
            .map((v) => `/platforms?verdict=${v}`),
          fc
            .constantFrom("name", "-severity", "changed")
            .chain(mistyped)
            .map((v) => `/platforms?sort=${v}`),
          fc
            .constantFrom("business", "free", "api")
            .chain(mistyped)
            .map((v) => `/stats?plan=${v}`),
          fc
            .constantFrom("Germany", "France", "US-CA", "EEA")
            .chain(mistyped)
            .map((v) => `/stats?region=${v}`),
          fc
            .constantFrom("alpha", "gamma", "alpha-old")
            .chain(mistyped)
            .map((v) => `/platforms/${v}`),
          fc
            .constantFrom("alpha", "gamma", "alpha-old")
            .chain(mistyped)
            .map((v) => `/changes?platform=${v}`),
          fc
            .constantFrom("platforms", "changes", "vocabulary", "healthz")
            .chain(mistyped)
            .map((v) => `/${v}`),
          fc
            .constantFrom("record", "opt-out", "history")
            .chain(mistyped)
            .map((v) => `/platforms/alpha/${v}`),
        ),
        async (path) => {
          const response = await server.get(path);
          if (response.status !== 400 && response.status !== 404) return;
          expect([200, undefined], path).toContain(await followed(path));
        },
      ),
      { numRuns: 300 },
    ));
});

describe("values at their limits", () => {
  const cursor = (json: string): string => Buffer.from(json).toString("base64url");
  test.each([
    ["/platforms?as_of=9999-12-31", 4],
    ["/platforms?as_of=0001-01-01", 4],
  ])("%s lists every platform", async (path, total) => {
    const body = await server.json<{ total: number; items: unknown[] }>(path);
    expect([body.total, body.items.length]).toEqual([total, total]);
  });
  test.each(['["name",1e400,"x"]', '["name",-1e400,"x"]', '["name",null,"x"]', '["name",{},"x"]', "[]", "1"])(
    "a cursor of %s is not one of ours",
    async (json) => {
      const [status, { detail }] = await wrong(`/platforms?cursor=${cursor(json)}`);
      expect([status, detail]).toEqual([404, expect.stringContaining("is not a cursor of this API.")]);
    },
  );
  test("nor is one of /events that is not a day", async () => {
    const [status] = await wrong(`/events?cursor=${cursor('["-day",1e400,"x"]')}`);
    expect(status).toBe(404);
  });
  test.each([
    "/changes?cursor=999999999999999",
    "/platforms/alpha/history?cursor=999999999999999",
    "/releases/2026.11.1?cursor=999999999999999",
    "/releases/2026.11.1...2026.11.2?cursor=999999999999999",
  ])("%s is answered", async (path) => expect((await server.get(path)).status).toBe(200));
  test.each([
    ["2026.11.1...2026.11.2...2026.11.1", "2026.11.2...2026.11.1"],
    ["2026.11.1...2026.11.2...", "2026.11.2..."],
    ["2026.11.1....2026.11.2", ".2026.11.2"],
    ["2026.11.1...", ""],
    ["...", ""],
  ])("/releases/%s is not the difference of two releases", async (versions, unknown) => {
    const [status, { detail }] = await wrong(`/releases/${versions}`);
    expect([status, detail]).toEqual([404, expect.stringContaining(`there is no release "${unknown}"`)]);
  });
  test.each(["constructor", "__proto__", "toString", "valueOf", "hasOwnProperty"])(
    "%s, which every object has, is the name of nothing",
    async (name) => {
      for (const { path, example } of ENDPOINTS.filter((e) => e.path.includes("{"))) {
        const query = /\?.*/.exec(example)?.[0] ?? "";
        const asked = path.replace(/\{\w+\}/g, name) + query;
        expect((await wrong(asked))[0], asked).toBe(404);
      }
      for (const path of ["/problems", "/docs/assets", "/v1/schema", "/vocabulary", "/openapi.json", ""])
        expect((await wrong(`${path}/${name}`))[0], path).toBe(404);
    },
  );
  test("the wrong value is quoted, and cut where it is long", async () => {
    for (const parameter of ["sort", "limit", "as_of", "region", "plan", "verdict", "fields", "release"]) {
      const [, { detail }] = await wrong(`/platforms?${parameter}=nonsense`);
      expect(detail, parameter).toContain('"nonsense"');
      const [status, long] = await wrong(`/platforms?${parameter}=${"z".repeat(5000)}`);
      expect([status, long.detail.length < 1500], parameter).toEqual([400, true]);
    }
  });
});

describe("when records came into releases, and changed", () => {
  const ids = async (query: string): Promise<string[]> =>
    (await server.json<{ items: { id: string }[] }>(`/platforms?${query}`)).items.map((p) => p.id);
  test("every platform has the days", async () => {
    const { items } = await server.json<{ items: object[] }>("/platforms?fields=added,changed,verified");
    expect(items).toEqual([
      { id: "alpha", added: "2026-11-20", changed: "2026-11-22", verified: "2026-11-01" },
      { id: "beta", added: "2026-11-20", changed: "2026-11-20", verified: "2026-05-01" },
      { id: "delta", added: "2026-11-20", changed: "2026-11-20", verified: "2026-11-01" },
      { id: "gamma", added: "2026-11-20", changed: "2026-11-20", verified: "2026-10-01" },
    ]);
    expect(await server.json("/platforms/alpha")).toMatchObject({
      added: "2026-11-20",
      changed: "2026-11-22",
    });
    expect(await server.json("/platforms/alpha?release=2026.11.1")).toMatchObject({ changed: "2026-11-20" });
  });
  test.each([
    ["updated_since=2026-11-20", ["alpha", "beta", "delta", "gamma"]],
    ["updated_since=2026-11-22", ["alpha"]],
    ["updated_since=2026-11-23", []],
    ["changed_since=2026-11-22", ["alpha"]],
    ["changed_since=2026-11-21&release=2026.11.1", []],
    ["sort=-changed", ["alpha", "gamma", "delta", "beta"]],
    ["sort=added&limit=2", ["alpha", "beta"]],
  ])("%s", async (query, expected) => expect(await ids(query)).toEqual(expected));
});
