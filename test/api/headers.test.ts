import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { HEADERS, type ResponseType, STRICT_TRANSPORT } from "../../src/api/http/headers.ts";
import { FORWARDED_HEADERS } from "../../src/api/http/proxies.ts";
import { createApp, type DownloadFile } from "../../src/api/index.ts";
import { withDocsAssets } from "../../src/entry/docs-assets.ts";
import { testHistory } from "../fixtures/history.ts";
import { type TestServer, testServer } from "../fixtures/server.ts";

/* Every answer has the headers of its type, and docs/headers.md says what they are. */
let server: TestServer;
beforeAll(async () => {
  const files: DownloadFile[] = [
    {
      path: "a.csv",
      description: "A.",
      bytes: 2,
      sha256: "00".repeat(32),
      mediaType: "text/csv; charset=utf-8",
      rows: 1,
      examples: [],
    },
  ];
  server = await testServer(testHistory());
  Object.assign(server.services, {
    downloads: { list: async () => files, open: async () => new Response("a,").body },
  });
});
afterAll(() => server.engine.close());

const HTML = { Accept: "text/html" };
const CASES: [ResponseType, string, Record<string, string>, string][] = [
  ["json", "/platforms/alpha", {}, "GET"],
  ["json", "/v1/platforms", {}, "GET"],
  ["json", "/platforms/alpha", {}, "HEAD"],
  ["json", "/", {}, "GET"],
  ["json", "/openapi.json", {}, "GET"],
  ["json", "/healthz", {}, "GET"],
  ["json", "/schema/platform.schema.json", {}, "GET"],
  ["json", "/platforms/alpha-old", {}, "GET"],
  ["json", "/v1/problems", HTML, "GET"],
  ["json", "/v1/download", HTML, "GET"],
  ["docs", "/docs", HTML, "GET"],
  ["docs", "/v1/docs", {}, "GET"],
  ["image", "/badge/alpha.svg", {}, "GET"],
  ["json", "/badge/alpha.json", {}, "GET"],
  ["feed", "/events.atom", {}, "GET"],
  ["feed", "/events.json", {}, "GET"],
  ["feed", "/changes.ics", {}, "GET"],
  ["feed", "/platforms/alpha/changes.json", {}, "GET"],
  ["download", "/download/latest/a.csv", {}, "GET"],
  ["problem", "/platforms/nobody", {}, "GET"],
  ["problem", "/badge/nobody.svg", {}, "GET"],
  ["problem", "/docs", { Accept: "application/json" }, "GET"],
  ["problem", "/platforms?region=XX", {}, "GET"],
  ["problem", "/platforms", {}, "POST"],
  ["problem", "/download/latest/b.csv", {}, "GET"],
];

const securityOf = ({ headers }: Response) =>
  Object.fromEntries(
    [...new Set(Object.values(HEADERS).flatMap((row) => Object.keys(row)))]
      .filter((name) => name !== "Cache-Control")
      .flatMap((name) => (headers.has(name) ? [[name, headers.get(name)]] : [])),
  );
const rowOf = (type: ResponseType) => {
  const { "Cache-Control": _, ...row } = HEADERS[type];
  return row;
};

describe("each answer has the headers of its type", () => {
  test.each(CASES)("%s: %s %j %s", async (type, path, headers, method) => {
    const response = await server.get(path, headers, method);
    expect(securityOf(response)).toEqual(rowOf(type));
    expect(response.headers.get("Cache-Control")).toMatch(
      /^(no-store|public, max-age=\d+(, (immutable|no-transform|stale-while-revalidate=86400, stale-if-error=604800))*)$/,
    );
  });

  test.each([
    ["json", "/", HTML],
    ["docs", "/docs", HTML],
    ["json", "/platforms/alpha", {}],
    ["json", "/platforms/alpha", HTML],
    ["image", "/badge/alpha.svg", {}],
    ["feed", "/events.json", {}],
    ["download", "/download/latest/a.csv", {}],
  ] as const)("a 304 has those of the answer that the client has: %s %s", async (type, path, headers) => {
    const etag = (await server.get(path, headers)).headers.get("ETag") ?? "";
    const response = await server.get(path, { ...headers, "If-None-Match": etag });
    expect([response.status, securityOf(response)]).toEqual([304, rowOf(type)]);
  });

  test("the files of the reference", async () => {
    const ask = withDocsAssets(() => new Response(null, { status: 404 }));
    const response = await ask(new Request("http://localhost/docs/assets/init.js"));
    expect(securityOf(response)).toEqual(rowOf("asset"));
    expect(response.headers.get("Cache-Control")).toBe("public, max-age=86400");
  });
});

