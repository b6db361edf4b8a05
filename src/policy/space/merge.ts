import { FACETS, type Facet } from "../../model/index.ts";
import { trusted } from "../../text/trusted.ts";
import type { Interval, Segment, ValueClass } from "./segments.ts";

/** Some people and days, and what is the same for them. */
export interface Box<T> extends Segment {
  value: T;
}

type Values = readonly (string | null)[];

const inOrder = (values: Values): Values =>
  [...values].sort((a, b) => (a === b ? 0 : a === null || (b !== null && a < b) ? -1 : 1));

/** Numbers for things that are equal, so that comparing them does not compare their contents. */
class Numbered<T extends object> {
  readonly #keyOf: (thing: T) => string;
  readonly #numbers = new Map<string, number>();
  readonly #known = new Map<T, number>();
  readonly things: T[] = [];

  constructor(keyOf: (thing: T) => string) {
    this.#keyOf = keyOf;
  }

  numberOf(thing: T): number {
    const known = this.#known.get(thing);
    if (known !== undefined) return known;
    const key = this.#keyOf(thing);
    const number = this.#numbers.get(key) ?? this.things.push(thing) - 1;
    this.#numbers.set(key, number);
    this.#known.set(thing, number);
    return number;
  }
}

/** A box by numbers: those of its values in each dimension, of its interval, and of its value. */
interface Cell {
  classes: readonly number[];
  interval: number;
  value: number;
}

/** What the numbers of cells stand for. */
interface Meaning {
  lists: readonly Numbered<Values>[];
  intervals: Numbered<Interval>;
  values: number;
}

/** The smallest number that is larger than every one of a dimension. */
const sizesOf = ({ lists }: Meaning): number[] => lists.map((list) => list.things.length);

/**
 * Groups cells by some of their numbers: all but those of one dimension or of the interval.
 * @param without the dimension, or `interval`
 */
function groupsWithout(cells: readonly Cell[], without: number | "interval", meaning: Meaning): Cell[][] {
  const sizes = sizesOf(meaning).map((size, d) => (d === without ? 0 : size));
  const intervals = without === "interval" ? 0 : meaning.intervals.things.length;
  const factors = [...sizes, intervals, meaning.values].map((size) => Math.max(size, 1));
  const isExact = factors.reduce((product, size) => product * size, 1) <= Number.MAX_SAFE_INTEGER;
  const numbersOf = ({ classes, interval, value }: Cell): number[] => [...classes, interval, value];
  const keyOf = isExact
    ? (cell: Cell): number => {
        let key = 0;
        for (let d = 0; d < sizes.length; d++)
          if (d !== without) key = key * (factors[d] as number) + (cell.classes[d] as number);
        if (without !== "interval") key = key * intervals + cell.interval;
        return key * meaning.values + cell.value;
      }
    : (cell: Cell): string =>
        numbersOf(cell)
          .with(without === "interval" ? sizes.length : without, -1)
          .join();
  return [...Map.groupBy<string | number, Cell>(cells, keyOf).values()];
}

/** Cells with the same value and people, and days that follow each other, become one. */
function mergeDays(cells: readonly Cell[], meaning: Meaning): readonly Cell[] {
  const { intervals } = meaning;
  if (cells.every(({ interval }) => interval === cells[0]?.interval)) return cells;
  const of = ({ interval }: Cell): Interval => intervals.things[interval] as Interval;
  const startOf = (cell: Cell): string => of(cell).from ?? "";
  const byStart = (a: Cell, b: Cell): number =>
    startOf(a) < startOf(b) ? -1 : startOf(a) > startOf(b) ? 1 : 0;
  return groupsWithout(cells, "interval", meaning).flatMap((group) =>
    group.toSorted(byStart).reduce<Cell[]>((out, cell) => {
      const last = out.at(-1);
      const [before, now] = [last && of(last), of(cell)];
      if (last && before && before.until !== null && before.until === now.from)
        out[out.length - 1] = {
          ...last,
          interval: intervals.numberOf({ from: before.from, until: now.until }),
        };
      else out.push(cell);
      return out;
    }, []),
  );
}

