import { z } from "@hono/zod-openapi";
import { termsOf, type Vocabulary } from "../../model/index.ts";

/** An enum of a vocabulary's terms. */
export const term = <K extends string>(v: Vocabulary<K>, description: string) =>
  z.enum(termsOf(v) as [K, ...K[]]).openapi({ description });

/** A date as precise as it is known. */
export const partialDate = (description: string) =>
  z.string().openapi({ description: `${description} YYYY, YYYY-MM or YYYY-MM-DD.`, example: "2024-09-18" });

/**
 * A named schema or null, for places where it does not apply. Not `.nullable()`: the OpenAPI generator
 * then makes the named schema itself nullable, wherever it is used.
 */
export const orNull = <S extends z.ZodType>(schema: S) => z.union([schema, z.null()]);

/** Any JSON value, including null. */
export const jsonValue = () => z.any();
