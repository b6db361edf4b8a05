import * as z from "zod";
import "../../http/openapi-method.ts";
import { CATEGORY } from "../../../model/index.ts";
import { listOf } from "../../http/envelope-schema.ts";
import { eventSchema } from "../../record/schema.ts";
import { term } from "../../record/terms.ts";
import { UPCOMING_KINDS } from "./upcoming.ts";

const eventSourceSchema = z
  .object({
    title: z.string(),
    url: z.string().openapi({ description: "The document's URL." }),
    archived: z.string().nullable().openapi({ description: "The archived copy that was read." }),
  })
  .openapi("EventSource", { description: "A document that shows the event." });

const precisionSchema = z
  .enum(["day", "month", "year"])
  .openapi("Precision", { description: "How precisely the date behind `day` is known." });

const periodSchema = z
  .object({
    from: z.string().openapi({ description: "The first day.", example: "2026-03-01" }),
    until: z.string().openapi({ description: "The first day after it (exclusive).", example: "2026-04-01" }),
  })
  .openapi("DatePeriod", {
    description: "The days that the date can mean: all of a month or year, where only that is known.",
  });

const platformSchema = z
  .object({ id: z.string(), name: z.string(), category: term(CATEGORY) })
  .openapi("EventPlatform");

export const platformEventSchema = z
  .object({
    id: z.string().openapi({
      description: "Permanent: the platform and the event.",
      example: "linkedin/europe-began",
    }),
    platform: platformSchema,
    day: z.string().openapi({
      description: "The day that orders it: the last day that its best date can mean.",
      example: "2025-11-03",
    }),
    precision: precisionSchema,
    period: periodSchema,
    when: z
      .string()
      .openapi({ description: "In words, as precise as it is known.", example: "in March 2026" }),
    upcoming: z.boolean().openapi({
      description: "Does it take effect today or later, or in a month or year that is not over?",
    }),
    event: eventSchema,
    sources: z.array(eventSourceSchema).openapi({ description: "The documents that show it." }),
  })
  .openapi("PlatformEvent", { description: "What a platform did, or announced that it will do." });

export const upcomingSchema = z
  .object({
    id: z.string().openapi({
      description: "Permanent: the kind, the platform and what begins or ends.",
      example: "control-ends/example/objection",
    }),
    kind: z.enum(UPCOMING_KINDS).openapi("UpcomingKind", {
      description:
        "An event takes effect; a control or rule begins to apply on its day, or applies for the last time.",
    }),
    platform: platformSchema,
    day: z.string().openapi({
      description: "The day; of a month or year, the first. What ends does so after this day.",
      example: "2026-12-14",
    }),
    days: z.int().openapi({
      description: "Days from today: 0 is today; negative for an event of a month or year that has begun.",
    }),
    precision: precisionSchema,
    period: periodSchema,
    when: z.string().openapi({ description: "In words.", example: "on 14 December 2026" }),
    title: z.string().openapi({
      description: "What begins or ends, in words.",
      example: "Last day for “Objection form”",
    }),
    regions: z
      .array(z.string())
      .nullable()
      .openapi({ description: "Where it applies, as the record names it; null: everywhere." }),
  })
  .openapi("Upcoming", { description: "What begins or ends soon." });

export const eventListSchema = listOf(platformEventSchema, "EventList");

export const upcomingListSchema = listOf(upcomingSchema, "UpcomingList");
