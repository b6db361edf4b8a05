import { mkdtemp, readdir, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { connectLibsql, type LibsqlDatabase } from "../libsql.ts";
import { checksumsOf } from "./checksum.ts";
import { copy, examine, type FileState, isMissing } from "./files.ts";

/** A database whose bytes are exactly those that were written. */
export interface SoundDatabase extends LibsqlDatabase {
  sha256: string;
}

/** What a process left that was killed while it was opening a database is removed after this time, in milliseconds. */
const LEFT = 600_000;

let copies = 0;

/** Removes private copies of processes that were killed before they could. */
async function removeLeft(dir: string, prefix: string): Promise<void> {
  for (const name of await readdir(dir)) {
    if (!name.startsWith(prefix)) continue;
    const { mtimeMs } = await stat(join(dir, name)).catch(() => ({ mtimeMs: Date.now() }));
    if (Date.now() - mtimeMs > LEFT) await rm(join(dir, name), { force: true });
  }
}

interface Copy {
  file: string;
  remove(): Promise<void>;
}

/** The file itself, which is only ever replaced, where there is no space for a copy. */
const inPlace = (path: string): Copy => ({ file: path, remove: async () => {} });

/** Copies a file to a name of its own; where its folder cannot be written, into the temporary folder. */
async function privateCopy(path: string): Promise<Copy> {
  const prefix = `${basename(path)}.serving-`;
  const file = join(dirname(path), `${prefix}${process.pid}-${++copies}`);
  try {
    await copy(path, file);
    await removeLeft(dirname(path), prefix);
    return { file, remove: () => rm(file, { force: true }) };
  } catch (error) {
    if (isMissing(error)) throw error;
    await rm(file, { force: true }).catch(() => {});
  }
  const dir = await mkdtemp(join(tmpdir(), "ai-data-use-serving-")).catch(() => undefined);
  if (dir === undefined) return inPlace(path);
  const remove = () => rm(dir, { recursive: true, force: true });
  try {
    await copy(path, join(dir, "copy.db"));
    return { file: join(dir, "copy.db"), remove };
  } catch (error) {
    await remove();
    if (isMissing(error)) throw error;
    return inPlace(path);
  }
}

/**
 * Opens a database for reading, if its bytes are those that were written. It is a copy without a name, so
 * that nothing that happens to the file affects the process that reads it: neither replacing nor deleting
 * nor damaging it. The bytes are checked before the database client sees them.
 */
export async function openSound(
  path: string,
): Promise<SoundDatabase | Exclude<FileState, { state: "sound" }>> {
  const before = await checksumsOf(path);
  const made = await privateCopy(path).catch((error) => {
    if (isMissing(error)) return undefined;
    throw error;
  });
  if (!made) return { state: "missing" };
  try {
    const found = await examine(path, made.file, before);
    if (found.state !== "sound") return found;
    const { db, close } = await connectLibsql(`file:${made.file}`);
    return { db, close, sha256: found.sha256 };
  } finally {
    await made.remove();
  }
}
