import { z } from "@hono/zod-openapi";
import { metaSchema } from "../../http/envelope.ts";
import { audienceSchema, resolvedSchema, verdict } from "../../record/resolved.ts";
import { eventSchema } from "../../record/schema.ts";

const compared = z.object({
  id: z.string(),
  title: z.string(),
  before: verdict(),
  after: verdict(),
  changes: z.array(z.string()).openapi({ description: "In words; empty where nothing changed." }),
});
export const compareSchema = z
  .object({
    meta: metaSchema,
    audience: audienceSchema.omit({ asOf: true }),
    overTime: z
      .object({
        platform: z.object({ id: z.string(), name: z.string() }),
        from: z.string(),
        to: z.string(),
        overall: z.object({ before: verdict(), after: verdict() }),
        practices: z.array(compared),
        events: z.array(eventSchema).openapi({ description: "What happened in between, for these people." }),
      })
      .nullable(),
    sideBySide: z
      .array(
        z.object({
          id: z.string(),
          name: z.string(),
          resolved: resolvedSchema.omit({ otherAudiences: true }),
        }),
      )
      .nullable(),
  })
  .openapi("Comparison", { description: "One platform over time, or up to ten side by side." });
