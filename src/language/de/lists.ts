import { once } from "../../text/once.ts";

const conjunction = once(() => new Intl.ListFormat("de", { type: "conjunction" }));
const disjunction = once(() => new Intl.ListFormat("de", { type: "disjunction" }));

/** A list: `A, B und C`. */
export const listInGerman = (items: readonly string[], last: "and" | "or" = "and"): string =>
  (last === "and" ? conjunction() : disjunction()).format(items);
