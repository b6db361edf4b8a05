/**
 * The record model: what a record is. Pure; knows nothing of files, SQL or HTTP. What answers
 * are worked out from (vocabularies, dates, places, audiences) stands apart from the Zod
 * schemas built on it, so that it runs without them.
 */
export * from "./agreement.ts";
export * from "./audience.ts";
export * from "./dates.ts";
export * from "./domains.ts";
export * from "./exception.ts";
export * from "./host-names.ts";
export * from "./hosts.ts";
export * from "./issue.ts";
export * from "./licence.ts";
export * from "./names.ts";
export * from "./place-names.ts";
export * from "./places.ts";
export * from "./plain-text.ts";
export * from "./platform.ts";
export * from "./pointer.ts";
export * from "./primitives.ts";
export * from "./regions.ts";
export * from "./release.ts";
export * from "./source.ts";
export * from "./term.ts";
export * from "./territories.ts";
export * from "./url.ts";
export * from "./vocabulary.ts";
export * from "./watch.ts";
export * from "./when.ts";
export * from "./why-invalid.ts";
