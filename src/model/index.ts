/** The record model: what a record is. Pure; knows nothing of files, SQL or HTTP. */
export * from "./audience.ts";
export * from "./dates.ts";
export * from "./hosts.ts";
export * from "./licence.ts";
export * from "./platform.ts";
export * from "./primitives.ts";
export * from "./regions.ts";
export * from "./release.ts";
export * from "./source.ts";
export * from "./term.ts";
export * from "./vocabulary.ts";
