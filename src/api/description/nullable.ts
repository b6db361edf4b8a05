import { isObject, isReference, type JsonObject, mapObjects } from "./json.ts";

/** How the generator writes null in OpenAPI 3.0, which has no such type. */
const isNull = (value: unknown): boolean => isObject(value) && Object.keys(value).join() === "nullable";

/** A schema that allows null too. A reference cannot have anything beside it, so that it is wrapped. */
const orNull = (schema: unknown, rest: JsonObject): JsonObject =>
  isReference(schema)
    ? { allOf: [schema], nullable: true, ...rest }
    : { ...(schema as JsonObject), nullable: true, ...rest };

function withNullable(schema: JsonObject): JsonObject {
  const { anyOf, ...rest } = schema;
  if (Array.isArray(anyOf) && anyOf.some(isNull)) {
    const [choice, ...others] = anyOf.filter((member) => !isNull(member));
    if (others.length > 0)
      throw new TypeError("OpenAPI 3.0: a choice of several schemas or null has no form here.");
    return orNull(choice, rest);
  }
  // A schema without a type allows null anyway, and `nullable` means nothing there.
  const mayBeAnything = !("type" in schema) && !("allOf" in schema) && !isNull(schema);
  if (schema["nullable"] === true && mayBeAnything) {
    const { nullable: _, ...without } = schema;
    return without;
  }
  return schema;
}

/**
 * A document of OpenAPI 3.0 in which a schema or null is `nullable`: with `allOf` for a reference, as generators
 * for 3.0 read it.
 */
export const nullableIn30 = (document: object): object => mapObjects(document, withNullable) as object;
