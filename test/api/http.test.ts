import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { PROBLEMS } from "../../src/api/http/problem.ts";
import { problemSchema } from "../../src/api/http/problem-schema.ts";
import { createApp, services } from "../../src/api/index.ts";
import { publish, Store } from "../../src/db/index.ts";
import { hashOf } from "../../src/records/load.ts";
import { testDataset } from "../fixtures/dataset.ts";
import { libsqlFile } from "../fixtures/engines.ts";
import { type TestServer, testServer } from "../fixtures/server.ts";

let server: TestServer;
beforeAll(async () => {
  server = await testServer();
});
afterAll(() => server.engine.close());
beforeEach(() => server.logged.splice(0));

describe("errors are problem details that name the parameter and the remedy", () => {
  test.each<[string, number, string, string | undefined, string]>([
    ["/platforms/alhpa", 404, "unknown-platform", "id", 'There is no platform "alhpa". Did you mean alpha?'],
    ["/platforms/alhpa/opt-out", 404, "unknown-platform", "id", "Did you mean alpha?"],
    ["/operators/chlid", 404, "unknown-operator", "id", "Did you mean child?"],
    [
      "/platforms?regoin=DE",
      400,
      "unknown-parameter",
      "regoin",
      "regoin: there is no such parameter here. Known: region, plan, age, account, as_of, release, category",
    ],
    [
      "/platforms?region=XX",
      404,
      "unknown-region",
      "region",
      'region: "XX" is not an ISO 3166 code (DE, US-CA) or a group (EU, EEA).',
    ],
    ["/platforms?plan=bussiness", 400, "invalid-parameter", "plan", "Did you mean business?"],
    [
      "/platforms?verdict=no-choice,on-by-defalt",
      400,
      "invalid-parameter",
      "verdict",
      "Did you mean on-by-default?",
    ],
    [
      "/platforms?as_of=2025-02-30",
      400,
      "invalid-parameter",
      "as_of",
      'as_of: "2025-02-30" is not a valid date. Write year, month and day with hyphens: 2026-01-31.',
    ],
    ["/platforms?as_of=2025", 400, "invalid-parameter", "as_of", 'as_of: "2025" is not a valid date'],
    [
      "/platforms?limit=0",
      400,
      "invalid-parameter",
      "limit",
      'limit: "0" is not a whole number from 1 to 100, such as 20. Did you mean 1?',
    ],
    ["/platforms?sort=nmae", 400, "invalid-parameter", "sort", 'sort: "nmae" is not one of name, -name'],
    ["/platforms?q=", 400, "invalid-parameter", "q", "q: is empty"],
    ["/platforms?fields=naem", 400, "invalid-parameter", "fields", "Did you mean name?"],
    ["/platforms?cursor=nonsense", 404, "unknown-page", "cursor", "cursor: is not a cursor of this API."],
    ["/platforms?cursor=%24", 400, "invalid-parameter", "cursor", "is not a cursor of this API."],
    [
      "/platforms?cursor=WyJpZCIsImFscGhhIiwiYWxwaGEiXQ&sort=name",
      404,
      "unknown-page",
      "cursor",
      "cursor: belongs to sort=id.",
    ],
    [
      "/platforms?region=DE&region=FR",
      400,
      "invalid-parameter",
      "region",
      "region: is given more than once.",
    ],
    [
      "/platforms/alpha?verdict=on",
      400,
      "unknown-parameter",
      "verdict",
      "verdict: there is no such parameter here.",
    ],
    [
      "/platforms/alpha/history?region=DE",
      400,
      "unknown-parameter",
      "region",
      "Known: release, limit, cursor.",
    ],
    ["/lookup", 400, "invalid-parameter", "url", "url: is missing; for example url=https://www.linkedin.com"],
    ["/lookup?url=not%20a%20url", 404, "unknown-domain", "url", "is not a URL (https://www.linkedin.com"],
    ["/lookup?url=127.0.0.1", 404, "unknown-domain", "url", "is not a URL (https://www.linkedin.com"],
    [
      "/lookup?url=unknown.test",
      404,
      "unknown-domain",
      "url",
      "No platform in the dataset has unknown.test.",
    ],
    ["/schema/platfrom.schema.json", 404, "unknown-path", "name", "Did you mean platform.schema.json?"],
    ["/platfroms", 404, "unknown-path", "path", "Did you mean /platforms?"],
    ["/healthz?x=1", 400, "unknown-parameter", "x", "this path takes no parameters"],
  ])("%s", async (path, status, type, parameter, detail) => {
    for (const prefix of ["", "/v1"]) {
      const response = await server.get(prefix + path);
      expect([response.status, response.headers.get("Content-Type")]).toEqual([
        status,
        "application/problem+json; charset=utf-8",
      ]);
      const body = problemSchema.parse(await response.json());
      expect([body.type, body.status, body.parameter]).toEqual([`/problems/${type}`, status, parameter]);
      expect(body.detail).toContain(detail);
      expect(body.instance).toBe(path.split("?")[0]);
    }
    expect(server.logged).toEqual([]);
  });

  test.each(["/platforms/", "/v1/", "/v1/platforms/alpha/"])(
    "a trailing slash redirects: %s",
    async (path) => {
      const response = await server.get(path);
      expect([
        response.status,
        new URL(response.headers.get("Location") ?? "", "http://localhost").pathname,
      ]).toEqual([301, path.slice(0, -1)]);
    },
  );

  test("all faults are named", async () => {
    const body = problemSchema.parse(await server.json("/platforms?region=XX&plan=gratis&foo=1"));
    expect(body.errors?.map((e) => e.parameter).sort()).toEqual(["foo", "plan", "region"]);
  });

  test.each(["POST", "PUT", "DELETE", "PATCH"])("%s is not allowed", async (method) => {
    const response = await server.get("/platforms", {}, method);
    expect([
      response.status,
      response.headers.get("Allow"),
      ((await response.json()) as { type: string }).type,
    ]).toEqual([405, "GET, HEAD, OPTIONS", "/problems/method-not-allowed"]);
  });

  test("each problem says how to resolve it", async () => {
    for (const name of Object.keys(PROBLEMS) as (keyof typeof PROBLEMS)[])
      expect(await server.json(`/problems/${name}`)).toEqual({
        type: `/problems/${name}`,
        title: PROBLEMS[name].title,
        status: PROBLEMS[name].status,
        remedy: PROBLEMS[name].remedy,
      });
  });
});

