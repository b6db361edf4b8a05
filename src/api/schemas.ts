import { z } from "@hono/zod-openapi";
import * as m from "../model/index.ts";

/*
 * The published shapes. Unlike a record's file every field is present, null where it is
 * unknown or does not apply, so that clients need no guessing.
 */
const term = <K extends string>(v: m.Vocabulary<K>, description: string) =>
  z.enum(m.termsOf(v) as [K, ...K[]]).openapi({ description });
const partial = (description: string) =>
  z.string().openapi({ description: `${description} YYYY, YYYY-MM or YYYY-MM-DD.`, example: "2024-09-18" });

/** What every answer says of itself. */
export const metaSchema = z
  .object({
    release: z
      .string()
      .openapi({ description: "The dataset's version: CalVer, or `unreleased`.", example: "2026.11.1" }),
    generatedAt: z.string().openapi({
      description: "The day of the data, as an instant (RFC 3339).",
      example: "2026-11-24T00:00:00Z",
    }),
    licence: z.object({ name: z.string(), url: z.string() }).openapi({ description: "The data's licence." }),
    attribution: z.string().openapi({ description: "Whom to credit." }),
    links: z.record(z.string(), z.string()).openapi({
      description: "Where to go on, relative to this server.",
      example: { self: "/platforms/linkedin" },
    }),
  })
  .openapi("Meta");

