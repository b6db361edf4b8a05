import type { Audience, Control, Operator, Platform, Practice } from "../../model/index.ts";
import type { Grade } from "../../policy/evidence.ts";
import { type ResolvedPractice, resolvePractice } from "../../policy/resolve.ts";
import { conditionsOf, segmentsOf } from "../../policy/space/segments.ts";
import { stops, type Verdict } from "../../policy/verdict.ts";
import { countInWords } from "../../text/lists.ts";
import { answerDifference, detailDifferences, saidShort } from "./difference.ts";
import { type Spread, spreadOf } from "./spread.ts";
import { controlKindInWords } from "./terms.ts";

/** One state of a platform's record, with the operator whose shared sources it cites. */
export interface State {
  platform: Platform;
  operator?: Operator | undefined;
}

/** An answer as far as people feel it. */
export interface Answer {
  verdict: Verdict;
  use: ResolvedPractice["use"];
  default: ResolvedPractice["default"];
  legalBasis: ResolvedPractice["legalBasis"];
  /** The controls that these people have, by id. */
  controls: string[];
}

/** What became of an answer, for the same people at the same time. */
export interface AnswerChange {
  before: Answer | null;
  after: Answer | null;
  /** The answer itself: `asked first → on by default`; null where only what hangs on it changed. */
  answer: string | null;
  /** What hangs on it, a line a change. */
  details: string[];
}

/** What became of the grades of a fact's evidence. */
export interface GradeChange {
  fact: "use" | "default";
  before: Grade | null;
  after: Grade | null;
}

/** What became of one practice. */
export interface PracticeChanges {
  id: string;
  title: string;
  kind: "new" | "changed" | "gone";
  answers: Spread<AnswerChange>[];
  grades: Spread<GradeChange>[];
}

const answerOf = (p: ResolvedPractice): Answer => ({
  verdict: p.verdict,
  use: p.use,
  default: p.default,
  legalBasis: p.legalBasis,
  controls: p.controls.map((c) => c.id),
});

/** A control in a few words: `AI setting (a setting, 5 steps)`. */
export const controlShort = (c: Control): string => {
  const facts = [
    controlKindInWords(c.kind),
    c.steps.length > 0 ? countInWords(c.steps.length, "step") : "",
    stops(c) ? "" : "lessens it only",
  ];
  return `${c.label} (${facts.filter((f) => f !== "").join(", ")})`;
};

/** A practice that only one state has: the answer, and for a new one what can be done. */
function single(p: ResolvedPractice, kind: "new" | "gone"): AnswerChange {
  return {
    before: kind === "gone" ? answerOf(p) : null,
    after: kind === "new" ? answerOf(p) : null,
    answer: kind === "new" ? saidShort(p) : `${saidShort(p)} → no longer recorded`,
    details:
      kind === "new" && p.controls.length > 0
        ? [`what can be done: ${p.controls.map(controlShort).join("; ")}`]
        : [],
  };
}

function pair(was: ResolvedPractice, is: ResolvedPractice): AnswerChange | undefined {
  const answer = answerDifference(was, is);
  // Where nothing is used any more, the data, basis and controls of the use go without saying.
  const details = answer !== null && is.certainty === null ? [] : detailDifferences(was, is);
  return answer === null && details.length === 0
    ? undefined
    : { before: answerOf(was), after: answerOf(is), answer, details };
}

const FACTS = ["use", "default"] as const;

/** An answer without a default has no evidence for one, which is no loss. */
function gradeChange(
  fact: GradeChange["fact"],
  was: ResolvedPractice | undefined,
  is: ResolvedPractice,
): GradeChange | undefined {
  if (fact === "default" && (is.default === null || was?.default === null)) return undefined;
  const [before, after] = [was?.grade[fact] ?? null, is.grade[fact]];
  return before === after ? undefined : { fact, before, after };
}

function practiceChanges(
  id: string,
  before: State | undefined,
  after: State | undefined,
  today: string,
): PracticeChanges | undefined {
  const found = [before, after].map((state) => {
    const practice = state?.platform.practices.find((p) => p.id === id);
    return state && practice && { ...state, practice };
  });
  const [was, is] = found;
  const both = found.filter((x) => x !== undefined);
  const conditions = both.flatMap(({ practice, platform }) => conditionsOf(practice, platform.controls));
  const segments = segmentsOf(conditions);
  const answer = (state: State & { practice: Practice }, who: Audience) =>
    resolvePractice(state.platform, state.practice, who, state.operator);
  const title = ((is ?? was) as { practice: Practice }).practice.title;
  if (!was || !is) {
    const [only] = both as [State & { practice: Practice }];
    const kind = is ? "new" : "gone";
    const gradeOfNew = (fact: (typeof FACTS)[number]) => (who: Audience) =>
      is && gradeChange(fact, undefined, answer(is, who));
    return {
      id,
      title,
      kind,
      answers: spreadOf(segments, (who) => single(answer(only, who), kind), today),
      grades: FACTS.flatMap((fact) => spreadOf(segments, gradeOfNew(fact), today)),
    };
  }
  const answers = spreadOf(segments, (who) => pair(answer(was, who), answer(is, who)), today);
  const grades = FACTS.flatMap((fact) =>
    spreadOf(segments, (who) => gradeChange(fact, answer(was, who), answer(is, who)), today),
  );
  return answers.length + grades.length === 0 ? undefined : { id, title, kind: "changed", answers, grades };
}

/**
 * What becomes of a platform's answers between two states of its record: for everybody and
 * every day, told for as few groups of people as can be.
 * @param today the day by which present, future and past are told apart
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
