import { FACETS, type Facet } from "../../model/index.ts";
import { trusted } from "../../text/trusted.ts";
import type { Interval, Segment, ValueClass } from "./segments.ts";

/** Some people and days, and what is the same for them. */
export interface Box<T> extends Segment {
  value: T;
}

const keyOf = (value: unknown): string => JSON.stringify(value);

const inOrder = (values: readonly (string | null)[]): ValueClass =>
  trusted<ValueClass>(
    [...values].sort((a, b) => (a === b ? 0 : a === null || (b !== null && a < b) ? -1 : 1)),
  );

/** Boxes with the same value and people, and days that follow each other, become one. */
function mergeDays<T>(boxes: readonly Box<T>[], valueKey: (value: T) => string): Box<T>[] {
  const groups = Map.groupBy(boxes, ({ classes, value }) => keyOf([classes, valueKey(value)]));
  return [...groups.values()].flatMap((group) =>
    group
      .toSorted((a, b) => (a.interval.from ?? "").localeCompare(b.interval.from ?? ""))
      .reduce<Box<T>[]>((out, box) => {
        const last = out.at(-1);
        if (last && last.interval.until !== null && last.interval.until === box.interval.from)
          out[out.length - 1] = {
            ...last,
            interval: { from: last.interval.from, until: box.interval.until },
          };
        else out.push(box);
        return out;
      }, []),
  );
}

/** Boxes with the same value that differ only in one dimension become one. */
function mergeAlong<T>(boxes: readonly Box<T>[], facet: Facet, valueKey: (value: T) => string): Box<T>[] {
  const groups = Map.groupBy(boxes, ({ classes, interval, value }) =>
    keyOf([{ ...classes, [facet]: null }, interval, valueKey(value)]),
  );
  return [...groups.values()].map((group) => {
    const [first] = group as [Box<T>];
    const values = inOrder(group.flatMap((box) => box.classes[facet]));
    return group.length === 1 ? first : { ...first, classes: { ...first.classes, [facet]: values } };
  });
}

/**
 * The same people and days in fewer boxes: neighbours with the same value become one, along the days
 * first, then along each dimension, until nothing changes. The boxes must not overlap; the result covers
 * exactly what they cover.
 * @param valueKey equal for values that are the same; default: their JSON
 */
export function merge<T>(boxes: readonly Box<T>[], valueKey: (value: T) => string = keyOf): Box<T>[] {
  let merged = boxes.map((box) => ({ ...box, classes: sortedClasses(box.classes) }));
  for (let before = Number.POSITIVE_INFINITY; merged.length < before; ) {
    before = merged.length;
    merged = mergeDays(merged, valueKey);
    for (const facet of FACETS.toReversed()) merged = mergeAlong(merged, facet, valueKey);
  }
  return merged;
}

const sortedClasses = (classes: Segment["classes"]): Segment["classes"] =>
  trusted(Object.fromEntries(FACETS.map((facet) => [facet, inOrder(classes[facet])])));

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
