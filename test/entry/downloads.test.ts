import { createHash } from "node:crypto";
import { mkdtempSync, readdirSync, rmSync, truncateSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { getPlatformProxy } from "wrangler";
import { createApp, type Downloads, services } from "../../src/api/index.ts";
import { publishHistory, Store } from "../../src/db/index.ts";
import { DirectoryDownloads } from "../../src/entry/downloads/directory.ts";
import { publishDownloads, type WritableBucket } from "../../src/entry/downloads/publish.ts";
import { type Bucket, R2Downloads } from "../../src/entry/downloads/r2.ts";
import { handlerOf } from "../../src/entry/node.ts";
import { hashOf } from "../../src/records/load.ts";
import { type Engine, libsqlFile } from "../fixtures/engines.ts";
import { testHistory } from "../fixtures/history.ts";

/* The same requests against both stores: a folder of the server's, and a real R2 bucket in workerd. */
const history = testHistory();
interface Kept {
  downloads: Downloads;
  close(): Promise<void>;
}
const STORES: [string, (store: Store) => Promise<Kept>][] = [
  [
    "a folder",
    async (store) => {
      const downloads = new DirectoryDownloads(store);
      return { downloads, close: () => downloads.close() };
    },
  ],
  [
    "R2 in workerd",
    async () => {
      const proxy = await getPlatformProxy<{ DOWNLOADS: Bucket & WritableBucket }>({ persist: false });
      expect(await publishDownloads(proxy.env.DOWNLOADS, history)).toBe(2);
      expect(await publishDownloads(proxy.env.DOWNLOADS, history), "published again").toBe(0);
      return { downloads: new R2Downloads(proxy.env.DOWNLOADS), close: () => proxy.dispose() };
    },
  ],
];

interface Item {
  path: string;
  url: string;
  bytes: number;
  sha256: string;
  rows: number | null;
  examples: { tool: string; command: string }[];
}
const sha256 = (body: Uint8Array): string => createHash("sha256").update(body).digest("hex");
const listed: Record<string, { path: string; sha256: string }[]> = {};

describe.each(STORES)("downloads from %s", (name, open) => {
  let engine: Engine;
  let kept: Kept;
  let served: ReturnType<typeof services>;
  let get: (path: string, headers?: Record<string, string>) => Promise<Response>;
  const items = async (query = ""): Promise<Item[]> =>
    ((await (await get(`/download${query}`)).json()) as { items: Item[] }).items;
  /** Only the head of an answer. */
  const head = async (path: string, headers?: Record<string, string>) => {
    const response = await get(path, headers);
    await response.body?.cancel();
    return response;
  };
  const bytes = async (path: string, headers?: Record<string, string>) =>
    new Uint8Array(await (await get(path, headers)).arrayBuffer());
  beforeAll(async () => {
    engine = await libsqlFile();
    await publishHistory(engine.db, history, { hash: hashOf });
    const store = new Store(engine.db);
    kept = await open(store);
    served = services(store, { downloads: kept.downloads });
    const app = createApp(served);
    get = async (path, headers = {}) => app.request(path, { headers });
  });
  afterAll(async () => {
    await kept.close();
    await engine.close();
  });

  test("every file that is listed has the bytes that the list states", async () => {
    const all = await items();
    listed[name] = all.map(({ path, sha256: sum }) => ({ path, sha256: sum }));
    expect(all.length).toBeGreaterThan(50);
    for (const { path, url, bytes: size, sha256: sum } of all) {
      const body = await bytes(new URL(url).pathname);
      expect([body.length, sha256(body)], path).toEqual([size, sum]);
    }
  });

  test("text says that it is UTF-8; other files have their media type alone", async () => {
    const type = async (path: string) => (await get(`/download/latest/${path}`)).headers.get("Content-Type");
    expect(await type("ai-data-use-headlines.csv")).toBe("text/csv; charset=utf-8");
    expect(await type("SHA256SUMS")).toBe("text/plain; charset=utf-8");
    expect(await type("CITATION.cff")).toBe("application/yaml");
    expect(await type("hosts/rest.json")).toBe("application/json");
    expect(await type("ai-data-use.xlsx")).toBe(
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    );
  });

  test("a past release has its own files, for ever; the current state is looked up again", async () => {
    const answers = async (release: string) => (await get(`/download/${release}/ai-data-use.ndjson`)).text();
    const byDefault = (text: string) =>
      /"id":"europe"[^}]*?"defaultState":"(\w+)"/.exec(text.replace(/"when":\{[^}]*\},/g, ""))?.[1];
    expect([
      byDefault(await answers("2026.11.1")),
      byDefault(await answers("latest")),
      byDefault(await answers("2026.11.2")),
    ]).toEqual(["on", "asked", "asked"]);
    expect((await get("/download/2026.11.1/ai-data-use.csv")).status).toBe(404);
    const caching = async (release: string) =>
      (await head(`/download/${release}/SHA256SUMS`)).headers.get("Cache-Control");
    expect(await caching("2026.11.1")).toBe("public, max-age=31536000, immutable, no-transform");
    expect(await caching("latest")).toBe("public, max-age=300, no-transform");
    expect((await items("?release=2026.11.1")).map((i) => i.url)[0]).toBe(
      "http://localhost/download/2026.11.1/ai-data-use-headlines.csv",
    );
  });

  test("parts of a file, as tools that read remotely ask for them", async () => {
    const path = "/download/latest/ai-data-use.sqlite";
    const whole = await bytes(path);
    const part = await get(path, { Range: "bytes=0-15" });
    expect([part.status, part.headers.get("Content-Range"), part.headers.get("Content-Length")]).toEqual([
      206,
      `bytes 0-15/${whole.length}`,
      "16",
    ]);
    expect(await part.text()).toBe("SQLite format 3\u0000");
    expect(await bytes(path, { Range: "bytes=-20" })).toEqual(whole.slice(-20));
    expect(await bytes(path, { Range: `bytes=${whole.length - 5}-` })).toEqual(whole.slice(-5));
    expect((await head(path, { Range: "bytes=0-1,4-5" })).status, "several parts: the whole").toBe(200);
    expect((await head(path, { Range: "lines=1-2" })).status, "another unit: the whole").toBe(200);
    expect(
      (await head(path, { Range: "bytes=0-15", "If-Range": '"another"' })).status,
      "another version: the whole",
    ).toBe(200);
    const beyond = await get(path, { Range: "bytes=999999999-" });
    expect([beyond.status, beyond.headers.get("Content-Range")]).toEqual([416, `bytes */${whole.length}`]);
    expect(await beyond.json()).toMatchObject({ type: "/problems/unsatisfiable-range", instance: path });
  });

  test("a validator and a digest; who has it gets 304", async () => {
    const first = await get("/download/latest/CITATION.cff");
    const etag = first.headers.get("ETag") ?? "";
    const sum = sha256(new Uint8Array(await first.arrayBuffer()));
    expect(etag).toBe(`"${sum}"`);
    expect(first.headers.get("Repr-Digest")).toBe(`sha-256=:${Buffer.from(sum, "hex").toString("base64")}:`);
    expect((await get("/download/latest/CITATION.cff", { "If-None-Match": etag })).status).toBe(304);
  });

  test.each([
    [
      "/download/latest/ai-data-use.sqlit",
      404,
      "There is no file ai-data-use.sqlit. Did you mean ai-data-use.sqlite? /download lists the files.",
    ],
    [
      "/download/latest/csv/rule.csv",
      404,
      "There is no file csv/rule.csv. Did you mean csv/rules.csv? /download lists the files.",
    ],
    [
      "/download/2026.11.7/SHA256SUMS",
      404,
      'release: there is no release "2026.11.7". The newest release is 2026.11.2. /releases lists them.',
    ],
    ["/download/latest/SHA256SUMS?x=1", 400, "x: this path takes no parameters."],
    [
      "/download?relaese=2026.11.1",
      400,
      "relaese: there is no such parameter here. Known: release. Did you mean release?",
    ],
  ])("%s is %d and says how to fix it", async (path, status, detail) => {
    const response = await get(path);
    expect([response.status, ((await response.json()) as { detail: string }).detail]).toEqual([
      status,
      detail,
    ]);
  });

  test("the page for people lists every file and describes the dataset for search engines", async () => {
    const site = handlerOf(served);
    const page = await (
      await site(new Request("http://localhost/download", { headers: { Accept: "text/html" } }))
    ).text();
    for (const { path, sha256: sum } of await items())
      expect([page.includes(path), page.includes(sum)], path).toEqual([true, true]);
    const ld = JSON.parse(/<script type="application\/ld\+json">(.*?)<\/script>/s.exec(page)?.[1] ?? "") as {
      "@graph": { "@type": string; license?: string; distribution?: object[] }[];
    };
    const described = ld["@graph"].find((node) => node["@type"] === "Dataset");
    expect([described?.license, described?.distribution?.length]).toEqual([
      "https://creativecommons.org/licenses/by/4.0/",
      (await items()).length,
    ]);
  });
});

