import * as z from "zod";
import "../http/openapi-method.ts";
import { termsOf, VOCABULARIES, type Vocabulary } from "../../model/index.ts";
import { trusted } from "../../text/trusted.ts";

type VocabularyName = keyof typeof VOCABULARIES;

/** Vocabularies whose enum cannot be called like the vocabulary, because another schema is. */
const OTHER_NAMES: Partial<Record<VocabularyName, string>> = { cell: "By" };

const enumName = (name: VocabularyName): string =>
  OTHER_NAMES[name] ?? `${name.charAt(0).toUpperCase()}${name.slice(1)}`;

/** Every term with its definition, as Markdown. */
const definitions = (v: Vocabulary): string =>
  Object.entries(v)
    .map(([term, { definition }]) => `- \`${term}\`: ${definition}`)
    .join("\n");

/** The enum of each vocabulary by its terms: a component of the OpenAPI documents, with the definitions. */
const ENUMS: ReadonlyMap<string, z.ZodEnum> = new Map(
  (Object.keys(VOCABULARIES) as VocabularyName[]).map((name) => {
    const terms = termsOf(VOCABULARIES[name] as Vocabulary);
    const named = z.enum(terms).openapi(enumName(name), { description: definitions(VOCABULARIES[name]) });
    return [terms.join(), named];
  }),
);

/** The named enum with exactly these terms; undefined where they are not a vocabulary. */
export const enumOf = (terms: readonly string[]): z.ZodEnum | undefined => ENUMS.get(terms.join());

/** The named enum of a vocabulary's terms. */
export const term = <K extends string>(v: Vocabulary<K>): z.ZodEnum<{ [T in K]: T }> => {
  const named = enumOf(termsOf(v));
  if (!named) throw new TypeError("The vocabulary is not in VOCABULARIES, so the API has no name for it.");
  return trusted(named);
};

/** A date as precise as it is known. */
export const partialDate = (description: string) =>
  z.string().openapi({ description: `${description} YYYY, YYYY-MM or YYYY-MM-DD.`, example: "2024-09-18" });

/**
 * A named schema or null, for places where it does not apply. Not `.nullable()`: the OpenAPI generator
 * then makes the named schema itself nullable, wherever it is used.
 */
export const orNull = <S extends z.ZodType>(schema: S, description: string) =>
  z.union([schema, z.null()]).openapi({ description });

/** A term of a vocabulary, or null. */
export const termOrNull = <K extends string>(v: Vocabulary<K>, description: string) =>
  orNull(term(v), description);

/** Any JSON value, including null. */
export const jsonValue = (description: string) => z.any().openapi({ description });
