import type { StoredAnswer } from "../../db/rows.ts";
import { HEADLINE } from "../../db/segments.ts";
import type { Control } from "../../model/index.ts";
import { FACET_COLUMNS, type ForAudience, INTERVAL, keyOf, placesOf } from "./audience.ts";
import { textColumn } from "./columns.ts";
import type { Flat } from "./table.ts";

interface Headline extends ForAudience {
  answer: StoredAnswer;
  /** The control that stops most of it. */
  control: Control | undefined;
}

/** The answer in short. */
export const headlines: Flat<Headline> = {
  name: "ai-data-use-headlines",
  description:
    "One row for each platform, and audience and time that differ: the answer in one sentence, what it is mainly about, and the control that stops most of it.",
  columns: [
    ...FACET_COLUMNS,
    ...INTERVAL,
    textColumn("verdict", true, ({ answer }) => answer.verdict),
    textColumn("certainty", false, ({ answer }) => answer.certainty),
    textColumn("lead_kind", false, ({ answer }) => answer.leadKind),
    textColumn("sentence", true, ({ answer }) => answer.sentence),
    textColumn("worst", true, ({ answer }) => answer.worst),
    textColumn("control", false, ({ answer }) => answer.control),
    textColumn("control_name", false, ({ control }) => control?.name ?? null),
    textColumn("control_url", false, ({ control }) => control?.url ?? null),
  ],
  primaryKey: keyOf(),
  rows(item) {
    const places = placesOf(item);
    return item.rows.answers
      .filter((a) => a.practice === HEADLINE)
      .map((answer) => ({
        who: answer,
        answer,
        control: item.record.controls.find((c) => c.id === answer.control),
        places,
      }));
  },
};
