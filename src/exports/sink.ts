import { createHash } from "node:crypto";
import { closeSync, createReadStream, mkdirSync, openSync, writeSync } from "node:fs";
import { dirname, join } from "node:path";
import { pipeline } from "node:stream/promises";
import type { WrittenFile } from "./file.ts";
import type { ExportRecord } from "./input.ts";
import type { ExportTable, Value } from "./tables.ts";

/**
 * One download while it is being written. Every sink gets each record once, and its rows in each
 * table, as they pass; it keeps only what its format must buffer.
 */
export interface Sink {
  record?(item: ExportRecord): void;
  rows?(table: ExportTable, rows: readonly Value[][]): void;
  /** The tables whose rows it gets. Default: all. */
  tables?: readonly ExportTable[];
  /** Ends the file, or files where one pass fills several. */
  finish(): Promise<WrittenFile | WrittenFile[]>;
}

/** Characters buffered before they are written. */
const BUFFER = 1 << 16;

/** A text file that is hashed while it is being written. */
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

  /** Writes the rest. @param rows rows or records, where the file has such */
  end(rows: number | null): WrittenFile {
    this.#flush();
    closeSync(this.#fd);
    return {
      path: this.#path,
      description: this.#description,
      rows,
      bytes: this.#bytes,
      sha256: this.#hash.digest("hex"),
    };
  }
}

/** A file that a library wrote, hashed from the disk. */
export async function writtenFile(
  dir: string,
  file: Pick<WrittenFile, "path" | "description" | "rows">,
): Promise<WrittenFile> {
  const hash = createHash("sha256");
  let bytes = 0;
  await pipeline(createReadStream(join(dir, file.path)), async (chunks) => {
    for await (const chunk of chunks as AsyncIterable<Buffer>) {
      hash.update(chunk);
      bytes += chunk.length;
    }
  });
  return { ...file, bytes, sha256: hash.digest("hex") };
}
