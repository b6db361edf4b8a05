import { placeOf } from "../../../src/authoring/places.ts";
import { ALL_DIMENSIONS, type Audience, notARegion } from "../../../src/model/index.ts";
import { type AudienceFault, parseAudience } from "../../../src/policy/audience.ts";
import { nearest } from "../../../src/text/nearest.ts";
import { UsageError } from "../../../src/text/usage-error.ts";

/** The audience as people write it on the command line. */
export type AudienceOptions = Partial<Record<(typeof ALL_DIMENSIONS)[number]["facet"] | "asOf", string>>;

const optionOf = (facet: string): string => `--${facet.replace(/[A-Z]/g, (c) => `-${c.toLowerCase()}`)}`;

const inWords = ({ facet, value, expected, explanation, suggestions: [likely] }: AudienceFault): string => {
  const more = explanation ?? (likely === undefined ? undefined : `Did you mean ${likely}?`);
  return `${optionOf(facet)} ${value} is not ${expected}.${more === undefined ? "" : ` ${more}`}`;
};

/** The audience that options describe. @throws {UsageError} with the values that would work */
export function audienceOf(options: AudienceOptions): Audience {
  const written = Object.fromEntries(
    [...ALL_DIMENSIONS.map((d) => d.facet), "asOf" as const].map((name) => [name, options[name]]),
  );
  const parsed = parseAudience(written, {
    region: placeOf,
    expectedRegion: "an ISO 3166 code (DE, US-CA), a group (EU, EEA) or a country's name",
    notARegion,
    nearest,
  });
  if ("audience" in parsed) return parsed.audience;
  throw new UsageError(parsed.faults.map(inWords).join("\n"));
}
