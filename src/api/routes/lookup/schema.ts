import { z } from "@hono/zod-openapi";
import { metaSchema } from "../../http/envelope.ts";
import { resolvedSchema } from "../../record/resolved.ts";

export const lookupSchema = z
  .object({
    meta: metaSchema,
    match: z.object({
      platform: z.string(),
      name: z.string(),
      domain: z.string().openapi({ description: "The domain in the record that matched." }),
    }),
    resolved: resolvedSchema,
  })
  .openapi("Lookup");
