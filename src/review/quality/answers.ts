import type { Operator, Platform, Practice, Rule } from "../../model/index.ts";
import {
  bestGrade,
  conditionsOf,
  type Grade,
  representative,
  segmentsOf,
  winningRule,
} from "../../policy/index.ts";

export const FACTS = [
  "dataUse",
  "defaultState",
  "data",
  "legalBasis",
] as const satisfies readonly (keyof Rule["evidence"])[];
export type Fact = (typeof FACTS)[number];

/** Does a rule state this fact? `not-stated` does not, except for `dataUse`, where silence is an answer with its own evidence. */
export const states = (rule: Rule, fact: Fact): boolean =>
  fact === "dataUse" ? true : rule[fact] !== undefined && rule[fact] !== "not-stated";

/** The best grade of a fact's evidence; null where the rule does not state the fact. */
export const factGrade = (rule: Rule, fact: Fact, platform: Platform, operator?: Operator): Grade | null =>
  states(rule, fact) ? bestGrade(rule.evidence[fact], platform, operator) : null;

/** A rule that answers on some day, and for what share of the audiences that its practice distinguishes. */
export interface InForce {
  practice: Practice;
  rule: Rule;
  share: number;
}

/** The rules of a practice that answer for anyone on a day. Every audience that the practice distinguishes counts once. */
export function inForce(platform: Pick<Platform, "controls">, practice: Practice, day: string): InForce[] {
  const segments = segmentsOf(conditionsOf(practice, platform.controls)).filter(
    ({ interval }) => (interval.from ?? "") <= day && (interval.until === null || day < interval.until),
  );
  const answering = Map.groupBy(segments, (segment) =>
    winningRule(practice, { ...representative(segment), asOf: day }),
  );
  return [...answering].flatMap(([rule, some]) =>
    rule ? [{ practice, rule, share: some.length / segments.length }] : [],
  );
}
