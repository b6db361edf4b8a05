import type { Change } from "../../history/compare.ts";
import { changeInWords, placeInWords } from "../../history/notes.ts";
import {
  dateInWords,
  type PracticeChanges,
  purposeInWords,
  recipientInWords,
} from "../../language/en/index.ts";
import type { LedgerChange, Platform } from "../../model/index.ts";
import { type DiffNode, fieldChange, node } from "./node.ts";

/** Fields whose every change is told by a section of its own. */
const TOLD_ELSEWHERE = /^\/(controls|events|myths|sources|review)(\/|$)|\/evidence(\/|$)/;
/** Fields that are words and nothing else. */
const WORDS_ONLY = /^\/(summary|\$schema)$|^\/practices\/@[^/]+\/(title|rules\/@[^/]+\/note)$/;

/** Lists whose order says something, or is told with their member. */
const ORDERED =
  /\/rules$|^\/controls\/@[^/]+\/(steps|exceptions|friction|rights)$|^\/events\/@[^/]+\/practices$/;

const isWording = (change: Change): boolean =>
  WORDS_ONLY.test(change.path) || ("order" in change && !ORDERED.test(change.path));

/** Changes of rules in a practice whose answers stay; those of a practice that answers otherwise are told by its answers. */
function silentChanges(changes: readonly Change[], practices: readonly PracticeChanges[]): DiffNode[] {
  const speaks = new Set(practices.filter((p) => p.answers.length > 0).map((p) => p.id));
  const silent = changes.filter((change) => {
    const [, practice] = /^\/practices\/@([^/]+)\/rules(?:\/|$)/.exec(change.path) ?? [];
    return (
      practice !== undefined &&
      !speaks.has(practice) &&
      !isWording(change) &&
      !TOLD_ELSEWHERE.test(change.path)
    );
  });
  return silent.map((c) => node(`${changeInWords(c as LedgerChange)} (no answer changes by it)`));
}

function practiceFields(before: Platform, after: Platform): DiffNode[] {
  return before.practices.flatMap((was) => {
    const is = after.practices.find((p) => p.id === was.id);
    if (!is) return [];
    return [
      ...fieldChange(`${is.title}: what it is for`, was.purpose, is.purpose, purposeInWords),
      ...fieldChange(
        `${is.title}: who gets to use the data`,
        was.recipients,
        is.recipients,
        recipientInWords,
      ),
    ];
  });
}

function reviewNodes(before: Platform["review"], after: Platform["review"]): DiffNode[] {
  return [
    ...fieldChange("last checked against its sources", before.verified, after.verified, dateInWords),
    ...after.openQuestions
      .filter((q) => !before.openQuestions.includes(q))
      .map((q) => node(`open question: ${q}`)),
    ...before.openQuestions
      .filter((q) => !after.openQuestions.includes(q))
      .map((q) => node(`no longer an open question: ${q}`)),
  ];
}

/** Fields at the record's root that have no section. */
const ROOT: Readonly<Record<string, string>> = {
  domains: "domains",
  aliases: "former ids",
  operator: "operator",
  parent: "owned by",
  name: "name",
  category: "category",
};

/** What became of the fields at the record's root. */
export function rootNodes(changes: readonly Change[]): DiffNode[] {
  return changes
    .filter((c) => !TOLD_ELSEWHERE.test(c.path) && !isWording(c) && !/^\/(practices|withdrawn)/.test(c.path))
    .flatMap((c) => {
      const [, field = ""] = c.path.split("/");
      return "order" in c || !ROOT[field]
        ? [node(changeInWords(c as LedgerChange))]
        : fieldChange(ROOT[field], c.before, c.after);
    });
}

/** Words that changed and nothing else, in one line. */
export function wordingNodes(changes: readonly Change[]): DiffNode[] {
  const places = changes
    .filter(isWording)
    .map((c) => ("order" in c ? `order of ${placeInWords(c.path)}` : placeInWords(c.path)));
  return places.length === 0 ? [] : [node(`wording only: ${places.join("; ")}`)];
}

/** That a record was withdrawn, or is no longer. */
export function withdrawnNodes(before: Platform["withdrawn"], after: Platform["withdrawn"]): DiffNode[] {
  if (after && !before) return [node(`withdrawn on ${dateInWords(after.date)}: ${after.reason}`)];
  if (before && !after) return [node("no longer withdrawn")];
  return [
    ...fieldChange("withdrawn on", before?.date, after?.date, dateInWords),
    ...fieldChange("withdrawn because", before?.reason, after?.reason),
  ];
}

/** Everything about a platform that has no section of its own. */
export const otherNodes = (
  before: Platform,
  after: Platform,
  changes: readonly Change[],
  practices: readonly PracticeChanges[],
): DiffNode[] => [
  ...rootNodes(changes),
  ...practiceFields(before, after),
  ...silentChanges(changes, practices),
  ...reviewNodes(before.review, after.review),
  ...wordingNodes(changes),
];
