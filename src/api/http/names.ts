import type { Publication, RecordKind, Store } from "../../db/index.ts";
import { NameIndex } from "../../model/index.ts";
import { readable } from "./readable.ts";

/** How many publications' names are kept: the current one's, and those of releases that were asked about. */
const KEPT = 8;

/** The names of the records of each publication, read once: filters and other spellings are checked without a query. */
export class NameSource {
  readonly #store: Store;
  readonly #known = new Map<string, Promise<NameIndex>>();

  constructor(store: Store) {
    this.#store = store;
  }

  /** @throws {Problem} `unavailable` */
  of(publication: Publication, kind: RecordKind): Promise<NameIndex> {
    const key = `${kind} ${publication.id} ${publication.digest}`;
    const known = this.#known.get(key);
    if (known) return known;
    const reading = readable(this.#store.names(publication.id, kind)).then(
      (records) => new NameIndex(records),
    );
    this.#known.set(key, reading);
    reading.catch(() => this.#known.delete(key));
    for (const oldest of this.#known.keys()) {
      if (this.#known.size <= KEPT) break;
      this.#known.delete(oldest);
    }
    return reading;
  }
}
