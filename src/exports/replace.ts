import {
  closeSync,
  fsyncSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
} from "node:fs";
import { dirname, join } from "node:path";
import type { ExportedFile } from "./file.ts";
import type { Format } from "./formats/format.ts";
import { FORMATS } from "./formats/index.ts";
import { sums } from "./formats/sums.ts";
import type { ExportInput } from "./input.ts";
import { type ExportProgress, writeExports } from "./write.ts";

/** How the folder begins in which files are while they are being written. */
const PARTIAL = ".partial-";

/** What a process left that was killed is removed after this time, in milliseconds. */
const LEFT = 3_600_000;

function removeLeft(dir: string): void {
  for (const name of readdirSync(dir).filter((n) => n.startsWith(PARTIAL)))
    if (Date.now() - statSync(join(dir, name)).mtimeMs > LEFT)
      rmSync(join(dir, name), { recursive: true, force: true });
}

/** Writes what was written to a file, or to a folder's list of files, to the disk. */
function flush(path: string): void {
  const fd = openSync(path, "r");
  try {
    fsyncSync(fd);
  } finally {
    closeSync(fd);
  }
}

/**
 * Writes files into a folder that may have those of another state. All are written beside their places and
 * flushed, then renamed. One of them is removed first and comes back last: whenever this is interrupted, the
 * folder has the old files, the new ones, or not this one.
 * @param write writes the files into the folder that it is given, and says which
 * @param last the path of the file that says that the others are complete
 */
export async function replaceFiles<F extends { path: string }>(
  dir: string,
  write: (beside: string) => Promise<F[]>,
  last: string,
): Promise<F[]> {
  mkdirSync(dir, { recursive: true });
  removeLeft(dir);
  const beside = mkdtempSync(join(dir, PARTIAL));
  try {
    const files = await write(beside);
    for (const { path } of files) flush(join(beside, path));
    rmSync(join(dir, last), { force: true });
    flush(dir);
    const inOrder = files.toSorted((a, b) => Number(a.path === last) - Number(b.path === last));
    for (const { path } of inOrder) {
      mkdirSync(dirname(join(dir, path)), { recursive: true });
      if (path === last) flush(dir);
      renameSync(join(beside, path), join(dir, path));
    }
    return files;
  } finally {
    rmSync(beside, { recursive: true, force: true });
  }
}

/** Writes every download into a folder, as {@link writeExports} does; `SHA256SUMS` comes last. */
export const replaceExports = (
  dir: string,
  input: ExportInput,
  onProgress?: ExportProgress,
  formats: readonly Format[] = FORMATS,
): Promise<ExportedFile[]> =>
  replaceFiles(dir, (beside) => writeExports(beside, input, onProgress, formats), sums.path);
