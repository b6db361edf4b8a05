import type { Words } from "../en/index.ts";
import * as choices from "./choices.ts";
import * as evidence from "./evidence.ts";
import * as frame from "./frame.ts";
import * as home from "./home.ts";
import * as lists from "./lists.ts";
import * as platform from "./platform.ts";
import * as problems from "./problems.ts";
import * as reach from "./reach.ts";

/** The words of the site in German. */
export const DE: Words = {
  ...frame,
  ...platform,
  ...choices,
  ...evidence,
  ...home,
  ...lists,
  ...problems,
  ...reach,
};
