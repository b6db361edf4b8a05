import * as z from "zod";
import { remembered } from "../../text/remembered.ts";
import { COMPONENTS } from "./components.ts";

type Raw = Record<string, z.ZodType>;

/** Where an optional value is missing: an empty list, an empty map, a filled object, or null. */
type Missing = "list" | "map" | "filled" | "null";

/** What is published where an optional value is missing. @param lists what is published for its object's lists */
export const missingOf = (model: z.ZodType, lists: "empty" | "null"): Missing => {
  if (model instanceof z.ZodArray) return lists === "null" ? "null" : "list";
  if (model instanceof z.ZodRecord) return "map";
  return COMPONENTS.get(model)?.missing === "filled" ? "filled" : "null";
};

/** The fields of an object. */
export const fieldsOf = remembered((model: z.ZodObject): [string, z.ZodType][] =>
  Object.entries(model.shape as Raw),
);

/** How the lists of an object's fields are published where they are missing. */
export const listsOf = (model: z.ZodObject) => COMPONENTS.get(model)?.missingLists ?? "empty";
