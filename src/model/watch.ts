import * as z from "zod";
import { refuseUnsafe } from "./plain-text.ts";
import { day, text } from "./primitives.ts";

/** The version of the watch's state file. A removed or narrowed field is a new number. */
export const WATCH_STATE_VERSION = 1;

/** Days after which a record that nobody has checked since is overdue. */
export const STALE_AFTER_DAYS = 180;

/** What the watch says of one record. */
export const watchedRecordSchema = z
  .strictObject({
    state: z.enum(["current", "source-changed"]).meta({
      description:
        "`source-changed`: a document that the record rests on says something else, in what matters here, than when it was read.",
    }),
    since: day("The day of the first such change.").nullable(),
    sources: z
      .array(z.string().regex(/^(operator:)?[a-z0-9-]+$/, "a source, or operator:source"))
      .meta({ description: "The sources that changed, `operator:` before those of the operator's record." }),
    archives: z
      .array(text("owner/name"))
      .min(1)
      .meta({ description: "The archives that hold its watched documents; each is in `archives`." }),
  })
  .meta({ description: "One record. A record of which no document could be watched is not listed." });

/** `data/watch.json`: the state of every watched record, written by `npm run watch -- --write` and read by the API. */
export const watchStateSchema = z
  .strictObject({
    schemaVersion: z.literal(WATCH_STATE_VERSION),
    archives: z
      .record(
        text("owner/name"),
        z.strictObject({
          head: z
            .string()
            .regex(/^[0-9a-f]{40}$/)
            .meta({ description: "The commit compared with." }),
          date: day("Its day."),
          fetched: day(
            "The day on which the clone was last brought up to date. No commit up to this day is missing.",
          ),
        }),
      )
      .meta({ description: "The archives that were walked, and how far." }),
    records: z
      .record(z.string().regex(/^platforms\/[a-z0-9-]+$/), watchedRecordSchema)
      .meta({ description: "By `platforms/<id>`." }),
  })
  .superRefine(refuseUnsafe)
  .superRefine(({ archives, records }, ctx) => {
    for (const [key, record] of Object.entries(records))
      for (const [i, name] of record.archives.entries())
        if (!Object.hasOwn(archives, name))
          ctx.addIssue({
            code: "custom",
            path: ["records", key, "archives", i],
            message: `${name} is not in archives`,
          });
  })
  .meta({ description: "Which records' documents moved since they were read." });

export type WatchState = z.infer<typeof watchStateSchema>;

/**
 * The day up to which all watched documents of a record were compared: the earliest day on which one of its
 * archives was brought up to date.
 */
export const watchedThrough = (state: WatchState, record: string): string | undefined =>
  state.records[record]?.archives.flatMap((name) => state.archives[name]?.fetched ?? []).sort()[0];
