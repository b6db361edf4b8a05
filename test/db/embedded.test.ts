import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { checksumsOf } from "../../src/db/embedded/checksum.ts";
import { examine } from "../../src/db/embedded/files.ts";
import {
  NotWritable,
  openSound,
  plainly,
  publishEmbedded,
  rollbackEmbedded,
} from "../../src/db/embedded/index.ts";
import { DatabaseError, Store } from "../../src/db/index.ts";
import { hashOf } from "../../src/records/load.ts";
import { testHistory } from "../fixtures/history.ts";

let dir: string;
let path: string;
let said: string[];
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), "embedded-"));
  path = join(dir, "db");
  said = [];
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

const put = (unreleased = true) =>
  publishEmbedded(path, testHistory(unreleased), { hash: hashOf }, (line) => void said.push(line));
const opened = async () => {
  const database = await openSound(path);
  if (!("db" in database)) throw new Error(`the database is ${database.state}`);
  return database;
};
/** What readers see of it. */
const content = async () => {
  const { db, close } = await opened();
  const store = new Store(db);
  const { id, version, digest } = await store.current();
  const records = await Array.fromAsync(store.platformRecords(id));
  close();
  return { version, digest, records };
};
const files = () => readdirSync(dir).sort();

test("a file is built, with its checksum in the format of sha256sum; nothing else remains", async () => {
  expect((await put()).changed).toBe(true);
  expect(files()).toEqual(["db", "db.lock", "db.sha256"]);
  expect(readFileSync(`${path}.sha256`, "utf8")).toMatch(/^[0-9a-f]{64} {2}db\n$/);
  const before = readFileSync(path);
  expect((await put()).changed).toBe(false);
  expect(readFileSync(path).equals(before)).toBe(true);
  expect(said).toEqual([]);
});

test("of several that publish at once each waits for the others", async () => {
  const published = await Promise.all(Array.from({ length: 5 }, () => put()));
  expect(published.filter((p) => p.changed)).toHaveLength(1);
  expect(said).toContain(`Waiting for another process that writes ${path}.`);
  expect((await content()).version).toBe("unreleased");
});

test("an interrupted publishing leaves the old file", async () => {
  await put(false);
  const before = await content();
  const breaking = publishEmbedded(path, testHistory(true), {
    hash: hashOf,
    onProgress: (done) => {
      if (done > 0) throw new Error("the power went out");
    },
  });
  await expect(breaking).rejects.toThrow("the power went out");
  expect([files(), await content()]).toEqual([["db", "db.lock", "db.sha256"], before]);
});

test("while a file is replaced, the checksums of both are listed", async () => {
  await put(false);
  const old = readFileSync(path);
  const oldSum = readFileSync(`${path}.sha256`, "utf8");
  await put(true);
  const newSum = readFileSync(`${path}.sha256`, "utf8");
  writeFileSync(`${path}.sha256`, newSum + oldSum);
  expect((await content()).version).toBe("unreleased");
  writeFileSync(path, old);
  expect((await content()).version).toBe("2026.11.2");
});

test("a copy of a file that was replaced since is not taken for a damaged one", async () => {
  await put(false);
  const before = await checksumsOf(path);
  const copy = join(dir, "copy");
  copyFileSync(path, copy);
  await put(true);
  expect((await examine(path, copy)).state).toBe("damaged");
  expect((await examine(path, copy, before)).state).toBe("sound");
  truncateSync(copy, 4096);
  expect((await examine(path, copy, before)).state).toBe("damaged");
});

