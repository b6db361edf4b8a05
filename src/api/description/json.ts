/** A JSON object. */
export type JsonObject = Record<string, unknown>;

/** Is the value a JSON object? */
export const isObject = (value: unknown): value is JsonObject =>
  value !== null && typeof value === "object" && !Array.isArray(value);

/** Is the value a reference, and nothing else? */
export const isReference = (value: unknown): value is { $ref: string } =>
  isObject(value) && Object.keys(value).join() === "$ref";

/**
 * The value with every object in it replaced, the inner ones first. Examples are data, not parts of the document:
 * they stay as they are.
 */
export function mapObjects(value: unknown, replace: (object: JsonObject) => JsonObject): unknown {
  if (Array.isArray(value)) return value.map((inner) => mapObjects(inner, replace));
  if (!isObject(value)) return value;
  const entries = Object.entries(value).map(([key, inner]) => [
    key,
    key === "example" ? inner : mapObjects(inner, replace),
  ]);
  return replace(Object.fromEntries(entries) as JsonObject);
}
