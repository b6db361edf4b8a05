import type { Audience, Operator, Platform, Practice, Rule } from "../model/index.ts";
import { remembered } from "../text/remembered.ts";
import type { ResolvedPractice } from "./answer.ts";
import { usefulFirst } from "./effort.ts";
import { matcherOf } from "./match.ts";
import { answerFrom, concerns, type Resolved, resolvePractice } from "./resolve.ts";
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

/** A practice that is asked about many people. */
interface Asked {
  /** The rule that answers for a person. */
  ruleFor(who: Audience): Rule | undefined;
  resolve: Answering<ResolvedPractice>;
}

/** A rule that is asked about many people: its conditions are read once, and its answers kept. */
interface AskedRule {
  rule: Rule;
  matches: Answering<boolean>;
  /** Those that it names, the most useful first. */
  controls: readonly Answering<boolean>[];
  known: Map<string, ResolvedPractice>;
}

function asked(platform: Platform, practice: Practice, operator?: Operator): Asked {
  const rules = practice.rules.map((rule): AskedRule => {
    const named = (rule.controls ?? []).flatMap((id) => platform.controls.filter((c) => c.id === id));
    return {
      rule,
      matches: matcherOf(rule.when),
      controls: usefulFirst(named).map((c) => matcherOf(c.when)),
      known: new Map(),
    };
  });
  const silent = new Map<string, ResolvedPractice>();
  const find = (who: Audience): AskedRule | undefined => {
    for (const rule of rules) if (rule.matches(who)) return rule;
    return undefined;
  };
  return {
    ruleFor: (who) => find(who)?.rule,
    resolve(who) {
      const found = find(who);
      let key: string = who.account;
      for (const has of found?.controls ?? []) key += has(who) ? "1" : "0";
      const known = found?.known ?? silent;
      const resolved = known.get(key) ?? resolvePractice(platform, practice, who, operator);
      known.set(key, resolved);
      return resolved;
    },
  };
}

/**
 * Resolves a practice for one person after another, whether or not it concerns them. The answers of people
 * and days with the same rule, controls and account are one object, made for the first of them: its `since`
 * and `gaps` may be another's, so callers must not use these.
 */
export const practiceResolver = (
  platform: Platform,
  practice: Practice,
  operator?: Operator,
): Answering<ResolvedPractice> => asked(platform, practice, operator).resolve;

/** A {@link practiceResolver} for each of a platform's practices, null for people whom it does not concern. */
export const resolversOf = (platform: Platform, operator?: Operator): Resolver[] =>
  platform.practices.map((practice) => {
    const { ruleFor, resolve } = asked(platform, practice, operator);
    return {
      practice,
      resolve: (who) =>
        !isWithdrawn(platform, who.asOf) && concerns(practice, who, ruleFor) ? resolve(who) : null,
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