describe("a file that cannot be used is set aside and built again", () => {
  const DAMAGE = fc.oneof(
    fc.record({ kind: fc.constant("truncate"), at: fc.double({ min: 0, max: 0.9999, noNaN: true }) }),
    fc.record({ kind: fc.constant("flip"), at: fc.double({ min: 0, max: 0.9999, noNaN: true }) }),
    fc.record({ kind: fc.constant("zero"), at: fc.double({ min: 0, max: 0.9999, noNaN: true }) }),
    fc.record({ kind: fc.constant("append"), at: fc.constant(0) }),
    fc.record({ kind: fc.constant("text"), at: fc.constant(0) }),
  );
  const damaged = (whole: Buffer, { kind, at }: { kind: string; at: number }): Buffer => {
    const bytes = Buffer.from(whole);
    const place = Math.floor(at * bytes.length);
    if (kind === "truncate") return bytes.subarray(0, place);
    if (kind === "flip") bytes[place] = (bytes[place] ?? 0) ^ (1 << (place % 8));
    if (kind === "zero") bytes.fill(0, place - (place % 4096), place - (place % 4096) + 4096);
    if (kind === "append") return Buffer.concat([bytes, Buffer.from("x")]);
    return kind === "text" ? Buffer.from("this is no database".repeat(50)) : bytes;
  };

  test("whatever the damage is", async () => {
    await put();
    const whole = readFileSync(path);
    const right = await content();
    await fc.assert(
      fc.asyncProperty(DAMAGE, async (damage) => {
        const bytes = damaged(readFileSync(path), damage);
        // A page that was empty before is not damaged.
        fc.pre(!bytes.equals(readFileSync(path)));
        writeFileSync(path, bytes);
        said = [];
        expect(await openSound(path)).toEqual({ state: "damaged" });
        await put();
        expect(said).toEqual([
          expect.stringMatching(
            /db is damaged: .* It is now .*db\.damaged-\w+, and the database is built again\.$/,
          ),
        ]);
        expect(await content()).toEqual(right);
      }),
      { numRuns: 25 },
    );
    expect(whole.length).toBeGreaterThan(0);
    // Some of them are kept.
    expect(files().filter((f) => f.includes("damaged")).length).toBeLessThanOrEqual(3);
  });

  test("also a file without a checksum, with what SQLite left beside it", async () => {
    await put();
    rmSync(`${path}.sha256`);
    writeFileSync(`${path}-wal`, "left by an earlier version");
    await put();
    expect(said).toEqual([expect.stringMatching(/db has no checksum\. It is now .*db\.unchecked-\w+, and/)]);
    expect(files().filter((f) => f.endsWith("-wal"))).toEqual([expect.stringMatching(/unchecked-\w+-wal$/)]);
    await content();
  });

  test("an empty file", async () => {
    await put();
    truncateSync(path);
    await put();
    await content();
  });
});

test("what happens to the file does not affect who has opened it", async () => {
  await put();
  const { db, close } = await opened();
  const store = new Store(db);
  const { id } = await store.current();
  const read = () => Array.fromAsync(store.platformRecords(id));
  const before = await read();
  writeFileSync(path, "damaged");
  expect(await read()).toEqual(before);
  rmSync(dir, { recursive: true });
  expect(await read()).toEqual(before);
  // As many statements as the client would use connections for.
  expect(await Promise.all(Array.from({ length: 30 }, read))).toEqual(Array(30).fill(before));
  close();
});

test("the previous publication can be shown again", async () => {
  await put(false);
  expect(await rollbackEmbedded(path)).toBeUndefined();
  await put(true);
  await rollbackEmbedded(path);
  expect((await content()).version).toBe("2026.11.2");
});

test("a missing folder is created, a folder in the file's place is named", async () => {
  path = join(dir, "deep/er/db");
  await put();
  expect(existsSync(path)).toBe(true);
  path = join(dir, "deep");
  mkdirSync(path, { recursive: true });
  await expect(put()).rejects.toThrow(`${path} is a folder, not a database file.`);
});

test.each([
  [
    Object.assign(new Error("ENOSPC: no space left on device, write"), { code: "ENOSPC" }),
    /^The disk is full: .*db could not/,
  ],
  [
    new Error("Failed query: insert…", { cause: new Error("SQLITE_FULL: database or disk is full") }),
    /^The disk is full/,
  ],
  [
    Object.assign(new Error("EROFS: read-only file system"), { code: "EROFS" }),
    /cannot be written\. Allow it, or choose/,
  ],
])("errors are said plainly: %s", (error, expected) => {
  const said = plainly(error, path);
  expect(said).toBeInstanceOf(DatabaseError);
  expect((said as Error).message).toMatch(expected);
  expect((said as Error).message).not.toMatch(/query|ENOSPC|EROFS|SQLITE/);
  expect(said instanceof NotWritable).toBe(/EROFS/.test(error.message));
});
