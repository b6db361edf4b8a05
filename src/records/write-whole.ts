import { mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";

/** What follows the name of a file that is still being written. */
export const PARTIAL = ".partial";

/**
 * Writes and deletes files so that a stop never leaves half of one: all are written beside their places and
 * flushed, then renamed; deletions come last. What is gone already, such as the partial file of a process that was
 * killed, which this one wrote again and renamed, is no error.
 */
export function writeWhole(
  files: readonly { path: string; text: string }[],
  remove: readonly string[] = [],
): void {
  for (const { path, text } of files) {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path + PARTIAL, text, { flush: true });
  }
  for (const { path } of files) renameSync(path + PARTIAL, path);
  for (const path of remove) rmSync(path, { force: true });
}
