import { afterEach, describe, expect, test } from "vitest";
import { originSource } from "../../../src/api/index.ts";
import { ENDPOINTS } from "../../../src/api/routes/index.ts";
import { testHistory } from "../../fixtures/history.ts";
import { nodeServer, type RawAnswer } from "../../fixtures/node-server.ts";

type Server = Awaited<ReturnType<typeof nodeServer>>;
let server: Server;
afterEach(() => server.close());

/** Without what differs for each request. */
const same = ({ status, headers: { date: _, "x-request-id": __, ...headers }, body }: RawAnswer) => ({
  status,
  headers,
  body: body.toString("base64"),
});

const IDS: Record<string, string> = {
  "/platforms/{id}": "alpha",
  "/operators/{id}": "child",
};

/** A request of every path, for records of the test dataset. */
const REQUESTS = ENDPOINTS.map(({ path, example }) => {
  const [, kind = ""] = /^(\/(?:platforms|operators)\/\{id\})/.exec(path) ?? [];
  const id = IDS[kind];
  if (id !== undefined) return path.replace("{id}", id);
  return (
    {
      "/badge/{file}": "/badge/alpha.svg",
      "/compare": "/compare?ids=alpha,beta",
      "/lookup": "/lookup?url=alpha.example.com",
      "/releases/{version}": "/releases/2026.11.1",
      "/releases/{range}": "/releases/2026.11.1...2026.11.2",
    }[path] ?? example
  );
}).filter((path) => !path.startsWith("/download"));

const MORE = [
  "/",
  "/docs",
  "/problems",
  "/problems/internal",
  "/openapi.json",
  "/openapi-3.0.json",
  "/platforms/alpha?region=DE&plan=free",
  "/platforms/alpha?include=record,sources,events,evidence,myths",
  "/platforms/alpha?release=2026.11.1",
  "/platforms?q=alpha&limit=1&sort=-severity",
  "/events?region=DE&limit=2",
  "/changes.atom?platform=alpha",
  "/badge/alpha.svg?kind=messages",
  "/stats?as_of=2025-01-01",
  "/healthz?utm_source=x",
  "/v1/platforms/alpha",
];

describe("the second answer is the first one", () => {
  const ACCEPT = ["*/*", "text/html,application/xhtml+xml;q=0.9,*/*;q=0.8", "application/json"];
  const NEGOTIATED = /^\/($|docs|problems)/;
  test.each(["identity", "gzip", "gzip, deflate, br, zstd"])("with Accept-Encoding: %s", async (encoding) => {
    server = await nodeServer(testHistory());
    for (const path of [...REQUESTS, ...MORE])
      for (const accept of NEGOTIATED.test(path) ? ACCEPT : ACCEPT.slice(0, 1)) {
        const headers = { Accept: accept, "Accept-Encoding": encoding };
        const cold = await server.get(path, headers);
        const etag = cold.headers["etag"]?.toString();
        for (const method of ["GET", "HEAD"])
          for (const condition of [undefined, etag, `W/${etag}`, `"x", ${etag}`, "*", '"x"']) {
            const all = { ...headers, ...(condition && { "If-None-Match": condition }) };
            const first = await server.get(path, all, method);
            expect(same(await server.get(path, all, method)), `${method} ${path} ${condition}`).toEqual(
              same(first),
            );
            if (condition === undefined && method === "GET") expect(same(first)).toEqual(same(cold));
            if (condition !== undefined && condition !== '"x"' && cold.status === 200 && etag)
              expect(first.status, `${path} ${condition}`).toBe(304);
            if (condition === undefined && etag)
              expect(first.headers["content-length"], `${method} ${path}`).toBe(
                cold.headers["content-length"],
              );
          }
      }
  });
});

test("a request that was answered before causes no query, no work of the API and no compression", async () => {
  server = await nodeServer(testHistory());
  const requests = ["/platforms/alpha?region=DE", "/healthz", "/badge/alpha.svg", "/events.atom"];
  const ask = async () => {
    for (const path of requests)
      for (const encoding of ["identity", "gzip", "br"])
        await server.get(path, { "Accept-Encoding": encoding });
  };
  await ask();
  const before = { ...server.counts };
  await ask();
  expect(server.counts).toEqual(before);
});

