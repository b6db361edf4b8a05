import {
  type Audience,
  countryOf,
  DIMENSIONS,
  isDay,
  isRegionGroup,
  spelledRegion,
  audience as withDefaults,
} from "../../../model/index.ts";
import { regions } from "./release.ts";

const FIELDS = [...Object.keys(DIMENSIONS), "asOf"];
const SUBDIVISION = /^[A-Z]{2}-[A-Z0-9]{1,3}$/;

/** Says what is wrong with a value, in the manner of the API. */
const refuse = (field: string, value: unknown, why: string): never => {
  throw new RangeError(`${field}: ${JSON.stringify(value)} is ${why}`);
};

/** A subdivision that no record names has its country's answer, so its form and its country are enough. */
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
        "no ISO 3166 code (DE, US-CA) or group (EU, EEA); null is the rest of the world.",
      );
}

/**
 * One person and day. What is left out takes its default: the rest of the world, the free
 * plan, an adult, signed in, today (UTC). Regions may be written as people do (`de`, `UK`).
 * @throws {RangeError} for a name or value that is none: an answer about somebody else is worse than none
 * @example
 * audience({ region: "DE", plan: "business", asOf: "2024-10-01" });
 */
export function audience(given: Partial<Audience> = {}): Audience {
  const unknown = Object.keys(given).find((name) => !FIELDS.includes(name));
  if (unknown !== undefined)
    throw new RangeError(`${unknown}: an audience has ${FIELDS.join(", ")}, and nothing else.`);
  const who = withDefaults(given);
  for (const { facet, values } of [DIMENSIONS.plan, DIMENSIONS.age, DIMENSIONS.account])
    if (!(values as readonly unknown[] | null)?.includes(who[facet]))
      refuse(facet, who[facet], `none of ${values?.join(", ")}.`);
  if (!isDay(String(who.asOf))) refuse("asOf", who.asOf, "no calendar day; write YYYY-MM-DD.");
  return { ...who, region: region(who.region) };
}
