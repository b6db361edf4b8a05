import * as z from "zod";
import { partialDate, regionSchema, termSchema } from "./primitives.ts";
import { ACCOUNT, AGE, PLAN } from "./vocabulary.ts";

/** For whom a statement holds. What is left out means any. */
export const whenAudienceShape = {
  regions: z.array(regionSchema).min(1).optional().meta({ description: "Where the person is. Left out: anywhere." }),
  plans: z.array(termSchema(PLAN, "A plan.")).min(1).optional().meta({ description: "Which plan. Left out: any." }),
  age: termSchema(AGE, "How old. Left out: any.").optional(),
  account: termSchema(ACCOUNT, "How the person stands to the platform. Left out: any.").optional(),
} as const;

/** For whom, without dates (events, sources). */
export const audienceWhenSchema = z.strictObject(whenAudienceShape).meta({ description: "For whom this holds. What is left out means any." });

/** For whom and when (rules, controls). `until` is the first day on which it no longer holds. */
export const whenSchema = z
  .strictObject({
    ...whenAudienceShape,
    from: partialDate("The first day on which this holds.").optional(),
    until: partialDate("The first day on which this no longer holds (the interval is half-open).").optional(),
  })
  .meta({ description: "For whom and when this holds. What is left out means any." });

export type When = z.infer<typeof whenSchema>;
