import {
  ALL_DIMENSIONS,
  type Audience,
  addDays,
  byFacet,
  type Control,
  DATA_CATEGORY,
  type Dimension,
  distinguished,
  type Facet,
  type FacetValue,
  firstDay,
  KINDS_WITHOUT_ACCOUNT,
  type Platform,
  type Practice,
  REGION_GROUPS,
  type When,
} from "../../model/index.ts";
import { conditionsOfWithdrawal } from "../withdrawal.ts";

/** Values of one dimension that a set of conditions cannot tell apart; the first represents them all. */
export type ValueClass<V = string | null> = readonly [V, ...V[]];

/** Days that a set of conditions cannot tell apart: from the first (null: no start) to before `until` (null: no end). */
export interface Interval {
  from: string | null;
  until: string | null;
}

/** The people and days that a set of conditions cannot tell apart. */
export interface Segment {
  classes: { readonly [F in Facet]: ValueClass<FacetValue<F>> };
  interval: Interval;
}

/**
 * The people without an account who cannot have all the data that a practice is about or excludes: it
 * concerns them only in part, or only where a rule names them (see `concerns` in resolve.ts).
 */
const impliedBy = ({ kinds, rules }: Practice): When[] => {
  const excluded = rules.flatMap((rule) => rule.data?.excludes ?? []).map((c) => DATA_CATEGORY[c].kind);
  return (Object.keys(KINDS_WITHOUT_ACCOUNT) as (keyof typeof KINDS_WITHOUT_ACCOUNT)[])
    .filter((account) => {
      const possible: readonly (string | undefined)[] = KINDS_WITHOUT_ACCOUNT[account];
      return [...kinds, ...excluded].some((kind) => !possible.includes(kind));
    })
    .map((account) => ({ account }));
};

/** The conditions on which a practice's answers depend: its rules', those of the controls they name, and those its kinds imply. */
export function conditionsOf(practice: Practice, controls: readonly Control[]): When[] {
  const named = new Set(practice.rules.flatMap((rule) => rule.controls ?? []));
  const written = [
    ...practice.rules.map((rule) => rule.when),
    ...controls.filter((c) => named.has(c.id)).map((c) => c.when),
  ];
  return [...written.filter((when) => when !== undefined), ...impliedBy(practice)];
}

/**
 * The conditions on which a platform's answer depends: those of all its practices, and whether a person has
 * an account, because the headline counts what others publish only for those without one.
 */
export const conditionsOfPlatform = (platform: Platform): When[] => [
  ...platform.practices.flatMap((practice) => conditionsOf(practice, platform.controls)),
  { account: "signed-in" },
  ...conditionsOfWithdrawal(platform),
];

/** Every value of a dimension that conditions can tell apart; for regions, every place they name and the rest of the world. */
function valuesOf(dimension: Dimension, conditions: readonly When[]): readonly (string | null)[] {
  if (dimension.values) return dimension.values;
  return [null, ...distinguished(conditions.flatMap((when) => dimension.wanted(when) ?? []))];
}

const wantedBy = (dimension: Dimension, when: When): readonly string[] | undefined => dimension.wanted(when);

/**
 * Groups a dimension's values by what some conditions say about them.
 * @param all the conditions that name the values, where `conditions` is only a part of them
 */
export function classesOf(
  dimension: Dimension,
  conditions: readonly When[],
  all: readonly When[] = conditions,
): ValueClass[] {
  const wanted = conditions.map((when) => wantedBy(dimension, when)).filter((w) => w !== undefined);
  const classes = new Map<string, [string | null, ...(string | null)[]]>();
  for (const value of valuesOf(dimension, all)) {
    const signature = wanted.map((w) => (dimension.matches(value, w) ? "1" : "0")).join("");
    const group = classes.get(signature);
    if (group) group.push(value);
    else classes.set(signature, [value]);
  }
  return [...classes.values()];
}

/** The intervals between the days that conditions name. */
export function intervalsOf(conditions: readonly When[]): Interval[] {
  const days = [
    ...new Set(
      conditions.flatMap((when) => [when.from, when.until].filter((d) => d !== undefined).map(firstDay)),
    ),
  ].sort();
  return [null, ...days].map((from, i) => ({ from, until: days[i] ?? null }));
}

/** The conditions that a value of a dimension can satisfy. */
const compatible = (dimension: Dimension, value: string | null, conditions: readonly When[]): When[] =>
  conditions.filter((when) => {
    const wanted = wantedBy(dimension, when);
    return wanted === undefined || dimension.matches(value, wanted);
  });

/** The segments of {@link segmentsOf}, one after the other. */
function* eachSegment(conditions: readonly When[]): Generator<Segment> {
  function* split(
    [dimension, ...rest]: readonly Dimension[],
    possible: readonly When[],
    classes: Partial<Record<Facet, ValueClass>>,
  ): Generator<Segment> {
    if (dimension === undefined) {
      for (const interval of intervalsOf(possible))
        yield { classes: classes as Segment["classes"], interval };
      return;
    }
    for (const values of classesOf(dimension, possible, conditions))
      yield* split(rest, compatible(dimension, values[0], possible), {
        ...classes,
        [dimension.facet]: values,
      });
  }
  yield* split(ALL_DIMENSIONS, conditions, {});
}

/**
 * The people and days that some conditions tell apart. Together the segments cover every audience and
 * day, each once. A dimension is split only where a condition that is still possible asks for it, so the
 * number of segments grows with the number of conditions, not with the product of all their values.
 */
export const segmentsOf = (conditions: readonly When[]): Segment[] => [...eachSegment(conditions)];

/** Do some conditions tell more than `limit` segments apart? Costs no more than listing so many. */
export function tellsApartMoreThan(conditions: readonly When[], limit: number): boolean {
  let count = 0;
  for (const _ of eachSegment(conditions)) if (++count > limit) return true;
  return false;
}

/** A day inside an interval. */
export const dayIn = ({ from, until }: Interval): string =>
  from ?? (until === null ? "2000-01-01" : addDays(until, -1));

/** One person who represents a segment. */
export const representative = ({ classes, interval }: Segment): Audience =>
  ({ ...byFacet((d) => classes[d.facet][0]), asOf: dayIn(interval) }) as Audience;

/** Places written short: whole groups by their name. `null` (the rest of the world) is omitted. */
export function compactRegions(codes: readonly (string | null)[]): string[] {
  const rest = new Set(codes.filter((c) => c !== null));
  const out: string[] = [];
  for (const group of ["EEA", "EU"] as const) {
    const members = REGION_GROUPS[group].members;
    if (!members.every((m) => rest.has(m))) continue;
    out.push(group);
    for (const m of members) rest.delete(m);
  }
  return [...out, ...[...rest].sort()];
}
