import { entityNamed } from "../../db/columns.ts";
import type { Control } from "../../model/index.ts";
import { codes, columnsOf, type PlatformRecord, textColumn } from "./columns.ts";
import { type Flat, PLATFORM_COLUMNS } from "./table.ts";

const practicesWith = (control: string, { record }: PlatformRecord): string[] =>
  record.practices.filter((p) => p.rules.some((r) => r.controls?.includes(control))).map((p) => p.id);

/** What people can do. */
export const controls: Flat<Control> = {
  name: "ai-data-use-controls",
  description: "One row for each control: what people can do, where it is, and what it does not undo.",
  columns: columnsOf<Control>(entityNamed("control"), (control) => control, {
    taken: PLATFORM_COLUMNS,
    after: {
      rights: [textColumn("practices", false, ({ id }, item) => codes(practicesWith(id, item)))],
    },
  }),
  primaryKey: ["platform", "control"],
  rows: ({ record }) => record.controls,
};
