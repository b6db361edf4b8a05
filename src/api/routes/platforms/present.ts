import type { z } from "@hono/zod-openapi";
import type { ReleasedChange, Watched } from "../../../db/index.ts";
import type { Audience, Control, Operator, Platform } from "../../../model/index.ts";
import { easiestFirst, resolve, reviewState, sortDay } from "../../../policy/index.ts";
import { presentControl, presentEvent } from "../../record/present.ts";
import type { reviewSchema } from "../../record/schema.ts";
import { presentChange } from "../changes/present.ts";
import type * as s from "./schema.ts";

type Out<S extends z.ZodType> = z.infer<S>;

type Review = Out<typeof reviewSchema>;

/**
 * When and how far the record was checked, and whether it can still be relied on.
 * @param watch the last result of the document watch; null for a past release, which has no review state
 */
export function presentReview(
  { review }: Platform,
  watch: { watched: Watched | undefined; today: string } | null,
): Review {
  const { verified, openQuestions } = review;
  if (!watch)
    return { verified, openQuestions, state: null, since: null, changedSources: [], watchedThrough: null };
  const { watched, today } = watch;
  return {
    verified,
    openQuestions,
    ...reviewState(verified, watched, today),
    changedSources: watched?.sources ?? [],
    watchedThrough: watched?.through ?? null,
  };
}

/** What this person can do: their controls, easiest first, and what nothing stops. */
export function presentOptOut(
  p: Platform,
  operator: Operator | undefined,
  who: Audience,
): Omit<Out<typeof s.optOutSchema>, "meta"> {
  const { overall, practices } = resolve(p, who, operator);
  const used = practices.filter((x) => x.certainty !== null);
  const acting = new Map<string, { control: Control; practices: Out<typeof s.actionSchema>["practices"] }>();
  for (const { id, title, purpose, controls } of used)
    for (const control of controls) {
      const entry = acting.get(control.id) ?? { control, practices: [] };
      entry.practices.push({ id, title, purpose });
      acting.set(control.id, entry);
    }
  return {
    platform: { id: p.id, name: p.name },
    audience: who,
    overall,
    actions: easiestFirst([...acting.values()].map((x) => x.control)).map((control) => ({
      ...presentControl(control),
      practices: acting.get(control.id)?.practices ?? [],
    })),
    unstoppable: used
      .filter((x) => x.verdict === "no-choice")
      .map(({ id, title, purpose, certainty }) => ({ id, title, purpose, certainty })),
    myths: p.myths,
  };
}

/** Events (what happened) and released changes (what was recorded), newest first. */
export const presentHistory = (
  p: Platform,
  changes: readonly ReleasedChange[],
): Out<typeof s.historyItemSchema>[] =>
  [
    ...p.events.map((event) => ({
      kind: "event" as const,
      day: sortDay(event.dates),
      event: presentEvent(event),
      change: null,
    })),
    ...changes.map((change) => ({
      kind: "change" as const,
      day: change.date,
      event: null,
      change: presentChange(change),
    })),
  ].sort((a, b) => (a.day < b.day ? 1 : a.day > b.day ? -1 : 0));
