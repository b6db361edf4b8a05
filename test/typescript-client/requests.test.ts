import fc from "fast-check";
import { describe, expect, test, vi } from "vitest";
import { type ClientOptions, createClient, ProblemError } from "../../clients/typescript/src/index.ts";
import { urlOf } from "../../clients/typescript/src/url.ts";

/* How the client makes its requests, against a server that answers what the test says. */
const BASE = "http://api.test";

type Asked = { url: string; headers: Headers };
type Answered = () => Response | Promise<Response>;

/** A client whose requests get these answers, one after the other; and what it asked for. */
function clientOf(answers: readonly Answered[], options: Partial<ClientOptions> = {}) {
  const asked: Asked[] = [];
  const fetch = vi.fn(async (url: string, init: RequestInit) => {
    asked.push({ url, headers: new Headers(init.headers) });
    const next = answers[asked.length - 1];
    if (!next) throw new Error(`no answer for request ${asked.length}`);
    init.signal?.throwIfAborted();
    return Promise.race([
      next(),
      new Promise<never>((_, reject) =>
        init.signal?.addEventListener("abort", () => reject(init.signal?.reason)),
      ),
    ]);
  });
  const client = createClient({
    baseUrl: BASE,
    retryDelay: 1,
    fetch: fetch as unknown as typeof globalThis.fetch,
    ...options,
  });
  return { client, asked };
}

const json =
  (body: object, headers: Record<string, string> = {}, status = 200): Answered =>
  () =>
    new Response(status === 304 ? null : JSON.stringify(body), {
      status,
      headers: { "Content-Type": "application/json; charset=utf-8", ...headers },
    });

const problem = (name: string, status: number, headers: Record<string, string> = {}, more: object = {}) =>
  json(
    { type: `/problems/${name}`, title: name, status, detail: `${name} happened`, instance: "/", ...more },
    { "Content-Type": "application/problem+json; charset=utf-8", ...headers },
    status,
  );

const noConnection: Answered = () => {
  throw new TypeError("fetch failed");
};
const never: Answered = () => new Promise(() => {});
const ID = { id: "linkedin" };

describe("the URL", () => {
  test("has the parameters of the path and the query, several values with commas, and none that is not given", () => {
    expect(
      urlOf("https://x.test/v1/", "/platforms/{id}", {
        id: "a/b ?",
        region: "DE",
        include: ["evidence", "sources"],
        plan: undefined,
        age: null,
        limit: 5,
      }),
    ).toBe("https://x.test/v1/platforms/a%2Fb%20%3F?region=DE&include=evidence%2Csources&limit=5");
  });

  test.each([undefined, null, ""])("without a part of the path (%j) is an error, not another path", (id) => {
    expect(() => urlOf(BASE, "/platforms/{id}", { id })).toThrow("/platforms/{id} needs the parameter id.");
  });

  test("gives back every text that it was given", () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1, unit: "grapheme" }), fc.string(), (id, q) => {
        const url = new URL(urlOf(BASE, "/platforms/{id}", { id, q }));
        expect([
          decodeURIComponent(url.pathname.slice("/platforms/".length)),
          url.searchParams.get("q"),
        ]).toEqual(
          // A URL has no path `.` or `..`, also encoded; there is no record with such an id.
          [/^\.\.?$/.test(id) ? expect.any(String) : id, q],
        );
      }),
    );
  });
});

describe("errors", () => {
  test("are thrown as the server reports them, with a name that programs can compare", async () => {
    const { client, asked } = clientOf([
      problem("unknown-platform", 404, {}, { parameter: "id", nearest: ["linkedin"] }),
    ]);
    const error = await client.get("/platforms/{id}", ID).catch((e: unknown) => e);
    expect(error).toBeInstanceOf(ProblemError);
    expect(error).toMatchObject({
      name: "ProblemError",
      message: "unknown-platform happened",
      code: "unknown-platform",
      status: 404,
      problem: { parameter: "id", nearest: ["linkedin"] },
    });
    expect(asked).toHaveLength(1);
  });

  test("of a proxy, without an explanation, say what is known", async () => {
    const bad = () =>
      new Response("<h1>Forbidden</h1>", {
        status: 403,
        statusText: "Forbidden",
        headers: { "Content-Type": "text/html" },
      });
    const { client } = clientOf([bad]);
    await expect(client.get("/platforms/{id}", ID)).rejects.toMatchObject({
      code: "about:blank",
      status: 403,
      problem: { title: "Forbidden" },
    });
  });

  test("an answer that is not JSON is not the API: one request, and a question that helps", async () => {
    const page = () => new Response("<h1>Hello</h1>", { headers: { "Content-Type": "text/html" } });
    const { client, asked } = clientOf([page]);
    await expect(client.get("/platforms/{id}", ID)).rejects.toThrow(
      "http://api.test/platforms/linkedin answered text/html, not JSON. Is baseUrl the address of the API?",
    );
    expect(asked).toHaveLength(1);
  });
});

