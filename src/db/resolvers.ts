import { type Operator, type Platform, type Practice, termsOf, VERDICT } from "../model/index.ts";
import {
  answerFrom,
  concerns,
  controlsOf,
  isWithdrawn,
  type Resolved,
  type ResolvedPractice,
  resolvePractice,
  type Verdict,
  winningRule,
} from "../policy/index.ts";
import type { Answering } from "./audience-rows.ts";

const WORST_FIRST = termsOf(VERDICT);

/** A verdict's place in the vocabulary, 0 the worst. */
export const severityOf = (verdict: Verdict): number => WORST_FIRST.indexOf(verdict);

/** A practice, and what it means for a person; null where it does not concern them. */
export interface Resolver {
  practice: Practice;
  resolve: Answering<ResolvedPractice | null>;
}

/**
 * Resolves each of a platform's practices for one person after another. People with the same rule,
 * controls and account get the same object, resolved once: on other days only `since` and `gaps` differ,
 * which rows do not have.
 */
export const resolversOf = (platform: Platform, operator?: Operator): Resolver[] =>
  platform.practices.map((practice) => {
    const known = new Map<string, ResolvedPractice>();
    return {
      practice,
      resolve: (who) => {
        if (isWithdrawn(platform, who.asOf) || !concerns(practice, who)) return null;
        const rule = winningRule(practice, who);
        const controls = rule ? controlsOf(platform, rule, who) : [];
        const key = [who.account, rule?.id, ...controls.map((c) => c.id)].join(" ");
        const resolved = known.get(key) ?? resolvePractice(platform, practice, who, operator);
        known.set(key, resolved);
        return resolved;
      },
    };
  });

/** What some practices add up to for a person, each answer computed once. */
export function answering<T>(
  platform: Platform,
  resolvers: readonly Resolver[],
  read: (resolved: Resolved) => T,
): Answering<T> {
  const known = new Map<string, T>();
  return (who) => {
    const practices = resolvers.map(({ resolve }) => resolve(who)).filter((p) => p !== null);
    const key = JSON.stringify([
      who.account,
      isWithdrawn(platform, who.asOf),
      practices.map((p) => [p.id, p.rule, p.controls.map((c) => c.id)]),
    ]);
    const found = known.get(key);
    if (found !== undefined) return found;
    const answer = read(answerFrom(platform, who, practices));
    known.set(key, answer);
    return answer;
  };
}
