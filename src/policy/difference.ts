import type { ResolvedPractice } from "./resolve.ts";
import type { Verdict } from "./verdict.ts";
import { answerInWords } from "./words.ts";

/** What became of one practice between two days, for one person. */
export interface PracticeDifference {
  id: string;
  title: string;
  before: Verdict;
  after: Verdict;
  /** In words, a line a change; empty where nothing changed. */
  changes: string[];
}

/** What is in one list and not in the other. */
const missing = <T>(list: readonly T[], from: readonly T[]): T[] => list.filter((x) => !from.includes(x));

function changesOf(before: ResolvedPractice, after: ResolvedPractice): string[] {
  const changes: string[] = [];
  if (answerInWords(before) !== answerInWords(after))
    changes.push(`${answerInWords(before)} → ${answerInWords(after)}${after.since ? `, since ${after.since}` : ""}`);
  if (before.legalBasis !== after.legalBasis && after.legalBasis)
    changes.push(`claimed legal basis: ${before.legalBasis ?? "none stated"} → ${after.legalBasis}`);
  const [had, has] = [before.controls, after.controls].map((list) => list.map((c) => c.label)) as [string[], string[]];
  for (const label of missing(has, had)) changes.push(`new: ${label}`);
  for (const label of missing(had, has)) changes.push(`gone: ${label}`);
  for (const kind of missing(after.data?.includes ?? [], before.data?.includes ?? [])) if (before.data) changes.push(`now also with: ${kind}`);
  for (const kind of missing(before.data?.includes ?? [], after.data?.includes ?? [])) if (after.data) changes.push(`no longer with: ${kind}`);
  return changes;
}

/** What changed for one person between two answers of the same platform. Practices only one of them has are compared with `not-stated`. */
export function differences(before: readonly ResolvedPractice[], after: readonly ResolvedPractice[]): PracticeDifference[] {
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
      changes: [is ? `newly recorded: ${answerInWords(is)}` : "no longer recorded"],
    };
  });
}