test("a temporary folder that is cleaned under the server does not break downloads", async () => {
  const before = process.env["TMPDIR"];
  const temporary = join(mkdtempSync(join(tmpdir(), "cleaned-")), "tmp");
  const engine = await libsqlFile();
  process.env["TMPDIR"] = temporary;
  try {
    await publishHistory(engine.db, history, { hash: hashOf });
    const store = new Store(engine.db);
    const downloads = new DirectoryDownloads(store);
    const app = createApp(services(store, { downloads }));
    const path = "/download/latest/ai-data-use.ndjson";
    const whole = await (await app.request(path)).text();
    const clean: (() => void)[] = [
      () => rmSync(temporary, { recursive: true }),
      () => {
        for (const name of readdirSync(temporary)) rmSync(join(temporary, name), { recursive: true });
      },
      () => {
        for (const name of readdirSync(temporary))
          truncateSync(join(temporary, name, "ai-data-use.ndjson"), 7);
      },
    ];
    for (const act of clean) {
      // What has begun ends; what comes after is written again.
      const begun = await app.request(path);
      act();
      const after = await app.request(path);
      expect([begun.status, after.status]).toEqual([200, 200]);
      expect(await after.text()).toBe(whole);
      if (act !== clean[2]) expect(await begun.text()).toBe(whole);
      else await begun.body?.cancel();
    }
    await downloads.close();
  } finally {
    if (before === undefined) delete process.env["TMPDIR"];
    else process.env["TMPDIR"] = before;
    await engine.close();
    rmSync(join(temporary, ".."), { recursive: true });
  }
});

