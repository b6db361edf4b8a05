import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import openApi from "../../schema/openapi.json" with { type: "json" };
import { PROBLEMS } from "../../src/api/http/problem.ts";
import { assetHeaders } from "../../src/api/index.ts";
import { maximalRequests, type OpenApi } from "../fixtures/maxima.ts";
import { freePort, type Running, SERVER, start } from "./process.ts";

/*
 * Node with a libSQL file and workerd with D1, filled from the same records, give the
 * same bytes for the same requests: over every route, and every platform.
 */
let dir: string;
let node: Running;
let worker: Running;
let at: { node: string; worker: string };
/** The same for both, so that answers with absolute URLs are the same bytes. */
const PUBLIC_URL = "https://data.example";

beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), "parity-"));
  const port = await freePort();
  node = start(process.execPath, [SERVER], {
    PORT: "0",
    HOST: "127.0.0.1",
    DATABASE_URL: `file:${join(dir, "test.db")}`,
    PUBLIC_URL,
  });
  worker = start("npm", ["run", "dev:worker", "--", "--var", `PUBLIC_URL:${PUBLIC_URL}`], {
    PORT: String(port),
    // For the links in the downloads, which are written when the data is published.
    PUBLIC_URL,
  });
  const [, base = ""] = await node.until(/at (http:\/\/127\.0\.0\.1:\d+) /);
  await worker.until(/Ready on/, 150_000);
  at = { node: base, worker: `http://localhost:${port}` };
});
afterAll(async () => {
  await Promise.all([node?.stop(), worker?.stop()]);
  rmSync(dir, { recursive: true, force: true });
});

