import { gunzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { compressed } from "../../src/entry/compress.ts";
import { CompressionQueue } from "../../src/entry/compression-queue.ts";
import { chooseEncoding } from "../../src/entry/encodings.ts";

const BODY = JSON.stringify({ text: "a".repeat(5000) });
const fetch = compressed((request) =>
  request.headers.get("If-None-Match") === '"x"'
    ? new Response(null, { status: 304, headers: { ETag: '"x"' } })
    : new Response(BODY, { headers: { "Content-Type": "application/json", ETag: '"x"' } }),
);
const ask = async (headers: Record<string, string>, method = "GET") =>
  fetch(new Request("http://localhost/", { headers, method }));

test.each([
  ["gzip, deflate, br", "br"],
  ["gzip", "gzip"],
  ["br;q=0, gzip", "gzip"],
  ["*", "gzip"],
  ["identity", undefined],
  ["", undefined],
])("%j is answered with %s", (header, expected) => expect(chooseEncoding(header)).toBe(expected));

describe("validators", () => {
  test("each form has its own, and HEAD has that of GET", async () => {
    for (const [encoding, tag] of [
      ["", '"x"'],
      ["gzip", '"x-gzip"'],
      ["br", '"x-br"'],
    ] as const) {
      const [get, head] = [
        await ask({ "Accept-Encoding": encoding }),
        await ask({ "Accept-Encoding": encoding }, "HEAD"),
      ];
      expect([
        get.headers.get("ETag"),
        head.headers.get("ETag"),
        head.headers.get("Content-Encoding"),
        await head.text(),
      ]).toEqual([tag, tag, get.headers.get("Content-Encoding"), ""]);
      expect((await ask({ "Accept-Encoding": encoding, "If-None-Match": tag })).status).toBe(304);
    }
  });
  test("a client that has another encoding than it asks for gets the body", async () => {
    expect((await ask({ "If-None-Match": '"x-br"' })).status).toBe(200);
    expect((await ask({ "Accept-Encoding": "gzip", "If-None-Match": '"x-br"' })).status).toBe(200);
  });
  test("the body is the same", async () =>
    expect(
      gunzipSync(Buffer.from(await (await ask({ "Accept-Encoding": "gzip" })).arrayBuffer())).toString(),
    ).toBe(BODY));
});

describe("many requests at once", () => {
  test("only so many bodies are compressed or wait; the others are sent as they are", async () => {
    const queue = new CompressionQueue({ running: 1, waiting: 3 });
    const many = compressed(
      () => new Response(BODY, { headers: { "Content-Type": "application/json", ETag: '"x"' } }),
      queue,
    );
    const answers = await Promise.all(
      Array.from({ length: 50 }, () =>
        many(new Request("http://localhost/", { headers: { "Accept-Encoding": "gzip" } })),
      ),
    );
    const encoded = answers.filter((r) => r.headers.get("Content-Encoding") === "gzip");
    expect(encoded.length).toBeGreaterThanOrEqual(1);
    expect(encoded.length).toBeLessThanOrEqual(4);
    for (const response of answers) {
      const bytes = Buffer.from(await response.arrayBuffer());
      const packed = response.headers.has("Content-Encoding");
      expect((packed ? gunzipSync(bytes) : bytes).toString()).toBe(BODY);
      expect(response.headers.get("ETag")).toBe(packed ? '"x-gzip"' : '"x"');
    }
  });

  test("afterwards bodies are compressed again", async () =>
    expect((await ask({ "Accept-Encoding": "gzip" })).headers.get("Content-Encoding")).toBe("gzip"));
});

test.each([
  ["application/json; charset=utf-8", "gzip"],
  ["application/atom+xml; charset=utf-8", "gzip"],
  ["application/feed+json; charset=utf-8", "gzip"],
  ["text/calendar; charset=utf-8", "gzip"],
  ["image/svg+xml", "gzip"],
  ["application/vnd.apache.parquet", null],
])("%s is compressed or not: %s", async (type, expected) => {
  const answer = compressed(() => new Response(BODY, { headers: { "Content-Type": type } }));
  const headers = { "Accept-Encoding": "gzip" };
  const response = await answer(new Request("http://localhost/", { headers }));
  expect(response.headers.get("Content-Encoding")).toBe(expected);
});

test("what the server adds to a request reaches the handler", async () => {
  const connection = { incoming: {} };
  const answer = compressed((_, env) => new Response(String(env === connection)));
  for (const method of ["GET", "HEAD"]) {
    const response = await answer(new Request("http://localhost/", { method }), connection);
    if (method === "GET") expect(await response.text()).toBe("true");
  }
});
