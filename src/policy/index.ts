/** What a record means for one person on one day. Pure; knows nothing of files, SQL or HTTP. */
export * from "./answer-changes.ts";
export * from "./difference.ts";
export * from "./effort.ts";
export * from "./evidence.ts";
export * from "./explain/index.ts";
export * from "./gaps.ts";
export * from "./groups.ts";
export * from "./match.ts";
export * from "./others.ts";
export * from "./resolve.ts";
export * from "./review.ts";
export * from "./segments.ts";
export * from "./spread.ts";
export * from "./verdict.ts";
export * from "./words.ts";
