import type { z } from "@hono/zod-openapi";
import type { Publication, ReleasedChange, Watched } from "../db/index.ts";
import {
  ATTRIBUTION,
  type Audience,
  type Control,
  copyUrl,
  LICENCE,
  type Operator,
  type Platform,
  type PlatformEvent,
  parseRef,
  type Source,
  type When,
} from "../model/index.ts";
import {
  easiestFirst,
  evidenceOf,
  matchesAudience,
  otherAudiences,
  type Resolved,
  resolve,
  reviewState,
  sortDay,
} from "../policy/index.ts";
import type * as s from "./schemas.ts";

type Out<S extends z.ZodType> = z.infer<S>;

/** What every answer says of itself. */
export const meta = (
  publication: Publication,
  links: Readonly<Record<string, string>>,
): Out<typeof s.metaSchema> => ({
  release: publication.version,
  generatedAt: `${publication.date}T00:00:00Z`,
  licence: { name: LICENCE.name, url: LICENCE.url },
  attribution: ATTRIBUTION,
  links,
});

const presentWhen = (when: When | undefined): Out<typeof s.whenSchema> | null =>
  when === undefined
    ? null
    : {
        regions: when.regions ?? null,
        plans: when.plans ?? null,
        age: when.age ?? null,
        account: when.account ?? null,
        from: when.from ?? null,
        until: when.until ?? null,
      };

/** A control with every field present. */
export const presentControl = (c: Control): Out<typeof s.controlSchema> => ({
  id: c.id,
  kind: c.kind,
  label: c.label,
  protectsWhen: c.protectsWhen ?? null,
  protects: c.protects,
  actor: c.actor,
  scope: c.scope,
  steps: c.steps,
  url: c.url ?? null,
  when: presentWhen(c.when),
  effect: c.effect,
  exceptions: c.exceptions ?? [],
  friction: c.friction ?? [],
  rights: c.rights ?? [],
  note: c.note ?? null,
  evidence: c.evidence,
});

const presentEvent = (e: PlatformEvent): Out<typeof s.eventSchema> => ({
  id: e.id,
  type: e.type,
  dates: {
    announced: e.dates.announced ?? null,
    effective: e.dates.effective ?? null,
    observed: e.dates.observed ?? null,
    reported: e.dates.reported ?? null,
  },
  title: e.title,
  detail: e.detail ?? null,
  when: presentWhen(e.when),
  practices: e.practices ?? [],
  evidence: e.evidence,
});

const presentSource = (source: Source): Out<typeof s.sourceSchema> => ({
  id: source.id,
  kind: source.kind,
  title: source.title,
  publisher: source.publisher,
  url: source.url,
  published: source.published ?? null,
  seen: source.seen ?? null,
  when: presentWhen(source.when),
  copies: (source.copies ?? []).map(({ archive, commit, path, captured }) => ({
    archive,
    commit,
    path,
    captured,
    url: copyUrl({ archive, commit, path }),
  })),
  passages: (source.passages ?? []).map((p) => ({
    id: p.id,
    copy: p.copy,
    heading: p.heading ?? null,
    start: p.start,
    end: p.end,
    sha256: p.sha256,
  })),
});

/** The ids of the operator's documents that a record cites. */
function sharedSources(p: Platform): Set<string> {
  const refs = [
    ...p.practices.flatMap((x) =>
      x.rules.flatMap((r) => Object.values(r.evidence).flatMap((list) => list ?? [])),
    ),
    ...[...p.controls, ...p.events, ...p.myths].flatMap((x) => x.evidence),
  ].map(parseRef);
  return new Set(refs.filter((r) => r.shared).map((r) => r.source));
}

const presentSameAs = (
  sameAs: Platform["sameAs"],
): { wikidata: string | null; openTermsArchive: string | null; tosdr: string | null } => ({
  wikidata: sameAs?.wikidata ?? null,
  openTermsArchive: sameAs?.openTermsArchive ?? null,
  tosdr: sameAs?.tosdr ?? null,
});

type Review = Out<typeof s.platformRecordSchema>["review"];

