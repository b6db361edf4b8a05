import type { Publication, RecordKind, Store } from "../../db/index.ts";
import { type Named, NameIndex } from "../../model/index.ts";
import { readable } from "./readable.ts";

/** How many publications' names are kept: the current one's, and those of releases that were asked about. */
const KEPT = 8;

/** The names of the records of each publication, read once: filters and other spellings are checked without a query. */
export class NameSource {
  readonly #store: Store;
  readonly #known = new Map<string, NameIndex>();

  constructor(store: Store) {
    this.#store = store;
  }

  #keyOf({ id, digest }: Publication, kind: RecordKind): string {
    return `${kind} ${id} ${digest}`;
  }

  /** Whether the names are known. */
  has(publication: Publication, kind: RecordKind): boolean {
    return this.#known.has(this.#keyOf(publication, kind));
  }

  /** Keeps names that were read with something else. */
  keep(publication: Publication, kind: RecordKind, records: readonly Named[]): void {
    if (!this.has(publication, kind)) this.#remember(this.#keyOf(publication, kind), new NameIndex(records));
  }

  /** @throws {Problem} `unavailable` */
  async of(publication: Publication, kind: RecordKind): Promise<NameIndex> {
    const key = this.#keyOf(publication, kind);
    const known = this.#known.get(key);
    if (known) return known;
    const index = new NameIndex(await readable(this.#store.names(publication.id, kind)));
    this.#remember(key, index);
    return index;
  }

  #remember(key: string, index: NameIndex): void {
    this.#known.set(key, index);
    for (const oldest of this.#known.keys()) {
      if (this.#known.size <= KEPT) break;
      this.#known.delete(oldest);
    }
  }
}
