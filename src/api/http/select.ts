/** What can be selected of an object: `true` for a field, or the fields one level down. */
type Selectable = Readonly<Record<string, true | Readonly<Record<string, true>>>>;

/** The names of what can be selected: an object's fields, and those one level down (`headline.verdict`). */
export const selectable = (fields: Selectable): string[] =>
  Object.entries(fields).flatMap(([key, inner]) => [
    key,
    ...(inner === true ? [] : Object.keys(inner).map((k) => `${key}.${k}`)),
  ]);

/** The selected fields of an object, all of them without a selection. The id is always included. */
export function select(
  item: Readonly<Record<string, unknown>>,
  fields: readonly string[] | undefined,
): Record<string, unknown> {
  if (!fields) return { ...item };
  const out: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(item)) {
    const inner = fields.filter((f) => f.startsWith(`${key}.`)).map((f) => f.slice(key.length + 1));
    if (key === "id" || fields.includes(key)) out[key] = value;
    else if (inner.length > 0)
      out[key] = Object.fromEntries(Object.entries(value as object).filter(([k]) => inner.includes(k)));
  }
  return out;
}
