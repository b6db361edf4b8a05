import type { Control } from "../../model/index.ts";
import type { ResolvedPractice } from "../../policy/answer.ts";
import type { Verdict } from "../../policy/verdict.ts";
import { listInWords } from "../../text/lists.ts";
import { answerInWords, dataInWords, dataUseInWords, defaultInWords, legalBasisInWords } from "./terms.ts";

/** How one practice differs between two days, for one person. */
export interface PracticeDifference {
  id: string;
  title: string;
  before: Verdict;
  after: Verdict;
  /** In words, one change per line; empty where nothing changed. */
  changes: string[];
}

/** The answer itself, in short; says where yes is preselected. */
export const shortAnswer = (p: Pick<ResolvedPractice, "verdict" | "certainty" | "defaultState">): string =>
  p.verdict === "asked" && p.defaultState === "asked-on" ? defaultInWords("asked-on") : answerInWords(p);

/** What is in one list and not in the other. */
export const missing = <T>(list: readonly T[], from: readonly T[]): T[] =>
  list.filter((x) => !from.includes(x));

const missingControls = (list: readonly Control[], from: readonly Control[]): Control[] =>
  list.filter((c) => !from.some((o) => o.id === c.id));

/** How the answer itself changed, `asked first → on by default`; null where it is the same. */
export function answerDifference(before: ResolvedPractice, after: ResolvedPractice): string | null {
  const [was, is] = [shortAnswer(before), shortAnswer(after)];
  if (was !== is) return `${was} → ${is}`;
  if (before.dataUse !== after.dataUse)
    return `what the documents say: ${dataUseInWords(before.dataUse)} → ${dataUseInWords(after.dataUse)}`;
  if (before.defaultState === after.defaultState) return null;
  const [wasDefault, isDefault] = [before.defaultState, after.defaultState].map((d) =>
    d === null ? "none" : defaultInWords(d),
  );
  return `the default: ${wasDefault} → ${isDefault}`;
}

/** What changed in the facts that belong to an answer: legal basis, controls, data. One change per line. */
export function detailDifferences(before: ResolvedPractice, after: ResolvedPractice): string[] {
  const changes: string[] = [];
  if (before.onlyModels !== after.onlyModels)
    changes.push(
      `models that the denial is limited to: ${before.onlyModels ?? "none"} → ${after.onlyModels ?? "none"}`,
    );
  if (before.legalBasis !== after.legalBasis) {
    const [was, is] = [before.legalBasis, after.legalBasis].map((b) =>
      b === null ? "none stated" : legalBasisInWords(b),
    );
    changes.push(`claimed legal basis: ${was} → ${is}`);
  }
  for (const { name } of missingControls(after.controls, before.controls))
    changes.push(`new control: ${name}`);
  for (const { name } of missingControls(before.controls, after.controls))
    changes.push(`control removed: ${name}`);
  const data = (categories: readonly Parameters<typeof dataInWords>[0][], words: string): void => {
    if (categories.length > 0) changes.push(`${words}: ${listInWords(categories.map(dataInWords))}`);
  };
  const [was, is] = [before.data, after.data];
  data(missing(is?.includes ?? [], was?.includes ?? []), was ? "data added" : "data");
  data(missing(was?.includes ?? [], is?.includes ?? []), "data no longer named");
  data(missing(is?.excludes ?? [], was?.excludes ?? []), was ? "now excluded" : "excluded");
  data(missing(was?.excludes ?? [], is?.excludes ?? []), "no longer excluded");
  return changes;
}

function changesOf(before: ResolvedPractice, after: ResolvedPractice): string[] {
  const answer = answerDifference(before, after);
  return [
    ...(answer === null ? [] : [`${answer}${after.since ? `, since ${after.since}` : ""}`]),
    ...detailDifferences(before, after),
  ];
}

/** How the answers of one platform differ for one person. Practices that only one of them has are compared with `not-stated`. */
export function differences(
  before: readonly ResolvedPractice[],
  after: readonly ResolvedPractice[],
): PracticeDifference[] {
  const ids = [...new Set([...before, ...after].map((p) => p.id))];
  return ids.map((id) => {
    const [was, is] = [before, after].map((list) => list.find((p) => p.id === id));
    const title = (is ?? was)?.title ?? id;
    if (was && is) return { id, title, before: was.verdict, after: is.verdict, changes: changesOf(was, is) };
    return {
      id,
      title,
      before: was?.verdict ?? "not-stated",
      after: is?.verdict ?? "not-stated",
      changes: [is ? `newly recorded: ${shortAnswer(is)}` : "no longer recorded"],
    };
  });
}
