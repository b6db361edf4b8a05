import * as z from "zod";
import { COMPONENTS } from "./components.ts";
import { fieldsOf, listsOf, missingOf } from "./fields.ts";
import type { ShapeOf } from "./shape.ts";

function fillField(model: z.ZodType, value: unknown, lists: "empty" | "null"): unknown {
  if (!(model instanceof z.ZodOptional)) return fill(model, value);
  const inner = model.unwrap() as z.ZodType;
  if (value !== undefined) return fill(inner, value);
  const missing = missingOf(inner, lists);
  return missing === "list" ? [] : missing === "map" ? {} : missing === "filled" ? fill(inner, {}) : null;
}

function fill(model: z.ZodType, value: unknown): unknown {
  const { sameAs } = COMPONENTS.get(model) ?? {};
  if (sameAs) return fill(sameAs, value);
  if (model instanceof z.ZodObject) {
    const given = value as Readonly<Record<string, unknown>>;
    const lists = listsOf(model);
    return Object.fromEntries(fieldsOf(model).map(([key, f]) => [key, fillField(f, given[key], lists)]));
  }
  if (model instanceof z.ZodArray)
    return (value as unknown[]).map((member) => fill(model.element as z.ZodType, member));
  if (model instanceof z.ZodRecord)
    return Object.fromEntries(
      Object.entries(value as object).map(([key, inner]) => [
        key,
        fill(model.def.valueType as z.ZodType, inner),
      ]),
    );
  return value;
}

/** A value of the record model as {@link shapeOf} publishes it: every field present. */
export const present = <S extends z.ZodType>(model: S, value: z.infer<S>): z.infer<ShapeOf<S> & z.ZodType> =>
  fill(model, value) as z.infer<ShapeOf<S> & z.ZodType>;
