import { createHash } from "node:crypto";
import { closeSync, createReadStream, mkdirSync, openSync, writeSync } from "node:fs";
import { dirname, join } from "node:path";
import { pipeline } from "node:stream/promises";
import type { ExportRecord } from "./input.ts";
import type { ExportedFile } from "./metadata.ts";
import type { ExportTable, Value } from "./tables.ts";

/**
 * One download while it is written. Records, and the rows that they come to in each table,
 * are handed to every sink as they pass, once; nothing is kept but what a format must hold back.
 */
export interface Sink {
  record?(item: ExportRecord): void;
  rows?(table: ExportTable, rows: readonly Value[][]): void;
  /** Ends the file and tells what it came to. */
  finish(): Promise<ExportedFile>;
}

/** Characters held back before they are written. */
const BUFFER = 1 << 16;

/** A text file that hashes itself while it is written. */
export class TextFile {
  readonly #path: string;
  readonly #description: string;
  readonly #fd: number;
  readonly #hash = createHash("sha256");
  #waiting: string[] = [];
  #length = 0;
  #bytes = 0;

  constructor(dir: string, path: string, description: string) {
    this.#path = path;
    this.#description = description;
    mkdirSync(dirname(join(dir, path)), { recursive: true });
    this.#fd = openSync(join(dir, path), "w");
  }

  write(text: string): void {
    this.#waiting.push(text);
    this.#length += text.length;
    if (this.#length > BUFFER) this.#flush();
  }

  #flush(): void {
    const chunk = Buffer.from(this.#waiting.join(""), "utf8");
    this.#waiting = [];
    this.#length = 0;
    this.#hash.update(chunk);
    this.#bytes += chunk.length;
    for (let at = 0; at < chunk.length; ) at += writeSync(this.#fd, chunk, at);
  }

  end(mediaType: string, rows: number | null): ExportedFile {
    this.#flush();
    closeSync(this.#fd);
    return {
      path: this.#path,
      description: this.#description,
      mediaType,
      rows,
      bytes: this.#bytes,
      sha256: this.#hash.digest("hex"),
    };
  }
}

/** A file that was written by a library, hashed from the disk. */
export async function writtenFile(
  dir: string,
  { path, ...said }: Pick<ExportedFile, "path" | "description" | "mediaType" | "rows">,
): Promise<ExportedFile> {
  const hash = createHash("sha256");
  let bytes = 0;
  await pipeline(createReadStream(join(dir, path)), async (chunks) => {
    for await (const chunk of chunks as AsyncIterable<Buffer>) {
      hash.update(chunk);
      bytes += chunk.length;
    }
  });
  return { path, ...said, bytes, sha256: hash.digest("hex") };
}
