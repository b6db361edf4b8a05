import { Hono } from "hono";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createApp, OriginError, type OriginOptions, originSource, services } from "../../src/api/index.ts";
import { Store } from "../../src/db/index.ts";
import { testHistory } from "../fixtures/history.ts";
import { type TestServer, testServer } from "../fixtures/server.ts";

/** The origin of a request to `http://inside:8787` from a proxy with an address. */
async function originOf(
  options: OriginOptions,
  headers: Record<string, string>,
  peer = "10.0.0.1",
): Promise<string> {
  const source = originSource(options, () => ({ remote: { address: peer } }));
  const app = new Hono().get("/", (c) => c.text(source.of(c)));
  return (await app.request("http://inside:8787/", { headers })).text();
}

const TLS = { "X-Forwarded-Proto": "https", "X-Forwarded-Host": "data.example" };

describe("the origin of absolute URLs", () => {
  test.each<[string, OriginOptions, Record<string, string>, string]>([
    ["nothing configured: where the request was sent to", {}, TLS, "http://inside:8787"],
    [
      "PUBLIC_URL wins over every header",
      { publicUrl: "https://a.example", trustProxy: "1" },
      TLS,
      "https://a.example",
    ],
    [
      "PUBLIC_URL with a port and a slash",
      { publicUrl: "https://a.example:8443/" },
      {},
      "https://a.example:8443",
    ],
    ["a trusted proxy", { trustProxy: "10.0.0.0/8" }, TLS, "https://data.example"],
    ["one of several networks", { trustProxy: "loopback, 10.0.0.1" }, TLS, "https://data.example"],
    ["a proxy that is not trusted", { trustProxy: "192.0.2.0/24" }, TLS, "http://inside:8787"],
    ["the scheme alone", { trustProxy: "1" }, { "X-Forwarded-Proto": "https" }, "https://inside:8787"],
    [
      "Forwarded (RFC 7239)",
      { trustProxy: "1" },
      { Forwarded: 'for=192.0.2.1;proto=https;host="data.example:8443"' },
      "https://data.example:8443",
    ],
    [
      "Forwarded wins",
      { trustProxy: "1" },
      { ...TLS, Forwarded: "for=192.0.2.1;proto=https;host=b.example" },
      "https://b.example",
    ],
    [
      "a quoted comma is not a separator",
      { trustProxy: "1" },
      { Forwarded: 'for="_a,b";proto=https;host=b.example' },
      "https://b.example",
    ],
    [
      "what a client wrote before the proxy is not believed",
      { trustProxy: "1" },
      { Forwarded: "for=1.2.3.4;proto=https;host=evil.example, for=192.0.2.1;proto=https;host=data.example" },
      "https://data.example",
    ],
    [
      "nor in X-Forwarded-*",
      { trustProxy: "1" },
      {
        "X-Forwarded-For": "1.2.3.4, 192.0.2.1",
        "X-Forwarded-Proto": "http, https",
        "X-Forwarded-Host": "evil.example, data.example",
      },
      "https://data.example",
    ],
    [
      "two proxies: what the outer one says",
      { trustProxy: "2" },
      {
        "X-Forwarded-For": "192.0.2.1, 10.0.0.2",
        "X-Forwarded-Proto": "https, http",
        "X-Forwarded-Host": "data.example, inner.example",
      },
      "https://data.example",
    ],
    [
      "two proxies by network, in Forwarded, with ports and IPv6",
      { trustProxy: "10.0.0.0/8, 2001:db8::/32" },
      {
        Forwarded:
          'for=192.0.2.1;proto=https;host=data.example, for="[2001:db8::2]:4711";proto=http;host=inner.example',
      },
      "http://inner.example".replace("http://inner", "https://data"),
    ],
    [
      "a scheme that is not of the web",
      { trustProxy: "1" },
      { ...TLS, "X-Forwarded-Proto": "javascript" },
      "http://inside:8787",
    ],
    [
      "a host that is more than a host",
      { trustProxy: "1" },
      { ...TLS, "X-Forwarded-Host": "data.example/<x>" },
      "http://inside:8787",
    ],
  ])("%s", async (_, options, headers, expected) => expect(await originOf(options, headers)).toBe(expected));

  test("an IPv4 address in IPv6 form is the same address", async () =>
    expect(await originOf({ trustProxy: "10.0.0.0/8" }, TLS, "::ffff:10.0.0.1")).toBe(
      "https://data.example",
    ));

  test.each<[OriginOptions, string]>([
    [
      { publicUrl: "data.example" },
      "PUBLIC_URL=data.example is not an origin: give the scheme and the host, for example https://example.org.",
    ],
    [{ publicUrl: "https://data.example/path" }, "is not an origin"],
    [{ publicUrl: "ftp://data.example" }, "is not an origin"],
    [
      { trustProxy: "my-proxy" },
      "TRUST_PROXY=my-proxy: invalid IP address: my-proxy. Give the number of proxies, or their addresses and networks",
    ],
    [{ trustProxy: "10.0.0.0/99" }, "TRUST_PROXY=10.0.0.0/99: invalid range on address"],
  ])("a wrong configuration is an error that says what to write: %j", (options, message) => {
    const make = () => originSource(options, () => ({ remote: {} }));
    expect(make).toThrow(OriginError);
    expect(make).toThrow(message);
  });
});

describe("every absolute URL has it", () => {
  let server: TestServer;
  let app: ReturnType<typeof createApp>;
  beforeAll(async () => {
    server = await testServer(testHistory());
    const origin = originSource({ trustProxy: "1" }, () => ({ remote: { address: "10.0.0.1" } }));
    app = createApp(services(new Store(server.engine.db), { today: () => "2026-11-24", origin }));
  });
  afterAll(() => server.engine.close());
  const get = (path: string, host: string) =>
    app.request(`http://inside:8787${path}`, {
      headers: { "X-Forwarded-Proto": "https", "X-Forwarded-Host": host },
    });

  test.each([
    "/changes.atom",
    "/changes.json",
    "/changes.ics",
    "/platforms/alpha/changes.atom",
    "/events.atom",
    "/events.json",
    "/events.ics",
    "/releases.atom",
    "/new-platforms.json",
    "/openapi.json",
    "/openapi-3.0.json",
    "/v1/changes.atom",
  ])("%s, and no cache mixes two", async (path) => {
    const [a, b] = [await get(path, "a.example"), await get(path, "b.example")];
    const [textA, textB] = [await a.text(), (await b.text()).replace(/\r\n /g, "")];
    expect(textA.replace(/\r\n /g, "")).toContain("https://a.example");
    expect(textB).toContain("https://b.example");
    expect(textA + textB).not.toContain("inside:8787");
    expect(textB).not.toContain("a.example");
    expect(a.headers.get("ETag")).not.toBe(b.headers.get("ETag"));
    expect(a.headers.get("Vary")).toContain("X-Forwarded-Host");
  });
  test("a trailing slash leads to the public origin", async () => {
    const response = await get("/platforms/?limit=1", "a.example");
    expect([response.status, response.headers.get("Location")]).toEqual([
      301,
      "https://a.example/platforms?limit=1",
    ]);
    expect(
      (await get("//evil.example/", "a.example")).headers.get("Location") ?? "https://a.example/",
    ).toMatch(/^https:\/\/a\.example\//);
  });
  test("without trust the answers do not depend on the headers", async () => {
    const text = await (await server.get("/changes.atom", { "X-Forwarded-Host": "evil.example" })).text();
    expect(text).not.toContain("evil.example");
    expect((await server.get("/changes.atom")).headers.get("Vary")).not.toContain("Forwarded");
  });
});
