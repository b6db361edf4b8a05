import { index, integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";

/*
 * Every row belongs to a publication: a whole dataset, written beside the current one
 * and shown by moving the one pointer. Keys start with it, so that readers of one
 * publication never meet rows of another.
 */
const publication = () => integer("publication").notNull();

/** Datasets that were written; the pointer says which one readers see. */
export const publications = sqliteTable("publications", {
  id: integer("id").primaryKey(),
  /** The release's version, CalVer, or `unreleased`. */
  version: text("version").notNull(),
  /** SHA-256 over the canonical records: the same data has the same digest. */
  digest: text("digest").notNull(),
  /** The day of the data: when a release was cut, or the last review among its records. */
  date: text("date").notNull(),
  complete: integer("complete", { mode: "boolean" }).notNull(),
});

/** One row: the publication that readers see, and the one before it for rolling back. */
export const pointer = sqliteTable("pointer", {
  id: integer("id").primaryKey(),
  publication: integer("publication").notNull(),
  previous: integer("previous"),
});

export const operators = sqliteTable(
  "operators",
  {
    publication: publication(),
    id: text("id").notNull(),
    name: text("name").notNull(),
    legalName: text("legal_name"),
    parent: text("parent"),
    jurisdiction: text("jurisdiction").notNull(),
    /** The whole record, canonical JSON. */
    record: text("record").notNull(),
  },
  (t) => [primaryKey({ columns: [t.publication, t.id] }), index("operators_parent").on(t.publication, t.parent)],
);

export const platforms = sqliteTable(
  "platforms",
  {
    publication: publication(),
    id: text("id").notNull(),
    name: text("name").notNull(),
    /** The name as lists are sorted by it: lower case, without accents. */
    sortName: text("sort_name").notNull(),
    operator: text("operator").notNull(),
    category: text("category").notNull(),
    summary: text("summary").notNull(),
    verified: text("verified").notNull(),
    withdrawn: text("withdrawn"),
    /** The whole record, canonical JSON. */
    record: text("record").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.publication, t.id] }),
    index("platforms_name").on(t.publication, t.sortName, t.id), // sort=name
    index("platforms_verified").on(t.publication, t.verified, t.id), // sort=verified, updated_since
    index("platforms_category").on(t.publication, t.category),
    index("platforms_operator").on(t.publication, t.operator), // operator=, /operators/{id}
  ],
);

export const platformPlans = sqliteTable(
  "platform_plans",
  {
    publication: publication(),
    platform: text("platform").notNull(),
    plan: text("plan").notNull(),
    position: integer("position").notNull(),
    name: text("name").notNull(),
  },
  (t) => [primaryKey({ columns: [t.publication, t.platform, t.plan, t.position] })],
);

export const domains = sqliteTable(
  "domains",
  { publication: publication(), domain: text("domain").notNull(), platform: text("platform").notNull(), position: integer("position").notNull() },
  (t) => [primaryKey({ columns: [t.publication, t.domain] }), index("domains_platform").on(t.publication, t.platform)], // /lookup
);

export const aliases = sqliteTable("aliases", { publication: publication(), alias: text("alias").notNull(), platform: text("platform").notNull() }, (t) => [
  primaryKey({ columns: [t.publication, t.alias] }),
]);

export const practices = sqliteTable(
  "practices",
  {
    publication: publication(),
    platform: text("platform").notNull(),
    id: text("id").notNull(),
    position: integer("position").notNull(),
    title: text("title").notNull(),
    purpose: text("purpose").notNull(),
  },
  (t) => [primaryKey({ columns: [t.publication, t.platform, t.id] }), index("practices_purpose").on(t.publication, t.purpose)],
);

export const practiceRecipients = sqliteTable(
  "practice_recipients",
  { publication: publication(), platform: text("platform").notNull(), practice: text("practice").notNull(), recipient: text("recipient").notNull() },
  (t) => [primaryKey({ columns: [t.publication, t.platform, t.practice, t.recipient] })],
);

export const rules = sqliteTable(
  "rules",
  {
    publication: publication(),
    platform: text("platform").notNull(),
    practice: text("practice").notNull(),
    id: text("id").notNull(),
    /** Rules are read in this order; the first that matches answers. */
    position: integer("position").notNull(),
    use: text("use").notNull(),
    default: text("default"),
    legalBasis: text("legal_basis"),
    validFrom: text("valid_from"),
    validUntil: text("valid_until"),
    note: text("note"),
  },
  (t) => [primaryKey({ columns: [t.publication, t.platform, t.practice, t.id] })],
);