describe("requests are repeated", () => {
  test.each([
    ["no connection", noConnection],
    ["408", problem("request-timeout", 408)],
    ["429", problem("rate-limited", 429, { "Retry-After": "0" })],
    ["500", problem("internal", 500)],
    ["502 of a proxy", () => new Response("bad gateway", { status: 502 })],
    ["503", problem("unavailable", 503)],
    ["504", problem("unavailable", 504)],
  ])("after %s", async (_, failure) => {
    const { client, asked } = clientOf([failure, failure, json({ ok: 1 })]);
    expect(await client.get("/platforms/{id}", ID)).toEqual({ ok: 1 });
    expect(asked).toHaveLength(3);
  });

  test.each([
    ["invalid-parameter", 400],
    ["unknown-platform", 404],
    ["not-acceptable", 406],
    ["uri-too-long", 414],
  ])("but not after %s, which would be the same again", async (name, status) => {
    const { client, asked } = clientOf([problem(name, status)]);
    await expect(client.get("/platforms/{id}", ID)).rejects.toMatchObject({ status });
    expect(asked).toHaveLength(1);
  });

  test("as often as the options say, and the last error is thrown", async () => {
    const { client, asked } = clientOf([noConnection, noConnection, problem("busy", 503)], { retries: 2 });
    await expect(client.get("/platforms/{id}", ID)).rejects.toMatchObject({ code: "busy" });
    expect(asked).toHaveLength(3);
  });

  test("when an attempt takes too long", async () => {
    const { client, asked } = clientOf([never, json({ ok: 1 })], { timeout: 20 });
    expect(await client.get("/platforms/{id}", ID)).toEqual({ ok: 1 });
    expect(asked).toHaveLength(2);
  });

  test("when the body does not arrive", async () => {
    const torn = () =>
      new Response(new ReadableStream({ start: (c) => c.error(new TypeError("terminated")) }), {
        headers: { "Content-Type": "application/json" },
      });
    const { client, asked } = clientOf([torn, json({ ok: 1 })]);
    expect(await client.get("/platforms/{id}", ID)).toEqual({ ok: 1 });
    expect(asked).toHaveLength(2);
  });

  describe("after a wait", () => {
    /** The waits of a client between its requests, in milliseconds, with a chosen random number. */
    async function waits(answers: Answered[], options: Partial<ClientOptions>, random: number) {
      vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "Date"] });
      vi.spyOn(Math, "random").mockReturnValue(random);
      try {
        const times: number[] = [];
        const { client } = clientOf(
          answers.map((answer) => () => {
            times.push(Date.now());
            return answer();
          }),
          options,
        );
        const done = client.get("/platforms/{id}", ID).catch((e: unknown) => e);
        await vi.runAllTimersAsync();
        await done;
        return times.slice(1).map((time, i) => time - (times[i] ?? 0));
      } finally {
        vi.useRealTimers();
        vi.restoreAllMocks();
      }
    }
    const ok = json({});

    test("that doubles up to a limit, of which a random part is used", async () => {
      const failures = Array.from({ length: 5 }, () => noConnection);
      const options = { retries: 5, retryDelay: 100, maxRetryDelay: 800 };
      expect(await waits([...failures, ok], options, 1)).toEqual([100, 200, 400, 800, 800]);
      expect(await waits([...failures, ok], options, 0.5)).toEqual([50, 100, 200, 400, 400]);
    });

    test("of at least what Retry-After says, in seconds or as a date", async () => {
      expect(await waits([problem("busy", 503, { "Retry-After": "7" }), ok], {}, 0)).toEqual([7000]);
      const inTen = new Date(Math.ceil(Date.now() / 1000) * 1000 + 10_000).toUTCString();
      const [wait = 0] = await waits([problem("busy", 503, { "Retry-After": inTen }), ok], {}, 0);
      expect(wait).toBeGreaterThan(8000);
      expect(wait).toBeLessThanOrEqual(11_000);
    });

    test("but not if the server asks for more than the limit: then the error says how long", async () => {
      const { client, asked } = clientOf([problem("rate-limited", 429, { "Retry-After": "3600" })]);
      await expect(client.get("/platforms/{id}", ID)).rejects.toMatchObject({
        code: "rate-limited",
        retryAfter: 3_600_000,
      });
      expect(asked).toHaveLength(1);
    });
  });
});

