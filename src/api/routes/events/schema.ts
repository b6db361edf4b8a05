import { z } from "@hono/zod-openapi";
import { CATEGORY } from "../../../model/index.ts";
import { eventSchema } from "../../record/schema.ts";
import { term } from "../../record/terms.ts";

const eventSourceSchema = z
  .object({
    title: z.string(),
    url: z.string().openapi({ description: "The document's URL." }),
    archived: z.string().nullable().openapi({ description: "The archived copy that was read." }),
  })
  .openapi("EventSource", { description: "A document that shows the event." });

export const platformEventSchema = z
  .object({
    id: z.string().openapi({
      description: "Permanent: the platform and the event.",
      example: "linkedin/europe-began",
    }),
    platform: z
      .object({ id: z.string(), name: z.string(), category: term(CATEGORY) })
      .openapi("EventPlatform"),
    day: z.string().openapi({
      description: "The day that orders it: the last day that its best date can mean.",
      example: "2025-11-03",
    }),
    precision: z
      .enum(["day", "month", "year"])
      .openapi("Precision", { description: "How precisely the date behind `day` is known." }),
    upcoming: z.boolean().openapi({ description: "Is it still to come?" }),
    event: eventSchema,
    sources: z.array(eventSourceSchema).openapi({ description: "The documents that show it." }),
  })
  .openapi("PlatformEvent", { description: "What a platform did, or announced that it will do." });
