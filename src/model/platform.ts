import * as z from "zod";
import { appsSchema, domainSchema, hostSchema } from "./domains.ts";
import { day, evidenceList, partialDate, slug, termSchema, text, webUrl } from "./primitives.ts";
import { sourceSchema } from "./source.ts";
import {
  ACTOR,
  CATEGORY,
  CONTROL_KIND,
  CONTROL_SCOPE,
  DATA_CATEGORY,
  DATA_USE,
  DEFAULT_STATE,
  EFFECT,
  EVENT_TYPE,
  FRICTION,
  KIND,
  LEGAL_BASIS,
  MODEL,
  PLAN,
  PROTECTS,
  PROTECTS_WHEN,
  PURPOSE,
  RECIPIENT,
  RIGHT,
  WITHDRAWAL,
} from "./vocabulary.ts";
import { audienceWhenSchema, whenSchema } from "./when.ts";

/** The version of the record format. A removed or narrowed field is a new number. */
export const SCHEMA_VERSION = 3;

/** The most rules of a practice. Real tables have up to 22. */
export const RULES_LIMIT = 100;

const category = termSchema(DATA_CATEGORY, "A category of data.");

/** Which data a rule is about. */
export const dataSchema = z
  .strictObject({
    includes: z.array(category).meta({
      description: "The data that the documents name. Empty: they do not say which.",
    }),
    excludes: z.array(category).meta({ description: "The data that the documents exclude." }),
  })
  .meta({ description: "Which data, as far as the documents say." });

/** Evidence, keyed by the fact it supports. */
export const factEvidenceSchema = z
  .strictObject({
    dataUse: evidenceList.meta({ description: "Why `dataUse` is what it is." }),
    defaultState: evidenceList.optional().meta({ description: "Why `defaultState` is what it is." }),
    data: evidenceList.optional().meta({ description: "Why `data` is what it is." }),
    legalBasis: evidenceList.optional().meta({ description: "Why `legalBasis` is what it is." }),
  })
  .meta({ description: "Evidence by fact: a document that admits a use seldom says what the default is." });

/** One line of a practice's decision table. */
export const ruleSchema = z
  .strictObject({
    id: slug("The rule's name, unique within the practice; it stays the same when the rule moves."),
    when: whenSchema.optional(),
    dataUse: termSchema(DATA_USE, "What the documents say."),
    namesAi: z.boolean().optional().meta({
      description:
        "For `may-use`, required: does the clause that permits it mention AI, machine learning or training?",
    }),
    onlyModels: text(
      "For `does-not-use`: the models that the denial is limited to, where it does not cover all. `models that imitate an artist`.",
      120,
    ).optional(),
    defaultState: termSchema(
      DEFAULT_STATE,
      "What happens to a person who does nothing. For `uses` and `may-use` only.",
    ).optional(),
    legalBasis: termSchema(LEGAL_BASIS, "The legal basis that the platform claims.").optional(),
    data: dataSchema.optional(),
    controls: z
      .array(slug("A control of this record."))
      .optional()
      .meta({ description: "Ids of the controls that act on this use, the easiest first." }),
    note: text("What else a reader must know, in our own words.").optional(),
    evidence: factEvidenceSchema,
  })
  .meta({ description: "One line of a decision table. Rules are read in order; the first match answers." });

/** One use of people's data: some kinds of data, one sort of model, one purpose, one set of recipients. */
export const practiceSchema = z
  .strictObject({
    id: slug("The practice's name, unique within the record."),
    title: text("What is done, in a few words of our own.", 120),
    subject: text(
      "The data in a few words, as they follow “with”, where the kinds of data are not exact enough: `your voice recordings`.",
      60,
    ).optional(),
    kinds: z.array(termSchema(KIND, "A kind of data.")).min(1).meta({
      description: "The kinds of data it is about. Where kinds have different answers, write two practices.",
    }),
    model: termSchema(MODEL, "What kind of model it is for."),
    purpose: termSchema(PURPOSE, "What the use is for."),
    recipients: z
      .array(termSchema(RECIPIENT, "Who gets to use the data."))
      .min(1)
      .meta({ description: "Who gets to use the data." }),
    rules: z
      .array(ruleSchema)
      .min(1)
      .max(RULES_LIMIT, `at most ${RULES_LIMIT} rules; where parts of the data differ, write two practices`)
      .meta({
        description:
          "The decision table. The last rule should have no `when`, so that everyone gets an answer.",
      }),
  })
  .meta({ description: "One use of people's data: kinds of data, kind of model, purpose and recipients." });

