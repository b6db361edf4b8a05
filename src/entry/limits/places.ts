import { hash, randomUUID } from "node:crypto";

/** How many clients are counted apart. One of them takes about half a kilobyte. */
const PLACES = 65_536;

/** How many clients are remembered with their place, so that it is not computed for each request. */
const REMEMBERED = 4096;

/**
 * Gives each client one of a bounded number of places, so that counting clients takes bounded memory, however many
 * addresses an attacker has. Two clients share a place by chance, which no one can predict: the seed is random.
 */
export class Places {
  readonly #seed = randomUUID();
  readonly #remembered = new Map<string, number>();

  /** The place of a client, 0 to 65,535. */
  of(client: string): number {
    const known = this.#remembered.get(client);
    if (known !== undefined) return known;
    const place = hash("sha256", this.#seed + client, "buffer").readUInt32BE() % PLACES;
    if (this.#remembered.size >= REMEMBERED) this.#remembered.clear();
    this.#remembered.set(client, place);
    return place;
  }
}
