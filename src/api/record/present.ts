import type { z } from "@hono/zod-openapi";
import {
  type Audience,
  type Control,
  copyUrl,
  type Operator,
  type Platform,
  type PlatformEvent,
  parseRef,
  type Source,
  type When,
} from "../../model/index.ts";
import { evidenceOf, otherAudiences, type Resolved, resolve } from "../../policy/index.ts";
import type { resolvedSchema } from "./resolved.ts";
import type * as s from "./schema.ts";

type Out<S extends z.ZodType> = z.infer<S>;

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

export const presentEvent = (e: PlatformEvent): Out<typeof s.eventSchema> => ({
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

export const presentSource = (source: Source): Out<typeof s.sourceSchema> => ({
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

export const presentSameAs = (
  sameAs: Platform["sameAs"],
): { wikidata: string | null; openTermsArchive: string | null; tosdr: string | null } => ({
  wikidata: sameAs?.wikidata ?? null,
  openTermsArchive: sameAs?.openTermsArchive ?? null,
  tosdr: sameAs?.tosdr ?? null,
});

type Review = Out<typeof s.platformRecordSchema>["review"];

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
): Out<typeof resolvedSchema> {
  const resolved = resolve(p, who, operator);
  return { ...presentAnswer(resolved), otherAudiences: otherAudiences(p, resolved, operator) };
}

/** A resolved answer without what differs for others. */
export const presentAnswer = (resolved: Resolved): Omit<Out<typeof resolvedSchema>, "otherAudiences"> => ({
  audience: resolved.audience,
  overall: resolved.overall,
  practices: resolved.practices.map((x) => ({ ...x, controls: x.controls.map(presentControl) })),
});
