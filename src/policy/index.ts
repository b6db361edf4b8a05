/** What a record means for one person on one day. Pure; knows nothing of files, SQL or HTTP. */
export * from "./answer.ts";
export * from "./audience.ts";
export * from "./cells.ts";
export * from "./effort.ts";
export * from "./evidence.ts";
export * from "./gaps.ts";
export * from "./headline.ts";
export * from "./match.ts";
export * from "./others.ts";
export * from "./resolve.ts";
export * from "./resolvers.ts";
export * from "./review.ts";
export * from "./space/merge.ts";
export * from "./space/segments.ts";
export * from "./verdict.ts";
export * from "./withdrawal.ts";
