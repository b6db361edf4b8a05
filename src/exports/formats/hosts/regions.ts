import { DIMENSIONS, REGION_GROUPS, TERRITORIES, withEnclosing } from "../../../model/index.ts";

/** The file for all places without one of their own. */
export const REST_FILE = "rest";

/** The regions that always have a file, so that its URL can be relied on. The others have one while their answers differ. */
export const ALWAYS: readonly string[] = ["EEA", "GB", "US"];

/** Places with a country code of their own that have the answers of a country: their code does not show which. */
export const INSIDE: readonly string[] = Object.entries(TERRITORIES).flatMap(([code, { inside }]) =>
  inside === null || code.includes("-") ? [] : [code],
);

const GROUPS = Object.keys(REGION_GROUPS);
const isIn = (code: string, region: string): boolean => DIMENSIONS.region.matches(code, [region]);

/** The regions that a place is in, the smallest first: its country, then groups. */
export const regionsAround = (code: string): string[] => {
  const country = withEnclosing(code).slice(1);
  const groups = GROUPS.filter((group) => group !== code && isIn(code, group));
  return [...country, ...groups.sort((a, b) => (isIn(a, b) ? -1 : 1))];
};

/** Codes such that what is around a region comes before it. */
export const outermostFirst = (codes: Iterable<string>): string[] =>
  [...codes].sort((a, b) => regionsAround(a).length - regionsAround(b).length || (a < b ? -1 : 1));
