import * as z from "zod";
import "../http/openapi-method.ts";
import { COMPONENTS } from "./components.ts";
import { fieldsOf, listsOf, missingOf } from "./fields.ts";
import { enumOf, orNull } from "./terms.ts";

/**
 * The published schema of a schema of the record model: every field is present, so that clients
 * need no guessing. An optional field is `null` where it is missing, an optional list or map is empty.
 */
export type ShapeOf<S> =
  S extends z.ZodOptional<infer I>
    ? I extends z.ZodArray | z.ZodRecord
      ? ShapeOf<I>
      : z.ZodNullable<ShapeOf<I> & z.ZodType>
    : S extends z.ZodArray<infer E>
      ? z.ZodArray<ShapeOf<E> & z.ZodType>
      : S extends z.ZodRecord<infer _, infer V>
        ? z.ZodRecord<z.ZodString, ShapeOf<V> & z.ZodType>
        : S extends z.ZodObject<infer Fields>
          ? z.ZodObject<{ [K in keyof Fields]: ShapeOf<Fields[K]> & z.ZodType }, z.core.$strip>
          : S extends z.ZodLiteral<number>
            ? z.ZodNumber
            : S;

/** Schemas that were derived already, so that a component is one schema wherever it is used. */
const derived = new Map<z.ZodType, z.ZodType>();

interface Meta {
  description?: string;
  examples?: unknown[];
  format?: string;
}

/** What says what a schema of the model is; of an optional one its own words, else those of what it wraps. */
const metaOf = (model: z.ZodType): Meta => (model.meta() ?? {}) as Meta;

const described = (schema: z.ZodType, model: z.ZodType): z.ZodType => {
  const { description, examples, format } = metaOf(model);
  return schema.openapi({
    ...(description !== undefined && { description }),
    ...(format !== undefined && { format }),
    ...(examples?.[0] !== undefined && { example: examples[0] }),
  });
};

/** The named enum of a schema that takes the terms of a vocabulary. */
const vocabularyEnum = (model: z.ZodType): z.ZodEnum | undefined =>
  model instanceof z.ZodEnum ? enumOf(model.options as string[]) : undefined;

const isComponent = (model: z.ZodType): boolean => {
  const { name, sameAs } = COMPONENTS.get(model) ?? {};
  return name !== undefined || sameAs !== undefined || vocabularyEnum(model) !== undefined;
};

function fieldShape(model: z.ZodType, lists: "empty" | "null"): z.ZodType {
  const inner = model instanceof z.ZodOptional ? (model.unwrap() as z.ZodType) : model;
  const shape = anyShape(inner);
  const mayBeNull = model !== inner && missingOf(inner, lists) === "null";
  // A component is described where it is defined.
  if (isComponent(inner)) {
    const { description = "null where the record does not say." } = { ...metaOf(inner), ...metaOf(model) };
    return mayBeNull ? orNull(shape, description) : shape;
  }
  const full = mayBeNull ? shape.nullable() : shape;
  return described(full, model.meta()?.description === undefined ? inner : model);
}

function derive(model: z.ZodType): z.ZodType {
  if (model instanceof z.ZodObject) {
    const lists = listsOf(model);
    return z.object(Object.fromEntries(fieldsOf(model).map(([key, f]) => [key, fieldShape(f, lists)])));
  }
  if (model instanceof z.ZodArray) return z.array(fieldShape(model.element as z.ZodType, "empty"));
  if (model instanceof z.ZodRecord)
    return z.record(z.string(), fieldShape(model.def.valueType as z.ZodType, "empty"));
  if (model instanceof z.ZodEnum)
    return vocabularyEnum(model) ?? z.enum(model.options as [string, ...string[]]);
  if (model instanceof z.ZodNumber) return model.isInt ? z.int() : z.number();
  // A version number: the next one must not break clients.
  if (model instanceof z.ZodLiteral && [...model.values].every(Number.isInteger)) return z.int();
  if (model instanceof z.ZodBoolean) return z.boolean();
  if (model instanceof z.ZodString || model instanceof z.ZodStringFormat) return z.string();
  throw new TypeError(`${model.def.type}: the API does not know how to publish this kind of schema.`);
}

function anyShape(model: z.ZodType): z.ZodType {
  const component = COMPONENTS.get(model);
  if (component?.sameAs) return anyShape(component.sameAs);
  const known = derived.get(model);
  if (known) return known;
  const shape = derive(model);
  const named = component?.name ? described(shape, model).openapi(component.name) : shape;
  derived.set(model, named);
  return named;
}

/**
 * The published schema of a schema of the record model. Refinements are dropped, descriptions and
 * the names in {@link COMPONENTS} kept.
 * @throws {TypeError} for a kind of schema that it does not know
 */
export const shapeOf = <S extends z.ZodType>(model: S): ShapeOf<S> => anyShape(model) as ShapeOf<S>;
