import * as z from "zod";
import "../../http/openapi-method.ts";
import { VERDICT } from "../../../model/index.ts";
import { answerSchema, audienceSchema, cellChangeSchema, headlineChangeSchema } from "../../answer/schema.ts";
import { metaSchema } from "../../http/envelope-schema.ts";
import { day, text, texts } from "../../http/values.ts";
import { eventSchema } from "../../record/schema.ts";
import { term } from "../../record/terms.ts";
import { platformNameSchema } from "../platforms/schema.ts";

const practiceChangeSchema = z
  .object({
    id: text("The practice's id."),
    title: text("What it is, in a few words."),
    before: term(VERDICT),
    after: term(VERDICT),
    changes: texts("In words; empty where nothing changed."),
  })
  .openapi("PracticeChange", { description: "How the answer of one practice changed." });

const overTimeSchema = z
  .object({
    platform: platformNameSchema,
    from: day("The earlier day."),
    to: day("The later day."),
    headline: headlineChangeSchema,
    cells: z
      .array(cellChangeSchema)
      .openapi({ description: "The kinds of data and columns whose verdict or certainty differs." }),
    practices: z.array(practiceChangeSchema).openapi({ description: "The practices, on both days." }),
    events: z.array(eventSchema).openapi({ description: "What happened in between, for these people." }),
  })
  .openapi("ComparisonOverTime", { description: "One platform's answers on two days." });

const comparedPlatformSchema = z
  .object({ ...platformNameSchema.shape, ...answerSchema.shape })
  .openapi("ComparedPlatform", { description: "One of the platforms, with its answer." });

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
