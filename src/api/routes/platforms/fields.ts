import type * as z from "zod";
import { selectable } from "../../http/select.ts";
import type { listedPlatformSchema } from "./schema.ts";

type Item = Required<z.infer<typeof listedPlatformSchema>>;

/** `true` for a value without fields of its own, else its fields. */
type FieldsOf<T> = T extends readonly unknown[] | string | null
  ? true
  : { readonly [K in keyof T & string]: true };

/**
 * The fields of a platform in a list that can be selected. The compiler compares them with the schema, which
 * takes long to build and is therefore not loaded to serve.
 */
const ITEM: { readonly [K in keyof Item & string]: FieldsOf<Item[K]> } = {
  id: true,
  name: true,
  operator: true,
  category: true,
  domains: true,
  summary: true,
  added: true,
  changed: true,
  verified: true,
  withdrawn: true,
  headline: { verdict: true, certainty: true, lead: true, sentence: true, control: true },
  kinds: true,
};

/** The names of these fields: `headline`, `headline.verdict`. */
export const FIELDS: readonly string[] = selectable(ITEM);
