import type { z } from "@hono/zod-openapi";

/** The fields of an object schema that can be selected: its own, and those one level down (`resolved.overall`). */
export function selectable(schema: z.ZodObject): string[] {
  return Object.entries(schema.shape).flatMap(([key, field]) => {
    const inner = (field as { shape?: Record<string, unknown> }).shape;
    return [key, ...(inner ? Object.keys(inner).map((k) => `${key}.${k}`) : [])];
  });
}

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
