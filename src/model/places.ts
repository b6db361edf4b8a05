import { SUBDIVISIONS } from "#subdivisions";
import { COUNTRIES } from "./countries.ts";
import { isRegionGroup, REGION_GROUPS, spelledRegion } from "./regions.ts";
import { oneCode } from "./territories.ts";

/** The countries of ISO 3166-1. */
const assigned = COUNTRIES.split("\n").map((line) => {
  const [alpha2 = "", alpha3 = "", numeric = "", ...name] = line.split(" ");
  return { alpha2, alpha3, numeric, name: name.join(" ") };
});
const countries = new Map<string, string>([
  ...assigned.map((c) => [c.alpha2, c.name] as const),
  // Not assigned: a code for users' own purposes (territories.ts).
  ["XK", "Kosovo"],
]);
const alpha3 = new Map<string, string>([
  ...assigned.map((c) => [c.alpha3, c.alpha2] as const),
  ["XKX", "XK"],
]);

/** The numeric codes of ISO 3166-1, with the codes of two letters. */
export const numericCodes = (): [numeric: string, alpha2: string][] =>
  assigned.map(({ numeric, alpha2 }) => [numeric, alpha2]);

let listed: string | undefined = SUBDIVISIONS;
let known: ReadonlyMap<string, readonly string[]> | undefined;

/** Whether subdivisions are known. Workers read the list before the first answer, and give it to {@link useSubdivisions}. */
export const subdivisionsKnown = (): boolean => listed !== undefined;

/** Gives the list of subdivisions where it is not part of the program, in the form of subdivisions/list.ts. */
export function useSubdivisions(list: string): void {
  listed = list;
  known = undefined;
}

/** The names of the five thousand subdivisions by their codes, that of ISO 3166-2 first. Built when they are first asked for. */
const subdivisions = (): ReadonlyMap<string, readonly string[]> => {
  if (listed === undefined) throw new Error("The list of subdivisions was not loaded: call useSubdivisions.");
  known ??= new Map(
    listed.split("\n").flatMap((line) => {
      const [country, ...parts] = line.split("|");
      return parts.map((part) => {
        const end = part.indexOf(" ");
        return [`${country}-${part.slice(0, end)}`, part.slice(end + 1).split("=")] as const;
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
    : (countries.get(code) ?? subdivisions().get(code)?.[0]);

/** The English and German names of a subdivision that are not its name in ISO 3166-2. */
export const otherNames = (code: string): readonly string[] => subdivisions().get(code)?.slice(1) ?? [];

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
