/** The dataset in SQL: publishing and the one query layer for every engine. */
export { LEASE_SECONDS, type LeaseOptions, withLease } from "./lease.ts";
export * from "./publish.ts";
export * from "./publish-history.ts";
export * from "./reading.ts";
