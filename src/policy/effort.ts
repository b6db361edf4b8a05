import { CONTENT_KINDS, CONTROL_KIND, type Control, termsOf } from "../model/index.ts";
import type { Effort, ResolvedPractice } from "./answer.ts";
import { stops } from "./verdict.ts";

/** What it takes to stop every use of a person's content for generative AI that can be stopped. */
export interface TotalEffort {
  /** The controls to use, by id, the most useful first. */
  controls: string[];
  /** The actions in all; null where the steps of one are not known. */
  actions: number | null;
}

/** The kinds of control, the most useful first: a setting before a form before a mail. */
const KIND_ORDER = termsOf(CONTROL_KIND);

/** Compares by the first of some numbers that differ. */
export const byNumbers = (a: readonly number[], b: readonly number[]): number =>
  a.map((x, i) => x - (b[i] ?? 0)).find((difference) => difference !== 0) ?? 0;

const rank = (c: Control): number[] => [
  stops(c) ? 0 : 1,
  c.actor === "user" ? 0 : 1,
  KIND_ORDER.indexOf(c.kind),
  c.friction?.length ?? 0,
  c.steps.length === 0 ? 1 : 0,
  c.steps.length,
];

/**
 * Controls, the most useful first: those that stop the use, those of the person, settings before forms
 * before mails, with less friction, with fewer steps.
 */
export const usefulFirst = (controls: readonly Control[]): Control[] =>
  [...controls].sort((a, b) => byNumbers(rank(a), rank(b)));

/** What the most useful control that stops the use costs; null where none does. */
export function effortOf(controls: readonly Control[]): Effort | null {
  const best = usefulFirst(controls.filter(stops))[0];
  if (!best) return null;
  return {
    control: best.id,
    steps: best.steps.length || null,
    actor: best.actor,
    undoesPast: best.effect === "not-stated" ? null : best.effect === "removed",
  };
}

/** Does this practice use a person's content for generative AI, or may it? */
export const usesContent = (p: ResolvedPractice): boolean =>
  (p.by === "own" || p.by === "others") &&
  p.certainty !== null &&
  p.certainty !== "general-licence" &&
  p.kinds.some((kind) => (CONTENT_KINDS as readonly string[]).includes(kind));

/** How many of some practices a control stops. */
const stopped = (control: Control, practices: readonly ResolvedPractice[]): number =>
  stops(control) ? practices.filter((p) => p.controls.some((c) => c.id === control.id)).length : 0;

/**
 * A person's controls over several practices, each once, the most useful first: those that stop most uses
 * of their content for generative AI, first of uses that are not off already, then as {@link usefulFirst}.
 */
export function controlsInOrder(practices: readonly ResolvedPractice[]): Control[] {
  const all = new Map(practices.flatMap((p) => p.controls.map((c) => [c.id, c] as const)));
  const content = practices.filter(usesContent);
  const active = content.filter((p) => p.verdict !== "off-by-default");
  const order = (c: Control) => [-stopped(c, active), -stopped(c, content), ...rank(c)];
  return [...all.values()].sort((a, b) => byNumbers(order(a), order(b)));
}

/** The fewest controls, as far as choosing the most useful first finds them, and their actions. */
export function totalEffortOf(practices: readonly ResolvedPractice[]): TotalEffort {
  let open = practices.filter((p) => usesContent(p) && p.verdict === "on-by-default");
  const chosen: Control[] = [];
  for (const control of controlsInOrder(open)) {
    const rest = open.filter((p) => !p.controls.some((c) => c.id === control.id && stops(c)));
    if (rest.length === open.length) continue;
    chosen.push(control);
    open = rest;
  }
  const known = chosen.every((c) => c.steps.length > 0);
  return {
    controls: chosen.map((c) => c.id),
    actions: known ? chosen.reduce((sum, c) => sum + c.steps.length, 0) : null,
  };
}
