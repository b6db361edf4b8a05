import {
  type Audience,
  DATA_CATEGORY,
  KIND,
  KINDS_WITHOUT_ACCOUNT,
  type Practice,
  type Rule,
  termsOf,
} from "../model/index.ts";
import { groupBy } from "../text/group-by.ts";
import type { By, Kind, ResolvedPractice } from "./answer.ts";
import { type Certainty, isTraining, type Verdict } from "./verdict.ts";

/** A part of a mixed answer: practices with the same verdict and certainty. */
export interface CellPart {
  verdict: Verdict;
  certainty: Certainty | null;
  /** Ids of the practices that say so. */
  practices: string[];
}

/** The answer for one kind of data and one column. Every field is present. */
export interface Cell {
  verdict: Verdict;
  /** Of a mixed answer, the firmest of its parts. */
  certainty: Certainty | null;
  /** Ids of the practices that decide it. */
  practices: string[];
  /** Ids of the controls that these people have, the most useful first. */
  controls: string[];
  /** The parts of a mixed answer; empty otherwise. */
  parts: CellPart[];
}

/** The answer for one kind of data. */
export interface KindAnswer {
  kind: Kind;
  own: Cell;
  others: Cell;
  crawlers: Cell;
  otherModels: Cell;
}

const KINDS = termsOf(KIND);

/** The column of a practice; null where it does not train models for general use. */
export function byOf({
  purpose,
  model,
  recipients,
}: Pick<Practice, "purpose" | "model" | "recipients">): By | null {
  if (!isTraining(purpose)) return null;
  if (purpose === "allow-third-party-crawlers") return "crawlers";
  if (model === "other") return "other-models";
  return purpose === "train-ai" && recipients.includes("operator") ? "own" : "others";
}

/** The kind of a data category; undefined for formats and qualifiers. */
export const kindOfCategory = (category: keyof typeof DATA_CATEGORY): Kind | undefined =>
  KINDS.find((kind) => kind === DATA_CATEGORY[category].kind);

/** The kinds of data that these people can have: without an account only some, unless a rule names them. */
function possibleKinds(kinds: readonly Kind[], rule: Rule | undefined, account: Audience["account"]): Kind[] {
  if (account === "signed-in" || rule?.when?.account === account) return [...kinds];
  const possible: readonly Kind[] = KINDS_WITHOUT_ACCOUNT[account];
  return kinds.filter((kind) => possible.includes(kind));
}

/**
 * The kinds that a practice is about for a person, and the kinds that the rule excludes: those with an
 * excluded category of which no category is included and which the practice is not about.
 */
export function kindsOf(
  practice: Practice,
  rule: Rule | undefined,
  account: Audience["account"],
): { kinds: Kind[]; excludedKinds: Kind[] } {
  const kindsIn = (categories: readonly (keyof typeof DATA_CATEGORY)[]) =>
    new Set(categories.map(kindOfCategory).filter((kind) => kind !== undefined));
  const excluded = kindsIn(rule?.data?.excludes ?? []);
  const included = kindsIn(rule?.data?.includes ?? []);
  return {
    kinds: possibleKinds(practice.kinds, rule, account),
    excludedKinds: possibleKinds(
      KINDS.filter((k) => excluded.has(k) && !included.has(k) && !practice.kinds.includes(k)),
      rule,
      account,
    ),
  };
}

interface Vote extends CellPart {
  controls: string[];
}

const FIRMEST: readonly Certainty[] = ["practised", "permitted", "general-licence"];

const isUnstated = (p: ResolvedPractice): boolean => p.verdict === "not-stated" && p.certainty === null;

/** A denial that is limited to some models leaves the rest open: for the answer as a whole it is silence. */
const isSilent = (p: ResolvedPractice): boolean => isUnstated(p) || p.onlyModels !== null;

const vote = ({ id, verdict, certainty, controls }: ResolvedPractice): Vote => ({
  verdict,
  certainty,
  practices: [id],
  controls: controls.map((c) => c.id),
});

/**
 * What practices say about a kind. That one excludes it counts only where no other says anything about it.
 * Silence about one part of the data never outranks an answer about another, but where the answer is a
 * denial, it is listed beside it: people would take the denial for all of the data.
 */
function votesOn(kind: Kind, practices: readonly ResolvedPractice[]): Vote[] {
  const concerned = practices.filter((p) => p.kinds.includes(kind));
  const votes = concerned.filter((p) => !isSilent(p)).map(vote);
  if (votes.length > 0)
    return votes.every((v) => v.verdict === "not-used")
      ? [...votes, ...concerned.filter(isUnstated).map(vote)]
      : votes;
  return practices
    .filter((p) => p.excludedKinds.includes(kind) && p.certainty !== null)
    .map(({ id }) => ({ verdict: "not-used", certainty: null, practices: [id], controls: [] }));
}

/**
 * The votes that count: what is practised outranks what is permitted; a licence that does not mention AI
 * gives way to every other answer.
 */
function decisive(votes: readonly Vote[]): Vote[] {
  const firmest = FIRMEST.find((certainty) => votes.some((v) => v.certainty === certainty));
  const rest = votes.filter((v) => v.certainty === null || v.certainty === firmest);
  return firmest === "general-licence" && rest.some((v) => v.certainty === null)
    ? rest.filter((v) => v.certainty === null)
    : rest;
}

/** The answer for one kind of data and one column. */
export function cellOf(practices: readonly ResolvedPractice[], kind: Kind, by: By): Cell {
  const votes = votesOn(
    kind,
    practices.filter((p) => p.by === by),
  );
  if (votes.length === 0)
    return { verdict: "not-stated", certainty: null, practices: [], controls: [], parts: [] };
  const groups = groupBy(decisive(votes), (v) => `${v.verdict} ${v.certainty}`);
  const parts = [...groups.values()].map((group): Vote => {
    const [{ verdict, certainty }] = group as [Vote];
    return {
      verdict,
      certainty,
      practices: group.flatMap((v) => v.practices),
      controls: group.flatMap((v) => v.controls),
    };
  });
  const [only, ...more] = parts as [Vote, ...Vote[]];
  const ids = (of: (v: Vote) => string[]) => [...new Set(parts.flatMap(of))];
  const shared = { practices: ids((v) => v.practices), controls: ids((v) => v.controls) };
  if (more.length === 0) return { verdict: only.verdict, certainty: only.certainty, ...shared, parts: [] };
  return {
    verdict: "mixed",
    certainty: FIRMEST.find((c) => parts.some((p) => p.certainty === c)) ?? null,
    ...shared,
    parts: parts.map(({ verdict, certainty, practices: ids }) => ({ verdict, certainty, practices: ids })),
  };
}

/** The answer for each kind of data, in the order of the vocabulary. */
export function kindAnswers(practices: readonly ResolvedPractice[]): KindAnswer[] {
  const columns = groupBy(practices, (p) => p.by);
  const cell = (kind: Kind, by: By): Cell => cellOf(columns.get(by) ?? [], kind, by);
  return KINDS.map((kind) => ({
    kind,
    own: cell(kind, "own"),
    others: cell(kind, "others"),
    crawlers: cell(kind, "crawlers"),
    otherModels: cell(kind, "other-models"),
  }));
}

/** A cell by its column's term. */
export const cellBy = (answer: KindAnswer, by: By): Cell =>
  answer[by === "other-models" ? "otherModels" : by];
