/** Every sentence shown to people, in English. */

export * from "../../text/lists.ts";
export * from "./answer-changes.ts";
export * from "./changes/index.ts";
export * from "./dates.ts";
export * from "./difference.ts";
export * from "./events.ts";
export * from "./explain/index.ts";
export * from "./groups.ts";
export * from "./headline.ts";
export * from "./people.ts";
export * from "./spread.ts";
export * from "./terms.ts";
export * from "./withdrawal.ts";
