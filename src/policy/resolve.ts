import {
  type Audience,
  addDays,
  type Control,
  type Fact,
  firstDay,
  KINDS_WITHOUT_ACCOUNT,
  type Operator,
  type Platform,
  type Practice,
  type Rule,
} from "../model/index.ts";
import { remembered } from "../text/remembered.ts";
import type { Kind, ResolvedPractice } from "./answer.ts";
import { byOf, type KindAnswer, kindAnswers, kindsOf } from "./cells.ts";
import { effortOf, type TotalEffort, totalEffortOf, usefulFirst } from "./effort.ts";
import { bestGrade, evidenceOf } from "./evidence.ts";
import { gapsOf } from "./gaps.ts";
import { type Headline, headlineOf } from "./headline.ts";
import { matches, matchesAudience, matchesDay } from "./match.ts";
import { intervalsOf } from "./space/segments.ts";
import { certaintyOf, isTraining, type Verdict, verdictOf, worst } from "./verdict.ts";
import { isWithdrawn } from "./withdrawal.ts";

/** A platform's answer for one person on one day. */
export interface Resolved {
  audience: Audience;
  headline: Headline;
  /** An answer for each kind of data. */
  kinds: KindAnswer[];
  /** The strictest reading: the worst verdict among all training practices, whatever the model or the data. */
  worst: Verdict;
  /** What it takes to stop everything that can be stopped. */
  effort: TotalEffort;
  /** The practices that concern this person. */
  practices: ResolvedPractice[];
}

/** The rule of a practice that answers for this person: the first match. */
export const winningRule = (practice: Practice, who: Audience): Rule | undefined =>
  practice.rules.find((rule) => matches(rule.when, who));

/** The controls of a rule that this person has on that day, the most useful first. */
export const controlsOf = (platform: Pick<Platform, "controls">, rule: Rule, who: Audience): Control[] =>
  usefulFirst(
    (rule.controls ?? []).flatMap((id) =>
      platform.controls.filter((c) => c.id === id && matches(c.when, who)),
    ),
  );

const NO_EVIDENCE: Record<Fact, string[]> = { dataUse: [], defaultState: [], data: [], legalBasis: [] };

/** The dates that a practice's rules name, by the day they mean: of several, the least precise (`2024-09`, not `2024-09-01`). */
const datesNamed = remembered((rules: Practice["rules"]): ReadonlyMap<string, string> => {
  const dates = new Map<string, string>();
  for (const { when } of rules)
    for (const date of [when?.from, when?.until]) {
      if (date === undefined) continue;
      const known = dates.get(firstDay(date));
      if (known === undefined || date.length < known.length) dates.set(firstDay(date), date);
    }
  return dates;
});

/**
 * The first day since when a person gets the same answer, as precisely as it is known, going back over
 * other rules with the same use and default. Null where it always was, or nothing says since when.
 */
function sinceOf({ rules }: Practice, who: Audience, rule: Rule): string | null {
  const theirs = rules.filter(({ when }) => matchesAudience(when, who));
  const same = (day: string): boolean => {
    const then = theirs.find(({ when }) => matchesDay(when, day));
    return then?.dataUse === rule.dataUse && then.defaultState === rule.defaultState;
  };
  const days = intervalsOf(theirs.flatMap(({ when }) => when ?? [])).flatMap(({ from }) => from ?? []);
  const since = days.findLast((day) => day <= who.asOf && !same(addDays(day, -1)));
  return since === undefined ? null : (datesNamed(rules).get(since) ?? since);
}

/** Resolves one practice. Total: it answers for every audience and day. */
export function resolvePractice(
  platform: Platform,
  practice: Practice,
  who: Audience,
  operator?: Operator,
): ResolvedPractice {
  const rule = winningRule(practice, who);
  const controls = rule ? controlsOf(platform, rule, who) : [];
  const dataUse = rule?.dataUse ?? "not-stated";
  const defaultState = rule?.defaultState ?? null;
  return {
    id: practice.id,
    title: practice.title,
    subject: practice.subject ?? null,
    ...kindsOf(practice, rule, who.account),
    model: practice.model,
    purpose: practice.purpose,
    recipients: practice.recipients,
    by: byOf(practice),
    rule: rule?.id ?? null,
    dataUse,
    namesAi: rule?.namesAi ?? null,
    onlyModels: rule?.onlyModels ?? null,
    defaultState,
    verdict: verdictOf(dataUse, defaultState, controls),
    certainty: rule ? certaintyOf(rule) : null,
    controls,
    effort: effortOf(controls),
    data: rule?.data ?? null,
    legalBasis: rule?.legalBasis ?? null,
    note: rule?.note ?? null,
    since: rule ? sinceOf(practice, who, rule) : null,
    grade: {
      dataUse: bestGrade(rule?.evidence.dataUse, platform, operator),
      defaultState: bestGrade(rule?.evidence.defaultState, platform, operator),
    },
    evidence: rule ? evidenceOf(rule) : NO_EVIDENCE,
    gaps: gapsOf(platform.events, practice.id, who),
  };
}

/**
 * Can a practice concern this person? People without an account have no posts, messages, files or chats
 * of their own, unless a rule says something about them by name.
 * @param ruleFor finds the rule that answers for them
 */
export function concerns(
  practice: Practice,
  who: Audience,
  ruleFor: (who: Audience) => Rule | undefined = (person) => winningRule(practice, person),
): boolean {
  if (who.account === "signed-in") return true;
  const rule = ruleFor(who);
  if (rule?.when?.account === who.account && rule.dataUse !== "not-stated") return true;
  const possible: readonly Kind[] = KINDS_WITHOUT_ACCOUNT[who.account];
  return practice.kinds.some((kind) => possible.includes(kind));
}

/**
 * Resolves a record for one person and day: per practice the winning rule, the controls that this person
 * has and the verdict; per kind of data the answer; and the headline. Total over every audience and day. A
 * record that is withdrawn on that day states nothing.
 * @param operator the record's operator, whose shared sources evidence may point to
 */
export function resolve(platform: Platform, who: Audience, operator?: Operator): Resolved {
  const practices = (isWithdrawn(platform, who.asOf) ? [] : platform.practices)
    .filter((practice) => concerns(practice, who))
    .map((practice) => resolvePractice(platform, practice, who, operator));
  return answerFrom(platform, who, practices);
}

/** The answer that resolved practices add up to. */
export function answerFrom(
  platform: Pick<Platform, "category">,
  who: Audience,
  practices: ResolvedPractice[],
): Resolved {
  const kinds = kindAnswers(practices);
  return {
    audience: who,
    headline: headlineOf(platform.category, who.account, kinds, practices),
    kinds,
    worst: worst(practices.filter((p) => isTraining(p.purpose)).map((p) => p.verdict)),
    effort: totalEffortOf(practices),
    practices,
  };
}
