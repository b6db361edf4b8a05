import fc from "fast-check";
import { type OpenApi, valuesOf } from "../../../test/fixtures/maxima.ts";
import { type Known, named, odd, right, style, type Text, written } from "./values.ts";

/* Requests made from the OpenAPI description: values that are right, wrong and odd, in paths, queries and headers. */

/** A request as it goes over the wire: the path is sent as it is. */
export interface Asked {
  method: string;
  path: string;
  headers: Record<string, string>;
}

/** Names of parameters that are not the path's. */
const STRAY = [
  "x",
  "REGION",
  "region[]",
  "utm_source",
  "fbclid",
  "_",
  "lang",
  "page",
  "format",
  "__proto__",
  "",
];

function query(documents: OpenApi, path: string, known: Known): Text {
  const parameters = (documents.paths[path]?.get.parameters ?? []).filter((p) => p.in === "query");
  const pairs = parameters.map((p) => {
    const values = valuesOf(documents, p.schema) ?? [];
    return fc
      .tuple(
        fc.oneof({ weight: 15, arbitrary: right(p.name, values, known) }, { weight: 1, arbitrary: odd }),
        style,
      )
      .map(([value, how]) => `${p.name}=${written(value, how)}`);
  });
  const stray = fc
    .tuple(fc.constantFrom(...STRAY), odd, style)
    .map(([name, value, how]) => `${written(name, how)}=${written(value, how)}`);
  const one =
    pairs.length > 0
      ? fc.oneof({ weight: 20, arbitrary: fc.oneof(...pairs) }, { weight: 1, arbitrary: stray })
      : stray;
  const some = fc.array(one, { maxLength: 4 });
  return some.map((all) => (all.length > 0 ? `?${all.join("&")}` : ""));
}

/** A path from its template. */
const pathOf = (template: string, known: Known): Text =>
  fc
    .tuple(
      named(template.startsWith("/operators") ? known.operators : known.platforms),
      fc.constantFrom(...known.releases, "latest", "2020.01.1", "x"),
      fc.constantFrom(
        "platform.schema.json",
        "operator.schema.json",
        "constructor",
        "SHA256SUMS",
        "rules.csv",
        "x",
      ),
      style,
      fc.boolean(),
    )
    .map(([id, version, file, how, pair]) =>
      template.replace(/\{(\w+)\}/g, (_, name: string) => {
        if (name === "id") return written(id, how).replaceAll("/", "%2F");
        if (name === "file" && template.startsWith("/badge"))
          return `${written(id, how).replaceAll("/", "%2F")}.svg`;
        if (name === "version" || name === "release")
          return pair && name === "version" ? `${known.releases[0]}...${version}` : version;
        return name === "format" ? "csv" : file;
      }),
    );

/** What is done to a path: nothing mostly. */
const OTHER_PATHS: readonly ((path: string) => string)[] = [
  (p) => `/v1${p}`,
  (p) => `${p}/`,
  (p) => `/${p}`,
  (p) => p.replace("/", "/./"),
  (p) => `/x/..${p}`,
  (p) => p.replaceAll("/", "//"),
  (p) => p.toUpperCase(),
  (p) => `${p}.json`,
  (p) => `${p}%00`,
  (p) => `${p}%`,
  (p) => `${p};a=b`,
  (p) => `/v1/v1${p}`,
  (p) => `/${p.slice(1).replaceAll("/", "%2F")}`,
];
const EXTRA = [
  "/",
  "/docs",
  "/openapi.json",
  "/openapi-3.0.json",
  "/problems",
  "/problems/internal",
  "/problems/constructor",
  "/embed/x",
  "/mcp",
  "/favicon.ico",
  "/robots.txt",
  "/.env",
  "/docs/assets/constructor",
  "/docs/assets/swagger-ui.css",
  "/docs/assets/..%2fx",
  "/v1",
  "/v1/",
  "//",
  "/%2e%2e/",
];

const header = (values: Text): Text => values.map((v) => v.replace(/[^\x20-\x7e]/g, "?"));
// Not `Accept-Encoding: *;q=0`, which wrangler's own server answers with 415.
const headers: fc.Arbitrary<Record<string, string>> = fc.record(
  {
    Accept: fc.constantFrom(
      "application/json",
      "text/html",
      "*/*",
      "text/html;q=0",
      ";;",
      "a/b, c/d;q=x",
      "image/svg+xml",
      "application/problem+json",
      ",".repeat(500),
    ),
    "Accept-Encoding": fc.constantFrom(
      "identity",
      "gzip",
      "br",
      "zstd",
      "gzip, br;q=0",
      "*",
      "x",
      "gzip;q=2",
    ),
    "If-None-Match": fc.oneof(
      fc.constantFrom('"x"', "*", "W/", '"', `${'"a",'.repeat(500)}"b"`),
      header(odd),
    ),
    Range: fc.constantFrom(
      "bytes=0-9",
      "bytes=-1",
      "bytes=9-0",
      "bytes=0-0,2-3",
      "items=1",
      "bytes=99999999999-",
    ),
    Origin: fc.constantFrom("null", "https://evil.example", "x"),
    "X-Forwarded-Host": fc.constantFrom("evil.example", "a, b", "\\", "[::1"),
    "X-Forwarded-Proto": fc.constantFrom("https", "javascript"),
    "X-Request-Id": header(odd),
    "Accept-Language": fc.constantFrom("de", "*", "x;q=9"),
    "X-Odd": header(odd),
    Cookie: header(odd),
  },
  { requiredKeys: [] },
);

/** Requests of every path, and of some that do not exist. */
export function requests(documents: OpenApi, known: Known): fc.Arbitrary<Asked> {
  const paths = Object.keys(documents.paths);
  const path: Text = fc
    .constantFrom(...paths)
    .chain((template) =>
      fc
        .tuple(pathOf(template, known), query(documents, template, known), fc.nat(8 * OTHER_PATHS.length))
        .map(([p, q, other]) => (OTHER_PATHS[other]?.(p) ?? p) + q),
    );
  const elsewhere: Text = fc.oneof(
    fc.constantFrom(...EXTRA),
    fc.tuple(odd, style).map(([text, how]) => `/${written(text, how)}`),
  );
  return fc
    .record({
      method: fc.oneof(
        { weight: 20, arbitrary: fc.constant("GET") },
        {
          weight: 1,
          arbitrary: fc.constantFrom("HEAD", "OPTIONS", "POST", "PUT", "DELETE", "PATCH", "PROPFIND"),
        },
      ),
      path: fc.oneof({ weight: 9, arbitrary: path }, { weight: 1, arbitrary: elsewhere }),
      headers: fc.oneof({ weight: 2, arbitrary: fc.constant({}) }, { weight: 1, arbitrary: headers }),
    })
    .map((asked) => ({ ...asked, path: asked.path.slice(0, 8000) }));
}
