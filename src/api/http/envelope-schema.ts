import * as z from "zod";
import "./openapi-method.ts";

/** What every answer says of itself. */
export const metaSchema = z
  .object({
    release: z
      .string()
      .openapi({ description: "The dataset's version: CalVer, or `unreleased`.", example: "2026.11.1" }),
    generatedAt: z.string().openapi({
      description: "The day of the data, as an instant (RFC 3339).",
      example: "2026-11-24T00:00:00Z",
    }),
    licence: z
      .object({ name: z.string(), url: z.string() })
      .openapi("Licence", { description: "The data's licence." }),
    attribution: z.string().openapi({ description: "Whom to credit." }),
    links: z.record(z.string(), z.string()).openapi({
      description: "Where to go on, relative to this server.",
      example: { self: "/platforms/linkedin" },
    }),
  })
  .openapi("Meta");

/** An envelope for lists. `head`: what the list has before its items. */
export const listOf = <T extends z.ZodType, H extends z.ZodRawShape = Record<never, never>>(
  item: T,
  name: string,
  head?: H,
) =>
  z
    .object({
      meta: metaSchema,
      ...(head as H),
      total: z.int().openapi({ description: "How many there are on all pages." }),
      next: z
        .string()
        .nullable()
        .openapi({ description: "The next page, relative to this server; null on the last." }),
      items: z.array(item),
    })
    .openapi(name);