/** For whom a rule, control, event or source is: one row a value; no row for a facet means any. */
export const audiences = sqliteTable(
  "audiences",
  {
    publication: publication(),
    /** `platform/<id>` or `operator/<id>`. */
    owner: text("owner").notNull(),
    /** rule | control | event | source. */
    subject: text("subject").notNull(),
    /** The subject's id; for a rule `<practice>/<rule>`. */
    subjectId: text("subject_id").notNull(),
    /** region | plan | age | account. */
    facet: text("facet").notNull(),
    value: text("value").notNull(),
  },
  (t) => [primaryKey({ columns: [t.publication, t.owner, t.subject, t.subjectId, t.facet, t.value] })],
);

export const ruleData = sqliteTable(
  "rule_data",
  {
    publication: publication(),
    platform: text("platform").notNull(),
    practice: text("practice").notNull(),
    rule: text("rule").notNull(),
    category: text("category").notNull(),
    included: integer("included", { mode: "boolean" }).notNull(),
  },
  (t) => [primaryKey({ columns: [t.publication, t.platform, t.practice, t.rule, t.category, t.included] })],
);

export const ruleControls = sqliteTable(
  "rule_controls",
  {
    publication: publication(),
    platform: text("platform").notNull(),
    practice: text("practice").notNull(),
    rule: text("rule").notNull(),
    control: text("control").notNull(),
    position: integer("position").notNull(),
  },
  (t) => [primaryKey({ columns: [t.publication, t.platform, t.practice, t.rule, t.control] })],
);

export const controls = sqliteTable(
  "controls",
  {
    publication: publication(),
    platform: text("platform").notNull(),
    id: text("id").notNull(),
    position: integer("position").notNull(),
    kind: text("kind").notNull(),
    label: text("label").notNull(),
    protectsWhen: text("protects_when"),
    protects: text("protects").notNull(),
    actor: text("actor").notNull(),
    scope: text("scope").notNull(),
    url: text("url"),
    effect: text("effect").notNull(),
    validFrom: text("valid_from"),
    validUntil: text("valid_until"),
    note: text("note"),
  },
  (t) => [primaryKey({ columns: [t.publication, t.platform, t.id] }), index("controls_kind").on(t.publication, t.kind)],
);

export const steps = sqliteTable(
  "steps",
  {
    publication: publication(),
    platform: text("platform").notNull(),
    control: text("control").notNull(),
    position: integer("position").notNull(),
    text: text("text").notNull(),
  },
  (t) => [primaryKey({ columns: [t.publication, t.platform, t.control, t.position] })],
);

/** A control's exceptions, friction and rights, one a row. */
export const controlTraits = sqliteTable(
  "control_traits",
  {
    publication: publication(),
    platform: text("platform").notNull(),
    control: text("control").notNull(),
    trait: text("trait").notNull(),
    value: text("value").notNull(),
  },
  (t) => [primaryKey({ columns: [t.publication, t.platform, t.control, t.trait, t.value] })],
);

export const events = sqliteTable(
  "events",
  {
    publication: publication(),
    platform: text("platform").notNull(),
    id: text("id").notNull(),
    position: integer("position").notNull(),
    type: text("type").notNull(),
    announced: text("announced"),
    effective: text("effective"),
    observed: text("observed"),
    reported: text("reported"),
    /** The day by which it is put in order: the last day that its best date can mean. */
    sortDay: text("sort_day").notNull(),
    title: text("title").notNull(),
    detail: text("detail"),
  },
  (t) => [primaryKey({ columns: [t.publication, t.platform, t.id] }), index("events_day").on(t.publication, t.sortDay)],
);

export const eventPractices = sqliteTable(
  "event_practices",
  { publication: publication(), platform: text("platform").notNull(), event: text("event").notNull(), practice: text("practice").notNull() },
  (t) => [primaryKey({ columns: [t.publication, t.platform, t.event, t.practice] })],
);

export const myths = sqliteTable(
  "myths",
  {
    publication: publication(),
    platform: text("platform").notNull(),
    id: text("id").notNull(),
    claim: text("claim").notNull(),
    truth: text("truth").notNull(),
  },
  (t) => [primaryKey({ columns: [t.publication, t.platform, t.id] })],
);

