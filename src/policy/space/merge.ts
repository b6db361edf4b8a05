import { FACETS, type Facet } from "../../model/index.ts";
import { remembered } from "../../text/remembered.ts";
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
class Numbered<T> {
  readonly #keyOf: (thing: T) => string;
  readonly #numbers = new Map<string, number>();
  readonly things: T[] = [];

  constructor(keyOf: (thing: T) => string) {
    this.#keyOf = keyOf;
  }

  numberOf(thing: T): number {
    const key = this.#keyOf(thing);
    const number = this.#numbers.get(key) ?? this.things.push(thing) - 1;
    this.#numbers.set(key, number);
    return number;
  }
}

/** A box by numbers: those of its values in each dimension, and that of its value. */
interface Cell {
  classes: readonly number[];
  interval: Interval;
  value: number;
}

const byStart = (a: Cell, b: Cell): number => {
  const [x, y] = [a.interval.from ?? "", b.interval.from ?? ""];
  return x < y ? -1 : x > y ? 1 : 0;
};

/** Cells with the same value and people, and days that follow each other, become one. */
function mergeDays(cells: readonly Cell[]): Cell[] {
  const groups = Map.groupBy(cells, ({ classes, value }) => `${classes} ${value}`);
  return [...groups.values()].flatMap((group) =>
    group.toSorted(byStart).reduce<Cell[]>((out, cell) => {
      const last = out.at(-1);
      if (last && last.interval.until !== null && last.interval.until === cell.interval.from)
        out[out.length - 1] = {
          ...last,
          interval: { from: last.interval.from, until: cell.interval.until },
        };
      else out.push(cell);
      return out;
    }, []),
  );
}

/** Cells with the same value that differ only in one dimension become one. */
function mergeAlong(cells: readonly Cell[], dimension: number, lists: Numbered<Values>): Cell[] {
  const groups = Map.groupBy(
    cells,
    ({ classes, interval: { from, until }, value }) =>
      `${classes.with(dimension, -1)} ${from} ${until} ${value}`,
  );
  return [...groups.values()].map((group) => {
    const [first] = group as [Cell];
    if (group.length === 1) return first;
    const values = group.flatMap(({ classes }) => lists.things[classes[dimension] as number] as Values);
    return { ...first, classes: first.classes.with(dimension, lists.numberOf(inOrder(values))) };
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
  // Segments share their lists, so that each is sorted once.
  const numberOf = lists.map((list) => remembered((values: ValueClass) => list.numberOf(inOrder(values))));
  const values = new Numbered<T>(valueKey);
  let cells = boxes.map(
    ({ classes, interval, value }): Cell => ({
      classes: FACETS.map((facet, d) => numberOf[d]?.(classes[facet]) as number),
      interval,
      value: values.numberOf(value),
    }),
  );
  // Boxes of which no two have the same value stay as they are.
  const different = values.things.length === cells.length;
  for (let before = different ? 0 : Number.POSITIVE_INFINITY; cells.length < before; ) {
    before = cells.length;
    cells = mergeDays(cells);
    for (const d of [...FACETS.keys()].toReversed())
      cells = mergeAlong(cells, d, lists[d] as Numbered<Values>);
  }
  return cells.map(({ classes, interval, value }) => ({
    classes: trusted<Segment["classes"]>(
      Object.fromEntries(FACETS.map((facet, d) => [facet, lists[d]?.things[classes[d] as number]])),
    ),
    interval,
    value: values.things[value] as T,
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
