import type { Platform, Practice } from "../model/index.ts";
import { overlap } from "../policy/index.ts";
import { isObject, type Json, unescapeKey } from "../text/json.ts";
import { trusted } from "../text/trusted.ts";
import { practiceChanges } from "./classify.ts";
import type { Change, OrderChange } from "./compare.ts";

/*
 * A ledger keeps the order of every list, so that releases rebuild byte for byte. To people an order is a
 * change only where it says something: the steps to a control, and rules, of which the first that fits answers.
 * Regions, documents, passages, plans and the like mean the same in any order.
 */

const STEPS = /^\/controls\/@[^/]+\/steps$/;
const RULES = /^\/practices\/@([^/]+)\/rules$/;

/** The members of a list with those named before in the order that they had then; the others keep their places. */
function inEarlierOrder<T extends { id: string }>(members: readonly T[], before: readonly string[]): T[] {
  const known = members.filter((m) => before.includes(m.id));
  const earlier = known.toSorted((a, b) => before.indexOf(a.id) - before.indexOf(b.id)).values();
  return members.map((m) => (before.includes(m.id) ? (earlier.next().value as T) : m));
}

/** Are two rules that can answer for the same person in another order than before? Of others, the same one answers. */
function mayAnswerAnother(rules: Practice["rules"], { before, after }: OrderChange["order"]): boolean {
  const places = new Map(before.map((id, i) => [id, i]));
  const kept = after.flatMap((id) => {
    const rule = rules.find((r) => r.id === id);
    const place = places.get(id);
    return rule === undefined || place === undefined ? [] : [{ rule, place }];
  });
  return kept.some(({ rule, place }, i) =>
    kept.slice(i + 1).some((later) => later.place < place && overlap(rule.when, later.rule.when)),
  );
}

/** Does the order of a practice's rules, apart from rules that are new or gone, change an answer for anyone? */
function orderChangesAnswers(order: OrderChange["order"], id: string, after: Json | undefined): boolean {
  if (!isObject(after) || !Array.isArray(after["practices"])) return false;
  const platform = trusted<Platform>(after);
  const practice = platform.practices.find((p) => p.id === id);
  if (practice === undefined || !mayAnswerAnother(practice.rules, order)) return false;
  const practices = platform.practices.map(
    (p): Practice => (p.id === id ? { ...p, rules: inEarlierOrder(p.rules, order.before) } : p),
  );
  return practiceChanges({ ...platform, practices }, platform, id);
}

/**
 * Is a change one to people: in lists of changes, feeds, notes and diffs? All but orders without a meaning.
 * @param after the record after it
 */
export function isPresented(change: Change, after: Json | undefined): boolean {
  if (!("order" in change) || change.order === undefined) return true;
  if (STEPS.test(change.path)) return true;
  const [, practice] = RULES.exec(change.path) ?? [];
  return practice !== undefined && orderChangesAnswers(change.order, unescapeKey(practice), after);
}
