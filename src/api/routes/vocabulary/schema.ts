import * as z from "zod";
import "../../http/openapi-method.ts";
import { metaSchema } from "../../http/envelope-schema.ts";
import { day, text, texts, url } from "../../http/values.ts";

const mappings = z
  .array(
    z
      .object({
        standard: text("The standard, by its key in `standards`."),
        term: text("Its term."),
        match: text("How the two are related, as SKOS names it.", "close"),
      })
      .openapi("StandardTerm", { description: "A term of a standard that means the same, or nearly." }),
  )
  .openapi({ description: "Terms of standards that mean the same, or nearly." });

const standardSchema = z
  .object({
    title: text("Its title."),
    version: text("The version that the mappings use."),
    url: url("Where it is published."),
  })
  .openapi("Standard", { description: "A standard that terms are mapped to." });

const termSchema = z
  .object({ term: text("The term."), definition: text("What it means."), mappings })
  .openapi("Term", { description: "A term of a vocabulary." });

const regionGroupSchema = z
  .object({
    code: text("Its code.", "EEA"),
    definition: text("What it is."),
    since: day("The day from which it has these members."),
    members: texts("The countries, by ISO 3166-1 code."),
    mappings,
  })
  .openapi("RegionGroup", { description: "A group of countries that records and requests can name." });

export const vocabularySchema = z
  .object({
    meta: metaSchema,
    standards: z
      .record(z.string(), standardSchema)
      .openapi({ description: "The standards that terms are mapped to, by key." }),
    vocabularies: z
      .record(z.string(), z.array(termSchema))
      .openapi({ description: "The terms of each vocabulary, by its name." }),
    trainingPurposes: texts("The purposes that headlines and the strictest reading are about."),
    regionGroups: z.array(regionGroupSchema).openapi({ description: "The groups of countries." }),
  })
  .openapi("VocabularyAnswer", { description: "Every term with its definition and mappings." });
