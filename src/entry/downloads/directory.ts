import { type FileHandle, mkdir, mkdtemp, open, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import type { ByteRange, DownloadFile, Downloads } from "../../api/index.ts";
import type { Publication, Store } from "../../db/index.ts";

/** How many publications' files are kept at a time. */
const KEPT = 8;

interface Written {
  dir: string;
  files: DownloadFile[];
}

const keyOf = ({ version, digest }: Publication): string => `${version} ${digest}`;

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
    await mkdir(tmpdir(), { recursive: true });
    const dir = await mkdtemp(join(tmpdir(), "ai-data-use-downloads-"));
    try {
      // Loaded with its formats when the first file is asked for.
      const { writeExports } = await import("../../exports/write.ts");
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
    const key = keyOf(publication);
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

  #forget(publication: Publication): void {
    const written = this.#written.get(keyOf(publication));
    this.#written.delete(keyOf(publication));
    if (written) void remove(written);
  }

  async list(publication: Publication): Promise<readonly DownloadFile[]> {
    return (await this.#of(publication)).files;
  }

  /** Opens a file, before anything is answered; undefined if it is no longer there as it was written. */
  async #handle(publication: Publication, { path, bytes }: DownloadFile): Promise<FileHandle | undefined> {
    const { dir } = await this.#of(publication);
    const handle = await open(join(dir, path)).catch(() => undefined);
    if (handle && (await handle.stat()).size === bytes) return handle;
    await handle?.close();
    return undefined;
  }

  async open(
    publication: Publication,
    file: DownloadFile,
    range?: ByteRange,
  ): Promise<ReadableStream<Uint8Array>> {
    let handle = await this.#handle(publication, file);
    if (!handle) {
      // The system's temporary folder was cleaned: the same data gives the same files again.
      this.#forget(publication);
      handle = await this.#handle(publication, file);
    }
    if (!handle) throw new Error(`${file.path} cannot be read.`);
    return Readable.toWeb(handle.createReadStream(range)) as ReadableStream<Uint8Array>;
  }

  /** Removes what was written. */
  async close(): Promise<void> {
    await Promise.all([...this.#written.values()].map(remove));
    this.#written.clear();
  }
}
