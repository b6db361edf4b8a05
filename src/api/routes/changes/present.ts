import type * as z from "zod";
import type { ReleasedChange } from "../../../db/index.ts";
import type { Services } from "../../http/services.ts";
import { effectsOf } from "./effects.ts";
import type { changeSchema } from "./schema.ts";

type Change = z.infer<typeof changeSchema>;

const presentChange = (c: ReleasedChange, answer: Change["answer"]): Change => ({
  id: `${c.version}/${c.record}${c.path}`,
  release: c.version,
  date: c.date,
  class: c.class as Change["class"],
  record: c.record,
  name: c.name,
  platform: c.platform,
  operator: c.operator,
  purpose: c.purpose as Change["purpose"],
  regions: c.regions,
  renamedFrom: c.change.renamedFrom ?? null,
  path: c.path,
  before: c.change.before ?? null,
  after: c.change.after ?? null,
  order: c.change.order ?? null,
  answer,
  summary: c.summary,
});

/**
 * Released changes as the API gives them, with what they did to answers.
 * @param upTo the publication up to which changes are shown
 * @param region the place for which answers are compared; without one, the first that a change names
 */
export async function presentChanges(
  s: Services,
  upTo: number,
  changes: readonly ReleasedChange[],
  region?: string,
): Promise<Change[]> {
  const effects = await effectsOf(s, upTo, changes, region);
  return changes.map((c) => presentChange(c, effects.get(c.id) ?? null));
}
