import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { createInterface } from "node:readline";
import { setTimeout } from "node:timers/promises";
import {
  NotWritable,
  openSound,
  publishEmbedded,
  type SoundDatabase,
  signature,
} from "../../db/embedded/index.ts";
import { DatabaseError, publishedAs } from "../../db/index.ts";
import { type History, loadHistory } from "../../history/history.ts";
import { hashOf } from "../../records/load.ts";

/** How often the file is looked at, in milliseconds. */
const POLL = 1000;

/** After how long its bytes are compared with its checksum again, in milliseconds. */
const RECHECK = 600_000;

/** After how long at most building it again is tried again, in milliseconds; at first sooner. */
const RETRY = 60_000;

/** How often opening is tried while others replace the file. */
const TRIES = 5;

/** The program that builds the file while another process serves. */
const BUILD = new URL("../build-database.ts", import.meta.url).pathname;

/** Where the records and the database are, and where what happens to it is reported. */
export interface EmbeddedOptions {
  path: string;
  data: string;
  /** One line for the person who runs the server. */
  say: (line: string) => void;
}

const isSound = (opened: Awaited<ReturnType<typeof openSound>>): opened is SoundDatabase => "db" in opened;

/** Publishes the records into the file. @returns the file, or one in the temporary folder if its folder cannot be written */
export async function build(
  path: string,
  history: History,
  { data, say }: Omit<EmbeddedOptions, "path">,
): Promise<string> {
  const report = (at: string, { changed, rows }: { changed: boolean; rows: number }): string => {
    if (changed)
      say(`Built file:${at} from ${data}/: ${history.head.platforms.length} platforms, ${rows} rows.`);
    return at;
  };
  const options = { hash: hashOf, lease: { owner: `process ${process.pid}` } };
  try {
    return report(path, await publishEmbedded(path, history, options, say));
  } catch (error) {
    if (!(error instanceof NotWritable)) throw error;
    const elsewhere = join(mkdtempSync(join(tmpdir(), "ai-data-use-")), basename(path));
    say(`${error.message} Until then the database is ${elsewhere}.`);
    return report(elsewhere, await publishEmbedded(elsewhere, history, options, say));
  }
}

/**
 * An embedded database that is served: it is built from the records where it is missing, damaged or not
 * up to date, and followed. If another process publishes into it, that is served within about a second; if
 * it is deleted or damaged, it is built again while the copy that is open is served.
 */
export class EmbeddedDatabase {
  readonly #options: EmbeddedOptions;
  #path: string;
  #current: SoundDatabase | undefined;
  #seen: string | undefined;
  #checked = 0;
  #ended = new AbortController();
  #failure: string | undefined;
  #failures = 0;

  constructor(options: EmbeddedOptions) {
    this.#options = options;
    this.#path = options.path;
  }

  /**
   * Opens the database with the records as they are.
   * @throws {InvalidDataset} {@link ReleaseError} for the records
   * @throws {DatabaseError} if it can neither be opened nor built
   */
  async open(): Promise<SoundDatabase> {
    const history = loadHistory(this.#options.data);
    const present = await this.#openFile();
    if (isSound(present)) {
      if ((await publishedAs(present.db, history, hashOf)) !== undefined) return this.#opened(present);
      present.close();
    }
    return this.#opened(await this.#built(history));
  }

  #opened(database: SoundDatabase): SoundDatabase {
    this.#current = database;
    return database;
  }

  async #openFile(): ReturnType<typeof openSound> {
    for (let tries = 1; ; tries++) {
      this.#seen = await signature(this.#path);
      this.#checked = performance.now();
      const found = await openSound(this.#path);
      // One that is being replaced while it is read looks damaged.
      if (isSound(found) || tries === TRIES || (await signature(this.#path)) === this.#seen) return found;
    }
  }

  async #built(history: History): Promise<SoundDatabase> {
    for (let tries = 1; ; tries++) {
      this.#path = await build(this.#path, history, this.#options);
      const opened = await this.#openFile();
      if (isSound(opened)) return opened;
      if (tries === TRIES) throw new DatabaseError(`${this.#path} is ${opened.state} each time it is built.`);
    }
  }

  /** Follows the file until it is closed. @param show serves another database from now on */
  async follow(show: (database: SoundDatabase) => void): Promise<void> {
    for (;;) {
      const pause = Math.min(POLL * 2 ** this.#failures, RETRY);
      await setTimeout(pause, undefined, { signal: this.#ended.signal, ref: false }).catch(() => {});
      if (this.#ended.signal.aborted) return;
      try {
        const next = await this.#changed();
        this.#failure = undefined;
        this.#failures = 0;
        if (next) show(this.#opened(next));
      } catch (error) {
        this.#failed(error);
      }
    }
  }

  #failed(error: unknown): void {
    const message = error instanceof Error ? error.message : String(error);
    if (message !== this.#failure)
      this.#options.say(
        `${message} The copy that was opened before is served; it is tried again, at last every minute.`,
      );
    this.#failure = message;
    // What was seen cannot be used, so it is looked at again.
    this.#seen = undefined;
    this.#failures++;
  }

  /** Another database than the one that is served, if there is one; a missing or damaged file is built again. */
  async #changed(): Promise<SoundDatabase | undefined> {
    const now = await signature(this.#path);
    if (now !== undefined && now === this.#seen && performance.now() - this.#checked < RECHECK)
      return undefined;
    let found = await this.#openFile();
    if (!isSound(found)) {
      if (found.state === "missing") this.#options.say(`${this.#path} was deleted; it is built again.`);
      await this.#buildBeside();
      found = await this.#openFile();
      if (!isSound(found)) throw new DatabaseError(`${this.#path} could not be built again.`);
    }
    if (found.sha256 !== this.#current?.sha256) return found;
    found.close();
    return undefined;
  }

  /** Builds the file in a process of its own: requests are answered meanwhile. */
  async #buildBeside(): Promise<void> {
    const { data, say } = this.#options;
    const child = spawn(process.execPath, [BUILD, this.#path, data], { stdio: ["ignore", "pipe", "pipe"] });
    this.#ended.signal.addEventListener("abort", () => child.kill());
    createInterface(child.stdout).on("line", say);
    const errors = createInterface(child.stderr);
    let last = "";
    errors.on("line", (line) => {
      last = line;
    });
    const [code] = (await once(child, "close")) as [number | null];
    if (code !== 0) throw new DatabaseError(last || `Building ${this.#path} ended with ${code}.`);
  }

  /** Ends following. */
  close(): void {
    this.#ended.abort();
  }
}
