import { isObject, type Json, type JsonObject } from "../../text/json.ts";
import type { Migration } from "../migrate.ts";

/** A host of format 2. What it is for was not recorded, so that it is a main host. */
const domain = (host: Json): Json => (typeof host === "string" ? { host, role: "main" } : host);

/** The reason of format 2 was a sentence; its term was not recorded. */
function withdrawn({ reason, ...rest }: JsonObject): JsonObject {
  return { ...rest, reason: "unsupported", ...(reason !== undefined && { note: reason }) };
}

/** Format 2 to 3. */
export const domainsWithRoles: Migration = {
  what: "domains have a role, a country and a plan; a withdrawal has a reason term",
  platform: (record) => ({
    ...record,
    ...(Array.isArray(record["domains"]) && { domains: record["domains"].map(domain) }),
    ...(isObject(record["withdrawn"]) && { withdrawn: withdrawn(record["withdrawn"]) }),
  }),
  path: (path) => path.replace(/^\/withdrawn\/reason$/, "/withdrawn/note"),
};
