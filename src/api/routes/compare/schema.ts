import * as z from "zod";
import "../../http/openapi-method.ts";
import { VERDICT } from "../../../model/index.ts";
import { answerSchema, audienceSchema, cellChangeSchema, headlineChangeSchema } from "../../answer/schema.ts";
import { metaSchema } from "../../http/envelope-schema.ts";
import { day, text, texts } from "../../http/values.ts";
import { eventSchema } from "../../record/schema.ts";
import { orNull, term } from "../../record/terms.ts";
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

export const compareSchema = z
  .object({
    meta: metaSchema,
    audience: audienceSchema.omit({ asOf: true }).openapi("ComparedAudience", {
      description: "For whom the answers are.",
    }),
    overTime: orNull(overTimeSchema, "One platform over time; null for a request with `ids`."),
    sideBySide: z
      .array(comparedPlatformSchema)
      .nullable()
      .openapi({ description: "The platforms side by side; null for a request with `id`." }),
  })
  .openapi("Comparison", { description: "One platform over time, or up to ten side by side." });
