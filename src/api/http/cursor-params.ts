import * as z from "zod";
import { documented } from "./documented.ts";
import { reject } from "./reject.ts";

const NOT_OURS =
  "is not a cursor of this API. Use the value from `next` unchanged, or omit it for the first page.";

/**
 * A parameter for the next page.
 * @param form what a cursor looks like
 * @param unknown the problem for one of this form that is not of the list
 */
const cursor = <T>(form: string, read: (text: string) => T, unknown?: "unknown-page") => {
  const pattern = new RegExp(form);
  return documented(
    z
      .string()
      .transform((text, ctx): T => (pattern.test(text) ? read(text) : reject(ctx, NOT_OURS)))
      .optional(),
    {
      name: "cursor",
      description: "Where the previous page ended. Use `next` unchanged.",
      value: { form: { type: "string", pattern: form } },
      unknown,
    },
  );
};

/** The parameter for the next page. */
export const cursorParam = cursor("^[A-Za-z0-9_-]+$", (text) => text, "unknown-page");

/** The parameter for the next page, where a position in the list marks it. */
export const numberCursorParam = cursor("^[0-9]{1,15}$", Number);
