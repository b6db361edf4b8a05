import { remembered } from "../text/remembered.ts";
import { dpv, type Mapping } from "./term.ts";

/** A group of countries, versioned by the day since which its membership is this one. */
export interface RegionGroup {
  definition: string;
  since: string;
  members: readonly string[];
  mappings: Mapping[];
}

const EU27 = [
  "AT",
  "BE",
  "BG",
  "CY",
  "CZ",
  "DE",
  "DK",
  "EE",
  "ES",
  "FI",
  "FR",
  "GR",
  "HR",
  "HU",
  "IE",
  "IT",
  "LT",
  "LU",
  "LV",
  "MT",
  "NL",
  "PL",
  "PT",
  "RO",
  "SE",
  "SI",
  "SK",
] as const;

/** The groups that rules may name. The United Kingdom is in none of them. */
export const REGION_GROUPS = {
  EU: {
    definition: "The 27 member states of the European Union since 2020-02-01.",
    since: "2020-02-01",
    members: EU27,
    mappings: [dpv("loc#EU27", "exact")],
  },
  EEA: {
    definition:
      "The European Economic Area since 2020-02-01: the EU's 27 members, Iceland, Liechtenstein and Norway.",
    since: "2020-02-01",
    members: [...EU27, "IS", "LI", "NO"],
    mappings: [dpv("loc#EEA30", "exact")],
  },
} as const satisfies Record<string, RegionGroup>;

/** Is this code one of {@link REGION_GROUPS}? */
export const isRegionGroup = (code: string): code is keyof typeof REGION_GROUPS =>
  Object.hasOwn(REGION_GROUPS, code);

/** A code as ISO 3166 spells it: `us_ca` → `US-CA`, `UK` → `GB`. Whether there is such a region is another question. */
export function spelledRegion(text: string): string {
  const code = text.trim().toUpperCase().replace("_", "-");
  // ISO 3166-1 reserves UK for the United Kingdom, whose code is GB.
  return code === "UK" ? "GB" : code;
}

/** The country of a subdivision, the code itself otherwise. */
export const countryOf = (code: string): string => code.split("-")[0] as string;

/** The countries and subdivisions that a code stands for. */
export const expandRegion = (code: string): readonly string[] =>
  isRegionGroup(code) ? REGION_GROUPS[code].members : [code];

/** The countries and subdivisions in a list of regions. */
const membersOf = remembered(
  (list: readonly string[]): ReadonlySet<string> => new Set(list.flatMap(expandRegion)),
);

/**
 * Is a place covered by a list of regions? A group is covered when each of its members is.
 * `null` is the rest of the world: no list covers it.
 */
export function regionIn(place: string | null, list: readonly string[]): boolean {
  if (place === null) return false;
  const members = membersOf(list);
  const covered = (code: string): boolean => members.has(code) || members.has(countryOf(code));
  return isRegionGroup(place) ? REGION_GROUPS[place].members.every(covered) : covered(place);
}