const SAME_HEADERS = [
  "content-type",
  "etag",
  "cache-control",
  "content-security-policy",
  "cross-origin-opener-policy",
  "cross-origin-resource-policy",
  "permissions-policy",
  "vary",
  "location",
  "allow",
  "access-control-allow-origin",
];
const both = async (path: string, init: RequestInit = {}) => {
  const one = async (base: string) => {
    const r = await fetch(base + path, {
      redirect: "manual",
      ...init,
      headers: { "Accept-Encoding": "identity", ...init.headers },
    });
    // workerd's own edge may compress and then weakens the validator.
    return {
      status: r.status,
      body: await r.text(),
      headers: Object.fromEntries(SAME_HEADERS.map((h) => [h, r.headers.get(h)?.replace(/^W\//, "")])),
    };
  };
  return Promise.all([one(at.node), one(at.worker)]);
};
const agree = async (paths: string[], init?: RequestInit) => {
  for (const path of paths) {
    const [a, b] = await both(path, init);
    expect(b, path).toEqual(a);
  }
  return paths.length;
};
const json = async <T>(path: string): Promise<T> => (await fetch(at.node + path)).json() as Promise<T>;

test("every platform, for several people and days", async () => {
  const { items } = await json<{ items: { id: string; domains: string[] }[] }>("/platforms?limit=100");
  expect(items.length).toBeGreaterThanOrEqual(30);
  await agree(
    items.flatMap(({ id, domains }) => [
      `/platforms/${id}`,
      `/platforms/${id}?region=DE&as_of=2024-10-01`,
      `/platforms/${id}?include=record,sources,events,evidence,myths`,
      `/platforms/${id}/record`,
      `/platforms/${id}/opt-out?region=GB&age=minor`,
      `/platforms/${id}/history`,
      `/badge/${id}.svg?region=GB`,
      `/lookup?url=https://${domains[0]}/x&region=US&plan=business`,
    ]),
  );
});

test("the list with every filter, order and page", async () => {
  const queries = [
    "",
    "region=DE&verdict=on-by-default",
    "purpose=train-ai&data_use=may-use,uses&plan=enterprise",
    "kind=messages&by=own&certainty=practised",
    "model=other&verdict=no-choice&limit=5",
    "default_state=on&control=setting&region=US-CA",
    "operator=meta",
    "category=code,work",
    "q=google",
    "updated_since=2026-01-01",
    "sort=-severity&limit=7",
    "sort=verified&limit=3&fields=name,headline.verdict",
    "as_of=2023-06-01&account=non-user",
  ];
  await agree(queries.map((q) => `/platforms?${q}`));
  for (let next: string | null = "/platforms?limit=11&sort=severity&region=FR"; next; ) {
    await agree([next]);
    next = (await json<{ next: string | null }>(next)).next;
  }
});

test("every other route, with and without /v1, and the errors", async () => {
  const { items } = await json<{ items: { id: string }[] }>("/operators");
  const routes = Object.keys(openApi.paths).filter(
    (p) => !p.includes("{") && !["/lookup", "/compare", "/download"].includes(p),
  );
  const paths = [
    ...routes,
    "/stats?region=DE&as_of=2025-01-01",
    "/events?region=DE&type=licensing-deal,terms-changed&limit=5",
    "/events?upcoming=true",
    "/upcoming?within=366d&region=DE",
    ...items.map((o) => `/operators/${o.id}`),
    "/schema/platform.schema.json",
    "/schema/operator.schema.json",
    "/",
    "/problems",
    ...Object.keys(PROBLEMS).map((p) => `/problems/${p}`),
    "/openapi.json",
    "/openapi-3.0.json",
  ];
  const errors = [
    "/platforms/linkdin",
    "/platforms?regoin=DE",
    "/platforms?region=XX",
    "/lookup",
    "/lookup?url=nobody.example",
    "/operators/x-crop",
    "/nope",
    "/docs",
    "/platforms?cursor=x",
    "/platforms/LinkedIn",
  ];
  const all = [...paths, ...errors];
  await agree([...all, ...all.map((p) => `/v1${p === "/" ? "" : p}`)]);
});

test("every parameter of every path at its documented maximum", async () => {
  const { items } = await json<{ items: { id: string }[] }>("/platforms?limit=100");
  const requests = maximalRequests(openApi as unknown as OpenApi, {
    platforms: items.map((p) => p.id),
    operator: "google",
    host: "docs.google.com",
    release: "2026.11.6",
  });
  for (const path of requests) {
    const [a, b] = await both(path);
    expect([200, 404], path).toContain(a.status);
    // Feeds name the server that they come from.
    const same = ({ body, headers: { etag: _, ...headers }, status }: typeof a) => ({
      status,
      headers,
      body: body.replaceAll(/\/\/(127\.0\.0\.1|localhost):\d+/g, "//HOST"),
    });
    expect(same(b), path).toEqual(same(a));
  }
});

test("names in other spellings, places and what links append", () =>
  agree([
    "/platforms/twitter?region=DE",
    "/badge/GitHub%20Copilot.svg?utm_source=x",
    "/platforms/twitter/compare?from=2025-01-01",
    "/compare?id=twitter&from=2025-01-01",
    "/changes?platform=twitter,LinkedIn",
    "/platforms?operator=Open%20AI",
    "/platforms?q=x.com",
    `/platforms?q=${encodeURIComponent("Télégram".normalize("NFD"))}`,
    "/platforms?q=open%20ai&limit=5",
    "/platforms/linkedin?region=FR-974",
    "/platforms/linkedin?region=XK",
    "/platforms?region=Germany",
    "/platforms/le-chat?release=2026.11.1",
    "/platforms?changed_since=2026-11-24&sort=-changed",
  ]));

test("releases, comparisons and feeds", async () => {
  const { items } = await json<{ items: { version: string }[] }>("/releases");
  const versions = items.map((r) => r.version);
  await agree([
    "/platforms/linkedin/compare?region=DE&from=2024-10-01&to=2026-01-01",
    "/compare?ids=linkedin,x,reddit&region=GB",
    "/changes?class=policy&limit=5",
    ...versions.flatMap((v) => [
      `/releases/${v}`,
      `/releases/${versions.at(-1)}...${v}`,
      `/platforms/linkedin?release=${v}`,
      `/platforms?release=${v}&region=FR`,
    ]),
    "/platforms?release=2020.01.1",
  ]);
  const feeds = ["atom", "json", "ics"].flatMap((f) => [
    `/changes.${f}?region=DE`,
    `/events.${f}?region=DE`,
    `/platforms/linkedin/changes.${f}`,
  ]);
  await agree([...feeds, "/changes.atom?cursor=50", "/events.json?cursor=50", "/events.ics?reminder=7d"]);
  for (const feed of feeds)
    expect((await (await fetch(at.worker + feed)).text()).replaceAll("\r\n ", ""), feed).toMatch(
      new RegExp(`${PUBLIC_URL}/(platforms/|(changes|events)\\?platform=)`),
    );
});

test("downloads: the same files, whole and in part", async () => {
  await agree(["/download"]);
  const paths = [
    "SHA256SUMS",
    "ai-data-use-controls.csv",
    "csv/rules.csv",
    "parquet/answers.parquet",
    "ai-data-use.sqlite",
  ];
  await agree(paths.flatMap((p) => [`/download/latest/${p}`, `/download/2026.11.1/${p}`]));
  await agree(["/download/latest/ai-data-use.sqlite"], { headers: { Range: "bytes=100-299" } });
  await agree([
    "/download/latest/ai-data-use.sqlit",
    "/download/2020.01.1/SHA256SUMS",
    "/download?release=2020.01.1",
  ]);
});

test("what search engines, programs and other sites read", async () => {
  await agree([
    "/robots.txt",
    "/sitemap.xml",
    "/sitemap-1.xml",
    "/badge/linkedin.json?region=DE",
    ...["", "/de"].flatMap((language) =>
      [
        "/llms.txt",
        "/opensearch.xml",
        "/search/suggestions?q=lin",
        "/platforms/linkedin.md?region=DE",
        "/platforms/nope.md",
        "/embed/linkedin?region=DE&theme=dark",
        "/embed/linkedin.json?region=DE",
        "/card/linkedin.png",
        "/card/linkedin.png?region=DE",
      ].map((path) => language + path),
    ),
  ]);
  await agree(["/platforms/linkedin?region=DE"], { headers: { Accept: "text/markdown" } });
  // Static files have tags of their own on Workers.
  const [one, two] = (await both("/embed.js")).map((r) => ({ ...r, headers: { ...r.headers, etag: "" } }));
  expect(two).toEqual(one);
});

test("pages, HEAD, other methods, and what the client has", async () => {
  const inLanguages = [
    "/",
    "/platforms?kind=messages",
    "/platforms/linkedin?region=DE",
    "/platforms/x?region=US&plan=paid",
    "/platforms/linkedin/evidence",
    "/checklist",
    "/checklist?ids=linkedin,x,reddit,nothing&region=DE",
    "/vendor-review?ids=slack,zoom",
    "/vendor-review.csv?ids=slack,zoom&region=DE",
    "/events",
    "/operators/meta",
    "/categories/ai-assistant?region=DE",
    "/compare?ids=linkedin,x,reddit&region=GB",
    "/compare?id=linkedin&region=DE&from=2024-10-01&to=2026-01-01",
    "/platforms/chatgpt/plans",
    "/plans?category=work",
    "/myths?category=messaging",
    "/stats?region=DE",
    "/developers",
    "/method",
    "/download",
    "/platforms/nope",
  ];
  const pages = [
    "/docs",
    "/problems/unavailable",
    ...["", "/de"].flatMap((l) => inLanguages.map((p) => l + p)),
  ];
  await agree(pages, { headers: { Accept: "text/html" } });
  await agree(["/platforms", "/platforms/linkedin", "/nope"], { method: "HEAD" });
  await agree(["/platforms", "/nope"], { method: "POST" });
  const [{ headers }] = await both("/platforms/linkedin");
  await agree(["/platforms/linkedin"], { headers: { "If-None-Match": headers["etag"] ?? "" } });
  for (const asset of ["swagger-ui.css", "swagger-ui-bundle.js", "init.js"]) {
    const [a, b] = await both(`/docs/assets/${asset}`);
    expect([b.status, b.body === a.body], asset).toEqual([200, true]);
    for (const base of [at.node, at.worker]) {
      const { headers } = await fetch(`${base}/docs/assets/${asset}`);
      for (const [name, value] of Object.entries(assetHeaders())) expect(headers.get(name), name).toBe(value);
    }
  }
});