/**
 * When and how far the record was checked, and whether it can still be relied on.
 * @param watch what the watch last said; null for a past release, of which nothing is said
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

/** A record with every field present. */
export const presentPlatform = (
  p: Platform,
  operator: Operator | undefined,
  review: Review,
): Out<typeof s.platformRecordSchema> => {
  const shared = sharedSources(p);
  return {
    schemaVersion: p.schemaVersion,
    id: p.id,
    name: p.name,
    aliases: p.aliases ?? [],
    operator: p.operator,
    category: p.category,
    domains: p.domains,
    summary: p.summary,
    plans: Object.fromEntries(Object.entries(p.plans ?? {}).map(([plan, names]) => [plan, names ?? []])),
    practices: p.practices.map((x) => ({
      id: x.id,
      title: x.title,
      purpose: x.purpose,
      recipients: x.recipients,
      rules: x.rules.map((r) => ({
        id: r.id,
        when: presentWhen(r.when),
        use: r.use,
        default: r.default ?? null,
        legalBasis: r.legalBasis ?? null,
        data: r.data ?? null,
        controls: r.controls ?? [],
        note: r.note ?? null,
        evidence: evidenceOf(r),
      })),
    })),
    controls: p.controls.map(presentControl),
    events: p.events.map(presentEvent),
    myths: p.myths,
    sources: p.sources.map(presentSource),
    operatorSources: (operator?.sources ?? []).filter((x) => shared.has(x.id)).map(presentSource),
    sameAs: presentSameAs(p.sameAs),
    withdrawn: p.withdrawn ?? null,
    review,
  };
};

/** A resolved answer with what differs for others. */
export function presentResolved(
  p: Platform,
  operator: Operator | undefined,
  who: Audience,
): Out<typeof s.resolvedSchema> {
  const resolved = resolve(p, who, operator);
  return { ...presentAnswer(resolved), otherAudiences: otherAudiences(p, resolved, operator) };
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

/** A released change as the API gives it. */
export function presentChange(c: ReleasedChange): Out<typeof s.changeSchema> {
  return {
    id: `${c.version}/${c.id}`,
    release: c.version,
    date: c.date,
    class: c.class as Out<typeof s.changeSchema>["class"],
    record: c.record,
    name: c.name,
    platform: c.platform,
    operator: c.operator,
    purpose: c.purpose as Out<typeof s.changeSchema>["purpose"],
    regions: c.regions,
    path: c.path,
    before: c.change.before ?? null,
    after: c.change.after ?? null,
    order: c.change.order ?? null,
    summary: c.summary,
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

/** Events of a platform between two days that concern these people, oldest first. */
export const eventsBetween = (
  p: Platform,
  who: Audience,
  from: string,
  to: string,
): Out<typeof s.eventSchema>[] =>
  p.events
    .filter((e) => matchesAudience(e.when, who) && sortDay(e.dates) > from && sortDay(e.dates) <= to)
    .sort((a, b) => sortDay(a.dates).localeCompare(sortDay(b.dates)))
    .map(presentEvent);

/** A resolved answer without what differs for others. */
export const presentAnswer = (resolved: Resolved): Omit<Out<typeof s.resolvedSchema>, "otherAudiences"> => ({
  audience: resolved.audience,
  overall: resolved.overall,
  practices: resolved.practices.map((x) => ({ ...x, controls: x.controls.map(presentControl) })),
});

/** An operator with every field present. */
export const presentOperator = ({
  operator: o,
  platforms,
  owns,
}: {
  operator: Operator;
  platforms: string[];
  owns: string[];
}): Out<typeof s.operatorSchema> => ({
  id: o.id,
  name: o.name,
  legalName: o.legalName ?? null,
  parent: o.parent ?? null,
  jurisdiction: o.jurisdiction,
  owns,
  platforms,
  sameAs: presentSameAs(o.sameAs),
});

/** An operator's own page: its documents too. */
export const presentOperatorSources = (o: Operator): Out<typeof s.sourceSchema>[] =>
  o.sources.map(presentSource);
