import { z } from "@hono/zod-openapi";
import { termsOf, type Vocabulary } from "../../model/index.ts";

/** An enum of a vocabulary's terms. */
export const term = <K extends string>(v: Vocabulary<K>, description: string) =>
  z.enum(termsOf(v) as [K, ...K[]]).openapi({ description });

/** A date as precise as it is known. */
export const partialDate = (description: string) =>
  z.string().openapi({ description: `${description} YYYY, YYYY-MM or YYYY-MM-DD.`, example: "2024-09-18" });

/** Any JSON value, including null. */
export const jsonValue = () => z.any();
