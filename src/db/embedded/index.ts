import { mkdir } from "node:fs/promises";
import { dirname } from "node:path";
import { sql } from "drizzle-orm";
import { type Database, DatabaseError } from "../database.ts";
import { hasOwnEdition } from "../editions.ts";
import { connectLibsql, openLibsql } from "../libsql.ts";
import { type Published, rollback } from "../publish.ts";
import {
  type PublishHistory,
  type PublishHistoryOptions,
  publishedAs,
  publishHistory,
} from "../publish-history.ts";
import { copy, examine, type FileState, plainly, removeDatabase, replace, setAside } from "./files.ts";
import { withLock } from "./lock.ts";

export { NotWritable, plainly, signature } from "./files.ts";
export { pathOf } from "./path.ts";
export { openSound, type SoundDatabase } from "./private.ts";

/*
 * An embedded database is a file that never changes once it is in its place. To publish into it, a copy is
 * changed, checked, and put in its place by renaming. So a process that is killed leaves the old file as it
 * was, servers that read it are not disturbed, and one checksum over its bytes shows any damage.
 */

/** Tells people what happened, in one line. */
export type Say = (line: string) => void;

const TITLE: Readonly<Record<"damaged" | "unchecked", string>> = {
  damaged: "is damaged: its checksum is another",
  unchecked: "has no checksum",
};

/** Sets a file aside that cannot be used. */
async function withoutUnusable(path: string, state: FileState, say: Say): Promise<string | undefined> {
  if (state.state === "sound") return state.sha256;
  if (state.state === "missing") return undefined;
  const aside = await setAside(path, state.state);
  say(`${path} ${TITLE[state.state]}. It is now ${aside}, and the database is built again.`);
  return undefined;
}

/** Can this code read what is in a file? */
async function isUsable(file: string): Promise<boolean> {
  const opened = await connectLibsql(`file:${file}`).catch(() => undefined);
  try {
    return opened !== undefined && (await hasOwnEdition(opened.db));
  } finally {
    opened?.close();
  }
}

/**
 * Opens the file that is to be changed: a copy of the present one, or a new one. Nothing is kept of another
 * edition, and a new file is smaller.
 */
async function openCopy(path: string, building: string, sound: boolean) {
  await removeDatabase(building);
  if (sound) {
    await copy(path, building);
    if (!(await isUsable(building))) await removeDatabase(building);
  }
  return openLibsql(`file:${building}`, { shared: false });
}

/** Looks for damage in the structure of a database. @throws {DatabaseError} */
async function checkStructure(db: Database): Promise<void> {
  const [found] = await db.values<[string]>(sql`pragma quick_check(1)`);
  if (found?.[0] !== "ok") throw new DatabaseError(`What was written is damaged: ${found?.[0]}.`);
}

/**
 * Changes an embedded database; it is created where it is missing, and built again where it is damaged.
 * One process at a time does so; others wait.
 * @param change gives its result, and whether it wrote anything; it must not keep the database
 * @throws {DatabaseError} where the file cannot be written: no access, or the disk is full
 */
export async function updateEmbedded<T>(
  path: string,
  change: (db: Database) => Promise<{ result: T; wrote: boolean }>,
  say: Say = () => {},
): Promise<T> {
  const building = `${path}.building`;
  const update = async (): Promise<T> => {
    const old = await withoutUnusable(path, await examine(path), say);
    try {
      const { db, close } = await openCopy(path, building, old !== undefined);
      const needed = async () => {
        const { result, wrote } = await change(db);
        if (wrote) await checkStructure(db);
        return { result, replaces: wrote || old === undefined };
      };
      const { result, replaces } = await needed().finally(close);
      if (replaces) await replace(path, building, old);
      return result;
    } finally {
      await removeDatabase(building);
    }
  };
  try {
    await mkdir(dirname(path), { recursive: true });
    return await withLock(path, update, () => say(`Waiting for another process that writes ${path}.`));
  } catch (error) {
    throw plainly(error, path);
  }
}

/** Publishes into an embedded database, as {@link publishHistory} does. */
export const publishEmbedded = (
  path: string,
  history: PublishHistory,
  options: PublishHistoryOptions,
  say?: Say,
): Promise<Published> =>
  updateEmbedded(
    path,
    async (db) => {
      const wrote = (await publishedAs(db, history, options.hash)) === undefined;
      return { result: await publishHistory(db, history, options), wrote };
    },
    say,
  );

/** Shows the previous publication of an embedded database again, as {@link rollback} does. */
export const rollbackEmbedded = (path: string, say?: Say): Promise<number | undefined> =>
  updateEmbedded(
    path,
    async (db) => {
      const result = await rollback(db);
      return { result, wrote: result !== undefined };
    },
    say,
  );
