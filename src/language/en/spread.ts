import { type Audience, withEnclosing } from "../../model/index.ts";
import { type Box, merge, type Tense, tenseOf, valuesIn } from "../../policy/space/merge.ts";
import { type Interval, representative, type Segment } from "../../policy/space/segments.ts";
import { narrowedPeople } from "./groups.ts";
import { audienceInWords, type People, regionsInWords } from "./people.ts";

/*
 * From segments back to people: those for whom something is the same are grouped again, in as few groups
 * as merging gives, so that each can be described in a line.
 */

/** Something that is the same for some people during some time. */
export interface Spread<T> {
  value: T;
  /** The people, in groups that do not overlap. */
  groups: Group[];
  period: Interval;
  tense: Tense;
}

/** People who are alike in each dimension; a missing dimension does not matter. */
export interface Group {
  people: People;
  /** In words: `adults in Germany on the free plan`. */
  words: string;
}

type Region = string | null;

/** Places among some regions that are inside one of others: `US-CA` beside `US`, which is then the rest of it. */
const partsOf = (regions: readonly Region[], countries: readonly Region[]): string[] =>
  regions
    .filter((r) => r !== null)
    .filter((r) =>
      withEnclosing(r)
        .slice(1)
        .some((around) => countries.includes(around)),
    );

/** Narrowed regions in words: those for `in …`, and what follows the people. */
function regionWords(
  chosen: readonly Region[],
  all: readonly Region[],
): { region?: string[]; after: string } {
  const others = all.filter((r) => !chosen.includes(r));
  if (!chosen.includes(null)) {
    const excluded = partsOf(others, chosen);
    return {
      region: chosen as string[],
      after: excluded.length > 0 ? `, except ${regionsInWords(excluded)}` : "",
    };
  }
  const included = partsOf(chosen, others);
  const and = included.length > 0 ? `, and in ${regionsInWords(included)}` : "";
  return { after: ` outside ${regionsInWords(others)}${and}` };
}

function groupOf(box: Segment, all: ReturnType<typeof valuesIn>): Group {
  const people = narrowedPeople(box, all);
  if (people.region === undefined) return { people, words: audienceInWords(people) };
  const { region, after } = regionWords(box.classes.region, all.region);
  return { people, words: `${audienceInWords({ ...people, region })}${after}` };
}

/** What is near today first: future times in order, past times with the latest first. */
const outwards = (a: Spread<unknown>, b: Spread<unknown>): number =>
  (a.period.from ?? "").localeCompare(b.period.from ?? "") * (a.tense === "later" ? 1 : -1);

const TENSES: readonly Tense[] = ["now", "later", "past"];

/**
 * Asks something of every segment and says for whom and when each value applies: what applies today
 * first, then what comes, then what was. A value of undefined is omitted.
 * @param ask is called with one person of each segment; values must be plain JSON, best the same object
 *   where they are equal
 */
export function spreadOf<T>(
  segments: readonly Segment[],
  ask: (who: Audience) => T | undefined,
  today: string,
): Spread<T>[] {
  const all = valuesIn(segments);
  const keys = new Map<T, string>();
  const keyOf = (value: T): string => {
    const key = keys.get(value) ?? JSON.stringify(value);
    keys.set(value, key);
    return key;
  };
  const boxes = segments.flatMap((segment): Box<T>[] => {
    const value = ask(representative(segment));
    return value === undefined ? [] : [{ ...segment, value }];
  });
  const found = Map.groupBy(merge(boxes, keyOf), ({ value, interval: { from, until } }) =>
    JSON.stringify([from, until, keyOf(value)]),
  );
  return [...found.values()]
    .map((group) => {
      const [{ value, interval: period }] = group as [Box<T>];
      return {
        value,
        period,
        tense: tenseOf(period, today),
        groups: group.map((box) => groupOf(box, all)),
      };
    })
    .sort((a, b) => TENSES.indexOf(a.tense) - TENSES.indexOf(b.tense) || outwards(a, b));
}

/** The people of a spread in words: `adults in Germany; minors`. */
export const groupsInWords = (groups: readonly Group[]): string => groups.map((g) => g.words).join("; ");
