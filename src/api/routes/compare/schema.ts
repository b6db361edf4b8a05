import * as z from "zod";
import "../../http/openapi-method.ts";
import { VERDICT } from "../../../model/index.ts";
import { answerSchema, audienceSchema, cellChangeSchema, headlineChangeSchema } from "../../answer/schema.ts";
import { metaSchema } from "../../http/envelope-schema.ts";
import { eventSchema } from "../../record/schema.ts";
import { orNull, term } from "../../record/terms.ts";

const practiceChangeSchema = z
  .object({
    id: z.string(),
    title: z.string(),
    before: term(VERDICT),
    after: term(VERDICT),
    changes: z.array(z.string()).openapi({ description: "In words; empty where nothing changed." }),
  })
  .openapi("PracticeChange");

const overTimeSchema = z
  .object({
    platform: z.object({ id: z.string(), name: z.string() }).openapi("PlatformName"),
    from: z.string(),
    to: z.string(),
    headline: headlineChangeSchema,
    cells: z
      .array(cellChangeSchema)
      .openapi({ description: "The kinds of data and columns whose verdict or certainty differs." }),
    practices: z.array(practiceChangeSchema),
    events: z.array(eventSchema).openapi({ description: "What happened in between, for these people." }),
  })
  .openapi("ComparisonOverTime");

const comparedPlatformSchema = z
  .object({ id: z.string(), name: z.string(), ...answerSchema.shape })
  .openapi("ComparedPlatform");

export const compareSchema = z
  .object({
    meta: metaSchema,
    audience: audienceSchema.omit({ asOf: true }).openapi("ComparedAudience", {
      description: "For whom the answers are.",
    }),
    overTime: orNull(overTimeSchema),
    sideBySide: z.array(comparedPlatformSchema).nullable(),
  })
  .openapi("Comparison", { description: "One platform over time, or up to ten side by side." });
