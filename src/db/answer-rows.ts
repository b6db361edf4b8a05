import {
  type Audience,
  byFacet,
  type Control,
  DIMENSIONS,
  type Dimension,
  FACETS,
  type Facet,
  type Operator,
  type Platform,
  type Practice,
  termsOf,
  VERDICT,
  type When,
} from "../model/index.ts";
import {
  answerFrom,
  type Box,
  concerns,
  conditionsOf,
  conditionsOfPlatform,
  controlsOf,
  type Headline,
  isTraining,
  merge,
  type ResolvedPractice,
  representative,
  resolvePractice,
  segmentsOf,
  type Verdict,
  winningRule,
} from "../policy/index.ts";
import { ANY, dependsOn, OPEN_FROM, OPEN_UNTIL, type RegionClasses } from "./segments.ts";

/** The practice and purpose of a platform's overall answer. */
export const OVERALL = "*";

const SEVERITY = termsOf(VERDICT);

/** An answer, without for whom and when. */
interface Answer {
  practice: string;
  purpose: string;
  training: boolean;
  rule: string | null;
  /** Null for the overall answer. */
  dataUse: string | null;
  defaultState: string | null;
  verdict: Verdict;
  severity: number;
  certainty: string | null;
  gradeDataUse: string | null;
  controls: Pick<Control, "id" | "kind">[];
}

/** A row of `answers`, without revision and id, and the controls that belong to it. */
export type AnswerRow = Readonly<Record<Facet, string>> & { validFrom: string; validUntil: string } & Answer;

const answerOf = (p: ResolvedPractice): Answer => ({
  practice: p.id,
  purpose: p.purpose,
  training: isTraining(p.purpose),
  rule: p.rule,
  dataUse: p.dataUse,
  defaultState: p.defaultState,
  verdict: p.verdict,
  severity: SEVERITY.indexOf(p.verdict),
  certainty: p.certainty,
  gradeDataUse: p.grade.dataUse,
  controls: p.controls.map(({ id, kind }) => ({ id, kind })),
});

/** The answer for a person; null if there is none because the practice does not concern them. */
type Answering<T> = (who: Audience) => T;

/** Resolves a practice for one person after another. People with the same rule and controls get the same object, resolved once. */
function resolving(
  platform: Platform,
  practice: Practice,
  operator?: Operator,
): Answering<ResolvedPractice | null> {
  const known = new Map<string, ResolvedPractice>();
  return (who) => {
    if (!concerns(practice, who)) return null;
    const rule = winningRule(practice, who);
    const key = rule ? [rule.id, ...controlsOf(platform, rule, who).map((c) => c.id)].join(" ") : "";
    const resolved = known.get(key) ?? resolvePractice(platform, practice, who, operator);
    known.set(key, resolved);
    return resolved;
  };
}

/** The classes of regions that some conditions distinguish, each with a place in it. */
const placesFor = (conditions: readonly When[], { places }: RegionClasses): [string, string | null][] =>
  dependsOn(conditions, "region") ? [...places] : [[ANY, null]];

/** The conditions that people in a place can satisfy, without their regions. */
const conditionsIn = (place: string | null, conditions: readonly When[]): When[] =>
  conditions
    .filter(({ regions }) => regions === undefined || DIMENSIONS.region.matches(place, regions))
    .map(({ regions: _, ...rest }) => rest);

/** Every combination of one value of each facet. */
const combinations = (values: Readonly<Record<Facet, readonly string[]>>): Record<Facet, string>[] =>
  FACETS.reduce<Partial<Record<Facet, string>>[]>(
    (soFar, facet) => soFar.flatMap((one) => values[facet].map((value) => ({ ...one, [facet]: value }))),
    [{}],
  ) as Record<Facet, string>[];

/**
 * The rows for every audience and time that some conditions distinguish. They cover every audience that
 * has an answer, and every day, exactly once. A facet with the same answer for all its values is `*`; otherwise each value has a row
 * of its own, so that look-ups compare with the value given.
 */
function rowsFor(
  conditions: readonly When[],
  classes: RegionClasses,
  answer: Answering<Answer | null>,
): AnswerRow[] {
  const places = placesFor(conditions, classes);
  const answers = new Map<string, Answer>();
  const boxes = places.flatMap(([name, place]) =>
    segmentsOf(conditionsIn(place, conditions)).flatMap((segment): Box<string>[] => {
      const given = answer({ ...representative(segment), region: place });
      if (!given) return [];
      const value = JSON.stringify(given);
      answers.set(value, given);
      return [{ ...segment, classes: { ...segment.classes, region: [name] }, value }];
    }),
  );
  const valuesOf = (dimension: Dimension, values: readonly (string | null)[]): readonly string[] =>
    values.length === (dimension.values ?? places).length ? [ANY] : (values as readonly string[]);
  return merge(boxes, (value) => value).flatMap(({ classes: values, interval, value }) =>
    combinations(byFacet((d) => valuesOf(d, values[d.facet]))).map((facets) => ({
      ...facets,
      validFrom: interval.from ?? OPEN_FROM,
      validUntil: interval.until ?? OPEN_UNTIL,
      ...(answers.get(value) as Answer),
    })),
  );
}

/** The overall answer: the verdict and certainty of the headline. */
function overallAnswer(
  platform: Platform,
  resolved: readonly Answering<ResolvedPractice | null>[],
): Answering<Answer> {
  const known = new Map<string, Answer>();
  return (who) => {
    const practices = resolved.map((resolve) => resolve(who)).filter((p) => p !== null);
    const key = JSON.stringify([
      who.account,
      practices.map((p) => [p.id, p.rule, p.controls.map((c) => c.id)]),
    ]);
    const answer = known.get(key) ?? headlineAnswer(answerFrom(platform, who, practices).headline);
    known.set(key, answer);
    return answer;
  };
}

const headlineAnswer = ({ verdict, certainty }: Headline): Answer => ({
  practice: OVERALL,
  purpose: OVERALL,
  training: true,
  rule: null,
  dataUse: null,
  defaultState: null,
  verdict,
  severity: SEVERITY.indexOf(verdict),
  certainty,
  gradeDataUse: null,
  controls: [],
});

/** A platform's resolved answers, for every distinguishable audience and time. */
export function answerRows(platform: Platform, classes: RegionClasses, operator?: Operator): AnswerRow[] {
  const resolved = platform.practices.map((practice) => resolving(platform, practice, operator));
  return [
    ...rowsFor(conditionsOfPlatform(platform), classes, overallAnswer(platform, resolved)),
    ...platform.practices.flatMap((practice, i) =>
      rowsFor(conditionsOf(practice, platform.controls), classes, (who) => {
        const answer = resolved[i]?.(who) ?? null;
        return answer && answerOf(answer);
      }),
    ),
  ];
}