/** Cells with the same value that differ only in one dimension become one. */
function mergeAlong(cells: readonly Cell[], dimension: number, meaning: Meaning): readonly Cell[] {
  if (cells.every(({ classes }) => classes[dimension] === cells[0]?.classes[dimension])) return cells;
  const list = meaning.lists[dimension] as Numbered<Values>;
  return groupsWithout(cells, dimension, meaning).map((group) => {
    const [first] = group as [Cell];
    if (group.length === 1) return first;
    const values = group.flatMap(({ classes }) => list.things[classes[dimension] as number] as Values);
    return { ...first, classes: first.classes.with(dimension, list.numberOf(inOrder(values))) };
  });
}

/**
 * The same people and days in fewer boxes: neighbours with the same value become one, along the days
 * first, then along each dimension, until nothing changes. The boxes must not overlap; the result covers
 * exactly what they cover.
 * @param valueKey equal for values that are the same; default: their JSON. Called once for each box
 */
export function merge<T>(
  boxes: readonly Box<T>[],
  valueKey: (value: T) => string = (value) => JSON.stringify(value),
): Box<T>[] {
  const lists = FACETS.map(() => new Numbered<Values>((values) => JSON.stringify(values)));
  const intervals = new Numbered<Interval>(({ from, until }) => `${from} ${until}`);
  // Segments share their lists, so that each is sorted once.
  const sorted = FACETS.map(() => new Map<Values, number>());
  const numberOf = (values: Values, d: number): number => {
    const known = sorted[d]?.get(values) ?? (lists[d] as Numbered<Values>).numberOf(inOrder(values));
    sorted[d]?.set(values, known);
    return known;
  };
  const values = new Map<string, number>();
  const things: T[] = [];
  const numberOfValue = (value: T): number => {
    const key = valueKey(value);
    const number = values.get(key) ?? things.push(value) - 1;
    values.set(key, number);
    return number;
  };
  let cells: readonly Cell[] = boxes.map(
    ({ classes, interval, value }): Cell => ({
      classes: FACETS.map((facet, d) => numberOf(classes[facet], d)),
      interval: intervals.numberOf(interval),
      value: numberOfValue(value),
    }),
  );
  const meaning: Meaning = { lists, intervals, values: things.length };
  // Boxes of which no two have the same value stay as they are.
  const different = things.length === cells.length;
  for (let before = different ? 0 : Number.POSITIVE_INFINITY; cells.length < before; ) {
    before = cells.length;
    cells = mergeDays(cells, meaning);
    for (const d of [...FACETS.keys()].toReversed()) cells = mergeAlong(cells, d, meaning);
  }
  return cells.map(({ classes, interval, value }) => ({
    classes: trusted<Segment["classes"]>(
      Object.fromEntries(FACETS.map((facet, d) => [facet, lists[d]?.things[classes[d] as number]])),
    ),
    interval: intervals.things[interval] as Interval,
    value: things[value] as T,
  }));
}

/** Every value of each dimension that occurs in some segments. */
export const valuesIn = (
  segments: readonly Segment[],
): { readonly [F in Facet]: readonly (string | null)[] } =>
  Object.fromEntries(
    FACETS.map((facet) => [
      facet,
      [...new Set(segments.flatMap(({ classes }) => classes[facet] as ValueClass))],
    ]),
  ) as { [F in Facet]: (string | null)[] };

/** How a period relates to a day: it includes the day, begins later, or has ended. */
export type Tense = "now" | "later" | "past";

export const tenseOf = ({ from, until }: Interval, today: string): Tense =>
  until !== null && until <= today ? "past" : from !== null && from > today ? "later" : "now";
