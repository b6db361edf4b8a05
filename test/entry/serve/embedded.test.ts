import { createHash } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { createClient } from "@libsql/client";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { Store } from "../../../src/db/index.ts";
import * as building from "../../../src/entry/serve/build.ts";
import { compareWithNote } from "../../../src/entry/serve/built-from.ts";
import { EmbeddedDatabase } from "../../../src/entry/serve/embedded.ts";
import { rename, writeSmallData } from "../../fixtures/small-data.ts";

vi.mock(import("../../../src/entry/serve/build.ts"), { spy: true });

let dir: string;
let data: string;
let path: string;
beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), "start-"));
  [data, path] = [join(dir, "data"), join(dir, "build", "db")];
  vi.spyOn(console, "log").mockImplementation(() => {});
  writeSmallData(data);
});
afterAll(() => rmSync(dir, { recursive: true, force: true }));

/** Starts, and gives the name that readers see and whether records were read and a database was built. */
async function start(): Promise<{ name: string | undefined; read: number; built: number }> {
  vi.clearAllMocks();
  const embedded = new EmbeddedDatabase({ path, data, say: () => {} });
  const { db, close } = await embedded.open();
  const store = new Store(db);
  const name = (await store.platform((await store.current()).id, "bluesky"))?.platform.name;
  close();
  embedded.close();
  return {
    name,
    read: vi.mocked(building.loadHistory).mock.calls.length,
    built: vi.mocked(building.build).mock.calls.length,
  };
}

const note = () => JSON.parse(readFileSync(`${path}.data`, "utf8"));
const SAME = { name: "Bluesky Social", read: 0, built: 0 };

test("the first start reads the records and builds; the next ones do neither", async () => {
  expect(await start()).toEqual({ ...SAME, read: 1, built: 1 });
  expect(await start()).toEqual(SAME);
  // As after some seconds: then no file of the data directory is read either.
  writeFileSync(
    `${path}.data`,
    JSON.stringify({ ...note(), data: { ...note().data, at: `${Date.now() + 9000}000000` } }),
  );
  expect(compareWithNote(path, data)?.reads).toBe(0);
});

test("a changed record is read and served, and so is the former state again", async () => {
  rename(data, "Bluesky Sociel");
  expect(await start()).toEqual({ name: "Bluesky Sociel", read: 1, built: 1 });
  rename(data, "Bluesky Social");
  expect(await start()).toEqual({ ...SAME, read: 1, built: 1 });
});

test("a record that is written again with the same content is no change", async () => {
  rename(data, "Bluesky Social");
  expect(await start()).toEqual(SAME);
});

test.each([
  ["missing", () => rmSync(`${path}.data`)],
  ["damaged", () => writeFileSync(`${path}.data`, "{")],
  ["of another form", () => writeFileSync(`${path}.data`, '{"data":{"at":"1","files":{"watch.json":null}}}')],
  ["of another edition", () => writeFileSync(`${path}.data`, JSON.stringify({ ...note(), edition: "0.0" }))],
  [
    "of another file",
    () => writeFileSync(`${path}.data`, JSON.stringify({ ...note(), sha256: "0".repeat(64) })),
  ],
])(
  "where what is noted is %s, the records are read and compared, and it is noted again",
  async (_, change) => {
    change();
    expect(await start()).toEqual({ ...SAME, read: 1 });
    expect(await start()).toEqual(SAME);
  },
);

test("a damaged database is built again, whatever is noted", async () => {
  const bytes = readFileSync(path);
  bytes.writeUInt8((bytes.at(5000) ?? 0) ^ 1, 5000);
  writeFileSync(path, bytes);
  expect(await start()).toEqual({ ...SAME, read: 1, built: 1 });
});

/** Changes the file, and its checksum with it, as another version of the server would write them. */
async function rewrite(...statements: string[]): Promise<void> {
  const client = createClient({ url: `file:${path}` });
  for (const statement of statements) await client.execute(statement);
  client.close();
  const sha256 = createHash("sha256").update(readFileSync(path)).digest("hex");
  writeFileSync(`${path}.sha256`, `${sha256}  ${basename(path)}\n`);
}

test.each([
  ["of another edition", "update publications set edition = '0.0'"],
  ["without its tables", "drop table pointer"],
])("a file %s is built again at the start, and not shown by a running server", async (_, statement) => {
  await start();
  const said: string[] = [];
  const embedded = new EmbeddedDatabase({ path, data, say: (line) => void said.push(line) });
  const { close } = await embedded.open();
  const show = vi.fn();
  const following = embedded.follow(show);
  await rewrite(statement);
  await vi.waitFor(() => expect(said.join()).toContain("another version of this server"), 10_000);
  embedded.close();
  await following;
  close();
  expect(show).not.toHaveBeenCalled();
  expect(await start()).toEqual({ ...SAME, read: 1, built: 1 });
});