test("a pointer that is out of date is read in the background, by one query", async () => {
  server = await nodeServer(testHistory(), { pointerMilliseconds: 200 });
  await server.get("/platforms/alpha");
  await new Promise((done) => setTimeout(done, 120));
  const before = { ...server.counts };
  await Promise.all(Array.from({ length: 20 }, () => server.get("/platforms/alpha")));
  expect([server.counts.api - before.api, server.counts.queries - before.queries]).toEqual([0, 1]);
});

test("spellings of a request lead to one response, and parameters that no path reads change nothing", async () => {
  server = await nodeServer(testHistory());
  const plain = await server.get("/platforms/alpha?region=DE&plan=free");
  for (const path of [
    "/platforms/alpha?plan=free&region=DE",
    "/platforms/alpha?region=DE&plan=free&utm_source=a",
    "/platforms/alpha?utm_source=b&region=DE&fbclid=1&plan=free",
    "/platforms/%61lpha?region=DE&plan=free",
  ])
    for (const _ of ["cold", "hot"]) expect(same(await server.get(path)), path).toEqual(same(plain));
  expect(server.hot.kept).toMatchObject({ requests: 5, responses: 1 });
  expect((await server.get("/platforms/alpha?region=DE&plan=free&utm=1")).status).toBe(400);
  expect((await server.get("/platforms/alpha?region=US&plan=free")).body.equals(plain.body)).toBe(false);
});

test("an alias is answered from memory with its own headers, and its id without them", async () => {
  server = await nodeServer(testHistory());
  for (const _ of ["cold", "hot"]) {
    const [id, alias] = [await server.get("/platforms/alpha"), await server.get("/platforms/alpha-old")];
    expect(alias.body.equals(id.body)).toBe(true);
    expect([id.headers["content-location"], alias.headers["content-location"]]).toEqual([
      undefined,
      "/platforms/alpha",
    ]);
  }
  expect(server.counts.api).toBe(2);
});

test("whatever is requested, what is kept stays within its budget", async () => {
  const hotBytes = 300_000;
  const cacheBytes = 200_000;
  server = await nodeServer(testHistory(), { hotBytes, cacheBytes });
  const most = { hot: 0, bodies: 0, requests: 0 };
  for (let i = 0; i < 1500; i++) {
    const day = `as_of=${2020 + (i % 5)}-${String((i % 12) + 1).padStart(2, "0")}-${String((i % 28) + 1).padStart(2, "0")}`;
    await server.get(`/platforms/alpha?${i % 3 === 0 ? `utm_source=${i}` : day}`, {
      "Accept-Encoding": i % 2 === 0 ? "gzip" : "identity",
      ...(i % 5 === 0 && { "If-None-Match": `"${i}"` }),
    });
    most.hot = Math.max(most.hot, server.hot.kept.bytes);
    most.bodies = Math.max(most.bodies, server.services.cache.size);
    most.requests = Math.max(most.requests, server.hot.kept.requests);
  }
  expect(most.hot).toBeLessThanOrEqual(hotBytes);
  expect(most.bodies).toBeLessThanOrEqual(cacheBytes);
  expect(most.requests).toBeLessThan(300);
  expect(most.hot).toBeGreaterThan(hotBytes / 3);
});

describe("what was kept is not answered", () => {
  test("after another release was published", async () => {
    server = await nodeServer(testHistory(), { pointerMilliseconds: 0.5 });
    const ask = () => server.get("/platforms/alpha?region=DE");
    const before = await ask();
    await ask();
    await server.publish(testHistory(true));
    const gamma = JSON.parse((await server.get("/platforms/gamma")).body.toString()) as { summary: string };
    expect(gamma.summary).toBe("Changed since.");
    expect(same(await ask()).body).not.toBe(same(before).body);
  });

  test("on another day", async () => {
    let today = "2026-11-24";
    server = await nodeServer(testHistory(), { today: () => today });
    const asOf = async () =>
      (JSON.parse((await server.get("/platforms/alpha")).body.toString()) as { audience: { asOf: string } })
        .audience.asOf;
    expect([await asOf(), await asOf()]).toEqual(["2026-11-24", "2026-11-24"]);
    today = "2026-11-25";
    expect([await asOf(), await asOf()]).toEqual(["2026-11-25", "2026-11-25"]);
  });

  test("if it was made for a state that ended meanwhile", async () => {
    let today = "2026-11-24";
    let during: (() => void) | undefined;
    server = await nodeServer(testHistory(), {
      today: () => today,
      around: (api) => async (request, env) => {
        const response = await api(request, env);
        during?.();
        return response;
      },
    });
    await server.get("/healthz");
    during = () => {
      today = "2026-11-25";
    };
    await server.get("/platforms/alpha");
    during = undefined;
    expect(server.hot.kept.requests).toBe(0);
  });
});

