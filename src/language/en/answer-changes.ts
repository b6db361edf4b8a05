import type { Control, Operator, Platform, Practice, When } from "../../model/index.ts";
import type { ResolvedPractice } from "../../policy/answer.ts";
import type { Grade } from "../../policy/evidence.ts";
import { type Answering, madeFrom, madeFromBoth, practiceResolver } from "../../policy/resolvers.ts";
import { conditionsOf, segmentsOf } from "../../policy/space/segments.ts";
import { stops, type Verdict } from "../../policy/verdict.ts";
import { countInWords } from "../../text/lists.ts";
import { answerDifference, detailDifferences, shortAnswer } from "./difference.ts";
import { type Spread, spreadOf } from "./spread.ts";
import { controlKindInWords } from "./terms.ts";

/** One state of a platform's record, with the operator whose shared sources it cites. */
export interface State {
  platform: Platform;
  operator?: Operator | undefined;
}

/** An answer, as far as it matters to people. */
export interface Answer {
  verdict: Verdict;
  dataUse: ResolvedPractice["dataUse"];
  defaultState: ResolvedPractice["defaultState"];
  legalBasis: ResolvedPractice["legalBasis"];
  /** The controls that these people have, by id. */
  controls: string[];
}

/** How an answer changed, for the same people at the same time. */
export interface AnswerChange {
  before: Answer | null;
  after: Answer | null;
  /** The answer itself: `asked first → on by default`; null where only its details changed. */
  answer: string | null;
  /** Changes of its details, one per line. */
  details: string[];
}

/** How the grade of a fact's evidence changed. */
export interface GradeChange {
  fact: "dataUse" | "defaultState";
  before: Grade | null;
  after: Grade | null;
}

/** How one practice changed. */
export interface PracticeChanges {
  id: string;
  title: string;
  change: "new" | "changed" | "removed";
  answers: Spread<AnswerChange>[];
  grades: Spread<GradeChange>[];
}

const answerOf = (p: ResolvedPractice): Answer => ({
  verdict: p.verdict,
  dataUse: p.dataUse,
  defaultState: p.defaultState,
  legalBasis: p.legalBasis,
  controls: p.controls.map((c) => c.id),
});

/** A control in a few words: `AI setting (a setting, 5 steps)`. */
export const controlShort = (c: Control): string => {
  const facts = [
    controlKindInWords(c.kind),
    c.steps.length > 0 ? countInWords(c.steps.length, "step") : "",
    stops(c) ? "" : "partial",
  ];
  return `${c.name} (${facts.filter((f) => f !== "").join(", ")})`;
};

/** A practice that only one state has: the answer, and for a new one what can be done. */
function single(p: ResolvedPractice, change: "new" | "removed"): AnswerChange {
  return {
    before: change === "removed" ? answerOf(p) : null,
    after: change === "new" ? answerOf(p) : null,
    answer: change === "new" ? shortAnswer(p) : `${shortAnswer(p)} → no longer recorded`,
    details:
      change === "new" && p.controls.length > 0
        ? [`controls: ${p.controls.map(controlShort).join("; ")}`]
        : [],
  };
}

function pair(was: ResolvedPractice, is: ResolvedPractice): AnswerChange | undefined {
  const answer = answerDifference(was, is);
  // Where nothing is used any more, changes of data, basis and controls are obvious.
  const details = answer !== null && is.certainty === null ? [] : detailDifferences(was, is);
  return answer === null && details.length === 0
    ? undefined
    : { before: answerOf(was), after: answerOf(is), answer, details };
}

const FACTS = ["dataUse", "defaultState"] as const;

/** An answer without a default needs no evidence for one. */
function gradeChange(
  fact: GradeChange["fact"],
  was: ResolvedPractice | undefined,
  is: ResolvedPractice,
): GradeChange | undefined {
  if (fact === "defaultState" && (is.defaultState === null || was?.defaultState === null)) return undefined;
  const [before, after] = [was?.grade[fact] ?? null, is.grade[fact]];
  return before === after ? undefined : { fact, before, after };
}

/** A practice in one state of its record, with its answers for one person after another. */
interface InState {
  practice: Practice;
  conditions: When[];
  answer: Answering<ResolvedPractice>;
}

function inState(id: string, state: State | undefined): InState | undefined {
  const practice = state?.platform.practices.find((p) => p.id === id);
  if (!state || !practice) return undefined;
  const { platform, operator } = state;
  return {
    practice,
    conditions: conditionsOf(practice, platform.controls),
    answer: practiceResolver(platform, practice, operator),
  };
}

/** A practice that only one state has. */
function oneSided(
  { practice, conditions, answer }: InState,
  change: "new" | "removed",
  today: string,
): PracticeChanges {
  const segments = segmentsOf(conditions);
  const gradeOf = (fact: (typeof FACTS)[number]): Answering<GradeChange | undefined> =>
    madeFrom(answer, (is) => (change === "new" ? gradeChange(fact, undefined, is) : undefined));
  return {
    id: practice.id,
    title: practice.title,
    change,
    answers: spreadOf(
      segments,
      madeFrom(answer, (p) => single(p, change)),
      today,
    ),
    grades: FACTS.flatMap((fact) => spreadOf(segments, gradeOf(fact), today)),
  };
}

/** A practice that both states have; undefined where its answers are the same. */
function twoSided(was: InState, is: InState, today: string): PracticeChanges | undefined {
  const segments = segmentsOf([...was.conditions, ...is.conditions]);
  const spread = <T>(make: (was: ResolvedPractice, is: ResolvedPractice) => T | undefined): Spread<T>[] =>
    spreadOf(segments, madeFromBoth(was.answer, is.answer, make), today);
  const answers = spread(pair);
  const grades = FACTS.flatMap((fact) => spread((a, b) => gradeChange(fact, a, b)));
  const { id, title } = is.practice;
  return answers.length + grades.length === 0 ? undefined : { id, title, change: "changed", answers, grades };
}

function practiceChanges(
  id: string,
  before: State | undefined,
  after: State | undefined,
  today: string,
): PracticeChanges | undefined {
  const [was, is] = [inState(id, before), inState(id, after)];
  if (was && is) return twoSided(was, is, today);
  if (is) return oneSided(is, "new", today);
  return was && oneSided(was, "removed", today);
}

/**
 * How a platform's answers differ between two states of its record, for everyone and every day, described
 * for as few groups of people as possible.
 * @param today the day that separates past, present and future
 */
export function answerChanges(
  before: State | undefined,
  after: State | undefined,
  today: string,
): PracticeChanges[] {
  const ids = [
    ...new Set(
      [...(after?.platform.practices ?? []), ...(before?.platform.practices ?? [])].map((p) => p.id),
    ),
  ];
  return ids.flatMap((id) => practiceChanges(id, before, after, today) ?? []);
}
