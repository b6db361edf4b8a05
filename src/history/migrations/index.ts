import type { Migration } from "../migrate.ts";
import { kindsOfData } from "./0001-kinds-of-data.ts";
import { domainsWithRoles } from "./0002-domains-with-roles.ts";

/**
 * The steps of the record format, the n-th from version n to n + 1: one file each,
 * `0001-<what>.ts`, never changed once a release was cut with it.
 */
export const MIGRATIONS: readonly Migration[] = [kindsOfData, domainsWithRoles];
