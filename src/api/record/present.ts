import type { z } from "@hono/zod-openapi";
import * as m from "../../model/index.ts";
import { otherAudiences, type Resolved, resolve } from "../../policy/index.ts";
import type { resolvedSchema } from "./resolved.ts";
import * as s from "./schema.ts";
import { present } from "./shape.ts";

type Out<S extends z.ZodType> = z.infer<S>;

/** A control with every field present. */
export const presentControl = (control: m.Control) => present(m.controlSchema, control);

/** An event with every field present. */
export const presentEvent = (event: m.PlatformEvent) => present(m.eventSchema, event);

/** A source with every field present, and the URLs of its copies. */
export const presentSource = (source: m.Source): Out<typeof s.sourceSchema> => ({
  ...present(m.sourceSchema, source),
  copies: (source.copies ?? []).map((copy) => ({ ...present(m.copySchema, copy), url: m.copyUrl(copy) })),
});

/** The ids of the operator's documents that a record cites. */
function sharedSources(p: m.Platform): Set<string> {
  const refs = [
    ...p.practices.flatMap((x) =>
      x.rules.flatMap((r) => Object.values(r.evidence).flatMap((list) => list ?? [])),
    ),
    ...[...p.controls, ...p.events, ...p.myths].flatMap((x) => x.evidence),
  ].map(m.parseRef);
  return new Set(refs.filter((r) => r.shared).map((r) => r.source));
}

const presentSameAs = (sameAs: m.Platform["sameAs"]) =>
  present(m.platformSchema.shape.sameAs.unwrap(), sameAs ?? {});

/** A record with every field present. */
export const presentPlatform = (
  p: m.Platform,
  operator: m.Operator | undefined,
  review: Out<typeof s.reviewSchema>,
): Out<typeof s.platformRecordSchema> => {
  const shared = sharedSources(p);
  return {
    ...present(s.platformModel, p),
    sources: p.sources.map(presentSource),
    operatorSources: (operator?.sources ?? []).filter((x) => shared.has(x.id)).map(presentSource),
    sameAs: presentSameAs(p.sameAs),
    review,
  };
};

/** An operator's record with every field present. */
export const presentOperatorRecord = (o: m.Operator): Out<typeof s.operatorRecordSchema> => ({
  ...present(s.operatorModel, o),
  sources: o.sources.map(presentSource),
  sameAs: presentSameAs(o.sameAs),
});

/** A resolved answer with what differs for others. */
export function presentResolved(
  p: m.Platform,
  operator: m.Operator | undefined,
  who: m.Audience,
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
