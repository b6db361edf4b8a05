import { createHash } from "node:crypto";
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { createServer, type Server } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { writeStatic } from "../../src/entry/static.ts";
import { testHistory } from "../fixtures/history.ts";
import { type TestServer, testServer } from "../fixtures/server.ts";

/* The twin in plain files, behind a server that knows nothing but files and index.json. */
let dir: string;
let files: Server;
let base: string;
let live: TestServer;

const history = testHistory();
beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), "static-"));
  await writeStatic(join(dir, "a"), history);
  files = createServer((req, res) => {
    const path = join(dir, "a", decodeURIComponent(req.url ?? "/"));
    try {
      res.end(readFileSync(statSync(path).isDirectory() ? join(path, "index.json") : path));
    } catch {
      res.writeHead(404).end();
    }
  }).listen(0, "127.0.0.1");
  await new Promise((r) => files.once("listening", r));
  base = `http://127.0.0.1:${(files.address() as { port: number }).port}`;
  live = await testServer(history);
});
afterAll(async () => {
  files.close();
  await live.engine.close();
  rmSync(dir, { recursive: true });
});

const PATHS = [
  "/operators",
  "/operators/child",
  "/releases",
  "/vocabulary",
  "/schema",
  "/schema/platform.schema.json",
  "/openapi.json",
  "/problems",
  "/platforms/alpha/changes.atom",
  "/platforms/alpha/changes.json",
  "/changes.atom",
  "/changes.json",
];

test.each(PATHS)("%s has the bytes of the live server", async (path) => {
  const body = await (await fetch(base + path)).text();
  expect(body).toBe(await (await live.get(path)).text());
});

test.each(["", "/opt-out", "/record", "/history", "/changes.atom"])(
  "an alias has the files of its platform: %s",
  async (suffix) =>
    expect(await (await fetch(`${base}/platforms/alpha-old${suffix}`)).text()).toBe(
      await (await fetch(`${base}/platforms/alpha${suffix}`)).text(),
    ),
);

test.each(["/platforms/alpha", "/platforms/alpha/opt-out", "/stats"])(
  "%s answers for the day of the data",
  async (path) => {
    type Answer = { meta: { links: object } };
    const file = (await (await fetch(base + path)).json()) as Answer;
    const answer = await live.json<Answer>(`${path}?as_of=${history.head.release.date}`);
    // Links to other answers name the day only where it is not the usual one.
    expect({ ...file, meta: { ...file.meta, links: {} } }).toEqual({
      ...answer,
      meta: { ...answer.meta, links: {} },
    });
    expect(JSON.stringify(file.meta.links)).toContain(`"self":"${path}?`);
  },
);

test.each([
  "/platforms",
  "/changes",
  "/releases/2026.11.1",
  "/releases/2026.11.1...2026.11.2",
  "/platforms/alpha/history",
])("%s is whole, without pages", async (path) => {
  const all = (await (await fetch(base + path)).json()) as { total: number; next: null; items: object[] };
  expect([all.next, all.items.length]).toEqual([null, all.total]);
});

test("its downloads are there, and are what the list says", async () => {
  const { items } = (await (await fetch(`${base}/download`)).json()) as {
    items: { path: string; bytes: number; sha256: string }[];
  };
  expect(items.length).toBeGreaterThan(50);
  for (const { path, bytes, sha256 } of items) {
    const body = Buffer.from(await (await fetch(`${base}/download/latest/${path}`)).arrayBuffer());
    expect([body.length, createHash("sha256").update(body).digest("hex")], path).toEqual([bytes, sha256]);
  }
});

test("the same data gives the same files", async () => {
  await writeStatic(join(dir, "b"), history);
  const names = (root: string) => readdirSync(join(dir, root), { recursive: true, encoding: "utf8" }).sort();
  expect(names("b")).toEqual(names("a"));
  for (const name of names("a")) {
    const path = join(dir, "a", name);
    if (statSync(path).isFile())
      expect(readFileSync(join(dir, "b", name)).equals(readFileSync(path)), name).toBe(true);
  }
});

test("if writing fails, the files of the old state remain whole", async () => {
  await writeStatic(join(dir, "c"), history);
  const contents = () =>
    readdirSync(join(dir, "c"), { recursive: true, encoding: "utf8" })
      .sort()
      .map((name) => join(dir, "c", name))
      .map((path) => [path, statSync(path).isFile() && readFileSync(path, "utf8")]);
  const before = contents();
  const full = (files: number) => {
    if (files > 100) throw new Error("disk full");
  };
  await expect(writeStatic(join(dir, "c"), history, "https://other.example", full)).rejects.toThrow(
    "disk full",
  );
  expect(contents()).toEqual(before);
});
