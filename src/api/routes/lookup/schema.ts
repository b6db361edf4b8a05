import { z } from "@hono/zod-openapi";
import { answerSchema, audienceSchema } from "../../answer/schema.ts";
import { metaSchema } from "../../http/envelope.ts";

export const lookupSchema = z
  .object({
    meta: metaSchema,
    match: z
      .object({
        platform: z.string(),
        name: z.string(),
        domain: z.string().openapi({ description: "The domain in the record that matched." }),
      })
      .openapi("LookupMatch"),
    audience: audienceSchema,
    ...answerSchema.shape,
  })
  .openapi("Lookup", { description: "The platform that a URL or domain belongs to, with its answer." });
