import {
  ALL_DIMENSIONS,
  type Audience,
  audience,
  type Dimension,
  type Facet,
  isDay,
} from "../model/index.ts";

/** A value that is not valid, with what is. */
export interface AudienceFault {
  /** A dimension or `asOf`; for an unknown name, that name. */
  facet: string;
  /** The value as it was given. */
  value: unknown;
  /** Completes "is not …": `one of minor, adult`. */
  expected: string;
  /** A sentence that says what the value is instead; undefined where that is not known. */
  explanation?: string | undefined;
  /** Valid values that may be meant, the likeliest first. */
  suggestions: readonly string[];
}

/** How values are recognised where that depends on what the caller has at hand (lists of places, a spelling library). */
export interface AudienceReader {
  /** The code of a region as people write it; undefined where there is no such region. */
  region(written: string): string | undefined;
  /** Completes "is not …" for a region. */
  expectedRegion: string;
  /** What text that is not a region is, and the codes that may be meant. */
  notARegion(written: string): { explanation: string | undefined; codes: readonly string[] };
  /** The nearest of some terms; undefined where none is near. */
  nearest(written: string, terms: readonly string[]): string | undefined;
}

const listOf = (suggestion: string | undefined): string[] => (suggestion === undefined ? [] : [suggestion]);

/** A value of one dimension, or what is wrong with it. */
export type ParsedFacet = { value: string | null } | AudienceFault;

/** Parses one value of a dimension, not case-sensitive. For a region, `null` is the rest of the world. */
export function parseFacet(dimension: Dimension, given: unknown, reader: AudienceReader): ParsedFacet {
  const { facet, values } = dimension;
  const written = typeof given === "string" ? given.trim() : undefined;
  if (values === null) {
    const value = written === undefined ? undefined : reader.region(written);
    if (given === null || value !== undefined) return { value: value ?? null };
    const { explanation, codes: suggestions } =
      written === undefined ? { explanation: undefined, codes: [] } : reader.notARegion(written);
    return { facet, value: given, expected: reader.expectedRegion, explanation, suggestions };
  }
  const value = values.find((term) => term === written?.toLowerCase());
  if (value !== undefined) return { value };
  const near = written === undefined ? undefined : reader.nearest(written, values as string[]);
  return { facet, value: given, expected: `one of ${values.join(", ")}`, suggestions: listOf(near) };
}

/** Completes "is not …" for a day. */
export const EXPECTED_DAY = "a valid date (YYYY-MM-DD)";

/** Names of an audience's values, in order. */
const NAMES: readonly string[] = [...ALL_DIMENSIONS.map((d) => d.facet), "asOf"];

/**
 * Parses an audience from values as people write them, by the dimensions' names and `asOf`. A value
 * that is undefined takes its default; every fault is reported.
 * @param today the default of `asOf`, `YYYY-MM-DD`; omitted: today (UTC)
 */
export function parseAudience(
  raw: Readonly<Record<string, unknown>>,
  reader: AudienceReader,
  today?: string,
): { audience: Audience } | { faults: AudienceFault[] } {
  const faults: AudienceFault[] = Object.keys(raw)
    .filter((name) => !NAMES.includes(name))
    .map((name) => ({
      facet: name,
      value: raw[name],
      expected: `part of an audience (${NAMES.join(", ")})`,
      suggestions: listOf(reader.nearest(name, NAMES)),
    }));
  const given: Partial<Record<Facet, string | null>> = {};
  for (const dimension of ALL_DIMENSIONS) {
    const { facet } = dimension;
    if (raw[facet] === undefined) continue;
    const parsed = parseFacet(dimension, raw[facet], reader);
    if ("expected" in parsed) faults.push(parsed);
    else given[facet] = parsed.value;
  }
  const { asOf } = raw;
  if (asOf !== undefined && !(typeof asOf === "string" && isDay(asOf)))
    faults.push({ facet: "asOf", value: asOf, expected: EXPECTED_DAY, suggestions: [] });
  if (faults.length > 0) return { faults };
  return { audience: audience({ ...given, asOf } as Partial<Audience>, today) };
}
