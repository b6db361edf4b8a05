import * as z from "zod";

/** A stable name: lower-case letters, digits and hyphens. */
export const slug = (description: string) =>
  z
    .string()
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "an id is lower-case letters and digits, joined by single hyphens")
    .max(80)
    .meta({ description });

/** A web address. */
export const webUrl = (description: string) => z.url({ protocol: /^https?$/, error: "a full web address, https://…" }).meta({ description });

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
      if (s !== suggestion) ctx.addIssue({ code: "custom", message: "one line, without space at its ends", params: { suggestion: suggestion || undefined } });
    })
    .meta({ description });

/**
 * A pointer to evidence: `source`, `source#passage`, or with `operator:` before it for a
 * source that stands in the operator's record.
 */
export const evidenceRef = z
  .string()
  .regex(/^(operator:)?[a-z0-9]+(-[a-z0-9]+)*(#[a-z0-9]+(-[a-z0-9]+)*)?$/, "a pointer is source, source#passage, or operator:source#passage")
  .meta({
    description: "source, source#passage, or operator:source#passage.",
    examples: ["privacy-policy#ai", "operator:meta-privacy-policy#ai", "help-default"],
  });

/** One or more pointers to evidence. */
export const evidenceList = z.array(evidenceRef).min(1, "nothing without evidence").meta({ description: "Pointers to what this rests on." });

/** The parts of a pointer to evidence. */
export function parseRef(ref: string): { shared: boolean; source: string; passage: string | undefined } {
  const shared = ref.startsWith("operator:");
  const [source = "", passage] = (shared ? ref.slice("operator:".length) : ref).split("#");
  return { shared, source, passage };
}
