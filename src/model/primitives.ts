import * as z from "zod";
import { DAY_PATTERN, isDay, isPartialDate, PARTIAL_DATE_PATTERN } from "./dates.ts";
import { canonicalRegion, REGION_PATTERN } from "./places.ts";
import { textFault, textPattern } from "./plain-text.ts";
import { termsOf, type Vocabulary } from "./term.ts";
import { isWebUrl, suggestedUrl, WEB_URL_MAX, WEB_URL_PATTERN } from "./url.ts";

/** A stable name: lower-case letters, digits and hyphens. */
export const slug = (description: string) =>
  z
    .string()
    .max(80, { error: "at most 80 characters", abort: true })
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "an id: lower-case letters and digits, joined by single hyphens")
    .meta({ description });

/** A web address. */
export const webUrl = (description: string) =>
  z
    .string()
    .superRefine((url, ctx) => {
      if (isWebUrl(url)) return;
      const long = url.length > WEB_URL_MAX;
      ctx.addIssue({
        code: "custom",
        message: long
          ? `a web address of at most ${WEB_URL_MAX} characters`
          : "a web address: https://, a domain, and a path without spaces (RFC 3986)",
        params: long ? { found: `${url.length} characters` } : suggestedUrl(url),
      });
    })
    .meta({
      description,
      format: "uri",
      maxLength: WEB_URL_MAX,
      pattern: WEB_URL_PATTERN,
      patternErrorMessage: "A web address: https://, a domain, and a path without spaces (RFC 3986).",
    });

/**
 * Text of one line, trimmed, not empty, in NFC, of visible characters.
 * @param max characters (code points) at most
 * @param words words at most
 */
export const text = (description: string, max = 600, words?: number) =>
  z
    .string()
    .superRefine((s, ctx) => {
      const fault = textFault(s, { max, words });
      if (fault) ctx.addIssue({ code: "custom", ...fault });
    })
    .meta({
      description,
      minLength: 1,
      maxLength: max,
      pattern: textPattern(words),
      patternErrorMessage: `One line${words === undefined ? "" : ` of at most ${words} words`}, without space at its ends, of visible characters.`,
    });

/**
 * A pointer to evidence: `source`, `source#passage`, or with `operator:` before it for a
 * source that stands in the operator's record.
 */
export const evidenceRef = z
  .string()
  .max(200, { error: "at most 200 characters", abort: true })
  .regex(
    /^(operator:)?[a-z0-9]+(-[a-z0-9]+)*(#[a-z0-9]+(-[a-z0-9]+)*)?$/,
    "a pointer: source, source#passage, or operator:source#passage",
  )
  .meta({
    description: "source, source#passage, or operator:source#passage.",
    examples: ["privacy-policy#ai", "operator:meta-privacy-policy#ai", "help-default"],
  });

/** One or more pointers to evidence. */
export const evidenceList = z
  .array(evidenceRef)
  .min(1, "at least one pointer to evidence")
  .meta({ description: "Pointers to what this rests on." });

/** What a date or day must match beyond its form. */
const IN_CALENDAR = "a day that is in the calendar";

/** A date as precise as it is known: `YYYY`, `YYYY-MM` or `YYYY-MM-DD`. */
export const partialDate = (description: string) =>
  z
    .string()
    .regex(/^\d{4}(-\d{2}(-\d{2})?)?$/, { error: "a date: YYYY, YYYY-MM or YYYY-MM-DD", abort: true })
    .refine(isPartialDate, IN_CALENDAR)
    .meta({
      description: `${description} YYYY, YYYY-MM or YYYY-MM-DD.`,
      pattern: PARTIAL_DATE_PATTERN,
      patternErrorMessage: "A date of the calendar: YYYY, YYYY-MM or YYYY-MM-DD.",
      examples: ["2024-09-18", "2024-09", "2024"],
    });

/** A full calendar day. */
export const day = (description: string) =>
  z
    .string()
    .regex(/^\d{4}-\d{2}-\d{2}$/, { error: "a day: YYYY-MM-DD", abort: true })
    .refine(isDay, IN_CALENDAR)
    .meta({
      description: `${description} YYYY-MM-DD.`,
      pattern: DAY_PATTERN,
      patternErrorMessage: "A day of the calendar: YYYY-MM-DD.",
      examples: ["2026-11-24"],
    });

/**
 * A Zod enum of a vocabulary's terms. The JSON Schema made from it carries every
 * definition (`enumDescriptions`, which editors show on hover and completion).
 */
export const termSchema = <K extends string>(v: Vocabulary<K>, description: string) => {
  const names = termsOf(v);
  return z
    .enum(names as [K, ...K[]])
    .meta({ description, enumDescriptions: names.map((n) => v[n].definition) });
};

/** A region as records write it. */
export const regionSchema = z
  .string()
  .superRefine((code, ctx) => {
    // A place with two codes (RE, FR-974) is written in one way.
    const suggestion = canonicalRegion(code);
    if (suggestion === code) return;
    ctx.addIssue({
      code: "custom",
      message: "an ISO 3166 code (DE, US-CA) or a group (EU, EEA)",
      params: { suggestion },
    });
  })
  .meta({
    description:
      "ISO 3166-1 alpha-2 (DE), ISO 3166-2 (US-CA), or a group: EU, EEA. The United Kingdom is GB and in no group.",
    pattern: REGION_PATTERN,
    patternErrorMessage: "An ISO 3166 code (DE, US-CA) or a group (EU, EEA).",
    examples: ["EEA", "GB", "US", "US-CA"],
  });
