import type { ACTOR, Control } from "../model/index.ts";
import { stops } from "./verdict.ts";

/** What the easiest way out costs. */
export interface Effort {
  /** The control's id. */
  control: string;
  /** How many actions; null where the way is not known. */
  steps: number | null;
  /** Who must act. */
  actor: keyof typeof ACTOR;
  /** Does it undo the past? null where the documents do not say. */
  undoesPast: boolean | null;
}

/** Known ways before unknown ones, the person's own before others', shorter before longer. */
const byEase = (a: Control, b: Control): number =>
  Number(b.actor === "user") - Number(a.actor === "user") ||
  Number(a.steps.length === 0) - Number(b.steps.length === 0) ||
  a.steps.length - b.steps.length;

/** Controls, the easiest first: those that stop the use before those that only lessen it. */
export const easiestFirst = (controls: readonly Control[]): Control[] =>
  [...controls].sort((a, b) => Number(stops(b)) - Number(stops(a)) || byEase(a, b));

/** What the easiest control that stops the use costs; null where none does. */
export function effortOf(controls: readonly Control[]): Effort | null {
  const easiest = easiestFirst(controls.filter(stops))[0];
  if (!easiest) return null;
  return {
    control: easiest.id,
    steps: easiest.steps.length || null,
    actor: easiest.actor,
    undoesPast: easiest.effect === "not-stated" ? null : easiest.effect === "removed",
  };
}
