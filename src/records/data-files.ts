import { createHash } from "node:crypto";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";

/*
 * Whether a data directory has the same content as before, without reading it where that is certain.
 *
 * A file is taken as unchanged without reading it if its size, its times of modification and of change, and its
 * inode are what they were, and both times are at least two seconds older than the moment at which that was
 * noted. Every program that writes to a file or replaces it (an editor, `git checkout`, `cp -p`, `rsync -t`,
 * `touch -r`) sets its time of change, which no program can choose. A file system may note times only every
 * two seconds; a file that was written so shortly before is read, because a later write could have the same
 * times (Git's rule for its index is the same). Every other file is read and its SHA-256 compared, so copying or
 * checking out the same content again is no change.
 */

/** What is noted of a file. */
interface NotedFile {
  /** Size, modification, change (nanoseconds since 1970) and inode. */
  stat: string;
  sha256: string;
}

/** The files of a data directory, by their path in it. */
export interface DataFiles {
  /** When they were looked at, in nanoseconds since 1970. */
  at: string;
  files: Readonly<Record<string, NotedFile>>;
}

/** The coarsest times that file systems note, in nanoseconds: FAT's. */
const COARSEST = 2_000_000_000n;

/** SHA-256 of a file, hexadecimal. */
export const fileSha256 = (path: string): string =>
  createHash("sha256").update(readFileSync(path)).digest("hex");

/**
 * Looks at every file of a data directory; reads only those that may have changed.
 * @param before what was noted earlier
 * @param read gives a file's SHA-256
 */
export function dataFiles(dataDir: string, before?: DataFiles, read = fileSha256): DataFiles {
  const at = BigInt(Date.now()) * 1_000_000n;
  const safe = before ? BigInt(before.at) - COARSEST : 0n;
  const prefix = join(dataDir, "/").length;
  const paths = readdirSync(dataDir, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry) => join(entry.parentPath, entry.name).slice(prefix))
    .sort();
  const noted = (path: string): NotedFile => {
    const { size, mtimeNs, ctimeNs, ino } = statSync(join(dataDir, path), { bigint: true });
    const stat = [size, mtimeNs, ctimeNs, ino].join(" ");
    const known = before && Object.hasOwn(before.files, path) ? before.files[path] : undefined;
    const same = known?.stat === stat && mtimeNs < safe && ctimeNs < safe;
    return { stat, sha256: same ? known.sha256 : read(join(dataDir, path)) };
  };
  return { at: String(at), files: Object.fromEntries(paths.map((path) => [path, noted(path)])) };
}

/** Whether two looks at a data directory, or at two, found the same files with the same content. */
export function haveSameContent(a: DataFiles, b: DataFiles): boolean {
  const [before, after] = [Object.entries(a.files), Object.entries(b.files)];
  return (
    before.length === after.length &&
    before.every(([path, { sha256 }], i) => after[i]?.[0] === path && after[i][1].sha256 === sha256)
  );
}
