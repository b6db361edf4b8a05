import {
  type AnswerChange,
  dateInWords,
  type PracticeChanges,
  type Spread,
} from "../../language/en/index.ts";
import type { Tense } from "../../policy/index.ts";
import { forWhom } from "./for-whom.ts";
import { type HeadlineChange, headlineNode } from "./headline.ts";
import { type DiffNode, node, type Section } from "./node.ts";

const TENSE_TITLES: Readonly<Record<Tense, string>> = {
  now: "For people today",
  later: "For people from a later date",
  past: "In the past",
};

function answerNode(spread: Spread<AnswerChange>): DiffNode {
  const { answer, details } = spread.value;
  const [first = "", ...rest] = answer === null ? details : [answer, ...details];
  const under = rest.map((d) => node(d));
  return forWhom(spread, first, under);
}

/** New practices answer for the past too; one line says so. */
function pastOfNew(practices: readonly PracticeChanges[]): DiffNode[] {
  const days = practices
    .filter((p) => p.change === "new")
    .flatMap((p) =>
      p.answers.filter((a) => a.tense === "past").map((a) => a.period.from ?? a.period.until ?? ""),
    );
  const first = days.sort()[0];
  return first === undefined
    ? []
    : [
        node(
          `the new practices also have answers for earlier dates, back to ${dateInWords(first)} and before`,
        ),
      ];
}

const PRACTICE_NOTE: Readonly<Record<PracticeChanges["change"], string>> = {
  new: " (newly recorded)",
  removed: " (no longer recorded)",
  changed: "",
};
/** In a record that is new as a whole every practice is. */
export const NO_NOTES: typeof PRACTICE_NOTE = { new: "", removed: "", changed: "" };

/** What changes for people at one tense: the headline first, then practice by practice. */
export function answersSection(
  tense: Tense,
  headlines: readonly Spread<HeadlineChange>[],
  practices: readonly PracticeChanges[],
  notes = PRACTICE_NOTE,
): Section {
  const summary = headlines.filter((h) => h.tense === tense).map(headlineNode);
  const answers = practices.flatMap((practice): DiffNode[] => {
    if (tense === "past" && practice.change === "new") return [];
    const changed = practice.answers.filter((a) => a.tense === tense).map(answerNode);
    return changed.length > 0 ? [node(`${practice.title}${notes[practice.change]}`, changed)] : [];
  });
  const lines = [...summary, ...answers];
  return {
    title: TENSE_TITLES[tense],
    lines: tense === "past" ? [...lines, ...pastOfNew(practices)] : lines,
  };
}
