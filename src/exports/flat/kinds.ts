import { type KindRow, kindRows } from "../../db/cell-rows.ts";
import { CELL, termsOf } from "../../model/index.ts";
import type { By } from "../../policy/index.ts";
import { FACET_COLUMNS, type ForAudience, INTERVAL, keyOf, placesOf } from "./audience.ts";
import { type FlatColumn, textColumn } from "./columns.ts";
import type { Flat } from "./table.ts";

interface Kind extends ForAudience {
  row: KindRow;
}

/** `other-models` → `other_models_verdict`, `other_models_certainty`. */
const cellColumns = (by: By): FlatColumn<Kind>[] => {
  const prefix = by.replaceAll("-", "_");
  return [
    textColumn(`${prefix}_verdict`, true, ({ row }) => row.cells[by].verdict),
    textColumn(`${prefix}_certainty`, false, ({ row }) => row.cells[by].certainty),
  ];
};

/** Answers by kind of data. */
export const kinds: Flat<Kind> = {
  name: "ai-data-use-kinds",
  description:
    "One row for each platform, kind of data, and audience and time that differ: what the platform itself, others and crawlers do with it, and what models other than generative ones are trained with it.",
  columns: [
    textColumn("kind", true, ({ row }) => row.kind),
    ...FACET_COLUMNS,
    ...INTERVAL,
    ...termsOf(CELL).flatMap(cellColumns),
  ],
  primaryKey: keyOf("kind"),
  rows(item) {
    const places = placesOf(item);
    return kindRows(item.space).map((row) => ({ who: row, row, places }));
  },
};
