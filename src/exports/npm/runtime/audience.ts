import {
  type Audience,
  countryOf,
  FACETS,
  isDay,
  isRegionGroup,
  LISTED_DIMENSIONS,
  spelledRegion,
  audience as withDefaults,
} from "../../../model/index.ts";
import { regions } from "./release.ts";

const FIELDS = [...FACETS, "asOf"];
const SUBDIVISION = /^[A-Z]{2}-[A-Z0-9]{1,3}$/;

/** Throws an error like the API's. */
const refuse = (field: string, value: unknown, why: string): never => {
  throw new RangeError(`${field}: ${JSON.stringify(value)} is ${why}`);
};

/** A subdivision that no record names has its country's answer, so it is enough to check its form and country. */
function region(text: unknown): string | null {
  if (text === null) return null;
  const code = typeof text === "string" ? spelledRegion(text) : "";
  const country = countryOf(code);
  const known =
    regions.includes(code) ||
    (SUBDIVISION.test(code) && regions.includes(country) && !isRegionGroup(country));
  return known
    ? code
    : refuse(
        "region",
        text,
        "not an ISO 3166 code (DE, US-CA) or a group (EU, EEA); null is the rest of the world.",
      );
}

/**
 * One person and day. Default: the rest of the world, the free plan, an adult, signed in, today (UTC).
 * Common spellings of regions are accepted (`de`, `UK`).
 * @throws {RangeError} for an unknown name or value: another person's answer is worse than none
 * @example
 * audience({ region: "DE", plan: "business", asOf: "2024-10-01" });
 */
export function audience(given: Partial<Audience> = {}): Audience {
  const unknown = Object.keys(given).find((name) => !FIELDS.includes(name));
  if (unknown !== undefined)
    throw new RangeError(`${unknown}: unknown field; an audience has ${FIELDS.join(", ")}.`);
  const who = withDefaults(given);
  for (const { facet, values } of LISTED_DIMENSIONS)
    if (!(values as readonly unknown[]).includes(who[facet]))
      refuse(facet, who[facet], `not one of ${values.join(", ")}.`);
  if (!isDay(String(who.asOf))) refuse("asOf", who.asOf, "not a valid date; write YYYY-MM-DD.");
  return { ...who, region: region(who.region) };
}