export const whenSchema = z
  .object({
    regions: z.array(z.string()).nullable(),
    plans: z.array(term(m.PLAN, "A plan.")).nullable(),
    age: term(m.AGE, "How old.").nullable(),
    account: term(m.ACCOUNT, "How the person stands to the platform.").nullable(),
    from: partial("First day.").nullable(),
    until: partial("First day no longer.").nullable(),
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
      announced: partial("Made known.").nullable(),
      effective: partial("In force.").nullable(),
      observed: partial("Seen by then.").nullable(),
      reported: partial("Reported by others.").nullable(),
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
    published: partial("The date the document gives.").nullable(),
    seen: partial("When it was seen.").nullable(),
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

const sameAs = z.object({
  wikidata: z.string().nullable(),
  openTermsArchive: z.string().nullable(),
  tosdr: z.string().nullable(),
});

export const audienceSchema = z
  .object({
    region: z
      .string()
      .nullable()
      .openapi({ description: "ISO 3166 code or group; null is the rest of the world.", example: "DE" }),
    plan: term(m.PLAN, "The plan."),
    age: term(m.AGE, "The age."),
    account: term(m.ACCOUNT, "How the person stands to the platform."),
    asOf: z.string().openapi({ description: "The day asked about.", example: "2026-11-24" }),
  })
  .openapi("Audience");

const verdict = () => term(m.VERDICT, "What it means for this person.");
const grade = () => term(m.GRADE, "How well the fact is evidenced.").nullable();
const gap = z.object({ min: z.int().nullable(), max: z.int().nullable() }).nullable();

export const effortSchema = z
  .object({
    control: z.string(),
    steps: z.int().nullable(),
    actor: term(m.ACTOR, "Who must act."),
    undoesPast: z.boolean().nullable(),
  })
  .openapi("Effort", { description: "What the easiest control that stops the use costs." });

export const resolvedPracticeSchema = z
  .object({
    id: z.string(),
    title: z.string(),
    purpose: term(m.PURPOSE, "What the use is for."),
    recipients: z.array(term(m.RECIPIENT, "Who gets the data.")),
    rule: z.string().nullable(),
    use: term(m.USE, "What the documents say."),
    default: term(m.DEFAULT, "What happens to somebody who does nothing.").nullable(),
    verdict: verdict(),
    certainty: term(m.CERTAINTY, "How firmly the use is known.").nullable(),
    controls: z.array(controlSchema),
    effort: effortSchema.nullable(),
    data: dataSchema.nullable(),
    legalBasis: term(m.LEGAL_BASIS, "The claimed legal basis.").nullable(),
    note: z.string().nullable(),
    since: partial("Since when this answer holds.").nullable(),
    grade: z.object({ use: grade(), default: grade() }),
    evidence: evidenceSchema,
    gaps: z.object({ notice: gap, control: gap }).openapi({
      description:
        "Days from the beginning of training to the terms that told it (notice) and to the first control (control), as intervals.",
    }),
  })
  .openapi("ResolvedPractice");

export const otherAudienceSchema = z
  .object({
    facet: z.enum(["region", "plan", "age", "account"]),
    values: z.array(z.string()).openapi({ description: "Empty for the rest of the world." }),
    overall: verdict(),
    practices: z.array(z.object({ id: z.string(), verdict: verdict() })),
  })
  .openapi("OtherAudience", { description: "People who differ in one respect, and get another answer." });

export const resolvedSchema = z
  .object({
    audience: audienceSchema,
    overall: verdict(),
    practices: z.array(resolvedPracticeSchema),
    otherAudiences: z.array(otherAudienceSchema),
  })
  .openapi("Resolved");

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

export const platformAnswerSchema = platformRecordSchema
  .extend({ resolved: resolvedSchema, meta: metaSchema })
  .openapi("PlatformAnswer");

export const listedPlatformSchema = z
  .object({
    id: z.string(),
    name: z.string(),
    operator: z.string(),
    category: term(m.CATEGORY, "What it mainly is."),
    domains: z.array(z.string()),
    summary: z.string(),
    verified: z.string().openapi({ description: "When the record was last checked." }),
    withdrawn: z.string().nullable(),
    resolved: z.object({
      audience: audienceSchema,
      overall: verdict(),
      practices: z.array(
        z.object({
          id: z.string(),
          purpose: term(m.PURPOSE, "What the use is for."),
          rule: z.string().nullable(),
          use: term(m.USE, "What the documents say."),
          default: term(m.DEFAULT, "What happens to somebody who does nothing.").nullable(),
          verdict: verdict(),
          certainty: term(m.CERTAINTY, "How firmly it is known.").nullable(),
          grade: z.object({ use: grade() }),
        }),
      ),
    }),
  })
  .openapi("ListedPlatform");

/** An envelope for lists. */
export const listOf = <T extends z.ZodType>(item: T, name: string) =>
  z
    .object({
      meta: metaSchema,
      total: z.int().openapi({ description: "How many there are on all pages." }),
      next: z
        .string()
        .nullable()
        .openapi({ description: "The next page, relative to this server; null on the last." }),
      items: z.array(item),
    })
    .openapi(name);

export const downloadSchema = z
  .object({
    path: z.string().openapi({ description: "The file's path.", example: "ai-data-use.sqlite" }),
    url: z.string().openapi({ description: "Where it is on this server." }),
    description: z.string().openapi({ description: "What it holds." }),
    mediaType: z.string(),
    bytes: z.int(),
    rows: z.int().nullable().openapi({ description: "Rows or records, where the file has such." }),
    sha256: z.string().openapi({ description: "SHA-256 of the file, hexadecimal." }),
    examples: z
      .array(z.object({ tool: z.string(), command: z.string() }))
      .openapi({ description: "A line that loads it, for some tools." }),
  })
  .openapi("Download");

export const actionSchema = controlSchema
  .extend({
    practices: z
      .array(
        z.object({ id: z.string(), title: z.string(), purpose: term(m.PURPOSE, "What the use is for.") }),
      )
      .openapi({ description: "The uses that it acts on." }),
  })
  .openapi("Action", { description: "A control that this person has, with the uses that it acts on." });

export const optOutSchema = z
  .object({
    meta: metaSchema,
    platform: z.object({ id: z.string(), name: z.string() }),
    audience: audienceSchema,
    overall: verdict(),
    actions: z.array(actionSchema).openapi({ description: "What to do, easiest first." }),
    unstoppable: z
      .array(
        z.object({
          id: z.string(),
          title: z.string(),
          purpose: term(m.PURPOSE, "What the use is for."),
          certainty: term(m.CERTAINTY, "How firmly it is known.").nullable(),
        }),
      )
      .openapi({ description: "Uses that nothing this person can do fully stops." }),
    myths: z.array(mythSchema).openapi({ description: "What does not work." }),
  })
  .openapi("OptOut");

/** Any JSON value; null where there is none. */
const jsonValue = z.any();

export const changeSchema = z
  .object({
    id: z
      .string()
      .openapi({ description: "Stable: the release and the change's number in it.", example: "2026.11.2/1" }),
    release: z.string().openapi({ example: "2026.11.2" }),
    date: z.string().openapi({ description: "The day of the release.", example: "2026-11-24" }),
    class: term(m.CHANGE_CLASS, "Why it changed."),
    record: z.string().openapi({ example: "platforms/linkedin" }),
    name: z.string(),
    platform: z.string().nullable(),
    operator: z.string().nullable(),
    purpose: term(m.PURPOSE, "The purpose of the practice that changed.").nullable(),
    regions: z
      .array(z.string())
      .nullable()
      .openapi({ description: "The regions that the changed rule or control names; null: everywhere." }),
    path: z.string().openapi({
      description: "JSON Pointer; a member of a list is named by its id, with @ before it.",
      example: "/practices/@generative-training/rules/@europe/default",
    }),
    before: jsonValue.openapi({ description: "What stood there; null where nothing did." }),
    after: jsonValue.openapi({ description: "What stands there now; null where nothing does." }),
    order: z.object({ before: z.array(z.string()), after: z.array(z.string()) }).nullable(),
    summary: z.string().openapi({
      description: "In words.",
      example: "default of rule europe in practice generative-training: asked → on",
    }),
  })
  .openapi("Change", {
    description:
      "One released change of one record. For a record that is new, `before` and `after` are null: see the record.",
  });

export const historyItemSchema = z
  .object({
    kind: z
      .enum(["event", "change"])
      .openapi({ description: "event: what happened; change: what was recorded, and when." }),
    day: z.string().openapi({ description: "The day by which it is put in order." }),
    event: eventSchema.nullable(),
    change: changeSchema.nullable(),
  })
  .openapi("HistoryItem");

const notes = z.object({ generated: z.array(z.string()), written: z.string().nullable() });
export const releaseSchema = z
  .object({
    version: z.string(),
    date: z.string(),
    previous: z.string().nullable(),
    notes,
    digest: z.string().openapi({ description: "SHA-256 of the ledger." }),
    records: z.int(),
    changes: z.int(),
  })
  .openapi("Release");

export const releaseAnswerSchema = releaseSchema
  .extend({
    hashes: z
      .record(z.string(), z.string())
      .openapi({ description: "SHA-256 of every record's canonical JSON (RFC 8785)." }),
    total: z.int().openapi({ description: "How many changes there are on all pages." }),
    next: z.string().nullable().openapi({ description: "The next page of changes; null on the last." }),
    items: z.array(changeSchema).openapi({ description: "Its changes." }),
    meta: metaSchema,
  })
  .openapi("ReleaseAnswer");

export const releaseDiffSchema = z
  .object({
    meta: metaSchema,
    from: z.string(),
    to: z.string(),
    total: z.int(),
    next: z.string().nullable(),
    items: z.array(
      z.object({
        record: z.string(),
        path: z.string(),
        before: jsonValue,
        after: jsonValue,
        order: z.object({ before: z.array(z.string()), after: z.array(z.string()) }).nullable(),
      }),
    ),
  })
  .openapi("ReleaseDiff", { description: "The net changes between two releases." });

const compared = z.object({
  id: z.string(),
  title: z.string(),
  before: verdict(),
  after: verdict(),
  changes: z.array(z.string()).openapi({ description: "In words; empty where nothing changed." }),
});
export const compareSchema = z
  .object({
    meta: metaSchema,
    audience: audienceSchema.omit({ asOf: true }),
    overTime: z
      .object({
        platform: z.object({ id: z.string(), name: z.string() }),
        from: z.string(),
        to: z.string(),
        overall: z.object({ before: verdict(), after: verdict() }),
        practices: z.array(compared),
        events: z.array(eventSchema).openapi({ description: "What happened in between, for these people." }),
      })
      .nullable(),
    sideBySide: z
      .array(
        z.object({
          id: z.string(),
          name: z.string(),
          resolved: resolvedSchema.omit({ otherAudiences: true }),
        }),
      )
      .nullable(),
  })
  .openapi("Comparison", { description: "One platform over time, or up to ten side by side." });

export const operatorSchema = z
  .object({
    id: z.string(),
    name: z.string(),
    legalName: z.string().nullable(),
    parent: z.string().nullable(),
    jurisdiction: z.string(),
    owns: z.array(z.string()),
    platforms: z.array(z.string()),
    sameAs,
  })
  .openapi("Operator");
export const operatorAnswerSchema = operatorSchema
  .extend({ sources: z.array(sourceSchema), meta: metaSchema })
  .openapi("OperatorAnswer");

export const lookupSchema = z
  .object({
    meta: metaSchema,
    match: z.object({
      platform: z.string(),
      name: z.string(),
      domain: z.string().openapi({ description: "The domain in the record that matched." }),
    }),
    resolved: resolvedSchema,
  })
  .openapi("Lookup");

const counts = (description: string) => z.record(z.string(), z.int()).openapi({ description });
const notStated = (description: string) =>
  z.object({ notStated: z.int(), of: z.int() }).openapi({ description });
export const statsSchema = z
  .object({
    meta: metaSchema,
    audience: audienceSchema,
    totals: z.object({
      platforms: z.int(),
      operators: z.int(),
      practices: z.int(),
      rules: z.int(),
      controls: z.int(),
      events: z.int(),
      sources: z.int(),
      passages: z.int(),
    }),
    overall: counts("Platforms by overall verdict, for this audience."),
    purposes: z
      .record(z.string(), z.record(z.string(), z.int()))
      .openapi({ description: "Platforms by purpose and verdict, for this audience." }),
    categories: counts("Platforms by category."),
    controlKinds: counts("Controls by kind."),
    ruleGrades: counts("Rules by the grade of the evidence for `use`."),
    eventTypes: counts("Events by type."),
    eventYears: counts("Events by year."),
    verified: z.object({ oldest: z.string().nullable(), newest: z.string().nullable() }),
    factGrades: z
      .record(z.string(), z.record(z.string(), z.int()))
      .openapi({ description: "Rules by fact (use, default, data, legalBasis) and grade." }),
    captured: z
      .object({ oldest: z.string().nullable(), median: z.string().nullable(), newest: z.string().nullable() })
      .openapi({
        description:
          "Age of the evidence: the day of the newest archived copy of each source that has one. Half are of the median's day or older.",
      }),
    openQuestions: z.int().openapi({ description: "What the records say could not be established." }),
    notStated: z
      .object({
        use: notStated("Answers for this audience whose use is not stated."),
        default: notStated("Answers for this audience that use data, whose default is not stated."),
        effect: notStated("Controls whose effect on data already used is not stated."),
      })
      .openapi({ description: "How often the documents are silent." }),
  })
  .openapi("Stats");

export const vocabularySchema = z
  .object({
    meta: metaSchema,
    standards: z.record(z.string(), z.object({ title: z.string(), version: z.string(), url: z.string() })),
    vocabularies: z.record(
      z.string(),
      z.array(
        z.object({
          term: z.string(),
          definition: z.string(),
          mappings: z.array(z.object({ standard: z.string(), term: z.string(), match: z.string() })),
        }),
      ),
    ),
    trainingPurposes: z
      .array(z.string())
      .openapi({ description: "The purposes that the overall verdict is about." }),
    regionGroups: z.array(
      z.object({
        code: z.string(),
        definition: z.string(),
        since: z.string(),
        members: z.array(z.string()),
        mappings: z.array(z.object({ standard: z.string(), term: z.string(), match: z.string() })),
      }),
    ),
  })
  .openapi("VocabularyAnswer");