/** What a person can do. */
export const controlSchema = z
  .strictObject({
    id: slug("The control's name, unique within the record."),
    kind: termSchema(CONTROL_KIND, "The kind of control."),
    name: text("Its name as the platform shows it.", 160),
    protectsWhen: termSchema(PROTECTS_WHEN, "Which position protects; settings only.").optional(),
    protects: termSchema(PROTECTS, "How much it stops."),
    actor: termSchema(ACTOR, "Who can act."),
    scope: termSchema(CONTROL_SCOPE, "How far it reaches."),
    steps: z.array(text("One step.", 240)).meta({
      description:
        "How to get there, one action per step, in our own words, with menu names as shown. Empty: not known.",
    }),
    url: webUrl("A direct link.").optional(),
    when: whenSchema.optional().meta({ description: "Who has it, and when. Default: everyone, always." }),
    effect: termSchema(EFFECT, "What it does to data already used."),
    exceptions: z
      .array(text("What still happens.", 240))
      .optional()
      .meta({ description: "What is still used after it." }),
    friction: z
      .array(termSchema(FRICTION, "What makes it harder."))
      .optional()
      .meta({ description: "What makes it harder than it looks." }),
    rights: z
      .array(termSchema(RIGHT, "A right."))
      .optional()
      .meta({ description: "The rights it exercises, as the platform says or the law plainly gives." }),
    note: text("What else a reader must know.").optional(),
    evidence: evidenceList,
  })
  .meta({ description: "What a person can do." });

/** Something that changed. */
export const eventSchema = z
  .strictObject({
    id: slug("The event's name, unique within the record."),
    type: termSchema(EVENT_TYPE, "The kind of change."),
    dates: z
      .strictObject({
        announced: partialDate("Announced.").optional(),
        effective: partialDate("In force.").optional(),
        observed: partialDate(
          "The latest day by which it had happened: an archive's snapshot, or when someone first saw it.",
        ).optional(),
        reported: partialDate("Reported by others.").optional(),
      })
      .refine((d) => Object.values(d).some((v) => v !== undefined), "at least one date")
      .meta({
        minProperties: 1,
        description: "At least one. An archive's snapshot date is `observed`, never `effective`.",
      }),
    title: text("What happened, in one line of our own words.", 200),
    detail: text("More, where it is needed.", 1000).optional(),
    when: audienceWhenSchema.optional().meta({ description: "For whom it changed. Default: everyone." }),
    practices: z
      .array(slug("A practice of this record."))
      .optional()
      .meta({ description: "The practices it concerns." }),
    evidence: evidenceList,
  })
  .meta({ description: "Something that changed." });

/** What people try that does not work. */
export const mythSchema = z
  .strictObject({
    id: slug("The myth's name, unique within the record."),
    claim: text("What people believe or try."),
    truth: text("What is true."),
    evidence: evidenceList,
  })
  .meta({ description: "What people try that does not work." });

/** When and how far the record was checked. */
export const reviewSchema = z
  .strictObject({
    verified: day("The last day on which a person checked the record against its sources."),
    openQuestions: z.array(text("One question.")).meta({ description: "What could not be established." }),
  })
  .meta({ description: "When and how far the record was checked." });

/** That a record was withdrawn; records are never deleted. */
export const withdrawnSchema = z
  .strictObject({
    date: day("When it was withdrawn."),
    reason: termSchema(WITHDRAWAL, "Why it was withdrawn."),
    note: text("What else a reader must know.").optional(),
    successors: z.array(slug("A record's id.")).min(1).optional().meta({
      description: "The records that answer instead. Required for `merged` and `split`.",
    }),
  })
  .meta({ description: "Records are never deleted: a withdrawn one says when and why." });

