import { entityNamed } from "../../db/columns.ts";
import type { PlatformEvent } from "../../model/index.ts";
import { sortDay } from "../../policy/index.ts";
import { columnsOf } from "./columns.ts";
import { type Flat, PLATFORM_COLUMNS } from "./table.ts";

/** What changed. */
export const events: Flat<PlatformEvent> = {
  name: "ai-data-use-events",
  description: "One row for each event: what changed, when, for whom.",
  columns: columnsOf<PlatformEvent>(entityNamed("event"), (event) => event, {
    taken: PLATFORM_COLUMNS,
    after: {
      type: [{ name: "day", type: "date", required: true, read: ({ dates }) => sortDay(dates) }],
    },
  }),
  primaryKey: ["platform", "event"],
  rows: ({ record }) => record.events,
};
