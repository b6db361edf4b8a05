import * as z from "zod";
import { perFacet } from "../api/http/facets.ts";
import {
  type Audience,
  byFacet,
  CERTAINTY,
  type Dimension,
  type Facet,
  KIND,
  termsOf,
  VERDICT,
  type Vocabulary,
} from "../model/index.ts";

/* Shapes that several tools have. */

const term = <K extends string>(vocabulary: Vocabulary<K>) => z.enum(termsOf(vocabulary));

/** An argument that takes one term. */
export const oneOf = (vocabulary: Vocabulary<string>) => ({ type: "string", enum: termsOf(vocabulary) });

/** An argument that takes a day. */
export const dayArgument = (description?: string) => ({
  type: "string",
  format: "date",
  ...(description && { description }),
});

/** What the values of a dimension without a vocabulary look like. */
const REGION = "ISO 3166 code (DE, US-CA), EU or EEA";

const facetArgument = ({ terms }: Dimension) =>
  terms === null ? { type: "string", description: REGION } : oneOf(terms);

/** The arguments that say for whom and which day an answer is. */
export const PEOPLE = {
  ...byFacet(facetArgument),
  as_of: dayArgument("Default: today"),
};

/** For whom an answer is. */
export const audienceShape = z.object({
  ...perFacet<{ [F in Facet]: z.ZodType<Audience[F]> }>(({ terms }) =>
    terms === null ? z.string().nullable() : term(terms),
  ),
  asOf: z.string(),
});

/** A verdict, and how firmly the use is known. */
export const cellShape = z.object({ verdict: term(VERDICT), certainty: term(CERTAINTY).nullable() });

export const headlineShape = cellShape.extend({ sentence: z.string() });

export const kindShape = z.object({
  kind: term(KIND),
  own: cellShape.nullable(),
  others: cellShape.nullable(),
  crawlers: cellShape.nullable(),
  otherModels: cellShape.nullable(),
});

export const nameShape = z.object({ id: z.string(), name: z.string() });

/** A document that a statement is based on. */
export const sourceShape = z.object({
  title: z.string(),
  url: z.string(),
  archived: z.string().nullable(),
});

/** A setting, a form or another way to act. */
export const controlShape = z.object({
  name: z.string(),
  protects: z.string(),
  steps: z.array(z.string()),
  url: z.string().nullable(),
  exceptions: z.array(z.string()),
});

/** What every answer ends with: the release, and what to name as its source. */
export const originShape = { release: z.string(), licence: z.string(), attribution: z.string() };

/** `meta` of the API's answers, as far as it is used. */
interface Meta {
  release: string;
  licence: { name: string };
  attribution: string;
}

/** The fields of {@link originShape}. */
export const originOf = ({ meta }: { meta: Meta }) => ({
  release: meta.release,
  licence: meta.licence.name,
  attribution: meta.attribution,
});
