import {
  type Audience,
  addDays,
  type Control,
  DIMENSIONS,
  type Dimension,
  expandRegion,
  firstDay,
  type Platform,
  type Practice,
  REGION_GROUPS,
  type When,
} from "../../model/index.ts";

/** Values of one dimension that a set of conditions cannot tell apart; the first stands for all. */
export type ValueClass<V = string | null> = readonly [V, ...V[]];

/** Days that a set of conditions cannot tell apart: from the first (null: always was) to before `until` (null: still). */
export interface Interval {
  from: string | null;
  until: string | null;
}

type Facet = keyof typeof DIMENSIONS;

/** The people and days that a set of conditions cannot tell apart. */
export interface Segment {
  classes: { readonly [F in Facet]: ValueClass<Audience[F]> };
  interval: Interval;
}

/** The conditions that a practice's answers hang on: its rules' and those of the controls they name. */
export function conditionsOf(practice: Practice, controls: readonly Control[]): When[] {
  const named = new Set(practice.rules.flatMap((rule) => rule.controls ?? []));
  return [
    ...practice.rules.map((rule) => rule.when),
    ...controls.filter((c) => named.has(c.id)).map((c) => c.when),
  ].filter((when) => when !== undefined);
}

/** The conditions of all of a platform's practices. */
export const conditionsOfPlatform = (platform: Platform): When[] =>
  platform.practices.flatMap((practice) => conditionsOf(practice, platform.controls));

/** Every value of a dimension that conditions can tell apart; for regions, every place they name and the rest of the world. */
function valuesOf(dimension: Dimension, conditions: readonly When[]): readonly (string | null)[] {
  if (dimension.values) return dimension.values;
  const named = new Set(conditions.flatMap((when) => (dimension.wanted(when) ?? []).flatMap(expandRegion)));
  // A subdivision splits its country: the country itself is then the rest of it.
  for (const code of [...named]) if (code.includes("-")) named.add(code.split("-")[0] as string);
  return [null, ...[...named].sort()];
}

/** Groups a dimension's values by what the conditions say of them. */
export function classesOf(dimension: Dimension, conditions: readonly When[]): ValueClass[] {
  const wanted = conditions.map((when) => dimension.wanted(when)).filter((w) => w !== undefined);
  const classes = new Map<string, [string | null, ...(string | null)[]]>();
  for (const value of valuesOf(dimension, conditions)) {
    const signature = wanted.map((w) => (dimension.matches(value as never, w) ? "1" : "0")).join("");
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

/** Every combination of people and days that conditions can tell apart. Together they cover every audience and day, each once. */
export function segmentsOf(conditions: readonly When[]): Segment[] {
  let partial: Partial<Record<Facet, ValueClass>>[] = [{}];
  for (const dimension of Object.values(DIMENSIONS) as unknown as readonly Dimension[]) {
    const classes = classesOf(dimension, conditions);
    partial = partial.flatMap((soFar) => classes.map((values) => ({ ...soFar, [dimension.facet]: values })));
  }
  return intervalsOf(conditions).flatMap((interval) =>
    partial.map((classes) => ({ classes: classes as Segment["classes"], interval })),
  );
}

/** A day inside an interval. */
export const dayIn = ({ from, until }: Interval): string =>
  from ?? (until === null ? "2000-01-01" : addDays(until, -1));

/** One person who stands for a segment. */
export const representative = ({ classes, interval }: Segment): Audience => ({
  region: classes.region[0],
  plan: classes.plan[0],
  age: classes.age[0],
  account: classes.account[0],
  asOf: dayIn(interval),
});

/** Places written short: whole groups by their name. `null` (the rest of the world) is left out. */
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
