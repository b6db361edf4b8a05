import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { ExportInput } from "../../exports/input.ts";
import { writeExports } from "../../exports/write.ts";
import type { History } from "../../history/history.ts";
import { INDEX, keyOf } from "./r2.ts";

/** As much of an R2 bucket as is needed to fill it. */
export interface WritableBucket {
  head(key: string): Promise<object | null>;
  put(
    key: string,
    value: Uint8Array | string,
    options?: { httpMetadata?: { contentType: string } },
  ): Promise<unknown>;
}

/** Writes a state's files into a bucket, its list last. What is there already is left as it is: the same state has the same files. */
async function publishState(bucket: WritableBucket, input: ExportInput): Promise<boolean> {
  if (await bucket.head(keyOf(input.release, INDEX))) return false;
  const dir = mkdtempSync(join(tmpdir(), "ai-data-use-publish-"));
  try {
    const files = await writeExports(dir, input);
    for (const { path, mediaType } of files)
      await bucket.put(keyOf(input.release, path), readFileSync(join(dir, path)), {
        httpMetadata: { contentType: mediaType },
      });
    await bucket.put(keyOf(input.release, INDEX), JSON.stringify(files), {
      httpMetadata: { contentType: "application/json" },
    });
    return true;
  } finally {
    rmSync(dir, { recursive: true });
  }
}

/**
 * Publishes the downloads of every release and of the records as they are.
 * @returns how many states were written
 */
export async function publishDownloads(bucket: WritableBucket, history: History): Promise<number> {
  let written = 0;
  for (const state of history.states()) if (await publishState(bucket, state)) written++;
  if (await publishState(bucket, history.head)) written++;
  return written;
}
