import { EN } from "../language/en/language.ts";

/** The arguments of a tool that gives a list in pages. */
export const PAGE_ARGUMENTS = {
  limit: { type: "integer", minimum: 1, maximum: 100 },
  cursor: { type: "string", description: "next of the page before" },
};

/** The cursor in the link to the next page; null on the last page. */
export const cursorOf = (next: string | null): string | null =>
  next === null ? null : new URL(next, "http://api").searchParams.get("cursor");

/** How many there are, and how to get more. */
export const pageLine = (
  total: number,
  shown: number,
  next: string | null,
  thing: "event" | "platform",
): string =>
  next === null
    ? `${EN.count(total, thing)}.`
    : `${EN.count(total, thing)}, ${shown} here; more with cursor ${next}`;
