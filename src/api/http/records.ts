import {
  entryOf,
  type PlatformEntry,
  type Publication,
  type Store,
  type StoredPlatform,
} from "../../db/reading.ts";
import type { Address } from "../../model/index.ts";
import { Bounded } from "../../text/bounded.ts";
import { readable } from "./readable.ts";

/** How many characters of records are kept: those of a few hundred platforms. */
const KEPT = 6_000_000;

/** Records that need not be read again. */
export interface KnownRecords {
  ids: readonly string[];
  /** Those that were known, and those that were read just now, by id. */
  take(rows: readonly StoredPlatform[]): Map<string, PlatformEntry>;
}

const prefixOf = ({ id, digest, reviews = "" }: Publication): string => `${id} ${digest} ${reviews} `;

/** A publication as queries for records take it. */
export const wantedOf = ({ id, reviews = "" }: Publication) => ({ publication: id, reviews });

/**
 * The records of platforms, as far as they fit: an answer for another audience or day of a platform that was asked
 * about before needs no query, and its record is not parsed again.
 */
export class RecordSource {
  readonly #store: Store;
  readonly #known: Bounded<{ entry: PlatformEntry; size: number }>;

  constructor(store: Store) {
    this.#store = store;
    this.#known = new Bounded(KEPT, ({ size }) => size);
  }

  #keep(publication: Publication, row: StoredPlatform): PlatformEntry {
    const key = prefixOf(publication) + row.id;
    const known = this.#known.get(key);
    if (known) return known.entry;
    const entry = entryOf(row);
    this.#known.set(key, { entry, size: row.platform.length + (row.operator?.length ?? 0) });
    return entry;
  }

  /** What is known of a publication when a statement is made. It stays known until its rows are read. */
  known(publication: Publication): KnownRecords {
    const prefix = prefixOf(publication);
    const then = new Map<string, PlatformEntry>();
    for (const [key, { entry }] of this.#known.entries())
      if (key.startsWith(prefix)) then.set(key.slice(prefix.length), entry);
    return {
      ids: [...then.keys()],
      take: (rows) => {
        for (const row of rows) then.set(row.id, this.#keep(publication, row));
        return then;
      },
    };
  }

  /**
   * The records of some platforms, by id; without those that the publication does not have.
   * @throws {Problem} `unavailable`
   */
  async of(publication: Publication, ids: readonly string[]): Promise<Map<string, PlatformEntry>> {
    const prefix = prefixOf(publication);
    const found = new Map<string, PlatformEntry>();
    for (const id of ids) {
      const known = this.#known.get(prefix + id);
      if (known) found.set(id, known.entry);
    }
    const missing = ids.filter((id) => !found.has(id));
    if (missing.length === 0) return found;
    const rows = await readable(this.#store.platforms(wantedOf(publication), missing));
    for (const row of rows) found.set(row.id, this.#keep(publication, row));
    return found;
  }

  /**
   * The record of the platform of an address; undefined where none has it.
   * @throws {Problem} `unavailable`
   */
  async at(publication: Publication, address: Address): Promise<PlatformEntry | undefined> {
    const row = await readable(this.#store.lookup(wantedOf(publication), address));
    return row && this.#keep(publication, row);
  }
}
