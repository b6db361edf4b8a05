import { type SQL, sql } from "drizzle-orm";
import { Bounded } from "../../text/bounded.ts";

/** A row that has a key, and its other columns only if the key was not known. */
export interface KnownRow {
  key: string;
  /** 1 if the key was known. */
  known: number;
}

/** What need not be read again. */
export interface Known<R extends KnownRow, V> {
  keys: readonly string[];
  /** What rows say that were read just now, and what was known, by their keys. */
  take(rows: readonly R[]): Map<string, V>;
}

/** Whether a key is known, as a column of a statement. */
export const isKnown = (key: SQL, { keys }: Pick<Known<never, unknown>, "keys">): SQL =>
  sql`(${key} in (select value from json_each(${JSON.stringify(keys)})))`;

/** What rows of statements say, kept as far as it fits. Keys must name contents, so that it is never another. */
export class RowMemory<R extends KnownRow, V extends NonNullable<unknown>> {
  readonly #known: Bounded<V>;
  readonly #parse: (row: R) => V;

  constructor(limit: number, parse: (row: R) => V, sizeOf: (value: V) => number) {
    this.#known = new Bounded(limit, sizeOf);
    this.#parse = parse;
  }

  /** What some keys say, if all of them are known. */
  all(keys: readonly string[]): Map<string, V> | undefined {
    const found = new Map<string, V>();
    for (const key of keys) {
      const value = this.#known.get(key);
      if (value === undefined) return undefined;
      found.set(key, value);
    }
    return found;
  }

  /** What is known when a statement is made. It stays known until its rows are read. */
  known(): Known<R, V> {
    const then = new Map(this.#known.entries());
    return {
      keys: [...then.keys()],
      take: (rows) => {
        const taken = new Map<string, V>();
        for (const row of rows) {
          if (taken.has(row.key)) continue;
          const value = row.known ? then.get(row.key) : this.#parse(row);
          if (value !== undefined) taken.set(row.key, value);
        }
        for (const [key, value] of taken) this.#known.set(key, value);
        return taken;
      },
    };
  }
}
