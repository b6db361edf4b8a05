import { isObject, isReference, type JsonObject, mapObjects } from "./json.ts";

/** How the generator writes null in OpenAPI 3.0, which has no such type. */
const isNull = (value: unknown): boolean => isObject(value) && Object.keys(value).join() === "nullable";

/** Gives the type of the schema that a reference leads to. */
type TypeOf = (reference: string) => unknown;

/**
 * A schema that allows null too. Nothing can be beside a reference, so that it is wrapped; and `nullable` needs a
 * type beside it.
 */
const orNull = (schema: unknown, rest: JsonObject, typeOf: TypeOf): JsonObject =>
  isReference(schema)
    ? { type: typeOf(schema.$ref), allOf: [schema], nullable: true, ...rest }
    : { ...(schema as JsonObject), nullable: true, ...rest };

const withNullable =
  (typeOf: TypeOf) =>
  (schema: JsonObject): JsonObject => {
    const { anyOf, ...rest } = schema;
    if (Array.isArray(anyOf) && anyOf.some(isNull)) {
      const [choice, ...others] = anyOf.filter((member) => !isNull(member));
      if (others.length > 0)
        throw new TypeError("OpenAPI 3.0: a choice of several schemas or null has no form here.");
      return orNull(choice, rest, typeOf);
    }
    // A schema without a type allows null anyway, and `nullable` means nothing there.
    if (schema["nullable"] === true && !("type" in schema) && !isNull(schema)) {
      const { nullable: _, ...without } = schema;
      return without;
    }
    return schema;
  };

/**
 * A document of OpenAPI 3.0 in which a schema or null is `nullable`: with `allOf` for a reference. Read strictly, that
 * does not allow null, which the referenced schema refuses; generators and test tools for 3.0 read it as meant, and
 * make worse of a choice.
 */
export function nullableIn30<T extends object>(document: T): T {
  const { schemas } = (document as unknown as { components: { schemas: Record<string, JsonObject> } })
    .components;
  const typeOf = (reference: string) => schemas[reference.split("/").at(-1) ?? ""]?.["type"];
  return mapObjects(document, withNullable(typeOf)) as T;
}