test("both stores serve the same bytes", () => expect(listed["R2 in workerd"]).toEqual(listed["a folder"]));

test("a server that keeps none says so, and how to have them", async () => {
  const engine = await libsqlFile();
  await publishHistory(engine.db, history, { hash: hashOf });
  const response = await createApp(services(new Store(engine.db))).request("/download");
  expect([response.status, await response.json()]).toMatchObject([
    503,
    { detail: expect.stringContaining("npm run export -- --out DIR") },
  ]);
  await engine.close();
});

test("files that were published for another origin are published again", async () => {
  const kept = new Map<string, { body: string; customMetadata?: Record<string, string> }>();
  const bucket: WritableBucket = {
    head: async (key) => kept.get(key) ?? null,
    async put(key, value, options) {
      const body = typeof value === "string" ? value : Buffer.from(value).toString();
      kept.set(key, { body, ...(options?.customMetadata && { customMetadata: options.customMetadata }) });
    },
  };
  const citations = (): string[] =>
    [...kept].filter(([key]) => key.endsWith("/CITATION.cff")).map(([, { body }]) => body);
  expect(await publishDownloads(bucket, history)).toBe(2);
  expect(citations().filter((text) => text.includes("url:"))).toEqual([]);
  expect(await publishDownloads(bucket, history, "https://data.example/")).toBe(2);
  expect(await publishDownloads(bucket, history, "https://data.example/")).toBe(0);
  expect(citations().every((text) => text.includes('url: "https://data.example/download?release=2026'))).toBe(
    true,
  );
});
