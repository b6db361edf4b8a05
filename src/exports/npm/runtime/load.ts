/** The dataset record by record: a short catalogue of all, each record loaded on request. */
import { catalogue as entries, loaders } from "virtual:catalogue";
import type { Operator, Platform } from "../../../model/index.ts";
import { byAddress, byId, type Match } from "./lookup.ts";

export * from "./resolve.ts";

/** A platform's line in the catalogue. */
export type CatalogueEntry = Pick<
  Platform,
  "id" | "name" | "aliases" | "category" | "domains" | "otherDomains" | "apps" | "operator" | "withdrawn"
>;

/** Every platform, sorted by id. */
export const catalogue: readonly CatalogueEntry[] = entries;

/** Loads the records of a platform and of its operator, by the platform's id, a former id or its name; undefined if there is no such platform. */
export async function load(id: string): Promise<{ platform: Platform; operator: Operator } | undefined> {
  const entry = byId(catalogue, id);
  const [platform, operator] = [
    entry && loaders.platforms[entry.id],
    entry && loaders.operators[entry.operator],
  ];
  if (!platform || !operator) return undefined;
  const [a, b] = await Promise.all([platform(), operator()]);
  return { platform: a.default, operator: b.default };
}

/** The platform that a URL, a domain or an app belongs to; the most specific domain wins. */
export const lookup = (address: string): Match<CatalogueEntry> | undefined => byAddress(catalogue, address);
