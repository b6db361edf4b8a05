/** A memory with a limit, which forgets what was not used for longest. */
export class Bounded<V> {
  readonly #limit: number;
  readonly #sizeOf: (value: V) => number;
  readonly #entries = new Map<string, V>();
  #size = 0;

  /**
   * @param limit the sizes of all values together
   * @param sizeOf what a value counts. Default: 1
   */
  constructor(limit: number, sizeOf: (value: V) => number = () => 1) {
    this.#limit = limit;
    this.#sizeOf = sizeOf;
  }

  get(key: string): V | undefined {
    const value = this.#entries.get(key);
    if (value === undefined) return undefined;
    this.#entries.delete(key);
    this.#entries.set(key, value);
    return value;
  }

  set(key: string, value: V): void {
    this.#forget(key);
    this.#entries.set(key, value);
    this.#size += this.#sizeOf(value);
    for (const oldest of this.#entries.keys()) {
      if (this.#size <= this.#limit) break;
      this.#forget(oldest);
    }
  }

  #forget(key: string): void {
    const value = this.#entries.get(key);
    if (value === undefined) return;
    this.#entries.delete(key);
    this.#size -= this.#sizeOf(value);
  }

  /** What it holds, what was not used for longest first. */
  entries(): IterableIterator<[string, V]> {
    return this.#entries.entries();
  }
}
