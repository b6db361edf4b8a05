import {
  type Audience,
  type Control,
  DIMENSIONS,
  type Operator,
  type Platform,
  type Practice,
  termsOf,
  VERDICT,
  type When,
} from "../model/index.ts";
import {
  classesOf,
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
import { hangsOn, type RegionClasses, sqlFrom, sqlUntil } from "./segments.ts";

/** The practice and purpose under which a platform's overall answer stands. */
export const OVERALL = "*";
/** A facet on which an answer does not hang. */
export const ANY = "*";

const SEVERITY = termsOf(VERDICT);

/** What is answered, apart from for whom and when. */
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
interface Facets {
  region: string;
  plan: string;
  age: string;
  account: string;
  validFrom: string;
  validUntil: string;
}

/** A row of `answers`, without revision and id, and the controls that come with it. */
export type AnswerRow = Facets & Answer;

/** A row while rows are joined: equal answers are one object, so that comparing them is cheap. */
interface Row {
  facets: Facets;
  answer: Answer;
}

/** Every distinguishable audience and time of some conditions: the row's facets, and one person who stands for them. */
function* points(
  conditions: readonly When[],
  classes: RegionClasses,
): Generator<{ facets: Facets; who: Audience }> {
  const regions: [string, string | null][] = hangsOn(conditions, "region")
    ? [...classes.places]
    : [[ANY, null]];
  // One row per value, not per class: look-ups then compare with the value asked for.
  const values = <F extends "plan" | "age" | "account">(facet: F): [string, Audience[F]][] => {
    const dimension = DIMENSIONS[facet] as unknown as (typeof DIMENSIONS)["plan"];
    if (!hangsOn(conditions, facet)) return [[ANY, dimension.unspecified as Audience[F]]];
    return classesOf(dimension as never, conditions).flatMap((c) =>
      c.map((v) => [v as string, v as Audience[F]] as [string, Audience[F]]),
    );
  };
  for (const interval of intervalsOf(conditions))
    for (const [region, place] of regions)
      for (const [planKey, plan] of values("plan"))
        for (const [ageKey, age] of values("age"))
          for (const [accountKey, account] of values("account"))
            yield {
              facets: {
                region,
                plan: planKey,
                age: ageKey,
                account: accountKey,
                validFrom: sqlFrom(interval.from),
                validUntil: sqlUntil(interval.until),
              },
              who: { region: place, plan, age, account, asOf: dayIn(interval) },
            };
}

/** Gives equal answers as one object. */
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

/** Answers for one person after the other. Whom the same rule and controls answer gets the same object: it is resolved once. */
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

const FACETS = ["account", "age", "plan", "region"] as const;

/** Rows by a key, in the order in which they come. */
function grouped(rows: readonly Row[], key: (facets: Facets) => string): Row[][] {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const at = key(row.facets);
    const group = groups.get(at);
    if (group) group.push(row);
    else groups.set(at, [row]);
  }
  return [...groups.values()];
}

/** Where every value of a facet gives the same answer, one row says so with `*`. */
function withoutFacet(rows: readonly Row[], facet: (typeof FACETS)[number]): Row[] {
  const values = new Set(rows.map((row) => row.facets[facet])).size;
  const others = FACETS.filter((f) => f !== facet);
  const rest = (facets: Facets) =>
    [...others.map((f) => facets[f]), facets.validFrom, facets.validUntil].join("\u0000");
  return grouped(rows, rest).flatMap((group) => {
    const first = group[0] as Row;
    return group.length === values && group.every((row) => row.answer === first.answer)
      ? [{ facets: { ...first.facets, [facet]: ANY }, answer: first.answer }]
      : group;
  });
}

/** Joins intervals that follow each other with the same answer. Rows come in order of time. */
function joined(rows: readonly Row[]): Row[] {
  return grouped(rows, (facets) => FACETS.map((f) => facets[f]).join("\u0000")).flatMap((group) =>
    group.reduce<Row[]>((out, row) => {
      const last = out.at(-1);
      if (last && last.facets.validUntil === row.facets.validFrom && last.answer === row.answer)
        out[out.length - 1] = {
          facets: { ...last.facets, validUntil: row.facets.validUntil },
          answer: row.answer,
        };
      else out.push(row);
      return out;
    }, []),
  );
}

/** The same answers in fewer rows. They still cover every audience and day, each once. */
const compact = (rows: readonly Row[]): AnswerRow[] =>
  joined(FACETS.reduce<readonly Row[]>(withoutFacet, rows)).map(
    ({ facets, answer: { practice, purpose, training, ...answer } }) => ({
      practice,
      purpose,
      training,
      ...facets,
      ...answer,
    }),
  );

/** The rows of what is answered to everybody whom some conditions tell apart. */
function rowsFor(conditions: readonly When[], classes: RegionClasses, answer: Answering): AnswerRow[] {
  const intern = interning();
  return compact(
    [...points(conditions, classes)].map(({ facets, who }) => ({ facets, answer: intern(answer(who)) })),
  );
}

/** The overall answer. Its use, default and certainty are those of the first practice that decides it. */
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
