import type * as z from "zod";
import type { ChangedAnswersOf, ReleasedChange } from "../../../db/index.ts";
import { effects } from "./effects.ts";
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
 * Makes of a released change what the API gives, with what it did to answers.
 * @param region the place for which answers are compared; without one, the first that a change names
 */
export function changePresenter(
  answers: ChangedAnswersOf,
  region?: string,
): (change: ReleasedChange) => Change {
  const effectOf = effects(answers, region);
  return (change) => presentChange(change, effectOf(change));
}
