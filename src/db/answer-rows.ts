import { type Audience, type Control, DIMENSIONS, type Operator, type Platform, type Practice, termsOf, VERDICT, type When } from "../model/index.ts";
import {
  classesOf,
  conditionsOf,
  conditionsOfPlatform,
  dayIn,
  intervalsOf,
  isTraining,
  overallOf,
  type ResolvedPractice,
  resolvePractice,
} from "../policy/index.ts";
import { hangsOn, type RegionClasses, sqlFrom, sqlUntil } from "./segments.ts";

/** The practice and purpose under which a platform's overall answer stands. */
export const OVERALL = "*";
/** A facet on which an answer does not hang. */
export const ANY = "*";

const SEVERITY = termsOf(VERDICT);

/** A row of `answers`, without revision and id, and the controls that come with it. */
export interface AnswerRow {
  practice: string;
  purpose: string;
  training: boolean;
  region: string;
  plan: string;
  age: string;
  account: string;
  validFrom: string;
  validUntil: string;
  rule: string | null;
  use: string;
  default: string | null;
  verdict: string;
  severity: number;
  certainty: string | null;
  gradeUse: string | null;
  controls: Pick<Control, "id" | "kind">[];
}

type Facets = Pick<AnswerRow, "region" | "plan" | "age" | "account" | "validFrom" | "validUntil">;

/** Every distinguishable audience and time of some conditions: the row's facets, and one person who stands for them. */
function* points(conditions: readonly When[], classes: RegionClasses): Generator<{ facets: Facets; who: Audience }> {
  const regions: [string, string | null][] = hangsOn(conditions, "region") ? [...classes.places] : [[ANY, null]];
  // One row per value, not per class: look-ups then compare with the value asked for.
  const values = <F extends "plan" | "age" | "account">(facet: F): [string, Audience[F]][] => {
    const dimension = DIMENSIONS[facet] as unknown as (typeof DIMENSIONS)["plan"];
    if (!hangsOn(conditions, facet)) return [[ANY, dimension.unspecified as Audience[F]]];
    return classesOf(dimension as never, conditions).flatMap((c) => c.map((v) => [v as string, v as Audience[F]] as [string, Audience[F]]));
  };
  for (const interval of intervalsOf(conditions))
    for (const [region, place] of regions)
      for (const [planKey, plan] of values("plan"))
        for (const [ageKey, age] of values("age"))
          for (const [accountKey, account] of values("account"))
            yield {
              facets: { region, plan: planKey, age: ageKey, account: accountKey, validFrom: sqlFrom(interval.from), validUntil: sqlUntil(interval.until) },
              who: { region: place, plan, age, account, asOf: dayIn(interval) },
            };
}

const practiceRow = (facets: Facets, p: ResolvedPractice): AnswerRow => ({
  practice: p.id,
  purpose: p.purpose,
  training: isTraining(p.purpose),
  ...facets,
  rule: p.rule,
  use: p.use,
  default: p.default,
  verdict: p.verdict,
  severity: SEVERITY.indexOf(p.verdict),
  certainty: p.certainty,
  gradeUse: p.grade.use,
  controls: p.controls.map(({ id, kind }) => ({ id, kind })),
});

const FACETS = ["account", "age", "plan", "region"] as const;

/** What a row answers, apart from for whom and when. */
const answerKey = ({ region: _r, plan: _p, age: _a, account: _c, validFrom: _f, validUntil: _u, ...answer }: AnswerRow): string => JSON.stringify(answer);

/** Rows by a key, in the order in which they come. */
function grouped(rows: readonly AnswerRow[], key: (row: AnswerRow) => string): AnswerRow[][] {
  const groups = new Map<string, AnswerRow[]>();
  for (const row of rows) {
    const at = key(row);
    const group = groups.get(at);
    if (group) group.push(row);
    else groups.set(at, [row]);
  }
  return [...groups.values()];
}

/** Where every value of a facet gives the same answer, one row says so with `*`. */
function withoutFacet(rows: readonly AnswerRow[], facet: (typeof FACETS)[number]): AnswerRow[] {
  const values = new Set(rows.map((row) => row[facet])).size;
  const rest = (row: AnswerRow) =>
    FACETS.filter((f) => f !== facet)
      .map((f) => row[f])
      .concat(row.validFrom, row.validUntil)
      .join("\u0000");
  return grouped(rows, rest).flatMap((group) => {
    const first = group[0] as AnswerRow;
    return group.length === values && group.every((row) => answerKey(row) === answerKey(first)) ? [{ ...first, [facet]: ANY }] : group;
  });
}

/** Joins intervals that follow each other with the same answer. Rows come in order of time. */
function joined(rows: readonly AnswerRow[]): AnswerRow[] {
  return grouped(rows, (row) => FACETS.map((f) => row[f]).join("\u0000")).flatMap((group) =>
    group.reduce<AnswerRow[]>((out, row) => {
      const last = out.at(-1);
      if (last && last.validUntil === row.validFrom && answerKey(last) === answerKey(row)) out[out.length - 1] = { ...last, validUntil: row.validUntil };
      else out.push(row);
      return out;
    }, []),
  );
}

/** The same answers in fewer rows. They still cover every audience and day, each once. */
const compact = (rows: readonly AnswerRow[]): AnswerRow[] => joined(FACETS.reduce<readonly AnswerRow[]>(withoutFacet, rows));

const practiceRows = (platform: Platform, practice: Practice, classes: RegionClasses, operator?: Operator): AnswerRow[] =>
  compact(
    [...points(conditionsOf(practice, platform.controls), classes)].map(({ facets, who }) =>
      practiceRow(facets, resolvePractice(platform, practice, who, operator)),
    ),
  );

/** The overall answer's rows. Its use, default and certainty are those of the first practice that decides it. */
const overallRows = (platform: Platform, classes: RegionClasses, operator?: Operator): AnswerRow[] =>
  compact(
    [...points(conditionsOfPlatform(platform), classes)].map(({ facets, who }) => {
      const practices = platform.practices.map((practice) => resolvePractice(platform, practice, who, operator));
      const overall = overallOf(practices);
      const deciding = practices.find((p) => p.verdict === overall && isTraining(p.purpose));
      return {
        practice: OVERALL,
        purpose: OVERALL,
        training: true,
        ...facets,
        rule: null,
        use: deciding?.use ?? "not-stated",
        default: deciding?.default ?? null,
        verdict: overall,
        severity: SEVERITY.indexOf(overall),
        certainty: deciding?.certainty ?? null,
        gradeUse: null,
        controls: [],
      };
    }),
  );

/** A platform's resolved answers, for every distinguishable audience and time. */
export const answerRows = (platform: Platform, classes: RegionClasses, operator?: Operator): AnswerRow[] => [
  ...overallRows(platform, classes, operator),
  ...platform.practices.flatMap((practice) => practiceRows(platform, practice, classes, operator)),
];
