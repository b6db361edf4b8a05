import { type Audience, DIMENSIONS, PLAN, termsOf } from "../model/index.ts";
import { compactRegions, type Interval, type Segment } from "./segments.ts";

type Facet = keyof typeof DIMENSIONS;
const FACETS = Object.keys(DIMENSIONS) as Facet[];

/** People and days written short: any of the values of each facet (`null`: whatever it is), in one interval. */
export interface People {
  values: { readonly [F in Facet]: readonly Audience[F][] | null };
  interval: Interval;
}

type Box = { classes: Record<Facet, string[]>; interval: Interval };

/** The name of a class while boxes are put together: its first value. */
const nameOf = (segment: Segment, facet: Facet): string => String(segment.classes[facet][0]);

function groupBy<T>(list: readonly T[], key: (item: T) => string): T[][] {
  const groups = Map.groupBy(list, key);
  return [...groups.values()];
}

/** Boxes that differ in one facet only become one. */
const mergeFacet = (boxes: readonly Box[], facet: Facet): Box[] =>
  groupBy(boxes, ({ classes, interval }) => JSON.stringify([{ ...classes, [facet]: [] }, interval])).map((group) => {
    const [first] = group as [Box];
    return { ...first, classes: { ...first.classes, [facet]: group.flatMap((box) => box.classes[facet]).sort() } };
  });

/** Boxes of the same people whose intervals follow each other become one. */
const mergeDays = (boxes: readonly Box[]): Box[] =>
  groupBy(boxes, ({ classes }) => JSON.stringify(classes)).flatMap((group) =>
    [...group]
      .sort((a, b) => (a.interval.from ?? "").localeCompare(b.interval.from ?? ""))
      .reduce<Box[]>((out, box) => {
        const last = out.at(-1);
        if (last && last.interval.until !== null && last.interval.until === box.interval.from)
          out[out.length - 1] = { ...last, interval: { from: last.interval.from, until: box.interval.until } };
        else out.push(box);
        return out;
      }, []),
  );

/**
 * Some segments, as few groups of people and days as merging neighbours gives. Together they are exactly those segments.
 * @param all every segment that the same conditions give, of which `some` are a part
 */
export function peopleOf(some: readonly Segment[], all: readonly Segment[]): People[] {
  const boxes: Box[] = some.map((segment) => ({
    classes: Object.fromEntries(FACETS.map((f) => [f, [nameOf(segment, f)]])) as Record<Facet, string[]>,
    interval: segment.interval,
  }));
  const merged = mergeDays([...FACETS].reverse().reduce<Box[]>(mergeFacet, boxes));
  const classes = (facet: Facet): Map<string, readonly unknown[]> => new Map(all.map((s) => [nameOf(s, facet), s.classes[facet]]));
  const known = Object.fromEntries(FACETS.map((f) => [f, classes(f)])) as Record<Facet, ReturnType<typeof classes>>;
  const valuesOf = (box: Box, f: Facet) => (box.classes[f].length === known[f].size ? null : box.classes[f].flatMap((name) => known[f].get(name) ?? []));
  return merged.map((box) => ({ values: Object.fromEntries(FACETS.map((f) => [f, valuesOf(box, f)])) as unknown as People["values"], interval: box.interval }));
}

const either = (list: readonly string[]): string => (list.length < 2 ? list.join("") : `${list.slice(0, -1).join(", ")} or ${list.at(-1)}`);

const ACCOUNT_WORDS: Record<Audience["account"], string> = {
  "signed-in": "people with an account",
  "signed-out": "visitors without an account",
  "non-user": "non-users",
};

const regionWords = (regions: readonly (string | null)[]): string =>
  `in ${either([...compactRegions(regions), ...(regions.includes(null) ? ["the rest of the world"] : [])])}`;

const planWords = (plans: readonly Audience["plan"][]): string => `on ${either(PLANS.filter((plan) => plans.includes(plan)))}`;
const PLANS = termsOf(PLAN);

const dayWords = ({ from, until }: Interval): string =>
  from !== null && until !== null ? `from ${from} until ${until}` : from !== null ? `since ${from}` : until !== null ? `before ${until}` : "";

/** People and days in words: `adults, in EEA or CH, on free or paid, since 2025-11-03`; `everybody, always` where nothing narrows them. */
export function inWords({ values, interval }: People): string {
  const said = [
    values.age ? either(values.age.map((age) => `${age}s`)) : "",
    values.account ? either(values.account.map((a) => ACCOUNT_WORDS[a])) : "",
    values.region ? regionWords(values.region) : "",
    values.plan ? planWords(values.plan) : "",
    dayWords(interval),
  ].filter((part) => part !== "");
  return said.length > 0 ? said.join(", ") : "everybody, always";
}
