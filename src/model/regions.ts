import { remembered } from "../text/remembered.ts";
import { dpv, type Mapping } from "./term.ts";
import { oneCode, withEnclosing } from "./territories.ts";

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

/**
 * The groups that rules may name. The United Kingdom is in none of them. Which territories of the members
 * belong to them is in territories.ts, with the treaty's article.
 */
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

/**
 * A code as this dataset writes it: `us_ca` → `US-CA`, `UK` → `GB`, `FR-974` → `RE`. Whether there is such a
 * region is another question.
 */
export function spelledRegion(text: string): string {
  const code = text.trim().toUpperCase().replace("_", "-");
  // ISO 3166-1 reserves UK for the United Kingdom, whose code is GB.
  return oneCode(code.replace(/^UK(?=-|$)/, "GB"));
}

/** The country of a subdivision, the code itself otherwise. */
export const countryOf = (code: string): string => code.split("-")[0] as string;

/** The countries and subdivisions that the codes of a list stand for, as written and by their one code. */
const membersOf = remembered(
  (list: readonly string[]): ReadonlySet<string> =>
    new Set(
      list.flatMap((code) => (isRegionGroup(code) ? REGION_GROUPS[code].members : [code, oneCode(code)])),
    ),
);

/**
 * Is a place covered by a list of regions? A group is covered when each of its members is.
 * `null` is the rest of the world: no list covers it.
 */
export function regionIn(place: string | null, list: readonly string[]): boolean {
  if (place === null) return false;
  if (list.includes(place)) return true;
  if (isRegionGroup(place)) return REGION_GROUPS[place].members.every((member) => regionIn(member, list));
  const members = membersOf(list);
  return withEnclosing(place).some((around) => members.has(around));
}

/** The countries and subdivisions that a code stands for. */
export const expandRegion = (code: string): readonly string[] =>
  isRegionGroup(code) ? REGION_GROUPS[code].members : [oneCode(code)];

/**
 * The places that some regions distinguish, sorted: those that they stand for, and the countries around them,
 * which are then what is left of them.
 */
export const distinguished = (regions: readonly string[]): string[] =>
  [...new Set(regions.flatMap(expandRegion).flatMap(withEnclosing))].sort();
