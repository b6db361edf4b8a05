import { iso31661 } from "iso-3166/1.js";
import { iso31662 } from "iso-3166/2.js";
import * as z from "zod";
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
    definition: "The European Economic Area since 2020-02-01: the EU's 27 members, Iceland, Liechtenstein and Norway.",
    since: "2020-02-01",
    members: [...EU27, "IS", "LI", "NO"],
    mappings: [dpv("loc#EEA30", "exact")],
  },
} as const satisfies Record<string, RegionGroup>;

const countries = new Map<string, string>(iso31661.filter((c) => c.state === "assigned").map((c) => [c.alpha2, c.name]));
const subdivisions = new Map<string, string>(iso31662.map((s) => [s.code, s.name]));
const isGroup = (code: string): code is keyof typeof REGION_GROUPS => Object.hasOwn(REGION_GROUPS, code);

/** True for an assigned ISO 3166-1 alpha-2 code, an ISO 3166-2 code, or one of {@link REGION_GROUPS}. */
export const isRegion = (code: string): boolean => isGroup(code) || countries.has(code) || subdivisions.has(code);

/** A region's name in English; undefined for an unknown code. */
export const regionName = (code: string): string | undefined =>
  isGroup(code) ? { EU: "European Union", EEA: "European Economic Area" }[code] : (countries.get(code) ?? subdivisions.get(code));

/** All codes that may be given as a region: groups first, then countries; subdivisions only where asked for. */
export const regionCodes = (withSubdivisions = false): string[] => [
  ...Object.keys(REGION_GROUPS),
  ...countries.keys(),
  ...(withSubdivisions ? subdivisions.keys() : []),
];

/** The canonical spelling of a region as people write it: `de` → `DE`, `UK` → `GB`. Undefined when there is no such region. */
export function canonicalRegion(text: string): string | undefined {
  const code = text.trim().toUpperCase().replace("_", "-");
  // ISO 3166-1 reserves UK for the United Kingdom, whose code is GB.
  const mended = code === "UK" ? "GB" : code;
  return isRegion(mended) ? mended : undefined;
}

/** The country of a subdivision, the code itself otherwise. */
const countryOf = (code: string): string => code.split("-")[0] as string;

/** Is place `a` (country, subdivision or group) wholly inside place `b`? */
function within(a: string, b: string): boolean {
  if (a === b) return true;
  if (isGroup(a)) return REGION_GROUPS[a].members.every((m) => within(m, b));
  const country = countryOf(a);
  return isGroup(b) ? (REGION_GROUPS[b].members as readonly string[]).includes(country) : country === b;
}

/**
 * Is a place covered by a list of regions? A group is covered when each of its members is.
 * `null` is the rest of the world: no list covers it.
 */
export function regionIn(place: string | null, list: readonly string[]): boolean {
  if (place === null) return false;
  if (list.some((r) => within(place, r))) return true;
  return isGroup(place) && REGION_GROUPS[place].members.every((m) => list.some((r) => within(m, r)));
}

/** The countries and subdivisions that a code stands for. */
export const expandRegion = (code: string): readonly string[] => (isGroup(code) ? REGION_GROUPS[code].members : [code]);

/** A region as records write it. */
export const regionSchema = z
  .string()
  .superRefine((code, ctx) => {
    if (isRegion(code)) return;
    ctx.addIssue({ code: "custom", message: "an ISO 3166 code (DE, US-CA) or a group (EU, EEA)", params: { suggestion: canonicalRegion(code) } });
  })
  .meta({
    description: "ISO 3166-1 alpha-2 (DE), ISO 3166-2 (US-CA), or a group: EU, EEA. The United Kingdom is GB and in no group.",
    examples: ["EEA", "GB", "US", "US-CA"],
  });
