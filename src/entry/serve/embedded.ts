import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { setTimeout } from "node:timers/promises";
import { DatabaseError } from "../../db/database.ts";
import { hasOwnEdition } from "../../db/editions.ts";
import { signature } from "../../db/embedded/files.ts";
import { openSound, type SoundDatabase } from "../../db/embedded/private.ts";
import type { History } from "../../history/history.ts";
import type { EmbeddedOptions } from "./build.ts";
import { compareWithNote, isUntouched, writeNote } from "./built-from.ts";

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

const isSound = (opened: Awaited<ReturnType<typeof openSound>>): opened is SoundDatabase => "db" in opened;

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
    const { data } = this.#options;
    const present = await this.#openFile();
    const compared = compareWithNote(this.#path, data);
    if (isSound(present) && compared?.isOf(present.sha256)) {
      if (compared.reads > 0) await writeNote(this.#path, present.sha256, compared.now);
      return this.#opened(present);
    }
    const database = await this.#broughtUpToDate(present);
    if (compared && isUntouched(data, compared.now))
      await writeNote(this.#path, database.sha256, compared.now);
    return this.#opened(database);
  }

  /** A database with the records as they are: the one that is there, or a new one. */
  async #broughtUpToDate(present: Awaited<ReturnType<typeof openSound>>): Promise<SoundDatabase> {
    let current = false;
    try {
      const { isUpToDate, loadHistory } = await import("./build.ts");
      const history = loadHistory(this.#options.data);
      current = isSound(present) && (await hasOwnEdition(present.db)) && (await isUpToDate(present, history));
      return current && isSound(present) ? present : await this.#built(history);
    } finally {
      if (!current && isSound(present)) present.close();
    }
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
    const { build } = await import("./build.ts");
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
    if (found.sha256 !== this.#current?.sha256 && (await this.#isOwn(found))) return found;
    found.close();
    return undefined;
  }

  /** Can this version of the code read it? Another version may have written it. */
  async #isOwn({ db }: SoundDatabase): Promise<boolean> {
    const own = await hasOwnEdition(db);
    if (!own)
      this.#options.say(
        `${this.#path} is now a database of another version of this server. The copy that was opened before is served; a restart builds the file again.`,
      );
    return own;
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
