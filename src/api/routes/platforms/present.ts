import type * as z from "zod";
import type { ChangedAnswersOf, RecordDates, ReleasedChange, Watched } from "../../../db/index.ts";
import {
  type Audience,
  type Control,
  hostsOfPlatform,
  type Operator,
  type Platform,
} from "../../../model/index.ts";
import {
  controlsInOrder,
  type ResolvedPractice,
  resolve,
  reviewState,
  sortDay,
} from "../../../policy/index.ts";
import { presentControlAnswer, presentDetailedAnswer, presentHeadlineSummary } from "../../answer/present.ts";
import { platformModel } from "../../record/model.ts";
import {
  presentEvent,
  presentRecord,
  presentSource,
  presentWithdrawn,
  sharedSourcesOf,
} from "../../record/present.ts";
import { present } from "../../record/present-fields.ts";
import { changePresenter } from "../changes/present.ts";
import type { Include } from "./includes.ts";
import type * as s from "./schema.ts";

type Out<S extends z.ZodType> = z.infer<S>;

type Review = Out<typeof s.reviewSchema>;

/**
 * When and how far the record was checked, and whether it can still be relied on.
 * @param watch the last result of the document watch; null for a past release, which has no review state
 */
export function presentReview(
  { review }: Platform,
  watch: { watched: Watched | undefined; today: string } | null,
): Review {
  const { verified } = review;
  const checked = { verified, openQuestionCount: review.openQuestions.length };
  if (!watch) return { ...checked, state: null, since: null, changedSources: [], watchedThrough: null };
  const { watched, today } = watch;
  return {
    ...checked,
    ...reviewState(verified, watched, today),
    changedSources: watched?.sources ?? [],
    watchedThrough: watched?.through ?? null,
  };
}

const identityModel = platformModel.pick({
  id: true,
  name: true,
  aliases: true,
  operator: true,
  category: true,
  plans: true,
  summary: true,
  withdrawn: true,
});

const presentIdentity = (p: Platform): Out<typeof s.identitySchema> => {
  const full = present(identityModel, p);
  const { id, name, aliases, operator, category, plans, summary, withdrawn } = full;
  const domains = hostsOfPlatform(p);
  return { id, name, aliases, operator, category, domains, plans, summary, withdrawn };
};

/** Events, newest first. */
const newestFirst = (events: Platform["events"]): Platform["events"] =>
  events.toSorted((a, b) => sortDay(b.dates).localeCompare(sortDay(a.dates)));

/** The documents that evidence points to, with the ids by which it does. */
const presentSources = (p: Platform, operator: Operator | undefined) => [
  ...p.sources.map(presentSource),
  ...sharedSourcesOf(p, operator).map((x) => ({ ...x, id: `operator:${x.id}` })),
];

/** The id, in an answer's sources, of the document that a pointer to evidence leads to. */
const sourceIn = (pointer: string): string => pointer.split("#")[0] ?? pointer;

/** What an answer about one platform for one person is made from. */
export interface Question {
  platform: Platform;
  operator: Operator | undefined;
  who: Audience;
}

/** A platform's answer with what `includes` names. */
export function presentPlatform(
  { platform, operator, who }: Question,
  includes: readonly Include[],
  review: Review,
  { added, changed }: RecordDates,
): Omit<Out<typeof s.platformAnswerSchema>, "meta"> {
  const only = <T>(name: Include, make: () => T): T | null => (includes.includes(name) ? make() : null);
  return {
    ...presentIdentity(platform),
    ...presentDetailedAnswer(platform, operator, who, includes.includes("evidence")),
    added,
    changed,
    review,
    record: only("record", () => presentRecord(platform)),
    sources: only("sources", () => presentSources(platform, operator)),
    events: only("events", () => newestFirst(platform.events).map(presentEvent)),
    myths: only("myths", () => platform.myths),
  };
}

/** A record as it is written, with the operator's documents that it cites. */
export const presentRecordAnswer = (
  platform: Platform,
  operator: Operator | undefined,
): Omit<Out<typeof s.recordAnswerSchema>, "meta"> => ({
  record: presentRecord(platform),
  operatorSources: sharedSourcesOf(platform, operator),
});

/** The uses that a control affects. */
const affectedBy = (control: Control, used: readonly ResolvedPractice[]) =>
  used
    .filter((p) => p.controls.some((c) => c.id === control.id))
    .map(({ id, title, purpose }) => ({ id, title, purpose }));

/** What this person can do: their controls, the most useful first, and what nothing stops. */
export function presentOptOut({
  platform,
  operator,
  who,
}: Question): Omit<Out<typeof s.optOutSchema>, "meta"> {
  const resolved = resolve(platform, who, operator);
  const used = resolved.practices.filter((x) => x.certainty !== null);
  const controls = controlsInOrder(used).map((control) => ({
    ...presentControlAnswer(control),
    practices: affectedBy(control, used),
    evidence: control.evidence,
  }));
  const unstoppable = used
    .filter((x) => x.verdict === "no-choice")
    .map(({ id, title, purpose, kinds, certainty, evidence }) => ({
      ...{ id, title, purpose, kinds, certainty },
      evidence: [...new Set(Object.values(evidence).flat())],
    }));
  const { myths } = platform;
  const cited = new Set([...controls, ...unstoppable, ...myths].flatMap((x) => x.evidence.map(sourceIn)));
  return {
    platform: { id: platform.id, name: platform.name },
    audience: who,
    headline: presentHeadlineSummary(platform, resolved),
    withdrawn: presentWithdrawn(platform.withdrawn),
    effort: resolved.effort,
    controls,
    unstoppable,
    myths,
    sources: presentSources(platform, operator).filter(({ id }) => cited.has(id)),
  };
}

type HistoryItem = Out<typeof s.historyItemSchema>;

/** An event or a released change, before it is presented. */
export type HistoryEntry =
  | { day: string; event: Platform["events"][number] }
  | { day: string; released: ReleasedChange };

/** Events (what happened) and released changes (what was recorded), newest first. */
export const historyOf = (p: Platform, changes: readonly ReleasedChange[]): HistoryEntry[] =>
  [
    ...p.events.map((event) => ({ day: sortDay(event.dates), event })),
    ...changes.map((released) => ({ day: released.date, released })),
  ].sort((a, b) => (a.day < b.day ? 1 : a.day > b.day ? -1 : 0));

/** Entries of a history as the API gives them. */
export function presentHistory(entries: readonly HistoryEntry[], answers: ChangedAnswersOf): HistoryItem[] {
  const present = changePresenter(answers);
  return entries.map(
    (e): HistoryItem =>
      "event" in e
        ? { kind: "event", day: e.day, event: presentEvent(e.event), change: null }
        : { kind: "change", day: e.day, event: null, change: present(e.released) },
  );
}
