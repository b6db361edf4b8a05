import * as z from "zod";
import "../http/openapi-method.ts";
import { type Documented, documentationOf, type ValueOf, type Words } from "../http/documented.ts";
import { term } from "../record/terms.ts";

/** The enums of words that are not vocabularies, by name: each is one component wherever it is used. */
const enums = new Map<string, z.ZodEnum>();

function enumNamed({ name, description, values }: Words): z.ZodEnum {
  const known = enums.get(name);
  if (known) return known;
  const made = z.enum(values as readonly [string, ...string[]]).openapi(name, { description });
  enums.set(name, made);
  return made;
}

const BASE = { string: z.string(), integer: z.int(), boolean: z.boolean() };

function valueSchema(value: ValueOf): z.ZodType {
  if ("vocabulary" in value) return term(value.vocabulary);
  if ("words" in value) return enumNamed(value.words);
  const { type, ...form } = value.form;
  return BASE[type].openapi(form);
}

/** A parameter as the OpenAPI documents describe it. */
function parameter({ name, description, value, list, example }: Documented, needed: boolean): z.ZodType {
  const one = valueSchema(value);
  const many = list && z.array(one).min(1);
  const schema = many ? (list.most === undefined ? many : many.max(list.most)) : one;
  const param = {
    ...{ name, in: "query" as const, description },
    ...(list && { style: "form" as const, explode: false }),
    ...(example !== undefined && { example }),
  };
  return (needed ? schema : schema.optional()).openapi({ param });
}

/** The parameters of a query as the OpenAPI documents describe them. They are read as text, so that errors can help. */
export const parametersOf = (query: z.ZodObject): z.ZodObject =>
  z.object(
    Object.fromEntries(
      Object.entries(query.shape as Record<string, z.ZodType>).map(([name, schema]) => [
        name,
        parameter(documentationOf(schema, name), !schema.safeParse(undefined).success),
      ]),
    ),
  );
