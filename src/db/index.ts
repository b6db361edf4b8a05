/** The dataset in SQL: publishing and the one query layer for every engine. */
export * from "./database.ts";
export * from "./publish.ts";
export * from "./publish-history.ts";
export * from "./store.ts";
