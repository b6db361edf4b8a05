import type * as z from "zod";
import * as m from "../../model/index.ts";
import { operatorModel, platformModel } from "./model.ts";
import { present } from "./present-fields.ts";
import type * as s from "./schema.ts";

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

/** That a record was withdrawn, with every field present; null for one that is not. */
export const presentWithdrawn = (withdrawn: m.Platform["withdrawn"]) =>
  withdrawn ? present(m.withdrawnSchema, withdrawn) : null;

const presentSameAs = (sameAs: m.Platform["sameAs"]) =>
  present(m.platformSchema.shape.sameAs.unwrap(), sameAs ?? {});

/** A record with every field present. */
export const presentRecord = (p: m.Platform): Out<typeof s.platformRecordSchema> => ({
  ...present(platformModel, p),
  sources: p.sources.map(presentSource),
  sameAs: presentSameAs(p.sameAs),
});

/** An operator's record with every field present. */
export const presentOperatorRecord = (o: m.Operator): Out<typeof s.operatorRecordSchema> => ({
  ...present(operatorModel, o),
  sources: o.sources.map(presentSource),
  sameAs: presentSameAs(o.sameAs),
});

/** The ids of the operator's documents that a record cites. */
function citedShared(p: m.Platform): Set<string> {
  const refs = [
    ...p.practices.flatMap((x) =>
      x.rules.flatMap((r) => Object.values(r.evidence).flatMap((list) => list ?? [])),
    ),
    ...[...p.controls, ...p.events, ...p.myths].flatMap((x) => x.evidence),
  ].map(m.parseRef);
  return new Set(refs.filter((r) => r.shared).map((r) => r.source));
}

/** The operator's shared documents that a record cites. */
export const sharedSourcesOf = (
  p: m.Platform,
  operator: m.Operator | undefined,
): Out<typeof s.sourceSchema>[] => {
  const cited = citedShared(p);
  return (operator?.sources ?? []).filter((x) => cited.has(x.id)).map(presentSource);
};