describe("many at once", () => {
  test("identical requests share one computation and one compression", async () => {
    const limits = { running: 50, perClient: 1000, waiting: 1000 };
    const one = await nodeServer(testHistory(), { limits });
    await one.get("/stats", { "Accept-Encoding": "gzip" });
    const { queries } = one.counts;
    await one.close();
    server = await nodeServer(testHistory(), { limits });
    const answers = await Promise.all(
      Array.from({ length: 200 }, () => server.get("/stats", { "Accept-Encoding": "gzip" })),
    );
    expect(new Set(answers.map((a) => a.body.toString("base64"))).size).toBe(1);
    expect([server.counts.queries, server.counts.compressions]).toEqual([queries, 1]);
  });

  test("what failed is computed again", async () => {
    server = await nodeServer(testHistory());
    let computations = 0;
    const failing = () =>
      server.services.cache.of("key", async () => {
        computations++;
        throw new Error("once");
      });
    const results = await Promise.allSettled([failing(), failing()]);
    expect([results.map((r) => r.status), computations]).toEqual([["rejected", "rejected"], 1]);
    await expect(failing()).rejects.toThrow("once");
    expect(computations).toBe(2);
  });
});

describe("the origin", () => {
  const self = ({ body }: RawAnswer) => /rel="self" href="([^"]+)"/.exec(body.toString())?.[1];

  test("each host gets its own", async () => {
    server = await nodeServer(testHistory());
    for (const host of ["a.example", "b.example", "a.example"])
      expect(self(await server.get("/events.atom", { Host: host }))).toBe(`http://${host}/events.atom`);
  });

  test("behind a trusted proxy it is what the proxy says; clients share what is kept", async () => {
    const origin = originSource({ trustProxy: "loopback" }, () => ({ remote: { address: "127.0.0.1" } }));
    server = await nodeServer(testHistory(), { origin });
    const ask = (client: number, host: string, proto: string) =>
      server.get("/events.atom", {
        "X-Forwarded-For": `192.0.2.${client}`,
        "X-Forwarded-Host": host,
        "X-Forwarded-Proto": proto,
      });
    for (const client of [1, 2, 3]) {
      const secure = await ask(client, "a.example", "https");
      expect([self(secure), secure.headers["strict-transport-security"]]).toEqual([
        "https://a.example/events.atom",
        "max-age=31536000",
      ]);
      const plain = await ask(client, "a.example", "http");
      expect([self(plain), plain.headers["strict-transport-security"]]).toEqual([
        "http://a.example/events.atom",
        undefined,
      ]);
      expect(self(await ask(client, "b.example", "https"))).toBe("https://b.example/events.atom");
    }
    expect(server.counts.api).toBe(3);
  });
});

test("each request has its id: its own, or another one", async () => {
  server = await nodeServer(testHistory());
  const idOf = async (given?: string) =>
    (await server.get("/platforms/alpha", given === undefined ? {} : { "X-Request-Id": given })).headers[
      "x-request-id"
    ];
  const made = [await idOf(), await idOf(), await idOf()];
  expect(new Set(made).size).toBe(3);
  for (const id of made) expect(id).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
  expect(await idOf("mine-1=_")).toBe("mine-1=_");
  expect(await idOf("not one")).not.toBe("not one");
  expect(await idOf("x".repeat(256))).not.toBe("x".repeat(256));
});

test("what an earlier step says of a request is added, cold and hot", async () => {
  server = await nodeServer(testHistory(), {
    steps: [
      (_req, res, next) => {
        res.setHeader("RateLimit", '"default";r=1;t=1');
        next();
      },
    ],
  });
  const answers = [await server.get("/platforms/alpha"), await server.get("/platforms/alpha")];
  expect(answers.map((a) => a.headers["ratelimit"])).toEqual(Array(2).fill('"default";r=1;t=1'));
  expect(same(answers[1] as RawAnswer)).toEqual(same(answers[0] as RawAnswer));
});

test.each(["/readyz", "/platforms/unknown", "/platforms?region=XX", "/nope"])(
  "%s is always answered by the API",
  async (path) => {
    server = await nodeServer(testHistory());
    await server.get(path);
    const { api } = server.counts;
    await server.get(path);
    expect(server.counts.api).toBe(api + 1);
  },
);