describe("when the database fails", () => {
  test("before the first read: 503, also from readyz, while healthz is fine", async () => {
    const engine = await libsqlFile();
    const app = createApp(services(new Store(engine.db)), () => {});
    expect([
      (await app.request("/healthz")).status,
      (await app.request("/readyz")).status,
      (await app.request("/platforms")).status,
    ]).toEqual([200, 503, 503]);
    const body = problemSchema.parse(await (await app.request("/readyz")).json());
    expect(body.detail).toContain("npm run publish");
    await engine.close();
  });
  test("later: cached answers are still served, others are 503 with Retry-After", async () => {
    const engine = await libsqlFile();
    await publish(engine.db, testDataset(), { hash: hashOf });
    const app = createApp(services(new Store(engine.db), { pointerMilliseconds: 0 }), () => {});
    const before = await (await app.request("/platforms/alpha?region=DE")).text();
    await engine.close();
    const again = await app.request("/platforms/alpha?region=DE");
    expect([again.status, await again.text()]).toEqual([200, before]);
    const other = await app.request("/platforms/beta");
    expect([other.status, other.headers.get("Retry-After"), other.headers.get("Cache-Control")]).toEqual([
      503,
      "5",
      "no-store",
    ]);
  });
  test("unexpected errors are logged, and answered without internal details", async () => {
    const logged: Error[] = [];
    const broken = {
      ...server.services,
      publication: { get: () => Promise.reject(new TypeError("internal details")) },
    };
    const app = createApp(broken as never, (_, e) => void logged.push(e));
    const response = await app.request("/platforms");
    expect([
      response.status,
      (await response.text()).includes("internal details"),
      logged.map((e) => e.message),
    ]).toEqual([500, false, ["internal details"]]);
  });
});

describe("caching", () => {
  test.each([
    "/platforms?region=DE",
    "/platforms/alpha",
    "/vocabulary",
    "/openapi.json",
    "/schema/platform.schema.json",
    "/",
  ])("%s has a strong validator, and 304 for clients that have it", async (path) => {
    const first = await server.get(path);
    const etag = first.headers.get("ETag") ?? "";
    expect(etag).toMatch(/^"[0-9a-f]{32}"$/);
    expect(first.headers.get("Cache-Control")).toContain("stale-while-revalidate");
    for (const header of [etag, `W/${etag}`, `"other", ${etag}`, "*"]) {
      const again = await server.get(path, { "If-None-Match": header });
      expect([again.status, await again.text(), again.headers.get("ETag")]).toEqual([304, "", etag]);
    }
    expect((await server.get(path, { "If-None-Match": '"other"' })).status).toBe(200);
  });
  test("equivalent requests have the same answer", async () => {
    const bodies = await Promise.all(
      [
        "/platforms/alpha?region=de",
        "/platforms/alpha?plan=free&region=DE",
        "/platforms/alpha?as_of=2026-11-24&region=DE&age=adult",
      ].map(async (p) => (await server.get(p)).text()),
    );
    expect(new Set(bodies).size).toBe(1);
  });
  test("HEAD is GET without the body", async () => {
    const [head, get] = [
      await server.get("/platforms/alpha", {}, "HEAD"),
      await server.get("/platforms/alpha"),
    ];
    expect([
      head.status,
      await head.text(),
      head.headers.get("ETag"),
      head.headers.get("Content-Type"),
    ]).toEqual([200, "", get.headers.get("ETag"), get.headers.get("Content-Type")]);
  });
});

describe("headers", () => {
  test("any site may read the API, and preflight requests work", async () => {
    const response = await server.get("/platforms", { Origin: "https://x.example" });
    expect(response.headers.get("Access-Control-Allow-Origin")).toBe("*");
    const preflight = await server.get(
      "/platforms",
      { Origin: "https://x.example", "Access-Control-Request-Method": "GET" },
      "OPTIONS",
    );
    expect([preflight.status, preflight.headers.get("Access-Control-Allow-Methods")]).toEqual([
      204,
      "GET,HEAD,OPTIONS",
    ]);
  });
  test("every response has a request id, and the client's own is used", async () => {
    expect((await server.get("/platforms")).headers.get("X-Request-Id")).toMatch(/^[0-9a-f-]{36}$/);
    expect((await server.get("/nope", { "X-Request-Id": "mine-1" })).headers.get("X-Request-Id")).toBe(
      "mine-1",
    );
  });
  test("browsers do not sniff, frame or run responses", async () => {
    const response = await server.get("/platforms");
    expect([
      response.headers.get("X-Content-Type-Options"),
      response.headers.get("Content-Security-Policy"),
    ]).toEqual(["nosniff", "default-src 'none'; frame-ancestors 'none'"]);
  });
});

test("a list can be written in several parameters, and its answer is that of one separated by commas", async () => {
  const answer = async (path: string) => (await server.get(path)).text();
  expect(await answer("/platforms/alpha?include=sources&include=myths")).toBe(
    await answer("/platforms/alpha?include=sources,myths"),
  );
});
