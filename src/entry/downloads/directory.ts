import { createReadStream } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import type { ByteRange, DownloadFile, Downloads } from "../../api/index.ts";
import type { Publication, Store } from "../../db/index.ts";
import { writeExports } from "../../exports/write.ts";

/** How many publications' files are kept at a time. */
const KEPT = 8;

interface Written {
  dir: string;
  files: DownloadFile[];
}

/** Removes a folder of files; open readers can finish. What was never written needs no removal. */
const remove = (written: Promise<Written>): Promise<void> =>
  written.then(({ dir }) => rm(dir, { recursive: true, force: true })).catch(() => {});

/**
 * Downloads on a server with a disk: a publication's files are written when they are first
 * asked for, from the database, into a folder of this process; the ones not asked for
 * longest go first.
 */
export class DirectoryDownloads implements Downloads {
  readonly #store: Store;
  readonly #origin: string | undefined;
  readonly #written = new Map<string, Promise<Written>>();

  /** @param origin where the files are served, if it is configured, for links in metadata */
  constructor(store: Store, origin?: string) {
    this.#store = store;
    this.#origin = origin;
  }

  async #write(publication: Publication): Promise<Written> {
    const dir = await mkdtemp(join(tmpdir(), "ai-data-use-downloads-"));
    try {
      const operators = (await this.#store.operators(publication.id)).map((o) => o.operator);
      return {
        dir,
        files: await writeExports(dir, {
          release: publication,
          origin: this.#origin,
          operators,
          platforms: this.#store.platformRecords(publication.id),
        }),
      };
    } catch (error) {
      await rm(dir, { recursive: true, force: true });
      throw error;
    }
  }

  async #of(publication: Publication): Promise<Written> {
    const key = `${publication.version} ${publication.digest}`;
    const written = this.#written.get(key) ?? this.#write(publication);
    this.#written.delete(key);
    this.#written.set(key, written);
    // What failed is tried again.
    written.catch(() => this.#written.delete(key));
    for (const [oldest, old] of [...this.#written].slice(0, -KEPT)) {
      this.#written.delete(oldest);
      void remove(old);
    }
    return written;
  }

  async list(publication: Publication): Promise<readonly DownloadFile[]> {
    return (await this.#of(publication)).files;
  }

  async open(
    publication: Publication,
    { path }: DownloadFile,
    range?: ByteRange,
  ): Promise<ReadableStream<Uint8Array>> {
    const { dir } = await this.#of(publication);
    return Readable.toWeb(createReadStream(join(dir, path), range)) as ReadableStream<Uint8Array>;
  }

  /** Removes what was written. */
  async close(): Promise<void> {
    await Promise.all([...this.#written.values()].map(remove));
    this.#written.clear();
  }
}
