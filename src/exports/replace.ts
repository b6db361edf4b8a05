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
 * Writes every download into a folder that may have those of another state, as {@link writeExports} does. All
 * are written beside their places and flushed, then renamed. `SHA256SUMS` is removed first and comes back
 * last: whenever this is interrupted, the folder has the old files, the new ones, or no `SHA256SUMS`.
 */
export async function replaceExports(
  dir: string,
  input: ExportInput,
  onProgress?: ExportProgress,
  formats: readonly Format[] = FORMATS,
): Promise<ExportedFile[]> {
  mkdirSync(dir, { recursive: true });
  removeLeft(dir);
  const beside = mkdtempSync(join(dir, PARTIAL));
  try {
    const files = await writeExports(beside, input, onProgress, formats);
    for (const { path } of files) flush(join(beside, path));
    rmSync(join(dir, sums.path), { force: true });
    flush(dir);
    const sumsLast = files.toSorted((a, b) => Number(a.path === sums.path) - Number(b.path === sums.path));
    for (const { path } of sumsLast) {
      mkdirSync(dirname(join(dir, path)), { recursive: true });
      if (path === sums.path) flush(dir);
      renameSync(join(beside, path), join(dir, path));
    }
    return files;
  } finally {
    rmSync(beside, { recursive: true, force: true });
  }
}
