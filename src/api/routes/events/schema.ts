import * as z from "zod";
import "../../http/openapi-method.ts";
import { CATEGORY } from "../../../model/index.ts";
import { listOf } from "../../http/envelope-schema.ts";
import { count, day, text, texts, url } from "../../http/values.ts";
import { eventSchema } from "../../record/schema.ts";
import { term } from "../../record/terms.ts";
import { UPCOMING_KINDS } from "./upcoming.ts";

const eventSourceSchema = z
  .object({
    title: text("The document's title."),
    url: url("The document's URL."),
    archived: url("The archived copy that was read; null where there is none.").nullable(),
  })
  .openapi("EventSource", { description: "A document that shows the event." });

const precisionSchema = z
  .enum(["day", "month", "year"])
  .openapi("Precision", { description: "How precisely the date behind `day` is known." });

const periodSchema = z
  .object({
    from: day("The first day.", "2026-03-01"),
    until: day("The first day after it (exclusive).", "2026-04-01"),
  })
  .openapi("DatePeriod", {
    description: "The days that the date can mean: all of a month or year, where only that is known.",
  });

const platformSchema = z
  .object({ id: text("The platform's id."), name: text("Its name."), category: term(CATEGORY) })
  .openapi("EventPlatform", { description: "The platform that an event is about." });

export const platformEventSchema = z
  .object({
    id: text("Permanent: the platform and the event.", "linkedin/europe-began"),
    platform: platformSchema,
    day: day("The day that orders it: the last day that its best date can mean.", "2025-11-03"),
    precision: precisionSchema,
    period: periodSchema,
    when: text("In words, as precise as it is known.", "in March 2026"),
    upcoming: z.boolean().openapi({
      description: "Does it take effect today or later, or in a month or year that is not over?",
    }),
    event: eventSchema,
    sources: z.array(eventSourceSchema).openapi({ description: "The documents that show it." }),
  })
  .openapi("PlatformEvent", { description: "What a platform did, or announced that it will do." });

export const upcomingSchema = z
  .object({
    id: text("Permanent: the kind, the platform and what begins or ends.", "control-ends/example/objection"),
    kind: z.enum(UPCOMING_KINDS).openapi("UpcomingKind", {
      description:
        "An event takes effect; a control or rule begins to apply on its day, or applies for the last time.",
    }),
    platform: platformSchema,
    day: day("The day; of a month or year, the first. What ends does so after this day.", "2026-12-14"),
    days: count("Days from today: 0 is today; negative for an event of a month or year that has begun."),
    precision: precisionSchema,
    period: periodSchema,
    when: text("In words.", "on 14 December 2026"),
    title: text("What begins or ends, in words.", "Last day for “Objection form”"),
    regions: texts("Where it applies, as the record names it; null: everywhere.").nullable(),
  })
  .openapi("Upcoming", { description: "What begins or ends soon." });

export const eventListSchema = listOf(
  platformEventSchema,
  "EventList",
  "What platforms did and will do, newest first.",
);

export const upcomingListSchema = listOf(
  upcomingSchema,
  "UpcomingList",
  "What begins or ends soon, the next first.",
);
