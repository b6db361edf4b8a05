import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { compressed } from "../../src/entry/compress.ts";
import { docsAssets, servedAssets, withDocsAssets } from "../../src/entry/docs-assets.ts";
import { compress } from "../../src/entry/encodings.ts";

const elsewhere = () => new Response("the API", { status: 404 });
const handler = compressed(withDocsAssets(elsewhere));
const get = async (name: string, headers: Record<string, string> = {}, method = "GET") =>
  handler(new Request(`http://localhost/docs/assets/${name}`, { headers, method }));
const bytesOf = async (response: Response) => Buffer.from(await response.arrayBuffer());

describe.each([...docsAssets()])("%s", (name, { type, body }) => {
  test.each([
    ["br", "br", brotliDecompressSync],
    ["gzip", "gzip", gunzipSync],
    ["identity", null, (bytes: Buffer) => bytes],
  ] as const)("as %s, with a validator of its own", async (accepted, encoding, unpack) => {
    const response = await get(name, { "Accept-Encoding": accepted });
    const { headers } = response;
    const bytes = await bytesOf(response);
    expect([response.status, headers.get("Content-Type"), headers.get("Content-Encoding")]).toEqual([
      200,
      type,
      encoding,
    ]);
    expect(unpack(bytes).equals(Buffer.from(body))).toBe(true);
    expect(headers.get("ETag")).toMatch(
      encoding === null ? /^"[0-9a-f]{32}"$/ : /^"[0-9a-f]{32}-(br|gzip)"$/,
    );
    const again = await get(name, {
      "Accept-Encoding": accepted,
      "If-None-Match": headers.get("ETag") ?? "",
    });
    expect([again.status, again.headers.get("ETag"), await again.text()]).toEqual([
      304,
      headers.get("ETag"),
      "",
    ]);
    const head = await get(name, { "Accept-Encoding": accepted }, "HEAD");
    expect([head.headers.get("ETag"), await head.text()]).toEqual([headers.get("ETag"), ""]);
  });

  test("a shared cache keeps the encodings apart", async () => {
    for (const accepted of ["br", "gzip", "identity"])
      expect((await get(name, { "Accept-Encoding": accepted })).headers.get("Vary")).toBe("Accept-Encoding");
  });
});

test("a client that has another encoding gets the body", async () => {
  const { headers } = await get("swagger-ui.css", { "Accept-Encoding": "br" });
  const tag = headers.get("ETag") ?? "";
  expect((await get("swagger-ui.css", { "Accept-Encoding": "gzip", "If-None-Match": tag })).status).toBe(200);
  expect((await get("swagger-ui.css", { "If-None-Match": tag })).status).toBe(200);
});

test("whatever is requested, an asset is compressed once for each encoding", async () => {
  let compressions = 0;
  const assets = servedAssets((...given) => {
    compressions++;
    return compress(...given);
  });
  const ask = compressed(withDocsAssets(elsewhere, assets));
  const answers = await Promise.all(
    Array.from({ length: 300 }, (_, n) =>
      ask(
        new Request(`http://localhost/docs/assets/swagger-ui-bundle.js?${n}`, {
          headers: { "Accept-Encoding": n % 2 === 0 ? "br" : "gzip" },
        }),
      ),
    ),
  );
  expect(answers.every((r) => r.headers.has("Content-Encoding"))).toBe(true);
  expect(compressions).toBe(2);
});

test.each(["constructor", "__proto__", "toString", "", "init.js/", "../init.js", "%00"])(
  "there is no asset %j",
  async (name) => expect(await (await get(name)).text()).toBe("the API"),
);

test("other methods are the API's to refuse", async () =>
  expect(await (await get("init.js", {}, "POST")).text()).toBe("the API"));
