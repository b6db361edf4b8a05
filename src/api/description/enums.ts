import { isObject, type JsonObject } from "./json.ts";

interface Parameter extends JsonObject {
  name: string;
  description?: string;
  schema: JsonObject;
}

/** As much of a document as is read here. */
interface Document {
  components: { schemas: Record<string, JsonObject> };
  paths: Record<string, Record<string, { parameters?: Parameter[] }>>;
}

/** Names that constants of an enum cannot have in some language, and that its generators do not replace. */
const RESERVED: ReadonlySet<string> = new Set([
  "name",
  "ordinal",
  "self",
  "values",
  "entries",
  "declaringclass",
]);

const constant = (text: string): string => text.replaceAll(/[^A-Za-z0-9]+/g, "_").toUpperCase();

/**
 * The names of an enum's constants, where generators would choose names that clash: a value that is a word of the
 * language, or that differs from another only by the minus before it.
 */
function constantNames(values: readonly string[]): string[] | undefined {
  if (!values.some((value) => RESERVED.has(value.replaceAll("-", "")) || value.startsWith("-")))
    return undefined;
  return values.map((value) =>
    value.startsWith("-") ? `${constant(value.slice(1))}_DESC` : constant(value),
  );
}

const pascal = (text: string): string =>
  text.replaceAll(/(?:^|[-_.])([a-z])/g, (_, letter: string) => letter.toUpperCase());

const enumOf = (schema: JsonObject): string[] | undefined =>
  Array.isArray(schema["enum"]) ? (schema["enum"] as string[]) : undefined;

/** Gives the enums of parameters names. @throws {TypeError} for two different enums of one name */
function nameEnums({ components: { schemas }, paths }: Document): void {
  const known = new Map(
    Object.entries(schemas).flatMap(([name, schema]) => {
      const values = enumOf(schema);
      return values ? [[values.join(), name] as const] : [];
    }),
  );
  const named = (values: string[], parameter: string): JsonObject => {
    const name = known.get(values.join()) ?? `${pascal(parameter)}Parameter`;
    if (!known.has(values.join())) {
      if (Object.hasOwn(schemas, name))
        throw new TypeError(
          `The enum of the parameter ${parameter} needs another name: ${name} has other values.`,
        );
      schemas[name] = {
        type: "string",
        enum: values,
        description: `Values of the parameter \`${parameter}\`.`,
      };
      known.set(values.join(), name);
    }
    return { $ref: `#/components/schemas/${name}` };
  };
  for (const path of Object.values(paths))
    for (const { parameters = [] } of Object.values(path))
      for (const parameter of parameters) {
        const { items, description } = parameter.schema;
        const values = enumOf(parameter.schema);
        if (values) {
          if (typeof description === "string") parameter.description ??= description;
          parameter.schema = named(values, parameter.name);
        } else if (isObject(items)) {
          const inner = enumOf(items);
          if (inner) parameter.schema["items"] = named(inner, parameter.name);
        }
      }
}

/**
 * Names every enum, in place: those of parameters as components, and the constants of those for which generators
 * would choose names that clash (`x-enum-varnames`).
 */
export function withNamedEnums<T extends object>(document: T): T {
  const read = document as unknown as Document;
  nameEnums(read);
  for (const schema of Object.values(read.components.schemas)) {
    const names = constantNames(enumOf(schema) ?? []);
    if (names) schema["x-enum-varnames"] = names;
  }
  return document;
}
