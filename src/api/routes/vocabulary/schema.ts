import { z } from "@hono/zod-openapi";
import { metaSchema } from "../../http/envelope.ts";

export const vocabularySchema = z
  .object({
    meta: metaSchema,
    standards: z.record(z.string(), z.object({ title: z.string(), version: z.string(), url: z.string() })),
    vocabularies: z.record(
      z.string(),
      z.array(
        z.object({
          term: z.string(),
          definition: z.string(),
          mappings: z.array(z.object({ standard: z.string(), term: z.string(), match: z.string() })),
        }),
      ),
    ),
    trainingPurposes: z
      .array(z.string())
      .openapi({ description: "The purposes that the overall verdict is about." }),
    regionGroups: z.array(
      z.object({
        code: z.string(),
        definition: z.string(),
        since: z.string(),
        members: z.array(z.string()),
        mappings: z.array(z.object({ standard: z.string(), term: z.string(), match: z.string() })),
      }),
    ),
  })
  .openapi("VocabularyAnswer");