const sameAs = z
  .strictObject({
    wikidata: z
      .string()
      .regex(/^Q[1-9][0-9]{0,11}$/, "a Wikidata item: Q and a number")
      .optional()
      .meta({ description: "Wikidata item." }),
    openTermsArchive: text("The service's name in Open Terms Archive.", 80).optional(),
    tosdr: z
      .string()
      .regex(/^[0-9]{1,9}$/, "a number, in digits")
      .optional()
      .meta({ description: "ToS;DR service number." }),
  })
  .meta({ description: "The same thing elsewhere." });

const head = (schema: string) => ({
  $schema: z.literal(`../../schema/${schema}.schema.json`).meta({ description: "The schema, for editors." }),
  schemaVersion: z.literal(SCHEMA_VERSION).meta({ description: "The version of the record format." }),
});

const aliases = z
  .array(slug("A former or other id."))
  .optional()
  .meta({ description: "Former ids and other names; they lead here." });

/** A platform's record: `data/platforms/<id>.json`. */
export const platformSchema = z
  .strictObject({
    ...head("platform"),
    id: slug("The platform's id, the file's name."),
    name: text("The platform's name.", 80),
    aliases,
    operator: slug("Who runs it: an id in data/operators."),
    category: termSchema(CATEGORY, "What it mainly is."),
    domains: z
      .array(domainSchema)
      .min(1)
      .meta({ description: "Where it is on the web, most important first." }),
    otherDomains: z.array(hostSchema).min(1).optional().meta({
      description: "Hosts under its domains that belong to another service: aws.amazon.com is not the shop.",
    }),
    apps: appsSchema.optional(),
    summary: text("One or two sentences in our own words.", 500),
    plans: z
      .partialRecord(termSchema(PLAN, "A plan."), z.array(text("A plan's name as sold.", 80)))
      .optional()
      .meta({ description: "The platform's own names for each plan." }),
    practices: z.array(practiceSchema).min(1).meta({ description: "The uses of people's data." }),
    controls: z.array(controlSchema).meta({ description: "What people can do about them." }),
    events: z.array(eventSchema).meta({ description: "What happened, and what is announced." }),
    myths: z.array(mythSchema).meta({ description: "What people try that does not work." }),
    sources: z.array(sourceSchema),
    sameAs: sameAs.optional(),
    withdrawn: withdrawnSchema.optional(),
    review: reviewSchema,
  })
  .meta({
    id: "platform",
    title: "Platform",
    description: "What one platform does with people's data to train AI.",
  });

/** An operator's record: `data/operators/<id>.json`. */
export const operatorSchema = z
  .strictObject({
    ...head("operator"),
    id: slug("The operator's id, the file's name."),
    name: text("The operator's usual name.", 80),
    aliases,
    legalName: text("The company that answers for the service, as its documents name it.", 160).optional(),
    parent: slug("The operator that owns it.").optional(),
    jurisdiction: z
      .string()
      .regex(/^[A-Z]{2}(-[A-Z0-9]{1,3})?$/, "an ISO 3166 code")
      .meta({ description: "Where it is seated: ISO 3166-1 or 3166-2." }),
    sources: z.array(sourceSchema).meta({
      description:
        "Documents that several of its platforms share; evidence points to them as operator:source#passage.",
    }),
    sameAs: sameAs.optional(),
    withdrawn: withdrawnSchema.optional(),
  })
  .meta({
    id: "operator",
    title: "Operator",
    description: "A company that runs platforms, and the documents that they share.",
  });

export type Data = z.infer<typeof dataSchema>;
export type Rule = z.infer<typeof ruleSchema>;
export type Practice = z.infer<typeof practiceSchema>;
export type Control = z.infer<typeof controlSchema>;
export type PlatformEvent = z.infer<typeof eventSchema>;
export type Myth = z.infer<typeof mythSchema>;
export type Platform = z.infer<typeof platformSchema>;
export type Operator = z.infer<typeof operatorSchema>;
/** The facts of a rule that carry evidence of their own. */
export type Fact = keyof z.infer<typeof factEvidenceSchema>;
