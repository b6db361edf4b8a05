import type { Migration } from "../migrate.ts";

/**
 * The steps of the record format, the n-th from version n to n + 1: one file each,
 * `0001-<what>.ts`, never changed once a release was cut with it. The format is still at its
 * first version, so there is none yet; docs/releases.md says how the first is written.
 */
export const MIGRATIONS: readonly Migration[] = [];
