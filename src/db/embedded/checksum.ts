import { createHash } from "node:crypto";
import { open, readFile, rename } from "node:fs/promises";
import { basename } from "node:path";

/*
 * A database file has a checksum beside it, `<path>.sha256`, in the format of sha256sum. While a new
 * file takes the place of an old one, it lists both: whenever this is interrupted, one of them matches.
 */

const pathOf = (path: string): string => `${path}.sha256`;

/** How much of a file is read at once, in bytes. */
const CHUNK = 1 << 19;

/** SHA-256 of a file, hexadecimal. One buffer for all of it: a stream allocates one for each part, and takes twice as long. */
export async function sha256Of(path: string): Promise<string> {
  const hash = createHash("sha256");
  const buffer = Buffer.allocUnsafe(CHUNK);
  const file = await open(path, "r");
  try {
    for (;;) {
      const { bytesRead } = await file.read(buffer, 0, CHUNK, null);
      if (bytesRead === 0) return hash.digest("hex");
      hash.update(buffer.subarray(0, bytesRead));
    }
  } finally {
    await file.close();
  }
}

/** Writes what was written to a file, or to a folder's list of files, to the disk. */
export async function flush(path: string): Promise<void> {
  const file = await open(path, "r");
  try {
    await file.sync();
  } finally {
    await file.close();
  }
}

/** The checksums that a database file may have; undefined where none were written. */
export async function checksumsOf(path: string): Promise<readonly string[] | undefined> {
  const text = await readFile(pathOf(path), "utf8").catch(() => undefined);
  return text?.split("\n").flatMap((line) => /^[0-9a-f]{64}(?= )/.exec(line)?.[0] ?? []);
}

/** Replaces the checksums that a database file may have. */
export async function writeChecksums(path: string, sums: readonly string[]): Promise<void> {
  const beside = `${pathOf(path)}.new`;
  const file = await open(beside, "w");
  try {
    await file.writeFile(sums.map((sum) => `${sum}  ${basename(path)}\n`).join(""));
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(beside, pathOf(path));
}
