import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { clientOf, proxies, rateLimitFrom } from "../../../src/api/index.ts";
import { Places } from "../../../src/entry/limits/places.ts";
import { platformRateLimit } from "../../../src/entry/limits/platform-rate.ts";
import { rateLimit } from "../../../src/entry/limits/rate.ts";
import { serve } from "./served.ts";

const client = (trustProxy: string | undefined, headers: Record<string, string>, peer: string) =>
  clientOf(proxies(trustProxy), (name) => headers[name], peer);

describe("who is counted as one client", () => {
  const XFF = { "x-forwarded-for": "198.51.100.7" };
  test.each<[string, string | undefined, Record<string, string>, string, string | undefined]>([
    ["an IPv4 address", undefined, {}, "192.0.2.1", "192.0.2.1"],
    ["an IPv4 address that is written as IPv6", undefined, {}, "::ffff:192.0.2.1", "192.0.2.1"],
    ["the /64 of an IPv6 address", undefined, {}, "2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"],
    ["a link-local address with its zone", undefined, {}, "fe80::1%eth0", "fe80::/64"],
    ["this machine is not limited", undefined, {}, "127.0.0.1", undefined],
    ["this machine over IPv6", undefined, {}, "::1", undefined],
    ["this machine, mapped", undefined, {}, "::ffff:127.8.9.1", undefined],
    ["headers without trust say nothing", undefined, XFF, "192.0.2.1", "192.0.2.1"],
    ["a trusted proxy says who it is", "1", XFF, "10.0.0.1", "198.51.100.7"],
    ["also one on this machine", "loopback", XFF, "127.0.0.1", "198.51.100.7"],
    ["a proxy that is not trusted", "10.0.0.0/8", XFF, "192.0.2.1", "192.0.2.1"],
    [
      "what the client wrote before the proxy is not believed",
      "1",
      { "x-forwarded-for": "127.0.0.1, 198.51.100.7" },
      "10.0.0.1",
      "198.51.100.7",
    ],
    ["Forwarded with a port", "1", { forwarded: 'for="[2001:db8::1]:4711"' }, "10.0.0.1", "2001:db8::/64"],
    ["a proxy that does not say it", "1", { forwarded: "for=unknown" }, "10.0.0.1", "10.0.0.1"],
    ["a hidden name", "1", { forwarded: "for=_hidden" }, "10.0.0.1", "10.0.0.1"],
    ["this machine, as a header says", "1", { "x-forwarded-for": "127.0.0.1" }, "10.0.0.1", "127.0.0.1"],
    ["a proxy without headers", "1", {}, "10.0.0.1", "10.0.0.1"],
  ])("%s", (_, trust, headers, peer, expected) => expect(client(trust, headers, peer)).toBe(expected));
});

describe("RATE_LIMIT", () => {
  test("a limit, off, and the default", () =>
    expect([rateLimitFrom("10/5"), rateLimitFrom("off"), rateLimitFrom()]).toEqual([
      { requests: 10, seconds: 5 },
      undefined,
      { requests: 600, seconds: 60 },
    ]));
  test.each(["600", "0/60", "60/0", "-1/60", "1e3/60", "600/60s", ""])("%j says what to write", (text) =>
    expect(() => rateLimitFrom(text)).toThrow(/RATE_LIMIT=.*for example 600\/60, or off/),
  );
});

/** A server that trusts one proxy, and a request from a client. */
const limited = async (limit: string) => {
  const believed = proxies("1");
  const { requests, seconds } = rateLimitFrom(limit) ?? { requests: 0, seconds: 0 };
  const step = rateLimit({ requests, seconds }, (req) =>
    clientOf(believed, (name) => req.headers[name]?.toString(), req.socket.remoteAddress ?? ""),
  );
  const served = await serve({ steps: [step], trustProxy: "1" });
  const ask = (address: string | undefined, path = "/platforms", method = "GET") =>
    fetch(served.url + path, { method, headers: address ? { "X-Forwarded-For": address } : {} });
  return { served, ask };
};

