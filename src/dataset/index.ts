/** Reading the records, checking them, and the evidence they point to. Node only. */
export * from "./files.ts";
export * from "./format.ts";
export * from "./history.ts";
export * from "./load.ts";
export * from "./nearest.ts";
export * from "./passages.ts";
export * from "./problems.ts";
export * from "./releases.ts";
export * from "./validate.ts";
