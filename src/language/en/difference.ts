import type { Control } from "../../model/index.ts";
import type { ResolvedPractice } from "../../policy/resolve.ts";
import type { Verdict } from "../../policy/verdict.ts";
import { listInWords } from "../../text/lists.ts";
import { answerInWords, dataInWords, defaultInWords, legalBasisInWords, useInWords } from "./terms.ts";

/** What became of one practice between two days, for one person. */
export interface PracticeDifference {
  id: string;
  title: string;
  before: Verdict;
  after: Verdict;
  /** In words, a line a change; empty where nothing changed. */
  changes: string[];
}

/** The answer itself, short; told apart where yes is preselected. */
export const saidShort = (p: Pick<ResolvedPractice, "verdict" | "certainty" | "default">): string =>
  p.verdict === "asked" && p.default === "asked-on" ? defaultInWords("asked-on") : answerInWords(p);

/** What is in one list and not in the other. */
export const missing = <T>(list: readonly T[], from: readonly T[]): T[] =>
  list.filter((x) => !from.includes(x));

const missingControls = (list: readonly Control[], from: readonly Control[]): Control[] =>
  list.filter((c) => !from.some((o) => o.id === c.id));

/** What became of the answer itself, `asked first → on by default`; null where it is the same. */
export function answerDifference(before: ResolvedPractice, after: ResolvedPractice): string | null {
  const [was, is] = [saidShort(before), saidShort(after)];
  if (was !== is) return `${was} → ${is}`;
  if (before.use !== after.use)
    return `what the documents say: ${useInWords(before.use)} → ${useInWords(after.use)}`;
  if (before.default === after.default) return null;
  const [wasDefault, isDefault] = [before.default, after.default].map((d) =>
    d === null ? "none" : defaultInWords(d),
  );
  return `the default: ${wasDefault} → ${isDefault}`;
}

/** What became of everything that hangs on an answer: legal basis, controls, data. A line a change. */
export function detailDifferences(before: ResolvedPractice, after: ResolvedPractice): string[] {
  const changes: string[] = [];
  if (before.legalBasis !== after.legalBasis) {
    const [was, is] = [before.legalBasis, after.legalBasis].map((b) =>
      b === null ? "none stated" : legalBasisInWords(b),
    );
    changes.push(`claimed legal basis: ${was} → ${is}`);
  }
  for (const { label } of missingControls(after.controls, before.controls))
    changes.push(`new control: ${label}`);
  for (const { label } of missingControls(before.controls, after.controls))
    changes.push(`control gone: ${label}`);
  const data = (kinds: readonly Parameters<typeof dataInWords>[0][], words: string): void => {
    if (kinds.length > 0) changes.push(`${words}: ${listInWords(kinds.map(dataInWords))}`);
  };
  data(
    missing(after.data?.includes ?? [], before.data?.includes ?? []),
    before.data ? "now also with" : "with",
  );
  data(missing(before.data?.includes ?? [], after.data?.includes ?? []), "no longer named");
  data(
    missing(after.data?.excludes ?? [], before.data?.excludes ?? []),
    before.data ? "now left out" : "left out",
  );
  data(missing(before.data?.excludes ?? [], after.data?.excludes ?? []), "no longer said to be left out");
  return changes;
}

function changesOf(before: ResolvedPractice, after: ResolvedPractice): string[] {
  const answer = answerDifference(before, after);
  return [
    ...(answer === null ? [] : [`${answer}${after.since ? `, since ${after.since}` : ""}`]),
    ...detailDifferences(before, after),
  ];
}

/** What changed for one person between two answers of the same platform. Practices only one of them has are compared with `not-stated`. */
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
      changes: [is ? `newly recorded: ${saidShort(is)}` : "no longer recorded"],
    };
  });
}
