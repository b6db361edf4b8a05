import * as z from "zod";
import "../../http/openapi-method.ts";
import { metaSchema } from "../../http/envelope-schema.ts";

const mappings = z.array(
  z.object({ standard: z.string(), term: z.string(), match: z.string() }).openapi("Mapping"),
);

const standardSchema = z
  .object({ title: z.string(), version: z.string(), url: z.string() })
  .openapi("Standard");

const termSchema = z.object({ term: z.string(), definition: z.string(), mappings }).openapi("Term");

const regionGroupSchema = z
  .object({
    code: z.string(),
    definition: z.string(),
    since: z.string(),
    members: z.array(z.string()),
    mappings,
  })
  .openapi("RegionGroup");

export const vocabularySchema = z
  .object({
    meta: metaSchema,
    standards: z.record(z.string(), standardSchema),
    vocabularies: z.record(z.string(), z.array(termSchema)),
    trainingPurposes: z
      .array(z.string())
      .openapi({ description: "The purposes that headlines and the strictest reading are about." }),
    regionGroups: z.array(regionGroupSchema),
  })
  .openapi("VocabularyAnswer");
