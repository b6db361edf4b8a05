import {
  type Fact,
  type GRADE,
  type Operator,
  OWN_WORDS,
  type Passage,
  type Platform,
  parseRef,
  type Rule,
  type Source,
} from "../model/index.ts";

export type Grade = keyof typeof GRADE;

/** What a pointer to evidence means: the source, and the passage where one is named. */
export interface Cited {
  source: Source;
  passage: Passage | undefined;
}

/** Looks a pointer up in the platform's own sources or its operator's; undefined when it points nowhere. */
export function cite(
  ref: string,
  platform: Pick<Platform, "sources">,
  operator?: Pick<Operator, "sources">,
): Cited | undefined {
  const { shared, source: id, passage: passageId } = parseRef(ref);
  const source = (shared ? operator?.sources : platform.sources)?.find((s) => s.id === id);
  return source && { source, passage: source.passages?.find((p) => p.id === passageId) };
}

const isOwn = (source: Source): boolean => (OWN_WORDS as readonly string[]).includes(source.kind);

/** The grade of one piece of evidence: A own words, archived and fingerprinted; B own words; C others' reports. */
export const gradeOf = ({ source, passage }: Cited): Grade => (!isOwn(source) ? "C" : passage ? "A" : "B");

/** The best grade among pointers; null where there are none that lead anywhere. */
export function bestGrade(
  refs: readonly string[] | undefined,
  platform: Pick<Platform, "sources">,
  operator?: Pick<Operator, "sources">,
): Grade | null {
  const grades = (refs ?? []).flatMap((ref) => {
    const cited = cite(ref, platform, operator);
    return cited ? [gradeOf(cited)] : [];
  });
  return grades.sort()[0] ?? null;
}

/** A rule's evidence with every fact present. */
export const evidenceOf = (rule: Rule): Record<Fact, string[]> => ({
  dataUse: rule.evidence.dataUse,
  defaultState: rule.evidence.defaultState ?? [],
  data: rule.evidence.data ?? [],
  legalBasis: rule.evidence.legalBasis ?? [],
});
