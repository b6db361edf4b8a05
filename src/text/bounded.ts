/** A value, and what it counts. */
interface Held<V> {
  value: V;
  size: number;
}

/**
 * A memory with a limit, which forgets what was not used for longest. Of its own because it is a part of every
 * program, the Worker's script too: `lru-cache` has 19 kB and, where it is loaded, loads Node's modules.
 */
export class Bounded<V extends NonNullable<unknown>> {
  /** What was not used for longest comes first: a map keeps the order in which keys were added. */
  readonly #held = new Map<string, Held<V>>();
  readonly #limit: number;
  readonly #largest: number;
  readonly #sizeOf: (value: V, key: string) => number;
  #size = 0;

  /**
   * @param limit the sizes of all values together
   * @param sizeOf what a value counts: a whole number; none counts less than 1. Default: 1
   * @param largest what is larger is not kept. Default: the limit
   */
  constructor(limit: number, sizeOf: (value: V, key: string) => number = () => 1, largest = limit) {
    this.#limit = limit;
    this.#largest = largest;
    this.#sizeOf = sizeOf;
  }

  get(key: string): V | undefined {
    const held = this.#held.get(key);
    if (held === undefined) return undefined;
    this.#held.delete(key);
    this.#held.set(key, held);
    return held.value;
  }

  set(key: string, value: V): void {
    this.#forget(key);
    const size = Math.max(1, this.#sizeOf(value, key));
    if (size > this.#largest) return;
    this.#held.set(key, { value, size });
    this.#size += size;
    for (const oldest of this.#held.keys()) {
      if (this.#size <= this.#limit) break;
      this.#forget(oldest);
    }
  }

  #forget(key: string): void {
    this.#size -= this.#held.get(key)?.size ?? 0;
    this.#held.delete(key);
  }

  /** What all values count. */
  get size(): number {
    return this.#size;
  }

  /** What it holds, what was not used for longest first. */
  *entries(): Iterable<[string, V]> {
    for (const [key, { value }] of this.#held) yield [key, value];
  }
}
