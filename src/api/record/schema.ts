import { z } from "@hono/zod-openapi";
import * as m from "../../model/index.ts";
import { partialDate, term } from "./terms.ts";

/*
 * The published shapes. Unlike a record's file every field is present, null where it is
 * unknown or does not apply, so that clients need no guessing.
 */
export const whenSchema = z
  .object({
    regions: z.array(z.string()).nullable(),
    plans: z.array(term(m.PLAN, "A plan.")).nullable(),
    age: term(m.AGE, "How old.").nullable(),
    account: term(m.ACCOUNT, "How the person stands to the platform.").nullable(),
    from: partialDate("First day.").nullable(),
    until: partialDate("First day no longer.").nullable(),
  })
  .openapi("When", { description: "For whom and when; null means any." });

export const dataSchema = z
  .object({
    includes: z.array(term(m.DATA_CATEGORY, "A kind of data.")),
    excludes: z.array(term(m.DATA_CATEGORY, "A kind of data.")),
  })
  .openapi("Data", { description: "Which data, as far as the documents say." });

export const evidenceSchema = z
  .object({
    use: z.array(z.string()),
    default: z.array(z.string()),
    data: z.array(z.string()),
    legalBasis: z.array(z.string()),
  })
  .openapi("FactEvidence", {
    description:
      "Pointers to evidence by fact: source, source#passage, or operator:source#passage. `sources` and `operatorSources` hold what they point to.",
  });

export const ruleSchema = z
  .object({
    id: z.string(),
    when: whenSchema.nullable(),
    use: term(m.USE, "What the documents say."),
    default: term(m.DEFAULT, "What happens to somebody who does nothing.").nullable(),
    legalBasis: term(m.LEGAL_BASIS, "The claimed legal basis.").nullable(),
    data: dataSchema.nullable(),
    controls: z.array(z.string()),
    note: z.string().nullable(),
    evidence: evidenceSchema,
  })
  .openapi("Rule", { description: "One line of a decision table; the first that matches answers." });

export const practiceSchema = z
  .object({
    id: z.string(),
    title: z.string(),
    purpose: term(m.PURPOSE, "What the use is for."),
    recipients: z.array(term(m.RECIPIENT, "Who gets the data.")),
    rules: z.array(ruleSchema),
  })
  .openapi("Practice");

export const controlSchema = z
  .object({
    id: z.string(),
    kind: term(m.CONTROL_KIND, "What sort of control."),
    label: z.string(),
    protectsWhen: term(m.PROTECTS_WHEN, "Which position protects.").nullable(),
    protects: term(m.PROTECTS, "How much it stops."),
    actor: term(m.ACTOR, "Who can act."),
    scope: term(m.CONTROL_SCOPE, "How far it reaches."),
    steps: z.array(z.string()),
    url: z.string().nullable(),
    when: whenSchema.nullable(),
    effect: term(m.EFFECT, "What it does to data already used."),
    exceptions: z.array(z.string()),
    friction: z.array(term(m.FRICTION, "What makes it harder.")),
    rights: z.array(term(m.RIGHT, "A right.")),
    note: z.string().nullable(),
    evidence: z.array(z.string()),
  })
  .openapi("Control", { description: "What a person can do." });

export const eventSchema = z
  .object({
    id: z.string(),
    type: term(m.EVENT_TYPE, "What sort of change."),
    dates: z.object({
      announced: partialDate("Made known.").nullable(),
      effective: partialDate("In force.").nullable(),
      observed: partialDate("Seen by then.").nullable(),
      reported: partialDate("Reported by others.").nullable(),
    }),
    title: z.string(),
    detail: z.string().nullable(),
    when: whenSchema.nullable(),
    practices: z.array(z.string()),
    evidence: z.array(z.string()),
  })
  .openapi("Event");

export const mythSchema = z
  .object({ id: z.string(), claim: z.string(), truth: z.string(), evidence: z.array(z.string()) })
  .openapi("Myth");

export const sourceSchema = z
  .object({
    id: z.string(),
    kind: term(m.SOURCE_KIND, "What sort of document."),
    title: z.string(),
    publisher: z.string(),
    url: z.string(),
    published: partialDate("The date the document gives.").nullable(),
    seen: partialDate("When it was seen.").nullable(),
    when: whenSchema.nullable(),
    copies: z.array(
      z.object({
        archive: z.string(),
        commit: z.string(),
        path: z.string(),
        captured: z.string(),
        url: z.string().openapi({ description: "The archived copy on the web." }),
      }),
    ),
    passages: z.array(
      z.object({
        id: z.string(),
        copy: z.int(),
        heading: z.string().nullable(),
        start: z.string(),
        end: z.string(),
        sha256: z.string(),
      }),
    ),
  })
  .openapi("Source");

export const sameAs = z.object({
  wikidata: z.string().nullable(),
  openTermsArchive: z.string().nullable(),
  tosdr: z.string().nullable(),
});

export const platformRecordSchema = z.object({
  schemaVersion: z.int(),
  id: z.string(),
  name: z.string(),
  aliases: z.array(z.string()),
  operator: z.string(),
  category: term(m.CATEGORY, "What it mainly is."),
  domains: z.array(z.string()),
  summary: z.string(),
  plans: z.record(z.string(), z.array(z.string())),
  practices: z.array(practiceSchema),
  controls: z.array(controlSchema),
  events: z.array(eventSchema),
  myths: z.array(mythSchema),
  sources: z.array(sourceSchema),
  operatorSources: z
    .array(sourceSchema)
    .openapi({ description: "The operator's shared documents that this record cites as operator:…" }),
  sameAs,
  withdrawn: z.object({ date: z.string(), reason: z.string() }).nullable(),
  review: z
    .object({
      verified: z
        .string()
        .openapi({ description: "The last day on which a person checked the record against its sources." }),
      openQuestions: z.array(z.string()).openapi({ description: "What could not be established." }),
      state: z.enum(["current", "source-changed", "overdue"]).nullable().openapi({
        description:
          "source-changed: a document that it rests on has moved since it was read; overdue: nobody has checked it for 180 days. null for a past release.",
      }),
      since: z.string().nullable().openapi({ description: "Since when it is in that state." }),
      changedSources: z
        .array(z.string())
        .openapi({ description: "The sources that moved, operator: before the operator's." }),
      watchedThrough: z.string().nullable().openapi({
        description:
          "The day up to which its archived documents were compared; null where none could be, or for a past release.",
      }),
    })
    .openapi("Review"),
});
