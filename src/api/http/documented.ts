import type * as z from "zod";
import type { Vocabulary } from "../../model/index.ts";
import type { ProblemName } from "./problem.ts";

/** Words that are not a vocabulary: an enum of the OpenAPI documents with a name of its own. */
export interface Words {
  /** The name of the enum. */
  name: string;
  description: string;
  values: readonly string[];
}

/** Text of a form, a number or a flag, as JSON Schema says it. */
export interface Form {
  type: "string" | "integer" | "boolean";
  format?: string;
  pattern?: string;
  minLength?: number;
  maxLength?: number;
  minimum?: number;
  maximum?: number;
  default?: string | number;
}

/** What one value of a parameter can be. */
export type ValueOf = { vocabulary: Vocabulary } | { words: Words } | { form: Form };

/** What the OpenAPI documents say of a parameter. Its schema reads text, so it does not say it itself. */
export interface Documented {
  name: string;
  description: string;
  value: ValueOf;
  /** Of a list, whose values are separated by commas: the most of them. */
  list?: { most?: number };
  example?: string | number | readonly string[];
  /** The problem for a value of the right form that names nothing. */
  unknown?: ProblemName | undefined;
}

const DOCUMENTED = new WeakMap<z.ZodType, Documented>();

/** Says what a parameter takes. */
export function documented<S extends z.ZodType>(schema: S, about: Documented): S {
  DOCUMENTED.set(schema, about);
  return schema;
}

/** Says of a parameter what is said of another. */
export function documentedAs<S extends z.ZodType>(schema: S, other: z.ZodType): S {
  const about = DOCUMENTED.get(other);
  return about === undefined ? schema : documented(schema, about);
}

/** What is said of a parameter; undefined where nothing is. */
export const saidOf = (schema: z.ZodType | undefined): Documented | undefined =>
  schema && DOCUMENTED.get(schema);

/** What is said of a parameter. @throws {TypeError} where nothing is */
export function documentationOf(schema: z.ZodType, name: string): Documented {
  const about = DOCUMENTED.get(schema);
  if (!about) throw new TypeError(`The parameter ${name} does not say what it takes: see documented().`);
  return about;
}

/** The problems of a query whose values have the right form, but name nothing: each once, in order. */
export const unknownIn = (query: Readonly<Record<string, z.ZodType>>): ProblemName[] => [
  ...new Set(Object.values(query).flatMap((schema) => DOCUMENTED.get(schema)?.unknown ?? [])),
];
