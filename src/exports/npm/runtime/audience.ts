import { type Audience, countryOf, isRegionGroup, spelledRegion } from "../../../model/index.ts";
import { type AudienceReader, parseAudience } from "../../../policy/audience.ts";
import { regions } from "./release.ts";

const SUBDIVISION = /^[A-Z]{2}-[A-Z0-9]{1,3}$/;

/** A subdivision that no record names has its country's answer, so its form and its country are enough. */
function regionCode(written: string): string | undefined {
  const code = spelledRegion(written);
  const country = countryOf(code);
  const known =
    regions.includes(code) ||
    (SUBDIVISION.test(code) && regions.includes(country) && !isRegionGroup(country));
  return known ? code : undefined;
}

/** The package has no spelling library, so it makes no suggestions. */
const none = () => undefined;
const unexplained = () => ({ explanation: undefined, codes: [] });

const READER: AudienceReader = {
  region: regionCode,
  expectedRegion: "an ISO 3166 code (DE, US-CA) or a group (EU, EEA); null is the rest of the world",
  notARegion: unexplained,
  nearest: none,
};

/**
 * One person and day. An omitted value takes its default: the rest of the world, the free
 * plan, an adult, signed in, today (UTC). Regions may be written as people do (`de`, `UK`).
 * @throws {RangeError} for an unknown name or an invalid value: it would answer for a different person
 * @example
 * audience({ region: "DE", plan: "business", asOf: "2024-10-01" });
 */
export function audience(given: Partial<Audience> = {}): Audience {
  const parsed = parseAudience(given, READER);
  if ("audience" in parsed) return parsed.audience;
  throw new RangeError(
    parsed.faults
      .map(({ facet, value, expected }) => `${facet}: ${JSON.stringify(value)} is not ${expected}.`)
      .join(" "),
  );
}
