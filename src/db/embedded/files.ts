import { constants, copyFile, readdir, rename, rm, stat } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { DatabaseError, messagesOf } from "../database.ts";
import { checksumsOf, flush, sha256Of, writeChecksums } from "./checksum.ts";

/** What is known about a database file, before it is opened. */
export type FileState =
  /** It has exactly the bytes that were written. */
  | { state: "sound"; sha256: string }
  | { state: "missing" }
  /** No checksum is beside it: another program made it, or an earlier version of this one. */
  | { state: "unchecked" }
  | { state: "damaged" };

/** Files that SQLite may have beside a database, and would apply to whatever has its name. */
const BESIDE = ["-wal", "-shm", "-journal"];

/** Files that were set aside are kept, but not without end. */
const KEPT_ASIDE = 3;

/** Whether a file is missing, or a folder on the way to it. */
export const isMissing = (error: unknown): boolean =>
  ["ENOENT", "ENOTDIR"].includes((error as NodeJS.ErrnoException).code ?? "");

/**
 * Whether a file is one that was written, complete and unchanged.
 * @param bytes where its bytes are; by default the file itself
 * @param before the checksums when they were copied: the file can have been replaced since
 */
export async function examine(path: string, bytes = path, before?: readonly string[]): Promise<FileState> {
  try {
    const sha256 = await sha256Of(bytes);
    const sums = (await checksumsOf(path)) ?? before;
    if (sums === undefined) return { state: "unchecked" };
    return sums.includes(sha256) || before?.includes(sha256)
      ? { state: "sound", sha256 }
      : { state: "damaged" };
  } catch (error) {
    if (isMissing(error)) return { state: "missing" };
    throw error;
  }
}

/** Removes a database file, with what SQLite has beside it. */
export async function removeDatabase(path: string): Promise<void> {
  for (const suffix of ["", ...BESIDE]) await rm(path + suffix, { force: true });
}

/** Copies a file; a copy shares the disk's blocks where the file system can do so. */
export const copy = (from: string, to: string): Promise<void> =>
  copyFile(from, to, constants.COPYFILE_FICLONE);

/** Renames a file that cannot be used, so that it can be looked at. @returns its new name */
export async function setAside(path: string, state: "damaged" | "unchecked"): Promise<string> {
  const time = new Date().toISOString().replaceAll(/[-:]|\.\d+/g, "");
  const aside = `${path}.${state}-${time}`;
  for (const suffix of BESIDE) await rename(path + suffix, aside + suffix).catch(() => {});
  await rename(path, aside);
  await rm(`${path}.sha256`, { force: true });
  const prefix = `${basename(path)}.`;
  const names = (await readdir(dirname(path)))
    .filter((name) => name.startsWith(prefix) && /^(damaged|unchecked)-\w+$/.test(name.slice(prefix.length)))
    .sort((a, b) => (a.split("-").at(-1) ?? "").localeCompare(b.split("-").at(-1) ?? ""));
  for (const old of names.slice(0, -KEPT_ASIDE)) await removeDatabase(join(dirname(path), old));
  return aside;
}

/** Puts a finished file in the place of another, so that at every moment one of them is there, with its checksum. */
export async function replace(path: string, by: string, old: string | undefined): Promise<void> {
  await flush(by);
  const sum = await sha256Of(by);
  await writeChecksums(path, old === undefined ? [sum] : [sum, old]);
  // What SQLite left beside an earlier file would be applied to this one.
  for (const suffix of BESIDE) await rm(path + suffix, { force: true });
  await rename(by, path);
  await flush(dirname(path));
  await writeChecksums(path, [sum]);
}

/** What identifies the present content of a path, cheaply; undefined where there is no file. */
export async function signature(path: string): Promise<string | undefined> {
  try {
    const { ino, size, mtimeMs, ctimeMs } = await stat(path);
    return [ino, size, mtimeMs, ctimeMs].join(" ");
  } catch {
    return undefined;
  }
}

/** The folder of an embedded database cannot be written. */
export class NotWritable extends DatabaseError {}

/** The error, or one that says in plain words what the operating system or SQLite said in its own. */
export function plainly(error: unknown, path: string): unknown {
  const code = (error as NodeJS.ErrnoException).code ?? "";
  const text = messagesOf(error);
  if (code === "ENOSPC" || code === "SQLITE_FULL" || /ENOSPC|SQLITE_FULL|disk is full/.test(text))
    return new DatabaseError(
      `The disk is full: ${path} could not be written. Free some space and try again.`,
    );
  if (error instanceof DatabaseError) return error;
  if (["EACCES", "EPERM", "EROFS"].includes(code) || /readonly database|unable to open database/.test(text))
    return new NotWritable(
      `${dirname(path)} cannot be written. Allow it, or choose another file with DATABASE_URL=file:<path>.`,
    );
  if (code === "EISDIR") return new DatabaseError(`${path} is a folder, not a database file.`);
  return error;
}