describe("a signal", () => {
  test("that is aborted already: no request", async () => {
    const { client, asked } = clientOf([json({})]);
    const request = client.get("/platforms/{id}", ID, { signal: AbortSignal.abort(new Error("left")) });
    await expect(request).rejects.toThrow("left");
    expect(asked).toHaveLength(0);
  });

  test("ends a request, which is not repeated", async () => {
    const { client, asked } = clientOf([never]);
    const abort = new AbortController();
    const request = client.get("/platforms/{id}", ID, { signal: abort.signal });
    setTimeout(() => abort.abort(new Error("left")), 5);
    await expect(request).rejects.toThrow("left");
    expect(asked).toHaveLength(1);
  });

  test("ends the waiting between attempts", async () => {
    const { client, asked } = clientOf([problem("busy", 503, { "Retry-After": "20" })]);
    const abort = new AbortController();
    const request = client.get("/platforms/{id}", ID, { signal: abort.signal });
    setTimeout(() => abort.abort(new Error("left")), 5);
    await expect(request).rejects.toThrow("left");
    expect(asked).toHaveLength(1);
  });

  test("ends paging", async () => {
    const page = (n: number) => json({ items: [n], next: `/events?cursor=${n + 1}` });
    const { client, asked } = clientOf([page(1), page(2), page(3)]);
    const abort = new AbortController();
    const seen: unknown[] = [];
    const all = (async () => {
      for await (const item of client.items("/events", {}, { signal: abort.signal })) {
        seen.push(item);
        if (seen.length === 2) abort.abort(new Error("enough"));
      }
    })();
    await expect(all).rejects.toThrow("enough");
    expect([seen, asked.length]).toEqual([[1, 2], 2]);
  });
});

