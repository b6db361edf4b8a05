import * as z from "zod";
import { ALL_DIMENSIONS, type Dimension, type WhenAudience } from "./audience.ts";
import { partialDate, regionSchema, termSchema } from "./primitives.ts";

const valueSchema = ({ terms, facet }: Dimension): z.ZodType =>
  terms === null ? regionSchema : termSchema(terms, `A value of ${facet}.`);

const fieldSchema = (dimension: Dimension): z.ZodType => {
  const value = valueSchema(dimension);
  return (dimension.many ? z.array(value).min(1) : value)
    .optional()
    .meta({ description: dimension.whenDescription });
};

type WhenAudienceShape = {
  [K in keyof WhenAudience]-?: z.ZodOptional<z.ZodType<NonNullable<WhenAudience[K]>>>;
};

/** For whom a statement holds: a field for each dimension. A missing field means any. */
export const whenAudienceShape = Object.fromEntries(
  ALL_DIMENSIONS.map((d) => [d.when, fieldSchema(d)]),
) as WhenAudienceShape;

/** For whom, without dates (events, sources). */
export const audienceWhenSchema = z
  .strictObject(whenAudienceShape)
  .meta({ description: "For whom this holds. A missing field means any." });

/** For whom and when (rules, controls). `until` is exclusive. */
export const whenSchema = z
  .strictObject({
    ...whenAudienceShape,
    from: partialDate("The first day on which this holds.").optional(),
    until: partialDate("The first day on which this no longer holds (exclusive).").optional(),
  })
  .meta({ description: "For whom and when this holds. A missing field means any." });

export type When = z.infer<typeof whenSchema>;
