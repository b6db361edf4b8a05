import type { Words } from "../en/index.ts";
import * as about from "./about.ts";
import * as checklist from "./checklist.ts";
import * as choices from "./choices.ts";
import * as compare from "./compare.ts";
import * as developers from "./developers.ts";
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
  ...checklist,
  ...about,
  ...developers,
  ...compare,
  ...evidence,
  ...home,
  ...lists,
  ...problems,
  ...reach,
};
