import * as z from "zod";
import "./openapi-method.ts";

/*
 * The plain values of answers. Each has a description, and the format by which generated clients choose a type.
 */

const described = <S extends z.ZodType>(schema: S, description: string, more: object = {}): S =>
  schema.openapi({ description, ...more });

const withExample = (example: unknown) => (example === undefined ? {} : { example });

/** Text. */
export const text = (description: string, example?: string) =>
  described(z.string(), description, withExample(example));

/** A list of texts. */
export const texts = (description: string, example?: readonly string[]) =>
  described(z.array(z.string()), description, withExample(example));

/** A calendar day: YYYY-MM-DD. */
export const day = (description: string, example = "2026-11-24") =>
  described(z.string(), description, { format: "date", example });

/** An instant (RFC 3339). */
export const instant = (description: string, example: string) =>
  described(z.string(), description, { format: "date-time", example });

/** A whole URL. */
export const url = (description: string, example?: string) =>
  described(z.string(), description, { format: "uri", ...withExample(example) });

/** A URL that can be relative to this server. Without a format: generators take `uri-reference` for a whole URL. */
export const reference = (description: string, example?: string) =>
  described(z.string(), description, withExample(example));

/** A whole number. */
export const count = (description: string, example?: number) =>
  described(z.int(), description, withExample(example));

/** A number that need not be whole. */
export const number = (description: string, example?: number) =>
  described(z.number(), description, { format: "double", ...withExample(example) });

/** Numbers by name. */
export const counts = (description: string) => described(z.record(z.string(), z.int()), description);
