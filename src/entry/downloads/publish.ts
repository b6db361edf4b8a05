import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { ExportInput } from "../../exports/input.ts";
import { writeExports } from "../../exports/write.ts";
import type { History } from "../../history/history.ts";
import { INDEX, keyOf } from "./r2.ts";

/** As much of an R2 bucket as is needed to fill it. */
export interface WritableBucket {
  head(key: string): Promise<{ customMetadata?: Record<string, string> } | null>;
  put(
    key: string,
    value: Uint8Array | string,
    options?: { httpMetadata?: { contentType: string }; customMetadata?: Record<string, string> },
  ): Promise<unknown>;
}

/**
 * Writes a state's files into a bucket, its list last. What is there already is left as it is: the same state
 * has the same files, if they are for the same origin.
 */
async function publishState(bucket: WritableBucket, input: ExportInput): Promise<boolean> {
  const origin = input.origin ?? "";
  const present = await bucket.head(keyOf(input.release, INDEX));
  if (present && (present.customMetadata?.["origin"] ?? "") === origin) return false;
  const dir = mkdtempSync(join(tmpdir(), "ai-data-use-publish-"));
  try {
    const files = await writeExports(dir, input);
    for (const { path, mediaType } of files)
      await bucket.put(keyOf(input.release, path), readFileSync(join(dir, path)), {
        httpMetadata: { contentType: mediaType },
      });
    await bucket.put(keyOf(input.release, INDEX), JSON.stringify(files), {
      httpMetadata: { contentType: "application/json" },
      customMetadata: { origin },
    });
    return true;
  } finally {
    rmSync(dir, { recursive: true });
  }
}

/**
 * Publishes the downloads of every release and of the records as they are.
 * @param origin where they will be served, if it is configured, for links in metadata
 * @returns how many states were written
 */
export async function publishDownloads(
  bucket: WritableBucket,
  history: History,
  origin?: string,
): Promise<number> {
  let written = 0;
  for (const state of history.states()) if (await publishState(bucket, { ...state, origin })) written++;
  if (await publishState(bucket, { ...history.head, origin })) written++;
  return written;
}
