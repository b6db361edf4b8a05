import { execFile } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join, resolve as resolvePath } from "node:path";
import { promisify } from "node:util";
import { chromium } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { installPacked } from "./installed.ts";
import { freePort, type Running, SERVER, start } from "./process.ts";
import { runtime } from "./runtimes.ts";

/* The client as people use it: packed by npm, installed into an empty project without a network, in every runtime, against a real server. */
const run = promisify(execFile);
const executablePath = process.env["CHROMIUM"] ?? "/usr/bin/chromium";

let scratch: string;
let dir: string;
let server: Running;
let base: string;
const write = (name: string, text: string) => writeFileSync(join(dir, name), text);

beforeAll(async () => {
  scratch = mkdtempSync(join(tmpdir(), "typescript-client-"));
  dir = join(scratch, "consumer");
  await installPacked(dir, ["./clients/typescript"]);
  server = start(process.execPath, [SERVER], {
    PORT: "0",
    HOST: "127.0.0.1",
    DATABASE_URL: `file:${join(scratch, "test.db")}`,
  });
  base = (await server.until(/at (http:\/\/127\.0\.0\.1:\d+) /, 170_000))[1] as string;
});
afterAll(async () => {
  await server?.stop();
  rmSync(scratch, { recursive: true, force: true });
});

test("it installs alone", () => {
  expect(readdirSync(join(dir, "node_modules")).filter((name) => !name.startsWith("."))).toEqual([
    "@ai-data-use",
  ]);
});

/** One program for all runtimes: opt-out steps, all pages, an error, an aborted request, a confirmed answer. */
const program = (from: string) => `
import { createClient, ProblemError } from ${JSON.stringify(from)};
export async function main(baseUrl) {
  const statuses = [];
  const kept = new Map();
  const client = createClient({
    baseUrl,
    cache: { get: (url) => kept.get(url), set: (url, answer) => kept.set(url, { ...answer, freshUntil: 0 }) },
    fetch: async (url, init) => {
      const response = await fetch(url, init);
      statuses.push(response.status);
      return response;
    },
  });
  const { controls } = await client.get("/platforms/{id}/opt-out", { id: "linkedin", region: "DE" });
  await client.get("/platforms/{id}/opt-out", { id: "linkedin", region: "DE" });
  const ids = [];
  for await (const { id } of client.items("/platforms", { limit: 40 })) ids.push(id);
  const error = await client.get("/platforms/{id}", { id: "linkdin" }).catch((e) => e);
  const aborted = await client.get("/stats", {}, { signal: AbortSignal.abort() }).catch((e) => e);
  const download = await client.fetch("/download/{release}/{file}", { release: "latest", file: "hosts.json" }).catch((e) => e);
  return {
    control: controls[0].name,
    platforms: new Set(ids).size,
    error: [error instanceof ProblemError, error.code, error.problem.nearest],
    aborted: aborted.name,
    download: download instanceof Response ? "bytes" : download.code,
    statuses,
  };
}
`;
const expected = async () => {
  const { total } = (await (await fetch(`${base}/platforms`)).json()) as { total: number };
  const pages = Array.from({ length: Math.ceil(total / 40) }, () => 200);
  const download = await fetch(`${base}/download/latest/hosts.json`);
  return {
    control: "Data for Generative AI Improvement",
    platforms: total,
    error: [true, "unknown-platform", ["linkedin"]],
    aborted: "AbortError",
    download: download.ok ? "bytes" : "unknown-file",
    statuses: [200, 304, ...pages, 404, download.status],
  };
};

