import type { Fact, Operator, Platform, Rule, Source } from "../model/index.ts";
import { bestGrade, evidenceOf, sortDay } from "../policy/index.ts";

/*
 * What /stats counts for every audience alike, record by record, and what /myths finds platforms by: so that the
 * database need not keep every passage and pointer to evidence only to count them. Each count has a name, `what`,
 * whose parts are separated by `/`.
 */

/** The names of counts, without their last parts. */
export const TALLY = {
  practices: "practices",
  rules: "rules",
  controls: "controls",
  events: "events",
  myths: "myths",
  sources: "sources",
  passages: "passages",
  openQuestions: "open-questions",
  /** Controls by kind. */
  controlKind: "control-kind",
  /** Controls that say what happens to data used before; those with a trailing `/not-stated` say that it is not known. */
  effect: "effect",
  /** Rules by fact and the best grade of its evidence. */
  factGrade: "fact-grade",
  eventType: "event-type",
  /** Events by the year of the day by which they are sorted. */
  eventYear: "event-year",
  /** Sources by the day of their newest archived copy. */
  captured: "captured",
} as const;

/** A row of `tallies`, without its revision. */
export interface Tally extends Readonly<Record<string, string | number>> {
  what: string;
  n: number;
}

class Tallies {
  readonly #counts = new Map<string, number>();

  /** @param key parts of the name after the first */
  add(what: string, n = 1, ...key: string[]): void {
    const name = [what, ...key].join("/");
    if (n > 0) this.#counts.set(name, (this.#counts.get(name) ?? 0) + n);
  }

  /** In order of their names. */
  rows(): Tally[] {
    return [...this.#counts].sort(([a], [b]) => (a < b ? -1 : 1)).map(([what, n]) => ({ what, n }));
  }
}

function addSources(tallies: Tallies, sources: readonly Source[] = []): void {
  tallies.add(TALLY.sources, sources.length);
  for (const { passages = [], copies = [] } of sources) {
    tallies.add(TALLY.passages, passages.length);
    const newest = copies
      .map((c) => c.captured)
      .sort()
      .at(-1);
    if (newest !== undefined) tallies.add(TALLY.captured, 1, newest);
  }
}

/** The facts of a rule with a grade. That a default is not stated can have evidence, but it is not such a fact. */
const gradedFacts = (rule: Rule): [Fact, string[]][] =>
  (Object.entries(evidenceOf(rule)) as [Fact, string[]][]).filter(
    ([fact]) => !(fact === "defaultState" && rule.defaultState === "not-stated"),
  );

/** The counts of an operator's record. */
export function talliesOfOperator({ sources }: Operator): Tally[] {
  const tallies = new Tallies();
  addSources(tallies, sources);
  return tallies.rows();
}

/** The counts of a platform's record. */
export function talliesOf(platform: Platform, operator?: Operator): Tally[] {
  const tallies = new Tallies();
  const { practices, controls, events, myths, sources, review } = platform;
  const rules = practices.flatMap((p) => p.rules);
  tallies.add(TALLY.practices, practices.length);
  tallies.add(TALLY.rules, rules.length);
  tallies.add(TALLY.controls, controls.length);
  tallies.add(TALLY.events, events.length);
  tallies.add(TALLY.myths, myths.length);
  tallies.add(TALLY.openQuestions, review.openQuestions?.length ?? 0);
  addSources(tallies, sources);
  for (const { kind, effect } of controls) {
    tallies.add(TALLY.controlKind, 1, kind);
    tallies.add(TALLY.effect);
    if (effect === "not-stated") tallies.add(TALLY.effect, 1, effect);
  }
  for (const rule of rules)
    for (const [fact, refs] of gradedFacts(rule)) {
      const grade = bestGrade(refs, platform, operator);
      if (grade !== null) tallies.add(TALLY.factGrade, 1, fact, grade);
    }
  for (const { type, dates } of events) {
    tallies.add(TALLY.eventType, 1, type);
    tallies.add(TALLY.eventYear, 1, sortDay(dates).slice(0, 4));
  }
  return tallies.rows();
}
