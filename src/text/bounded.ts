import { LRUCache } from "lru-cache";

/** A memory with a limit, which forgets what was not used for longest. */
export class Bounded<V extends NonNullable<unknown>> {
  readonly #cache: LRUCache<string, V>;

  /**
   * @param limit the sizes of all values together
   * @param sizeOf what a value counts: a whole number; none counts less than 1. Default: 1
   */
  constructor(limit: number, sizeOf: (value: V) => number = () => 1) {
    this.#cache = new LRUCache({ maxSize: limit, sizeCalculation: (value) => Math.max(1, sizeOf(value)) });
  }

  get(key: string): V | undefined {
    return this.#cache.get(key);
  }

  set(key: string, value: V): void {
    this.#cache.set(key, value);
  }

  /** What it holds, what was not used for longest first. */
  entries(): Iterable<[string, V]> {
    return this.#cache.rentries() as Iterable<[string, V]>;
  }
}
