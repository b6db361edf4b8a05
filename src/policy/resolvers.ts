import type { Audience, Operator, Platform, Practice } from "../model/index.ts";
import { remembered } from "../text/remembered.ts";
import type { ResolvedPractice } from "./answer.ts";
import { answerFrom, concerns, controlsOf, type Resolved, resolvePractice, winningRule } from "./resolve.ts";
import { isWithdrawn } from "./withdrawal.ts";

/*
 * Asking the same questions for many people. An answer depends on the winning rules, the controls and the
 * account; it is computed once for all who have the same, so that asking costs little more than matching.
 */

/** What is so for a person. People with the same answer get the same object. */
export type Answering<T> = (who: Audience) => T;

/** A practice, and what it means for a person; null where it does not concern them. */
export interface Resolver {
  practice: Practice;
  resolve: Answering<ResolvedPractice | null>;
}

/**
 * Resolves a practice for one person after another, whether or not it concerns them. The answers of people
 * and days with the same rule, controls and account are one object, made for the first of them: its `since`
 * and `gaps` may be another's, so callers must not use these.
 */
export function practiceResolver(
  platform: Platform,
  practice: Practice,
  operator?: Operator,
): Answering<ResolvedPractice> {
  const known = new Map<string, ResolvedPractice>();
  return (who) => {
    const rule = winningRule(practice, who);
    const controls = rule ? controlsOf(platform, rule, who) : [];
    const key = [who.account, rule?.id, ...controls.map((c) => c.id)].join(" ");
    const resolved = known.get(key) ?? resolvePractice(platform, practice, who, operator);
    known.set(key, resolved);
    return resolved;
  };
}

/** A {@link practiceResolver} for each of a platform's practices, null for people whom it does not concern. */
export const resolversOf = (platform: Platform, operator?: Operator): Resolver[] =>
  platform.practices.map((practice) => {
    const resolve = practiceResolver(platform, practice, operator);
    return {
      practice,
      resolve: (who) => (!isWithdrawn(platform, who.asOf) && concerns(practice, who) ? resolve(who) : null),
    };
  });

/** Something read from what some practices add up to for a person; each answer is read once. */
export function answering<T>(
  platform: Platform,
  resolvers: readonly Resolver[],
  read: (resolved: Resolved) => T,
): Answering<T> {
  const known = new Map<string, { answer: T }>();
  return (who) => {
    const practices = resolvers.map(({ resolve }) => resolve(who)).filter((p) => p !== null);
    const key = JSON.stringify([
      who.account,
      isWithdrawn(platform, who.asOf),
      practices.map((p) => [p.id, p.rule, p.controls.map((c) => c.id)]),
    ]);
    const found = known.get(key);
    if (found !== undefined) return found.answer;
    const answer = read(answerFrom(platform, who, practices));
    known.set(key, { answer });
    return answer;
  };
}

/** Something made from an answer; once for all people who have the same. */
export function madeFrom<A extends object, T>(answer: Answering<A>, make: (answer: A) => T): Answering<T> {
  const made = remembered(make);
  return (who) => made(answer(who));
}

/** Something made from two answers to the same person; once for all people who have the same two. */
export function madeFromBoth<A extends object, B extends object, T>(
  first: Answering<A>,
  second: Answering<B>,
  make: (first: A, second: B) => T,
): Answering<T> {
  const made = remembered((a: A) => remembered((b: B) => make(a, b)));
  return (who) => made(first(who))(second(who));
}
