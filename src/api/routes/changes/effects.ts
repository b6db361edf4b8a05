import type * as z from "zod";
import type { ReleasedChange } from "../../../db/index.ts";
import { audience, type Platform } from "../../../model/index.ts";
import { resolve } from "../../../policy/index.ts";
import { cellChanges } from "../../answer/changes.ts";
import { presentHeadlineSummary } from "../../answer/present.ts";
import type { Services } from "../../http/services.ts";
import type { changeEffectSchema } from "./schema.ts";

type Effect = z.infer<typeof changeEffectSchema>;

/** The records of some platforms in a release and in the one before it. */
interface Records {
  before: Map<string, Platform>;
  after: Map<string, Platform>;
}

async function recordsOf(
  s: Services,
  version: string,
  previous: string | null,
  ids: readonly string[],
): Promise<Records> {
  const at = async (release: string, named: readonly string[]) =>
    s.store.platformsById((await s.publication.release(release)).id, named);
  const after = await at(version, ids);
  const former = [...after.values()].flatMap((p) => p.aliases ?? []);
  return { before: previous === null ? new Map() : await at(previous, [...ids, ...former]), after };
}

/** A platform before a release; one that the release renamed, under its former id. */
const platformBefore = ({ before, after }: Records, id: string): Platform | undefined =>
  [id, ...(after.get(id)?.aliases ?? [])].flatMap((known) => before.get(known) ?? [])[0];

/** How an answer changed on the day of the release; null where it did not. */
function effectOf(before: Platform, after: Platform, region: string | null, asOf: string): Effect | null {
  const who = audience({ region, asOf });
  const [was, is] = [resolve(before, who), resolve(after, who)];
  const cells = cellChanges(was, is);
  const headline = { before: presentHeadlineSummary(before, was), after: presentHeadlineSummary(after, is) };
  const isSame = headline.before.sentence === headline.after.sentence;
  return cells.length === 0 && isSame ? null : { region, headline, cells };
}

/**
 * What released changes did to answers, by the change's number: for a person in the requested place, else
 * in the first place that the change names. All changes of a record in one release have the same effect.
 * @param upTo the publication up to which changes are shown
 */
export async function effectsOf(
  s: Services,
  upTo: number,
  changes: readonly ReleasedChange[],
  region: string | undefined,
): Promise<Map<number, Effect | null>> {
  const previous = new Map((await s.store.releases(upTo)).map((r) => [r.version, r.previous]));
  const effects = new Map<number, Effect | null>();
  for (const [version, inRelease] of Map.groupBy(changes, (c) => c.version)) {
    const ids = [...new Set(inRelease.flatMap((c) => c.platform ?? []))];
    const records = await recordsOf(s, version, previous.get(version) ?? null, ids);
    const known = new Map<string, Effect | null>();
    for (const { id, platform, regions, date } of inRelease) {
      const [before, after] = [platformBefore(records, platform ?? ""), records.after.get(platform ?? "")];
      if (!before || !after) continue;
      const place = region ?? regions?.[0] ?? null;
      const key = `${platform} ${place}`;
      if (!known.has(key)) known.set(key, effectOf(before, after, place, date));
      effects.set(id, known.get(key) ?? null);
    }
  }
  return effects;
}
