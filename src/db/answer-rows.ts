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
  type Box,
  conditionsOf,
  conditionsOfPlatform,
  controlsOf,
  isTraining,
  merge,
  type ResolvedPractice,
  representative,
  resolvePractice,
  segmentsOf,
  type Verdict,
  winningRule,
  worst,
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
  use: string;
  default: string | null;
  verdict: Verdict;
  severity: number;
  certainty: string | null;
  gradeUse: string | null;
  controls: Pick<Control, "id" | "kind">[];
}

/** A row of `answers`, without revision and id, and the controls that belong to it. */
export type AnswerRow = Readonly<Record<Facet, string>> & { validFrom: string; validUntil: string } & Answer;

const answerOf = (p: ResolvedPractice): Answer => ({
  practice: p.id,
  purpose: p.purpose,
  training: isTraining(p.purpose),
  rule: p.rule,
  use: p.use,
  default: p.default,
  verdict: p.verdict,
  severity: SEVERITY.indexOf(p.verdict),
  certainty: p.certainty,
  gradeUse: p.grade.use,
  controls: p.controls.map(({ id, kind }) => ({ id, kind })),
});

type Answering = (who: Audience) => Answer;

/** Resolves for one person after another. People with the same rule and controls get the same object, resolved once. */
function answering(platform: Platform, practice: Practice, operator?: Operator): Answering {
  const known = new Map<string, Answer>();
  return (who) => {
    const rule = winningRule(practice, who);
    const key = rule ? [rule.id, ...controlsOf(platform, rule, who).map((c) => c.id)].join(" ") : "";
    const answer = known.get(key) ?? answerOf(resolvePractice(platform, practice, who, operator));
    known.set(key, answer);
    return answer;
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
 * The rows for every audience and time that some conditions distinguish. They cover every audience and
 * day exactly once. A facet with the same answer for all its values is `*`; otherwise each value has a row
 * of its own, so that look-ups compare with the value given.
 */
function rowsFor(conditions: readonly When[], classes: RegionClasses, answer: Answering): AnswerRow[] {
  const places = placesFor(conditions, classes);
  const answers = new Map<string, Answer>();
  const boxes = places.flatMap(([name, place]) =>
    segmentsOf(conditionsIn(place, conditions)).map((segment): Box<string> => {
      const given = answer({ ...representative(segment), region: place });
      const value = JSON.stringify(given);
      answers.set(value, given);
      return { ...segment, classes: { ...segment.classes, region: [name] }, value };
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

/** The overall answer. Its use, default and certainty are those of the first practice with its verdict. */
function overallAnswer(practices: readonly Answer[]): Answer {
  const overall = worst(practices.filter((p) => p.training).map((p) => p.verdict));
  const deciding = practices.find((p) => p.verdict === overall && p.training);
  return {
    practice: OVERALL,
    purpose: OVERALL,
    training: true,
    rule: null,
    use: deciding?.use ?? "not-stated",
    default: deciding?.default ?? null,
    verdict: overall,
    severity: SEVERITY.indexOf(overall),
    certainty: deciding?.certainty ?? null,
    gradeUse: null,
    controls: [],
  };
}

/** A platform's resolved answers, for every distinguishable audience and time. */
export function answerRows(platform: Platform, classes: RegionClasses, operator?: Operator): AnswerRow[] {
  const practices = platform.practices.map((practice) => ({
    practice,
    answer: answering(platform, practice, operator),
  }));
  return [
    ...rowsFor(conditionsOfPlatform(platform), classes, (who) =>
      overallAnswer(practices.map(({ answer }) => answer(who))),
    ),
    ...practices.flatMap(({ practice, answer }) =>
      rowsFor(conditionsOf(practice, platform.controls), classes, answer),
    ),
  ];
}
