import * as z from "zod";
import "../../http/openapi-method.ts";
import { VERDICT } from "../../../model/index.ts";
import { answerSchema, audienceSchema, cellChangeSchema, headlineChangeSchema } from "../../answer/schema.ts";
import { metaSchema } from "../../http/envelope-schema.ts";
import { eventSchema } from "../../record/schema.ts";
import { term } from "../../record/terms.ts";

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

const comparedAudienceSchema = audienceSchema.omit({ asOf: true }).openapi("ComparedAudience", {
  description: "For whom the answers are.",
});

export const sideBySideSchema = z
  .object({
    meta: metaSchema,
    audience: comparedAudienceSchema,
    sideBySide: z
      .array(comparedPlatformSchema)
      .openapi({ description: "Each platform's answer, in the order asked for." }),
  })
  .openapi("Comparison", { description: "Up to ten platforms side by side." });

export const changedOverTimeSchema = z
  .object({ meta: metaSchema, audience: comparedAudienceSchema, overTime: overTimeSchema })
  .openapi("PlatformComparison", { description: "One platform on two days, and what changed in between." });
