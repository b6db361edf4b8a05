/** Every sentence shown to people, in English. */
export * from "./answer-changes.ts";
export * from "./difference.ts";
export * from "./explain/index.ts";
export * from "./groups.ts";
export * from "./spread.ts";
export * from "./words.ts";
