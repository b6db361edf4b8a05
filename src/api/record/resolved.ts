import { z } from "@hono/zod-openapi";
import * as m from "../../model/index.ts";
import { perFacet } from "../http/facets.ts";
import { controlSchema, dataSchema, evidenceSchema } from "./schema.ts";
import { orNull, partialDate, term } from "./terms.ts";

const facetSchema = ({ terms, parameterDescription, example }: m.Dimension): z.ZodType =>
  terms === null
    ? z.string().nullable().openapi({ description: parameterDescription, example })
    : term(terms, parameterDescription);

/** For whom and which day an answer is; a region of null is the rest of the world. */
export const audienceSchema = z
  .object({
    ...perFacet<{ [F in m.Facet]: z.ZodType<m.Audience[F]> }>(facetSchema),
    asOf: z.string().openapi({ description: "The day asked about.", example: "2026-11-24" }),
  })
  .openapi("Audience");

export const verdict = () => term(m.VERDICT, "What it means for this person.");
export const grade = () => term(m.GRADE, "How well the fact is evidenced.").nullable();
const gap = z.object({ min: z.int().nullable(), max: z.int().nullable() }).nullable();

export const effortSchema = z
  .object({
    control: z.string(),
    steps: z.int().nullable(),
    actor: term(m.ACTOR, "Who must act."),
    undoesPast: z.boolean().nullable(),
  })
  .openapi("Effort", { description: "How much work the easiest control that stops the use is." });

export const resolvedPracticeSchema = z
  .object({
    id: z.string(),
    title: z.string(),
    purpose: term(m.PURPOSE, "What the use is for."),
    recipients: z.array(term(m.RECIPIENT, "Who gets the data.")),
    rule: z.string().nullable(),
    use: term(m.USE, "What the documents say."),
    default: term(m.DEFAULT, "What happens to people who do nothing.").nullable(),
    verdict: verdict(),
    certainty: term(m.CERTAINTY, "How certain the use is.").nullable(),
    controls: z.array(controlSchema),
    effort: orNull(effortSchema),
    data: orNull(dataSchema),
    legalBasis: term(m.LEGAL_BASIS, "The claimed legal basis.").nullable(),
    note: z.string().nullable(),
    since: partialDate("The first day of this answer.").nullable(),
    grade: z.object({ use: grade(), default: grade() }),
    evidence: evidenceSchema,
    gaps: z.object({ notice: gap, control: gap }).openapi({
      description:
        "Days from the start of training to the terms that mention it (notice) and to the first control (control), as intervals.",
    }),
  })
  .openapi("ResolvedPractice");

export const otherAudienceSchema = z
  .object({
    facet: z.enum(m.FACETS),
    values: z.array(z.string()).openapi({ description: "Empty for the rest of the world." }),
    overall: verdict(),
    practices: z.array(z.object({ id: z.string(), verdict: verdict() })),
  })
  .openapi("OtherAudience", { description: "People who differ in one respect and have a different answer." });

export const resolvedSchema = z
  .object({
    audience: audienceSchema,
    overall: verdict(),
    practices: z.array(resolvedPracticeSchema),
    otherAudiences: z.array(otherAudienceSchema),
  })
  .openapi("Resolved");