export const sources = sqliteTable(
  "sources",
  {
    publication: publication(),
    /** `platform/<id>` or `operator/<id>`. */
    owner: text("owner").notNull(),
    id: text("id").notNull(),
    kind: text("kind").notNull(),
    title: text("title").notNull(),
    publisher: text("publisher").notNull(),
    url: text("url").notNull(),
    published: text("published"),
    seen: text("seen"),
  },
  (t) => [primaryKey({ columns: [t.publication, t.owner, t.id] })],
);

export const copies = sqliteTable(
  "copies",
  {
    publication: publication(),
    owner: text("owner").notNull(),
    source: text("source").notNull(),
    position: integer("position").notNull(),
    archive: text("archive").notNull(),
    commit: text("commit").notNull(),
    path: text("path").notNull(),
    captured: text("captured").notNull(),
  },
  (t) => [primaryKey({ columns: [t.publication, t.owner, t.source, t.position] })],
);

export const passages = sqliteTable(
  "passages",
  {
    publication: publication(),
    owner: text("owner").notNull(),
    source: text("source").notNull(),
    id: text("id").notNull(),
    copy: integer("copy").notNull(),
    heading: text("heading"),
    start: text("start").notNull(),
    end: text("end").notNull(),
    sha256: text("sha256").notNull(),
  },
  (t) => [primaryKey({ columns: [t.publication, t.owner, t.source, t.id] })],
);

/** What each rule, control, event and myth rests on, one pointer a row. */
export const evidence = sqliteTable(
  "evidence",
  {
    publication: publication(),
    platform: text("platform").notNull(),
    /** rule | control | event | myth. */
    subject: text("subject").notNull(),
    /** The subject's id; for a rule `<practice>/<rule>`. */
    subjectId: text("subject_id").notNull(),
    /** use | default | data | legalBasis for rules, `all` for the others. */
    fact: text("fact").notNull(),
    position: integer("position").notNull(),
    /** Owner, id and passage of the source pointed to. */
    sourceOwner: text("source_owner").notNull(),
    source: text("source").notNull(),
    passage: text("passage"),
    grade: text("grade").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.publication, t.platform, t.subject, t.subjectId, t.fact, t.position] }),
    index("evidence_source").on(t.publication, t.sourceOwner, t.source),
  ],
);

/** Which places no record tells apart: a place's segment, by which `answers` are found. */
export const regionSegments = sqliteTable(
  "region_segments",
  { publication: publication(), region: text("region").notNull(), segment: text("segment").notNull() },
  (t) => [primaryKey({ columns: [t.publication, t.region] })],
);

/**
 * Resolved answers: per platform, practice and distinguishable audience and time one row.
 * `*` in a facet: the answer does not hang on it. The practice `*` is the overall answer.
 */
export const answers = sqliteTable(
  "answers",
  {
    publication: publication(),
    id: integer("id").notNull(),
    platform: text("platform").notNull(),
    practice: text("practice").notNull(),
    purpose: text("purpose").notNull(),
    training: integer("training", { mode: "boolean" }).notNull(),
    region: text("region").notNull(),
    plan: text("plan").notNull(),
    age: text("age").notNull(),
    account: text("account").notNull(),
    /** First day; empty: always was. */
    validFrom: text("valid_from").notNull(),
    /** First day no longer; 9999-12-31: still. */
    validUntil: text("valid_until").notNull(),
    rule: text("rule"),
    use: text("use").notNull(),
    default: text("default"),
    verdict: text("verdict").notNull(),
    /** The verdict's place in the vocabulary, 0 the worst. */
    severity: integer("severity").notNull(),
    certainty: text("certainty"),
    gradeUse: text("grade_use"),
  },
  (t) => [
    primaryKey({ columns: [t.publication, t.id] }),
    index("answers_platform").on(t.publication, t.platform, t.practice, t.region), // the answers of a page of platforms
    index("answers_verdict").on(t.publication, t.purpose, t.verdict, t.region, t.platform), // verdict=
    index("answers_use").on(t.publication, t.purpose, t.use, t.region, t.platform), // use=
    index("answers_default").on(t.publication, t.purpose, t.default, t.region, t.platform), // default=
  ],
);

/** The kinds of controls that an answer's people have. */
export const answerControls = sqliteTable(
  "answer_controls",
  { publication: publication(), answer: integer("answer").notNull(), kind: text("kind").notNull(), control: text("control").notNull() },
  (t) => [primaryKey({ columns: [t.publication, t.answer, t.control] }), index("answer_controls_kind").on(t.publication, t.kind, t.answer)], // control=
);
