/** What may be meant by what requests write. Only errors need it: meanings.ts loads it. */
export { facetMeant } from "./audience.ts";
export { dayMeant } from "./days.ts";
export { daysMeant, numberMeant } from "./numbers.ts";
export { OTHER_NAMES } from "./other-names.ts";
export { releaseMeant } from "./releases.ts";
export { wordMeant } from "./words.ts";
