import {
  ALL_DIMENSIONS,
  type Audience,
  type Control,
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
  conditionsOf,
  conditionsOfPlatform,
  controlsOf,
  dayIn,
  intervalsOf,
  isTraining,
  type ResolvedPractice,
  resolvePractice,
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

/** For whom and when. */
interface Segment {
  facets: Readonly<Record<Facet, string>>;
  validFrom: string;
  validUntil: string;
}

/** A row of `answers`, without revision and id, and the controls that belong to it. */
export type AnswerRow = Readonly<Record<Facet, string>> & Omit<Segment, "facets"> & Answer;

/** A row while rows are merged. Equal answers are one object, so that comparing them is cheap. */
interface Row {
  segment: Segment;
  answer: Answer;
}

/** The values of a dimension in `answers`, each with a person's value; one row per value, so that look-ups compare with the value given. */
const valuesOf = (
  dimension: Dimension,
  conditions: readonly When[],
  { places }: RegionClasses,
): readonly (readonly [string, string | null])[] =>
  !dependsOn(conditions, dimension.facet)
    ? [[ANY, dimension.unspecified]]
    : dimension.values === null
      ? [...places]
      : (dimension.values as readonly string[]).map((v) => [v, v]);

/** Every distinguishable audience and time of some conditions: the row's segment, and one person in it. */
function points(conditions: readonly When[], classes: RegionClasses): { segment: Segment; who: Audience }[] {
  const audiences = ALL_DIMENSIONS.reduce<{ facets: object; who: object }[]>(
    (soFar, d) =>
      soFar.flatMap(({ facets, who }) =>
        valuesOf(d, conditions, classes).map(([key, value]) => ({
          facets: { ...facets, [d.facet]: key },
          who: { ...who, [d.facet]: value },
        })),
      ),
    [{ facets: {}, who: {} }],
  );
  return intervalsOf(conditions).flatMap((interval) =>
    audiences.map(({ facets, who }) => ({
      segment: {
        facets: facets as Segment["facets"],
        validFrom: interval.from ?? OPEN_FROM,
        validUntil: interval.until ?? OPEN_UNTIL,
      },
      who: { ...who, asOf: dayIn(interval) } as Audience,
    })),
  );
}

/** Returns one object for equal answers. */
function interning(): (answer: Answer) => Answer {
  const known = new Map<string, Answer>();
  return (answer) => {
    const key = JSON.stringify(answer);
    const same = known.get(key);
    if (!same) known.set(key, answer);
    return same ?? answer;
  };
}

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

/** Rows by a key, in their order. */
const grouped = (rows: readonly Row[], key: (segment: Segment) => string): Row[][] => [
  ...Map.groupBy(rows, (row) => key(row.segment)).values(),
];

/** If every value of a facet gives the same answer, one row with `*` replaces them. */
function withoutFacet(rows: readonly Row[], facet: Facet): Row[] {
  const values = new Set(rows.map((row) => row.segment.facets[facet])).size;
  const rest = ({ facets, validFrom, validUntil }: Segment) =>
    [...FACETS.filter((f) => f !== facet).map((f) => facets[f]), validFrom, validUntil].join("\u0000");
  return grouped(rows, rest).flatMap((group) => {
    const [{ segment, answer }] = group as [Row];
    return group.length === values && group.every((row) => row.answer === answer)
      ? [{ segment: { ...segment, facets: { ...segment.facets, [facet]: ANY } }, answer }]
      : group;
  });
}

/** Joins consecutive intervals with the same answer. Rows come in order of time. */
function joined(rows: readonly Row[]): Row[] {
  return grouped(rows, ({ facets }) => FACETS.map((f) => facets[f]).join("\u0000")).flatMap((group) =>
    group.reduce<Row[]>((out, row) => {
      const last = out.at(-1);
      if (last && last.segment.validUntil === row.segment.validFrom && last.answer === row.answer)
        out[out.length - 1] = { ...last, segment: { ...last.segment, validUntil: row.segment.validUntil } };
      else out.push(row);
      return out;
    }, []),
  );
}

/** The same answers in fewer rows. They still cover every audience and day exactly once. */
const compact = (rows: readonly Row[]): AnswerRow[] =>
  joined(FACETS.reduceRight<readonly Row[]>(withoutFacet, rows)).map(
    ({ segment: { facets, ...interval }, answer }) => ({ ...facets, ...interval, ...answer }),
  );

/** The rows for every audience and time that some conditions distinguish. */
function rowsFor(conditions: readonly When[], classes: RegionClasses, answer: Answering): AnswerRow[] {
  const intern = interning();
  return compact(
    points(conditions, classes).map(({ segment, who }) => ({ segment, answer: intern(answer(who)) })),
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
