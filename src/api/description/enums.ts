import type { JsonObject } from "./json.ts";

/** As much of a document as is read here. */
interface Document {
  components: { schemas: Record<string, JsonObject> };
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

const enumOf = (schema: JsonObject): string[] | undefined =>
  Array.isArray(schema["enum"]) ? (schema["enum"] as string[]) : undefined;

/** Names the constants of those enums for which generators would choose names that clash (`x-enum-varnames`), in place. */
export function withConstantNames<T extends object>(document: T): T {
  const { components } = document as unknown as Document;
  for (const schema of Object.values(components.schemas)) {
    const names = constantNames(enumOf(schema) ?? []);
    if (names) schema["x-enum-varnames"] = names;
  }
  return document;
}