describe("on Node", () => {
  test("says what remains, then refuses until the window ends; others are not affected", async () => {
    const { served, ask } = await limited("3/60");
    await using _ = served;
    const rows = [];
    for (let i = 0; i < 4; i++) {
      const { status, headers } = await ask("192.0.2.1");
      rows.push([status, headers.get("RateLimit-Policy"), headers.get("RateLimit")]);
    }
    expect(rows).toEqual([
      [200, '"client";q=3;w=60', expect.stringMatching(/^"client";r=2;t=(60|59)$/)],
      [200, '"client";q=3;w=60', expect.stringMatching(/^"client";r=1;t=(60|59)$/)],
      [200, '"client";q=3;w=60', expect.stringMatching(/^"client";r=0;t=(60|59)$/)],
      [429, '"client";q=3;w=60', expect.stringMatching(/^"client";r=0;t=(60|59)$/)],
    ]);
    expect((await ask("192.0.2.2")).status).toBe(200);
  });

  test("the refusal is a problem that no cache keeps, and scripts can read when to try again", async () => {
    const { served, ask } = await limited("1/60");
    await using _ = served;
    await ask("192.0.2.1");
    const response = await ask("192.0.2.1", "/v1/platforms?q=x");
    expect(await response.json()).toEqual({
      type: "/problems/rate-limited",
      title: "Too many requests",
      status: 429,
      detail: expect.stringMatching(/^More than 1 requests in 60 seconds: try again in \d+ seconds\.$/),
      instance: "/platforms",
    });
    const header = (name: string) => response.headers.get(name);
    expect(header("Retry-After")).toBe(/t=(\d+)/.exec(header("RateLimit") ?? "")?.[1]);
    expect([header("Cache-Control"), header("Access-Control-Allow-Origin"), header("Content-Type")]).toEqual([
      "no-store",
      "*",
      "application/problem+json; charset=utf-8",
    ]);
    expect(header("Access-Control-Expose-Headers")).toMatch(/Retry-After,RateLimit,RateLimit-Policy/);
    const head = await ask("192.0.2.1", "/", "HEAD");
    expect([head.status, await head.text()]).toEqual([429, ""]);
  });

  test("a new window begins", async () => {
    const { served, ask } = await limited("1/1");
    await using _ = served;
    await ask("192.0.2.1");
    const refused = await ask("192.0.2.1");
    await new Promise((later) => setTimeout(later, Number(refused.headers.get("Retry-After")) * 1000));
    expect([refused.status, (await ask("192.0.2.1")).status]).toEqual([429, 200]);
  });

  test("addresses of one /64 are one client", async () => {
    const { served, ask } = await limited("1/60");
    await using _ = served;
    const statuses = [];
    for (const address of ["2001:db8::1", "2001:db8::ffff:1", "2001:db8:0:1::1"])
      statuses.push((await ask(address)).status);
    expect(statuses).toEqual([200, 429, 200]);
  });

  test("this machine, /healthz and /readyz are not limited", async () => {
    const { served, ask } = await limited("1/60");
    await using _ = served;
    const statuses = [];
    for (const path of ["/healthz", "/readyz", "/v1/healthz?x=1"])
      for (let i = 0; i < 3; i++) statuses.push((await ask("192.0.2.1", path)).status);
    for (let i = 0; i < 3; i++) statuses.push((await ask(undefined)).status);
    expect(new Set(statuses)).toEqual(new Set([200]));
    expect((await ask(undefined)).headers.get("RateLimit-Policy")).toBeNull();
  });

  test("however many clients there are, they have a bounded number of places", () => {
    const places = new Places();
    const seen = new Set<number>();
    for (let i = 0; i < 100_000; i++) seen.add(places.of(`2001:db8:${i.toString(16)}::/64`));
    expect(seen.size).toBeLessThanOrEqual(65_536);
    expect(seen.size).toBeGreaterThan(45_000);
    expect(places.of("192.0.2.1")).toBe(places.of("192.0.2.1"));
    expect(new Places().of("192.0.2.1") + new Places().of("192.0.2.1")).not.toBe(2 * places.of("192.0.2.1"));
  });
});

describe("on Workers", () => {
  const handlerWith = (success: boolean, keys: string[]) =>
    platformRateLimit(
      {
        binding: {
          limit: async ({ key }) => {
            keys.push(key);
            return { success };
          },
        },
        limit: { requests: 600, seconds: 60 },
        proxies: proxies(undefined),
      },
      () => new Response("ok", { headers: { ETag: '"x"' } }),
    );
  const from = (address: string, path = "/platforms") =>
    new Request(`https://data.example${path}`, { headers: { "CF-Connecting-IP": address } });

  test("the platform counts by client, and answers have the policy", async () => {
    const keys: string[] = [];
    const response = await handlerWith(true, keys)(from("2001:db8::1"), {});
    expect([response.status, response.headers.get("RateLimit-Policy"), response.headers.get("ETag")]).toEqual(
      [200, '"client";q=600;w=60', '"x"'],
    );
    await handlerWith(true, keys)(from("192.0.2.1", "/healthz"), {});
    expect(keys).toEqual(["2001:db8::/64"]);
  });

  test("the refusal is the same problem as on Node", async () => {
    const response = await handlerWith(false, [])(from("192.0.2.1", "/v1/platforms?q=x"), {});
    expect([response.status, response.headers.get("Retry-After"), response.headers.get("RateLimit")]).toEqual(
      [429, "60", '"client";r=0;t=60'],
    );
    expect(await response.json()).toMatchObject({ type: "/problems/rate-limited", instance: "/platforms" });
  });

  test("wrangler.toml says the same numbers to the platform and to clients, which are the default", () => {
    const text = readFileSync("wrangler.toml", "utf8");
    const [, limit, period] = /simple = \{ limit = (\d+), period = (\d+) \}/.exec(text) ?? [];
    expect(/^RATE_LIMIT = "(.+)"$/m.exec(text)?.[1]).toBe(`${limit}/${period}`);
    expect(rateLimitFrom(`${limit}/${period}`)).toEqual(rateLimitFrom());
  });
});
