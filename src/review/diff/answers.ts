import {
  type AnswerChange,
  dateInWords,
  groupsInWords,
  type PracticeChanges,
  periodInWords,
  type Spread,
} from "../../language/en/index.ts";
import type { Tense } from "../../policy/index.ts";
import { type DiffNode, node, type Section } from "./node.ts";

const TENSE_TITLES: Readonly<Record<Tense, string>> = {
  now: "For people today",
  later: "For people from a later day on",
  past: "What is said about the past",
};

const period = ({ period: { from, until } }: Spread<unknown>): string => {
  const words = periodInWords(from ?? undefined, until ?? undefined);
  return words === "" ? "" : `, ${words}`;
};

/** More groups of people than this are listed, one a line. */
const FEW_GROUPS = 3;

/** Something said of some people at some time; many groups are listed, one a line. */
export function forWhom(spread: Spread<unknown>, what: string, under: readonly DiffNode[]): DiffNode {
  if (spread.groups.length <= FEW_GROUPS)
    return node(`${groupsInWords(spread.groups)}: ${what}${period(spread)}`, under);
  return node(`${what}${period(spread)}, for`, [...spread.groups.map((g) => node(g.words)), ...under]);
}

function answerNode(spread: Spread<AnswerChange>): DiffNode {
  const { answer, details } = spread.value;
  const [first = "", ...rest] = answer === null ? details : [answer, ...details];
  const under = rest.map((d) => node(d));
  return forWhom(spread, first, under);
}

/** New practices answer for the past too; that is told in a line. */
function pastOfNew(practices: readonly PracticeChanges[]): DiffNode[] {
  const days = practices
    .filter((p) => p.change === "new")
    .flatMap((p) =>
      p.answers.filter((a) => a.tense === "past").map((a) => a.period.from ?? a.period.until ?? ""),
    );
  const first = days.sort()[0];
  return first === undefined
    ? []
    : [node(`what is newly recorded answers for earlier days too, back to ${dateInWords(first)} and before`)];
}

const PRACTICE_NOTE: Readonly<Record<PracticeChanges["change"], string>> = {
  new: " (newly recorded)",
  removed: " (no longer recorded)",
  changed: "",
};
/** In a record that is new as a whole every practice is. */
export const NO_NOTES: typeof PRACTICE_NOTE = { new: "", removed: "", changed: "" };

/** What changes for people at one tense, practice by practice. */
export function answersSection(
  tense: Tense,
  practices: readonly PracticeChanges[],
  notes = PRACTICE_NOTE,
): Section {
  const lines = practices.flatMap((practice): DiffNode[] => {
    if (tense === "past" && practice.change === "new") return [];
    const answers = practice.answers.filter((a) => a.tense === tense).map(answerNode);
    return answers.length > 0 ? [node(`${practice.title}${notes[practice.change]}`, answers)] : [];
  });
  return {
    title: TENSE_TITLES[tense],
    lines: tense === "past" ? [...lines, ...pastOfNew(practices)] : lines,
  };
}