describe("what follows from them", () => {
  test("badges can be shown everywhere: in images, objects and frames, also by isolated pages", () => {
    const { "Content-Security-Policy": csp, "Cross-Origin-Resource-Policy": corp } = HEADERS.image;
    expect([csp?.includes("frame-ancestors"), corp]).toEqual([false, "cross-origin"]);
  });
  test("of pages, only the one for other sites can be framed; it loads styles and nothing else", () =>
    expect(HEADERS.embed["Content-Security-Policy"]).toBe(
      "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none'",
    ));
  test("nothing else can be framed, and only the site and the reference run scripts, their own", () => {
    for (const [type, { "Content-Security-Policy": csp = "" }] of Object.entries(HEADERS)) {
      expect(csp, type).toMatch(/^default-src 'none';/);
      if (!["image", "embed"].includes(type)) expect(csp, type).toContain("frame-ancestors 'none'");
      expect(/script-src/.test(csp), type).toBe(["docs", "site"].includes(type));
      expect(csp, type).not.toMatch(/unsafe-eval|script-src[^;]*unsafe|\*|https?:/);
    }
  });
  test("any origin can read data and problems, and a preflight says so", async () => {
    for (const type of ["json", "feed", "download", "problem", "image", "embed", "module", "text"] as const)
      expect(HEADERS[type]["Access-Control-Allow-Origin"]).toBe("*");
    const preflight = await server.get(
      "/platforms",
      { Origin: "https://x.example", "Access-Control-Request-Method": "GET" },
      "OPTIONS",
    );
    expect([preflight.status, preflight.headers.get("Access-Control-Allow-Origin")]).toEqual([204, "*"]);
  });
  test("a shared cache keeps the 406 of /docs apart from the page", async () => {
    const refused = await server.get("/docs", { Accept: "application/json" });
    expect([refused.status, refused.headers.get("Vary")]).toEqual([406, "Accept, Accept-Encoding"]);
  });
  test("HTTPS for a year is asked for over TLS only", async () => {
    const app = createApp(server.services);
    const asked = async (url: string) => (await app.request(url)).headers.get("Strict-Transport-Security");
    expect([
      await asked("https://example.org/platforms"),
      await asked("https://example.org/nope"),
      await asked("http://example.org/platforms"),
    ]).toEqual([STRICT_TRANSPORT, STRICT_TRANSPORT, null]);
  });
});

describe("docs/headers.md", () => {
  const page = readFileSync("docs/headers.md", "utf8");
  const cell = (value: string | undefined): string => (value === undefined ? "" : `\`${value}\``);
  test.each(Object.entries(HEADERS))("has the row of %s", (type, row) => {
    expect(page).toContain(
      `| ${type} | ${["Access-Control-Allow-Origin", "Cross-Origin-Resource-Policy", "Cross-Origin-Opener-Policy", "Vary"].map((name) => cell(row[name])).join(" | ")} |`,
    );
    expect(page).toContain(cell(row["Content-Security-Policy"]));
    expect(page).toContain(`\`Permissions-Policy: ${HEADERS.site["Permissions-Policy"]}\``);
  });
  test("lists what scripts can read, as answers do", async () => {
    const exposed = (await server.get("/platforms")).headers.get("Access-Control-Expose-Headers");
    const [, listed = ""] = /Scripts can also read (.*?)\.\n/.exec(page) ?? [];
    expect([...listed.matchAll(/`([^`]+)`/g)].map(([, name]) => name)).toEqual(exposed?.split(","));
  });
  test("lists what answers vary by where proxies decide the origin", () => {
    const [, listed = ""] = /every answer also varies by (.*?)\.\n/.exec(page) ?? [];
    expect([...listed.matchAll(/`([^`]+)`/g)].map(([, name]) => name)).toEqual(FORWARDED_HEADERS);
  });
  test("has no row of another type", () => {
    const types = [...page.matchAll(/^\| ([a-z]+) \| (?:`[*]`)? \|/gm)].map(([, type]) => type);
    expect(new Set(types)).toEqual(new Set(Object.keys(HEADERS)));
  });
});
