import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { createApp, type Downloads, services } from "../api/index.ts";
import { type Database, publishHistory, Store } from "../db/index.ts";
import { openLibsql } from "../db/libsql.ts";
import { sums } from "../exports/formats/sums.ts";
import { replaceFiles } from "../exports/replace.ts";
import { writeExports } from "../exports/write.ts";
import type { History } from "../history/history.ts";
import { hashOf } from "../records/load.ts";

/** A list as the API answers it. */
interface Page {
  meta: { links: Record<string, string | undefined> };
  next: string | null;
  items: { id?: string; version?: string; name?: string }[];
}

type Get = (path: string) => Promise<string>;

/** Lists that come in pages: as files they are whole. */
const PAGED = ["/platforms", "/events", "/changes"];
/** The feeds of a list. */
const feedsOf = (path: string): string[] => [`${path}.atom`, `${path}.json`, `${path}.ics`];
const SINGLE = [
  "/",
  "/hosts",
  "/operators",
  "/releases",
  "/vocabulary",
  "/stats",
  "/schema",
  "/problems",
  "/download",
  "/openapi.json",
  "/openapi-3.0.json",
  "/upcoming",
  ...["/events", "/changes", "/releases", "/new-platforms"].flatMap(feedsOf),
];

/** A list with all its pages in one, as one file has to hold it. */
async function whole(get: Get, path: string, filter = ""): Promise<string> {
  const first = JSON.parse(await get(`${path}?limit=100${filter}`)) as Page;
  const items = [...first.items];
  for (let next = first.next; next; ) {
    const page = JSON.parse(await get(next)) as Page;
    items.push(...page.items);
    next = page.next;
  }
  const { next: _, ...links } = first.meta.links;
  return `${JSON.stringify({ ...first, meta: { ...first.meta, links: { ...links, self: path } }, next: null, items })}\n`;
}

const PER_PLATFORM = ["", "/record", "/opt-out", ...feedsOf("/changes")];

/** The id of a record and its aliases: a static host cannot redirect, so that each has the files. */
function namesIn(body: string): string[] {
  const { id, aliases } = JSON.parse(body) as { id: string; aliases: string[] };
  return [id, ...aliases];
}

/** The files of one platform. */
async function* platformBodies(get: Get, id: string): AsyncGenerator<[path: string, body: string]> {
  const names = namesIn(await get(`/platforms/${id}`));
  for (const suffix of PER_PLATFORM) {
    const body = await get(`/platforms/${id}${suffix}`);
    for (const name of names) yield [`/platforms/${name}${suffix}`, body];
  }
  const history = await whole(get, `/platforms/${id}/history`);
  const badge = await get(`/badge/${id}.svg`);
  for (const name of names) {
    yield [`/platforms/${name}/history`, history];
    yield [`/badge/${name}.svg`, badge];
  }
}

/** The files of one operator. */
async function* operatorBodies(get: Get, id: string): AsyncGenerator<[path: string, body: string]> {
  const body = await get(`/operators/${id}`);
  for (const name of namesIn(body)) yield [`/operators/${name}`, body];
}

/** Every path of the read API that needs no parameter, with its body; one after the other, so that memory holds one. */
async function* bodies(get: Get): AsyncGenerator<[path: string, body: string]> {
  for (const path of SINGLE) yield [path, await get(path)];
  // Records that are withdrawn are not listed, and have files that say so.
  const ids = async (path: string): Promise<Page["items"]> =>
    (JSON.parse(await whole(get, path, "&withdrawn=include")) as Page).items;
  for (const path of PAGED) yield [path, await whole(get, path)];
  for (const { id } of await ids("/platforms")) yield* platformBodies(get, id as string);
  for (const { id } of (JSON.parse(await get("/operators")) as Page).items)
    yield* operatorBodies(get, id as string);
  for (const { name } of (JSON.parse(await get("/schema")) as Page).items)
    yield [`/schema/${name}`, await get(`/schema/${name}`)];
  const versions = (JSON.parse(await get("/releases")) as Page).items.map((r) => r.version as string);
  if (versions.length > 0) yield ["/releases/latest", await whole(get, "/releases/latest")];
  for (const [i, version] of versions.entries()) {
    yield [`/releases/${version}`, await whole(get, `/releases/${version}`)];
    const before = versions[i + 1];
    if (before)
      yield [`/releases/${before}...${version}`, await whole(get, `/releases/${before}...${version}`)];
  }
}

/** Paths that have other paths under them: as files they are folders. */
const FOLDERS = [
  /^\/$/,
  /^\/(platforms|operators|releases|schema|problems|download|badge)$/,
  /^\/platforms\/[^/]+$/,
];

/** The file of a path: a folder's is its index. */
const fileOf = (path: string): string =>
  FOLDERS.some((folder) => folder.test(path)) ? join(path, "index.json") : path;

/** Called after each file. */
type StaticProgress = (files: number) => void;

/** Where the downloads of the current state are. */
const DOWNLOADS = join("download", "latest");

/** Writes every file of the read API, and the downloads. @returns their paths */
async function writeFiles(
  dir: string,
  db: Database,
  {
    history,
    origin,
    onProgress,
  }: { history: History; origin: string | undefined; onProgress: StaticProgress },
): Promise<{ path: string }[]> {
  const files = await writeExports(join(dir, DOWNLOADS), { ...history.head, origin });
  const written = files.map(({ path }) => ({ path: join(DOWNLOADS, path) }));
  const downloads: Downloads = {
    list: async () => files,
    open: () => Promise.reject(new Error("written already")),
  };
  const app = createApp(
    // A file cannot have pages: feeds are whole, too.
    services(new Store(db), {
      today: () => history.head.release.date,
      downloads,
      feedEntries: Number.MAX_SAFE_INTEGER,
    }),
  );
  const get: Get = async (path) => {
    const response = await app.request((origin ?? "http://localhost") + path);
    if (!response.ok) throw new Error(`${path} answered ${response.status}`);
    return response.text();
  };
  for await (const [path, body] of bodies(get)) {
    const file = fileOf(path);
    mkdirSync(dirname(join(dir, file)), { recursive: true });
    writeFileSync(join(dir, file), body);
    onProgress(written.push({ path: file }));
  }
  return written;
}

/**
 * Writes the read API as files that any static host serves under the same paths: a path
 * with other paths under it is a folder with an `index.json`. Lists are whole, without
 * pages. Answers are for the default audience on the day of the data, so that the same
 * data gives the same files. The downloads of the current state are under /download/latest. Files of
 * another state are replaced by {@link replaceFiles}.
 * @param origin where it will be served, for the links in feeds and downloads; without it feeds have links to localhost
 * @returns how many files were written
 */
export async function writeStatic(
  dir: string,
  history: History,
  origin?: string,
  onProgress: StaticProgress = () => {},
): Promise<number> {
  const scratch = mkdtempSync(join(tmpdir(), "ai-data-use-static-"));
  const { db, close } = await openLibsql(`file:${join(scratch, "static.db")}`);
  try {
    await publishHistory(db, history, { hash: hashOf });
    const write = (beside: string) => writeFiles(beside, db, { history, origin, onProgress });
    return (await replaceFiles(dir, write, join(DOWNLOADS, sums.path))).length;
  } finally {
    close();
    rmSync(scratch, { recursive: true });
  }
}
