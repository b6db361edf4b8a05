import {
  daysBetween,
  type Operator,
  OWN_WORDS,
  type Platform,
  parseRef,
  type Source,
} from "../../model/index.ts";
import { bestGrade } from "../../policy/index.ts";
import { type InForce, inForce } from "./answers.ts";
import { type Age, ageOf, type Dated } from "./measures.ts";

/** The state of one platform's record today. */
export interface RecordQuality {
  id: string;
  name: string;
  verified: string;
  /** Days since a person last checked it against its sources. */
  verifiedDays: number;
  /** Checked longer ago than records may be. */
  overdue: boolean;
  rules: number;
  openQuestions: number;
  /** Rules that answer today whose `dataUse` has only reports by others as evidence: `practice/rule`. */
  reportsOnly: string[];
  /** Rules that answer today whose `dataUse` cites the platform's own words, but no archived passage. */
  notFingerprinted: string[];
  /** Rules that answer today and use data, with an unknown default. */
  defaultUnknown: string[];
  /** The share of today's answers that are `not-stated`, with equal weight for practices, and for audiences within a practice. */
  notStated: number;
  /** Sources in the platform's own words that have no archived copy: their ids. */
  withoutCopy: string[];
  /** The age of the documents that today's answers cite: of the newest copy of each, or else the day it was seen. */
  evidence: Age;
}

const name = ({ practice, rule }: InForce): string => `${practice.id}/${rule.id}`;

/** The newest day on which a source is known to have had its content. */
export const lastRead = ({ copies = [], seen }: Source): string | undefined =>
  copies
    .map((c) => c.captured)
    .sort()
    .at(-1) ?? seen;

/** Sources that evidence points to, the operator's marked. */
function sourcesOf(refs: readonly string[], platform: Platform, operator: Operator | undefined): Dated[] {
  const cited = new Set(refs.map((ref) => ref.split("#")[0] as string));
  return [...cited].flatMap((ref) => {
    const { shared, source: id } = parseRef(ref);
    const source = (shared ? operator?.sources : platform.sources)?.find((s) => s.id === id);
    const day = source && lastRead(source);
    return day === undefined ? [] : [{ day, what: `${platform.id} ${ref}` }];
  });
}

/** Measures one record. */
export function recordQuality(
  platform: Platform,
  operator: Operator | undefined,
  today: string,
  staleAfterDays: number,
): RecordQuality {
  const answering = platform.practices.flatMap((practice) => inForce(platform, practice, today));
  const resting = (grade: string) =>
    answering.filter(({ rule }) => bestGrade(rule.evidence.dataUse, platform, operator) === grade).map(name);
  const silent = answering
    .filter(({ rule }) => rule.dataUse === "not-stated")
    .reduce((sum, { share }) => sum + share, 0);
  const verifiedDays = daysBetween(platform.review.verified, today);
  return {
    id: platform.id,
    name: platform.name,
    verified: platform.review.verified,
    verifiedDays,
    overdue: verifiedDays > staleAfterDays,
    rules: platform.practices.reduce((sum, p) => sum + p.rules.length, 0),
    openQuestions: platform.review.openQuestions.length,
    reportsOnly: resting("C"),
    notFingerprinted: resting("B"),
    defaultUnknown: answering.filter(({ rule }) => rule.defaultState === "not-stated").map(name),
    notStated: platform.practices.length === 0 ? 0 : silent / platform.practices.length,
    withoutCopy: platform.sources
      .filter((s) => (OWN_WORDS as readonly string[]).includes(s.kind) && (s.copies?.length ?? 0) === 0)
      .map((s) => s.id),
    evidence: ageOf(
      sourcesOf(
        answering.flatMap(({ rule }) => Object.values(rule.evidence).flat()),
        platform,
        operator,
      ),
      today,
    ),
  };
}

/** Worst first: overdue, then only reports by others, then no archived passage, then open questions. */
export const worstFirst = (a: RecordQuality, b: RecordQuality): number =>
  Number(b.overdue) - Number(a.overdue) ||
  b.reportsOnly.length - a.reportsOnly.length ||
  b.notFingerprinted.length - a.notFingerprinted.length ||
  b.defaultUnknown.length - a.defaultUnknown.length ||
  b.openQuestions - a.openQuestions ||
  b.verifiedDays - a.verifiedDays ||
  a.id.localeCompare(b.id);
