import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { createApp, services } from "../api/index.ts";
import { type History, hashOf } from "../dataset/index.ts";
import { publishHistory, Store } from "../db/index.ts";
import { openLibsql } from "../db/libsql.ts";

/** A list as the API answers it. */
interface Page {
  meta: { links: Record<string, string> };
  next: string | null;
  items: { id?: string; version?: string; name?: string }[];
}

type Get = (path: string) => Promise<string>;

/** Lists that come in pages: as files they are whole. */
const PAGED = ["/platforms", "/changes"];
const SINGLE = [
  "/",
  "/operators",
  "/releases",
  "/vocabulary",
  "/stats",
  "/schema",
  "/problems",
  "/openapi.json",
  "/openapi-3.0.json",
  "/changes.atom",
  "/changes.json",
  "/changes.ics",
];

/** A list with all its pages in one, as one file has to hold it. */
async function whole(get: Get, path: string): Promise<string> {
  const first = JSON.parse(await get(`${path}?limit=100`)) as Page;
  const items = [...first.items];
  for (let next = first.next; next; ) {
    const page = JSON.parse(await get(next)) as Page;
    items.push(...page.items);
    next = page.next;
  }
  return `${JSON.stringify({ ...first, meta: { ...first.meta, links: { self: path } }, next: null, items })}\n`;
}

/** Every path of the read API that needs no parameter, with its body. */
async function* bodies(get: Get): AsyncGenerator<[path: string, body: string]> {
  for (const path of PAGED) yield [path, await whole(get, path)];
  for (const path of SINGLE) yield [path, await get(path)];
  const list = async (path: string) => (JSON.parse(await whole(get, path)) as Page).items;
  for (const { id } of await list("/platforms"))
    for (const suffix of ["", "/opt-out", "/history"]) yield [`/platforms/${id}${suffix}`, await get(`/platforms/${id}${suffix}`)];
  for (const { id } of (JSON.parse(await get("/operators")) as Page).items) yield [`/operators/${id}`, await get(`/operators/${id}`)];
  for (const { name } of (JSON.parse(await get("/schema")) as Page).items) yield [`/schema/${name}`, await get(`/schema/${name}`)];
  const versions = (JSON.parse(await get("/releases")) as Page).items.map((r) => r.version as string);
  for (const [i, version] of versions.entries()) {
    yield [`/releases/${version}`, await get(`/releases/${version}`)];
    const before = versions[i + 1];
    if (before) yield [`/releases/${before}...${version}`, await get(`/releases/${before}...${version}`)];
  }
}

/**
 * Writes the read API as files that any static host serves under the same paths: a path
 * under which others stand is a folder with an `index.json`. Answers are for the default
 * audience on the day of the data, so that the same data gives the same files.
 * @param origin where it will be served, for the links in feeds
 * @returns how many files were written
 */
export async function writeStatic(dir: string, history: History, origin = "http://localhost"): Promise<number> {
  const scratch = mkdtempSync(join(tmpdir(), "ai-data-use-static-"));
  const { db, close } = await openLibsql(`file:${join(scratch, "static.db")}`);
  try {
    await publishHistory(db, history, { hash: hashOf });
    const app = createApp(services(new Store(db), { today: () => history.head.release.date }));
    const get: Get = async (path) => {
      const response = await app.request(origin + path);
      if (!response.ok) throw new Error(`${path} answered ${response.status}`);
      return response.text();
    };
    const all: [string, string][] = [];
    for await (const entry of bodies(get)) all.push(entry);
    const isFolder = (path: string) => path === "/" || all.some(([other]) => other.startsWith(`${path}/`));
    for (const [path, body] of all) {
      const file = join(dir, isFolder(path) ? `${path}/index.json` : path);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, body);
    }
    return all.length;
  } finally {
    close();
    rmSync(scratch, { recursive: true });
  }
}
