import { iso31661 } from "iso-3166/1.js";
import { isRegionGroup, REGION_GROUPS, spelledRegion } from "./regions.ts";
import { SUBDIVISIONS } from "./subdivisions.ts";
import { oneCode } from "./territories.ts";

const assigned = iso31661.filter((c) => c.state === "assigned");
const countries = new Map<string, string>([
  ...assigned.map((c) => [c.alpha2, c.name] as const),
  // Not assigned: a code for users' own purposes (territories.ts).
  ["XK", "Kosovo"],
]);
const alpha3 = new Map<string, string>([
  ...assigned.map((c) => [c.alpha3, c.alpha2] as const),
  ["XKX", "XK"],
]);

let known: ReadonlyMap<string, string> | undefined;

/** The names of the five thousand subdivisions by their codes. Built when they are first asked for. */
const subdivisions = (): ReadonlyMap<string, string> => {
  known ??= new Map(
    SUBDIVISIONS.split("\n").flatMap((line) => {
      const [country, ...parts] = line.split("|");
      return parts.map((part) => {
        const end = part.indexOf(" ");
        return [`${country}-${part.slice(0, end)}`, part.slice(end + 1)] as const;
      });
    }),
  );
  return known;
};

/** True for an ISO 3166-1 alpha-2 code (or XK, Kosovo), an ISO 3166-2 code, or one of {@link REGION_GROUPS}. */
export const isRegion = (code: string): boolean =>
  isRegionGroup(code) || countries.has(code) || subdivisions().has(code);

/**
 * What {@link isRegion} accepts, as a pattern for schemas. Subdivisions are checked by their form only: there
 * are five thousand.
 */
export const REGION_PATTERN = `^(?:${Object.keys(REGION_GROUPS).join("|")}|(?:${[...countries.keys()].join("|")})(?:-[A-Z0-9]{1,3})?)$`;

/** A region's name in English; undefined for an unknown code. */
export const regionName = (code: string): string | undefined =>
  isRegionGroup(code)
    ? { EU: "European Union", EEA: "European Economic Area" }[code]
    : (countries.get(code) ?? subdivisions().get(code));

/**
 * All codes that may be given as a region: groups first, then countries; subdivisions only where asked for.
 * A place with two codes is listed once.
 */
export const regionCodes = (withSubdivisions = false): string[] => [
  ...Object.keys(REGION_GROUPS),
  ...countries.keys(),
  ...(withSubdivisions ? [...subdivisions().keys()].filter((code) => oneCode(code) === code) : []),
];

/**
 * The one code of a region as people write it: `de` → `DE`, `UK` → `GB`, `DEU` → `DE`, `FR-974` → `RE`.
 * Undefined when there is no such region.
 */
export function canonicalRegion(text: string): string | undefined {
  const spelled = spelledRegion(text);
  const code = alpha3.get(spelled) ?? spelled;
  return isRegion(code) ? code : undefined;
}
