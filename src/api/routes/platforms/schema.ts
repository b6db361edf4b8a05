import { z } from "@hono/zod-openapi";
import { CATEGORY, CERTAINTY, DEFAULT, PURPOSE, USE } from "../../../model/index.ts";
import { metaSchema } from "../../http/envelope.ts";
import { audienceSchema, grade, resolvedSchema, verdict } from "../../record/resolved.ts";
import { controlSchema, eventSchema, mythSchema, platformRecordSchema } from "../../record/schema.ts";
import { orNull, term } from "../../record/terms.ts";
import { changeSchema } from "../changes/schema.ts";

export const platformAnswerSchema = platformRecordSchema
  .extend({ resolved: resolvedSchema, meta: metaSchema })
  .openapi("PlatformAnswer");

export const listedPlatformSchema = z
  .object({
    id: z.string(),
    name: z.string(),
    operator: z.string(),
    category: term(CATEGORY, "What it mainly is."),
    domains: z.array(z.string()),
    summary: z.string(),
    verified: z.string().openapi({ description: "When the record was last checked." }),
    withdrawn: z.string().nullable(),
    resolved: z.object({
      audience: audienceSchema,
      overall: verdict(),
      practices: z.array(
        z.object({
          id: z.string(),
          purpose: term(PURPOSE, "What the use is for."),
          rule: z.string().nullable(),
          use: term(USE, "What the documents say."),
          default: term(DEFAULT, "What happens to people who do nothing.").nullable(),
          verdict: verdict(),
          certainty: term(CERTAINTY, "How certain it is.").nullable(),
          grade: z.object({ use: grade() }),
        }),
      ),
    }),
  })
  .openapi("ListedPlatform");

export const actionSchema = controlSchema
  .extend({
    practices: z
      .array(z.object({ id: z.string(), title: z.string(), purpose: term(PURPOSE, "What the use is for.") }))
      .openapi({ description: "The uses that it affects." }),
  })
  .openapi("Action", { description: "A control that this person has, with the uses that it affects." });

export const optOutSchema = z
  .object({
    meta: metaSchema,
    platform: z.object({ id: z.string(), name: z.string() }),
    audience: audienceSchema,
    overall: verdict(),
    actions: z.array(actionSchema).openapi({ description: "What to do, easiest first." }),
    unstoppable: z
      .array(
        z.object({
          id: z.string(),
          title: z.string(),
          purpose: term(PURPOSE, "What the use is for."),
          certainty: term(CERTAINTY, "How certain it is.").nullable(),
        }),
      )
      .openapi({ description: "Uses that this person cannot fully stop." }),
    myths: z.array(mythSchema).openapi({ description: "What does not work." }),
  })
  .openapi("OptOut");

export const historyItemSchema = z
  .object({
    kind: z
      .enum(["event", "change"])
      .openapi({ description: "event: what happened; change: what was recorded, and when." }),
    day: z.string().openapi({ description: "The day that orders it in the list." }),
    event: orNull(eventSchema),
    change: orNull(changeSchema),
  })
  .openapi("HistoryItem");
