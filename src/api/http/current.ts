import { DatabaseError, type Publication } from "../../db/reading.ts";
import { Problem } from "./problem.ts";

/** Are two readings of the pointer the same state of the dataset? */
const isSame = (a: Publication, b: Publication): boolean =>
  a.id === b.id && a.digest === b.digest && a.reviews === b.reviews;

/** Reads which publication is the current one. */
type Read = () => Promise<Publication>;

/**
 * The current publication, remembered for a while, and for longer when the database is down. Where requests can
 * share work, it is read by one query at a time, at most once in that while.
 */
export class CurrentPublication {
  readonly #milliseconds: number;
  readonly #shares: boolean;
  #known: { publication: Publication; at: number } | undefined;
  #reading: Promise<void> | undefined;
  #failure: unknown;

  /**
   * @param milliseconds how long it is remembered
   * @param shares whether a request may wait for what another one reads
   */
  constructor(milliseconds: number, shares: boolean) {
    this.#milliseconds = milliseconds;
    this.#shares = shares;
  }

  /** The one that was read last, however long ago. */
  get last(): Publication | undefined {
    return this.#known?.publication;
  }

  async #read(read: Read): Promise<void> {
    // Not the time of day, which can be set back.
    const at = performance.now();
    try {
      const publication = await read();
      const { last } = this;
      this.#known = { publication: last && isSame(last, publication) ? last : publication, at };
    } catch (error) {
      this.#failure = error;
      if (this.#known) this.#known.at = at;
    }
  }

  #refresh(read: Read): Promise<void> {
    if (!this.#shares) return this.#read(read);
    this.#reading ??= this.#read(read).finally(() => {
      this.#reading = undefined;
    });
    return this.#reading;
  }

  /**
   * It without waiting, the same object as long as it is the same; undefined if it was not read for a while. It
   * is read in the background before that where requests share work, so that frequent callers always get it.
   */
  recent(read: Read): Publication | undefined {
    const age = this.#known ? performance.now() - this.#known.at : Number.POSITIVE_INFINITY;
    if (this.#shares && age >= this.#milliseconds / 2) void this.#refresh(read);
    return age < this.#milliseconds ? this.last : undefined;
  }

  /** @throws {Problem} `unavailable`, when the database cannot be read and was never read before */
  async get(read: Read): Promise<Publication> {
    const recent = this.recent(read);
    if (recent) return recent;
    await this.#refresh(read);
    if (this.last) return this.last;
    const error = this.#failure;
    // Only our own messages: others have SQL and paths.
    const detail = error instanceof DatabaseError ? error.message : "The database cannot be read.";
    throw new Problem("unavailable", detail, [], error);
  }
}
