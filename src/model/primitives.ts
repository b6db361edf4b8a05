import * as z from "zod";
import { isDay, isPartialDate } from "./dates.ts";
import { canonicalRegion } from "./places.ts";
import { termsOf, type Vocabulary } from "./term.ts";

/** A stable name: lower-case letters, digits and hyphens. */
export const slug = (description: string) =>
  z
    .string()
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "an id is lower-case letters and digits, joined by single hyphens")
    .max(80)
    .meta({ description });

/** A web address. */
export const webUrl = (description: string) =>
  z.url({ protocol: /^https?$/, error: "a full web address, https://…" }).meta({ description });

/** The text on one line, without space at its ends. */
const oneLine = (s: string): string => s.trim().replace(/\s*[\r\n]+\s*/g, " ");

/** Text of one line, trimmed, not empty. */
export const text = (description: string, max = 600) =>
  z
    .string()
    .min(1, "must not be empty")
    .max(max)
    .superRefine((s, ctx) => {
      const suggestion = oneLine(s);
      if (s !== suggestion)
        ctx.addIssue({
          code: "custom",
          message: "one line, without space at its ends",
          params: { suggestion: suggestion || undefined },
        });
    })
    .meta({ description });

/**
 * A pointer to evidence: `source`, `source#passage`, or with `operator:` before it for a
 * source that stands in the operator's record.
 */
export const evidenceRef = z
  .string()
  .regex(
    /^(operator:)?[a-z0-9]+(-[a-z0-9]+)*(#[a-z0-9]+(-[a-z0-9]+)*)?$/,
    "a pointer is source, source#passage, or operator:source#passage",
  )
  .meta({
    description: "source, source#passage, or operator:source#passage.",
    examples: ["privacy-policy#ai", "operator:meta-privacy-policy#ai", "help-default"],
  });

/** One or more pointers to evidence. */
export const evidenceList = z
  .array(evidenceRef)
  .min(1, "nothing without evidence")
  .meta({ description: "Pointers to what this rests on." });

/** A date as precise as it is known: `YYYY`, `YYYY-MM` or `YYYY-MM-DD`. */
export const partialDate = (description: string) =>
  z
    .string()
    .regex(/^\d{4}(-\d{2}(-\d{2})?)?$/, { error: "a date is YYYY, YYYY-MM or YYYY-MM-DD", abort: true })
    .refine(isPartialDate, "no such day in the calendar")
    .meta({
      description: `${description} YYYY, YYYY-MM or YYYY-MM-DD.`,
      examples: ["2024-09-18", "2024-09", "2024"],
    });

/** A full calendar day. */
export const day = (description: string) =>
  z
    .string()
    .regex(/^\d{4}-\d{2}-\d{2}$/, { error: "a day is YYYY-MM-DD", abort: true })
    .refine(isDay, "no such day in the calendar")
    .meta({ description: `${description} YYYY-MM-DD.`, examples: ["2026-11-24"] });

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
    examples: ["EEA", "GB", "US", "US-CA"],
  });
