import { type Audience, DIMENSIONS } from "../../model/index.ts";
import { type Interval, representative, type Segment, type ValueClass } from "../../policy/space/segments.ts";
import { audienceInWords, type People, regionsInWords } from "./words.ts";

/*
 * The way back from segments to people: everybody for whom something is the same is put
 * together again, in as few groups as can be, so that it can be told in a line.
 */

type Facet = keyof typeof DIMENSIONS;
const FACETS = Object.keys(DIMENSIONS) as Facet[];

/** How a time stands to a day: it holds then, begins later, or is over. */
export type Tense = "now" | "later" | "past";

/** Something that is the same for some people during some time. */
export interface Spread<T> {
  value: T;
  /** The people, in groups that do not overlap. */
  groups: Group[];
  period: Interval;
  tense: Tense;
}

/** People who are alike in each facet; a facet that is left out does not matter. */
export interface Group {
  people: People;
  /** In words: `adults in Germany on the free plan`. */
  words: string;
}

/** Classes of values by facet. One of each is a cell; several are a box of cells. */
type Box = { readonly [F in Facet]: readonly ValueClass[] };

const keyOf = (value: unknown): string => JSON.stringify(value);
const others = (box: Box, facet: Facet): string =>
  keyOf(FACETS.filter((f) => f !== facet).map((f) => box[f]));

const inOrder = (classes: readonly ValueClass[]): ValueClass[] =>
  [...classes].sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));

/** Boxes that differ in one facet only become one. */
function mergeAlong(boxes: readonly Box[], facet: Facet): Box[] {
  const merged = new Map<string, Box>();
  for (const box of boxes) {
    const key = others(box, facet);
    const before = merged.get(key);
    merged.set(key, before ? { ...before, [facet]: inOrder([...before[facet], ...box[facet]]) } : box);
  }
  return [...merged.values()];
}

const permutations = <T>(items: readonly T[]): T[][] =>
  items.length < 2
    ? [[...items]]
    : items.flatMap((item) => permutations(items.filter((x) => x !== item)).map((rest) => [item, ...rest]));
const ORDERS = permutations(FACETS);

/** The same cells in as few boxes as some order of merging gives. */
const fewest = (cells: readonly Box[]): Box[] =>
  ORDERS.map((order) => order.reduce<readonly Box[]>(mergeAlong, cells)).reduce((a, b) =>
    b.length < a.length ? b : a,
  ) as Box[];

const countryOf = (region: string): string => region.split("-")[0] as string;

/** Subdivisions among some regions whose country is among others: `US-CA` beside `US`, which is then the rest of it. */
const partsOf = (regions: readonly (string | null)[], countries: readonly (string | null)[]): string[] =>
  regions.filter((r) => r !== null).filter((r) => r.includes("-") && countries.includes(countryOf(r)));

/** Regions that are narrowed, as words: those for `in …`, and what follows the people. */
function regionWords(
  chosen: readonly (string | null)[],
  all: readonly (string | null)[],
): { region?: string[]; after: string } {
  const left = all.filter((r) => !chosen.includes(r));
  if (!chosen.includes(null)) {
    const apart = partsOf(left, chosen);
    return { region: chosen as string[], after: apart.length > 0 ? `, ${regionsInWords(apart)} apart` : "" };
  }
  const besides = partsOf(chosen, left);
  return {
    after: ` outside ${regionsInWords(left)}${besides.length > 0 ? `, and in ${regionsInWords(besides)}` : ""}`,
  };
}

function groupOf(box: Box, all: Box): Group {
  const values = (b: Box, f: Facet) => b[f].flat();
  const narrowed = FACETS.filter((f) => values(box, f).length < values(all, f).length);
  const people = Object.fromEntries(narrowed.map((f) => [f, values(box, f)])) as People;
  if (!narrowed.includes("region")) return { people, words: audienceInWords(people) };
  const { region, after } = regionWords(values(box, "region"), values(all, "region"));
  return { people, words: `${audienceInWords({ ...people, region })}${after}` };
}

const tenseOf = ({ from, until }: Interval, today: string): Tense =>
  until !== null && until <= today ? "past" : from !== null && from > today ? "later" : "now";

/** Times that follow each other and hold the same become one; what holds nothing is left out. */
function runsOf<T>(
  timeline: readonly { interval: Interval; value: T | undefined }[],
): { period: Interval; value: T }[] {
  const runs: { period: Interval; value: T; key: string }[] = [];
  for (const { interval, value } of timeline) {
    if (value === undefined) continue;
    const [last, key] = [runs.at(-1), keyOf(value)];
    if (last?.key === key && last.period.until === interval.from)
      last.period = { from: last.period.from, until: interval.until };
    else runs.push({ period: interval, value, key });
  }
  return runs;
}

/** What is near today first: what comes, in the order in which it comes; what was, the last first. */
const outwards = (a: Spread<unknown>, b: Spread<unknown>): number =>
  (a.period.from ?? "").localeCompare(b.period.from ?? "") * (a.tense === "later" ? 1 : -1);

const TENSES: readonly Tense[] = ["now", "later", "past"];

/**
 * Asks something of every segment and tells for whom and when each value holds: what holds
 * on a day first, then what comes, then what was; a value of undefined is not told.
 * @param ask is called with one person of each segment; values must be plain JSON
 */
export function spreadOf<T>(
  segments: readonly Segment[],
  ask: (who: Audience) => T | undefined,
  today: string,
): Spread<T>[] {
  const cells = new Map<string, { box: Box; timeline: { interval: Interval; value: T | undefined }[] }>();
  for (const segment of segments) {
    const box = Object.fromEntries(FACETS.map((f) => [f, [segment.classes[f]]])) as unknown as Box;
    const key = keyOf(box);
    const cell = cells.get(key) ?? { box, timeline: [] };
    cells.set(key, cell);
    cell.timeline.push({ interval: segment.interval, value: ask(representative(segment)) });
  }
  const all = Object.fromEntries(
    FACETS.map((f) => [
      f,
      [
        ...new Map(
          [...cells.values()].flatMap(({ box }) => box[f].map((c) => [keyOf(c), c] as const)),
        ).values(),
      ],
    ]),
  ) as unknown as Box;
  const found = new Map<string, { value: T; period: Interval; boxes: Box[] }>();
  for (const { box, timeline } of cells.values())
    for (const { period, value } of runsOf(timeline)) {
      const key = keyOf([value, period]);
      const entry = found.get(key) ?? { value, period, boxes: [] };
      found.set(key, entry);
      entry.boxes.push(box);
    }
  return [...found.values()]
    .map(({ value, period, boxes }) => ({
      value,
      period,
      tense: tenseOf(period, today),
      groups: fewest(boxes).map((box) => groupOf(box, all)),
    }))
    .sort((a, b) => TENSES.indexOf(a.tense) - TENSES.indexOf(b.tense) || outwards(a, b));
}

/** The people of a spread in words: `adults in Germany; minors`. */
export const groupsInWords = (groups: readonly Group[]): string => groups.map((g) => g.words).join("; ");
