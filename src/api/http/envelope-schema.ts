import * as z from "zod";
import "./openapi-method.ts";
import { count, instant, reference, text, url } from "./values.ts";

/** What every answer says of itself. */
export const metaSchema = z
  .object({
    release: text("The dataset's version: CalVer, or `unreleased`.", "2026.11.1"),
    generatedAt: instant("The day of the data, as an instant (RFC 3339).", "2026-11-24T00:00:00Z"),
    licence: z
      .object({ name: text("Its name.", "CC BY 4.0"), url: url("Its text.") })
      .openapi("Licence", { description: "The data's licence." }),
    attribution: text("Whom to credit."),
    links: z.record(z.string(), z.string()).openapi({
      description: "Where to go on, relative to this server.",
      example: { self: "/platforms/linkedin" },
    }),
  })
  .openapi("Meta", { description: "What every answer says of itself." });

/** The fields of a page of a list. */
export const pageOf = <T extends z.ZodType>(item: T) => ({
  total: count("How many there are on all pages."),
  next: reference("The next page, relative to this server; null on the last.").nullable(),
  items: z.array(item).openapi({ description: "Those of this page." }),
});

/** An envelope for lists. @param head what the list has before its items */
export const listOf = <T extends z.ZodType, H extends z.ZodRawShape = Record<never, never>>(
  item: T,
  name: string,
  description: string,
  head?: H,
) =>
  z
    .object({
      meta: metaSchema,
      ...(head as H),
      ...pageOf(item),
    })
    .openapi(name, { description });
