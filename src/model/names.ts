import { compactName } from "../text/fold.ts";
import { remembered } from "../text/remembered.ts";

/** What a record can be found by. */
export interface Named {
  id: string;
  name: string;
  /** Former ids and other names. */
  aliases?: readonly string[] | undefined;
}

/** The records that text may mean; several where it is ambiguous. */
type Found = ReadonlySet<string>;

/** Longer text is no name: the comparison below stays short. */
const LONGEST = 200;

/** The text in parentheses is another name: `X (formerly Twitter)` is `X` and `Twitter`. */
function variantsOf(name: string): string[] {
  const [outside = "", inside = ""] = name.includes("(") ? name.split("(", 2) : [];
  const other = inside.replace(/^(formerly|previously|ex|was|now)\s+/i, "");
  return [name, outside, other].map(compactName).filter((key) => key !== "");
}

/** The words of a name, in the form in which they are compared. */
const wordsOf = (name: string): string[] =>
  name
    .split(/[^\p{L}\p{N}]+/u)
    .map(compactName)
    .filter((word) => word !== "");

/** The words of a record's id, aliases and name. */
const wordsIn = remembered(
  ({ id, name, aliases = [] }: Named): ReadonlySet<string> =>
    new Set([id, name, ...aliases].flatMap(wordsOf)),
);

/** The compact forms of everything that a record can be found by. */
export const keysOf = ({ id, aliases = [], name }: Named): string[] => [
  ...new Set([compactName(id), ...aliases.map(compactName), ...variantsOf(name)]),
];

/**
 * Finds records by text as people write it: the id, an alias or the name, in any case, with or without
 * accents, spaces and punctuation (`GitHub Copilot`, `Linked In`, `X (formerly Twitter)`). An id comes before
 * an alias, an alias before a name. Text that means several records means none.
 */
export class NameIndex {
  readonly #records: readonly Named[];
  readonly #ids: ReadonlySet<string>;
  /** By compact form: ids, then aliases, then names. */
  readonly #tiers: readonly ReadonlyMap<string, Found>[];

  constructor(records: readonly Named[]) {
    this.#records = records;
    this.#ids = new Set(records.map((r) => r.id));
    const tier = (keysOf: (record: Named) => readonly string[]): ReadonlyMap<string, Found> => {
      const found = new Map<string, Set<string>>();
      for (const record of records)
        for (const key of keysOf(record)) {
          const ids = found.get(key);
          if (ids) ids.add(record.id);
          else found.set(key, new Set([record.id]));
        }
      return found;
    };
    this.#tiers = [
      tier((r) => [compactName(r.id)]),
      tier((r) => (r.aliases ?? []).map(compactName)),
      tier((r) => variantsOf(r.name)),
    ];
  }

  /** Whether this is the id of a record. */
  has(id: string): boolean {
    return this.#ids.has(id);
  }

  /** The id of the record that text means; undefined where it means none, or several. */
  find(written: string): string | undefined {
    if (this.#ids.has(written)) return written;
    if (written.length > LONGEST) return undefined;
    for (const key of variantsOf(written))
      for (const tier of this.#tiers) {
        const found = tier.get(key);
        if (found) return found.size === 1 ? [...found][0] : undefined;
      }
    return undefined;
  }

  /** A record's aliases. */
  aliasesOf(id: string): readonly string[] {
    return this.#records.find((r) => r.id === id)?.aliases ?? [];
  }

  /** The ids of the records that have all words of this text in their id, an alias or their name. */
  withWords(written: string): string[] {
    const words = wordsOf(written.slice(0, LONGEST));
    if (words.length === 0) return [];
    return this.#records
      .filter((record) => words.every((word) => wordsIn(record).has(word)))
      .map(({ id }) => id);
  }

  /** What can be suggested for unknown text: ids and aliases, each of which finds its record. */
  suggestions(): string[] {
    return this.#records
      .flatMap((r) => [r.id, ...(r.aliases ?? [])])
      .filter((name) => this.find(name) !== undefined);
  }
}