describe("the same program", () => {
  const script = () =>
    `${program("@ai-data-use/client")}\nconsole.log(JSON.stringify(await main(${JSON.stringify(base)})));`;

  test("in Node", async () => {
    write("program.js", script());
    const { stdout } = await run(process.execPath, ["program.js"], { cwd: dir });
    expect(JSON.parse(stdout)).toEqual(await expected());
  });

  test("in Deno", async () => {
    write("program.js", script());
    const { stdout } = await run(await runtime("deno"), ["run", "--allow-net=127.0.0.1", "program.js"], {
      cwd: dir,
    });
    expect(JSON.parse(stdout)).toEqual(await expected());
  });

  test("in Bun", async () => {
    write("program.js", script());
    const { stdout } = await run(await runtime("bun"), ["run", "program.js"], { cwd: dir });
    expect(JSON.parse(stdout)).toEqual(await expected());
  });

  test("in workerd", async () => {
    write(
      "worker.js",
      `${program("@ai-data-use/client")}
export default { fetch: async () => Response.json(await main(${JSON.stringify(base)})) };`,
    );
    const port = String(await freePort());
    const wrangler = resolvePath("node_modules/wrangler/bin/wrangler.js");
    const options = ["dev", "worker.js", "--port", port, "--compatibility-date", "2026-01-01"];
    const worker = start(process.execPath, [wrangler, ...options], {}, dir);
    try {
      await worker.until(/Ready on/);
      const first = await fetch(`http://127.0.0.1:${port}/`);
      expect(await first.json()).toEqual(await expected());
      // A second request uses the same instance, and nothing of the first hangs.
      expect((await fetch(`http://127.0.0.1:${port}/`)).status).toBe(200);
    } finally {
      await worker.stop();
    }
  });

  test("in a browser, on a page of another origin, without a bundler", async () => {
    const files: Record<string, [type: string, text: string]> = {
      "/": ["text/html", '<!doctype html><link rel="icon" href="data:,">'],
      "/program.js": ["text/javascript", program("./client.js")],
      "/client.js": [
        "text/javascript",
        readFileSync(join(dir, "node_modules/@ai-data-use/client/dist/index.js"), "utf8"),
      ],
    };
    const site = createServer((req, res) => {
      const [type, text] = files[req.url ?? "/"] ?? ["text/plain", ""];
      res.writeHead(200, { "content-type": type }).end(text);
    }).listen(0, "127.0.0.1");
    await new Promise((listening) => site.once("listening", listening));
    if (!existsSync(executablePath))
      throw new Error(`No browser at ${executablePath}: apt-get install chromium, or name one in CHROMIUM.`);
    const browser = await chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-gpu"] });
    try {
      const page = await browser.newPage();
      await page.goto(`http://127.0.0.1:${(site.address() as AddressInfo).port}/`);
      const answer = await page.evaluate(
        `import("/program.js").then(({ main }) => main(${JSON.stringify(base)}))`,
      );
      // A browser shows what its own cache confirmed as 200.
      expect(answer).toEqual({ ...(await expected()), statuses: expect.any(Array) });
    } finally {
      await browser.close();
      site.close();
    }
  });
});

describe("the README", () => {
  const readme = readFileSync("clients/typescript/README.md", "utf8");
  const examples = [...readme.matchAll(/## (.+?)\n[^#]*?```js\n(.*?)```|```js\n(.*?)```/gs)].map(
    ([, title = "the first", code, first]) => [title, (code ?? first) as string] as const,
  );

  test("has examples", () => expect(examples.length).toBeGreaterThanOrEqual(6));

  test.each(examples)("%s: the example prints what it says", async (_, code) => {
    const printed = [...code.matchAll(/^\/\/ (.+)$/gm)].map(([, line]) => line);
    write("example.js", code.replaceAll("http://localhost:8787", base));
    const { stdout } = await run(process.execPath, ["example.js"], { cwd: dir });
    expect(stdout.replaceAll(base, "http://localhost:8787").trim().split("\n")).toEqual(printed);
  });
});

test.each(["nodenext", "bundler"])("a strict TypeScript project knows its types (%s)", async (resolution) => {
  write(
    "consumer.ts",
    `import { type Client, type Control, createClient, type HistoryItem, type Item, memoryCache, type PlatformAnswer, ProblemError, type Verdict } from "@ai-data-use/client";
const client: Client = createClient({ baseUrl: "http://localhost:8787", cache: memoryCache(5) });
const answer: PlatformAnswer = await client.get("/platforms/{id}", { id: "linkedin", region: "DE" }, { signal: AbortSignal.timeout(1000) });
const verdict: Verdict = answer.headline.verdict;
const events: Item<"/events">[] = [];
for await (const event of client.items("/events", { limit: 5 })) events.push(event);
const { items }: { items: HistoryItem[] } = await client.get("/platforms/{id}/history", { id: "linkedin" });
export const titles: (string | undefined)[] = items.map((item) => item.event?.title);
// @ts-expect-error it may be a change
export const wrong: string = items[0].event.title;
export const problem = (error: unknown): string[] => (error instanceof ProblemError ? (error.problem.nearest ?? []) : []);
export const all: [Verdict, Control["id"] | undefined] = [verdict, undefined];
// @ts-expect-error no such plan
await client.get("/platforms/{id}", { id: "linkedin", plan: "premium" });
// @ts-expect-error no such field
answer.nam;
`,
  );
  const compilerOptions = {
    strict: true,
    noEmit: true,
    target: "es2022",
    lib: ["es2022", "dom"],
    module: resolution === "bundler" ? "esnext" : resolution,
    moduleResolution: resolution,
    types: [],
    skipLibCheck: false,
  };
  write("tsconfig.json", JSON.stringify({ compilerOptions, files: ["consumer.ts"] }));
  const tsc = run(process.execPath, [resolvePath("node_modules/typescript/bin/tsc"), "-p", dir], {
    cwd: dir,
  });
  const said = await tsc.then(
    () => "",
    (error: { stdout: string }) => error.stdout,
  );
  expect(said).toBe("");
});