describe("answers that were asked for before", () => {
  const ETAG = { ETag: '"one"', "Cache-Control": "public, max-age=0" };

  test("are confirmed by their ETag, and the text is not sent again", async () => {
    const { client, asked } = clientOf([
      json({ n: 1 }, ETAG),
      json({}, ETAG, 304),
      json({ n: 2 }, { ETag: '"two"' }),
    ]);
    const answers = [];
    for (let i = 0; i < 3; i++) answers.push(await client.get("/platforms/{id}", ID));
    expect(answers).toEqual([{ n: 1 }, { n: 1 }, { n: 2 }]);
    expect(asked.map((a) => a.headers.get("If-None-Match"))).toEqual([null, '"one"', '"one"']);
  });

  test("are used without a request while they are fresh", async () => {
    const { client, asked } = clientOf([json({ n: 1 }, { "Cache-Control": "public, max-age=300" })]);
    expect([await client.get("/platforms/{id}", ID), await client.get("/platforms/{id}", ID)]).toEqual([
      { n: 1 },
      { n: 1 },
    ]);
    expect(asked).toHaveLength(1);
  });

  test("the age that they had in other caches counts", async () => {
    const old = json({ n: 1 }, { "Cache-Control": "max-age=300", Age: "300" });
    const { client, asked } = clientOf([old, old]);
    await client.get("/platforms/{id}", ID);
    await client.get("/platforms/{id}", ID);
    expect(asked).toHaveLength(2);
  });

  test("changing one does not change the next", async () => {
    const { client } = clientOf([json({ items: [1] }, { "Cache-Control": "max-age=300" })]);
    const first = (await client.get("/hosts")) as unknown as { items: number[] };
    first.items.push(2);
    expect(await client.get("/hosts")).toEqual({ items: [1] });
  });

  test.each(["no-store", "private, no-store"])(
    "are not kept if the server forbids it (%s)",
    async (control) => {
      const current = json({}, { ETag: '"x"', "Cache-Control": control });
      const { client, asked } = clientOf([current, current]);
      await client.get("/healthz");
      await client.get("/healthz");
      expect(asked.map((a) => a.headers.get("If-None-Match"))).toEqual([null, null]);
    },
  );

  test("errors are not kept", async () => {
    const { client } = clientOf([problem("unknown-platform", 404), json({ ok: 1 })]);
    await expect(client.get("/platforms/{id}", ID)).rejects.toThrow();
    expect(await client.get("/platforms/{id}", ID)).toEqual({ ok: 1 });
  });

  test("the oldest goes first, and one that was used is not old", async () => {
    const { memoryCache } = await import("../../clients/typescript/src/index.ts");
    const cache = memoryCache(2);
    const answer = (text: string) => ({ text, etag: null, freshUntil: 0 });
    cache.set("a", answer("a"));
    cache.set("b", answer("b"));
    cache.get("a");
    cache.set("c", answer("c"));
    expect(["a", "b", "c"].map((url) => cache.get(url) !== undefined)).toEqual([true, false, true]);
  });

  test("go to a cache of one's own, also one that takes its time, or to none", async () => {
    const kept = new Map();
    const slow = {
      get: async (url: string) => kept.get(url),
      set: async (url: string, a: object) => kept.set(url, a),
    };
    const { client } = clientOf([json({ n: 1 }, ETAG)], { cache: slow });
    await client.get("/platforms/{id}", ID);
    expect([...kept]).toEqual([
      [`${BASE}/platforms/linkedin`, { text: '{"n":1}', etag: '"one"', freshUntil: expect.any(Number) }],
    ]);
    const none = clientOf([json({ n: 1 }, ETAG), json({ n: 1 }, ETAG)], { cache: false });
    await none.client.get("/platforms/{id}", ID);
    await none.client.get("/platforms/{id}", ID);
    expect(none.asked.map((a) => a.headers.get("If-None-Match"))).toEqual([null, null]);
  });
});

describe("lists", () => {
  test("are paged with the cursor of each page, on the path that was asked for", async () => {
    const { client, asked } = clientOf(
      [
        json({ items: [1, 2], next: "/events?limit=2&platform=x&cursor=abc%3D" }),
        json({ items: [3], next: null }),
      ],
      { baseUrl: `${BASE}/v1` },
    );
    const items: unknown[] = [];
    for await (const item of client.items("/events", { platform: ["x"], limit: 2 })) items.push(item);
    expect(items).toEqual([1, 2, 3]);
    expect(asked.map((a) => a.url)).toEqual([
      `${BASE}/v1/events?platform=x&limit=2`,
      `${BASE}/v1/events?platform=x&limit=2&cursor=abc%3D`,
    ]);
  });

  test("a page that is not reached is not asked for", async () => {
    const { client, asked } = clientOf([json({ items: [1, 2], next: "/events?cursor=1" })]);
    for await (const item of client.items("/events")) if (Number(item) === 2) break;
    expect(asked).toHaveLength(1);
  });
});

describe("what is not JSON", () => {
  test("is a response, and its body may take longer than an attempt", async () => {
    const slow = () =>
      new Response(
        new ReadableStream({
          async start(controller) {
            await new Promise((r) => setTimeout(r, 60));
            controller.enqueue(new TextEncoder().encode("id,name\r\n"));
            controller.close();
          },
        }),
      );
    const { client } = clientOf([noConnection, slow], { timeout: 20 });
    const response = await client.fetch("/download/{release}/{file}", { release: "latest", file: "x.csv" });
    expect(await response.text()).toBe("id,name\r\n");
  });

  test("errors are thrown", async () => {
    const { client } = clientOf([problem("unknown-file", 404)]);
    const request = client.fetch("/download/{release}/{file}", { release: "latest", file: "x.csv" });
    await expect(request).rejects.toMatchObject({ code: "unknown-file" });
  });
});
