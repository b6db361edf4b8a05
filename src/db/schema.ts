import { index, integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";

/*
 * Transaction time. A record's content at some time is a revision; its rows carry the
 * revision's number and never change. `platforms` and `operators` say in which
 * publications a revision stands: from `since` on, until before `until`. A publication is
 * a number that only grows; one pointer says which one readers see. A release is a
 * publication with a version, so that every release that was ever published can be asked,
 * and publishing writes only what changed.
 */
const revision = () => integer("revision").notNull();

/** `until` of a revision that still stands. */
export const OPEN = 2_147_483_647;

/** States of the dataset that were published. */
export const publications = sqliteTable(
  "publications",
  {
    id: integer("id").primaryKey(),
    /** The release's version, CalVer, or `unreleased`. */
    version: text("version").notNull(),
    /** SHA-256 over the canonical records: the same data has the same digest. */
    digest: text("digest").notNull(),
    /** The day of the data: when a release was cut, or the last review among its records. */
    date: text("date").notNull(),
    complete: integer("complete", { mode: "boolean" }).notNull(),
  },
  (t) => [index("publications_version").on(t.version)], // release=
);

/** One row: the publication that readers see, and the one before it for rolling back. */
export const pointer = sqliteTable("pointer", {
  id: integer("id").primaryKey(),
  publication: integer("publication").notNull(),
  previous: integer("previous"),
  /** Which of `review_states` readers see; empty: none. */
  reviews: text("reviews").notNull().default(""),
});

/** What the watch last said of each record; the present only, so that it stands apart from what was released. */
export const reviewStates = sqliteTable(
  "review_states",
  {
    /** SHA-256 of the watch's state: a new one is written beside the old. */
    reviews: text("reviews").notNull(),
    platform: text("platform").notNull(),
    /** current | source-changed. */
    state: text("state").notNull(),
    since: text("since"),
    /** JSON. */
    sources: text("sources").notNull(),
    /** The day up to which every archive had been walked. */
    through: text("through").notNull(),
  },
  (t) => [primaryKey({ columns: [t.reviews, t.platform] })],
);

export const operators = sqliteTable(
  "operators",
  {
    revision: integer("revision").primaryKey(),
    since: integer("since").notNull(),
    until: integer("until").notNull(),
    /** SHA-256 of what the revision was made from. */
    hash: text("hash").notNull(),
    /** SHA-256 of the record's canonical JSON, as ledgers state it. */
    recordHash: text("record_hash").notNull().default(""),
    id: text("id").notNull(),
    name: text("name").notNull(),
    legalName: text("legal_name"),
    parent: text("parent"),
    jurisdiction: text("jurisdiction").notNull(),
    /** The whole record, canonical JSON. */
    record: text("record").notNull(),
  },
  (t) => [index("operators_id").on(t.id, t.since), index("operators_parent").on(t.parent)],
);

export const platforms = sqliteTable(
  "platforms",
  {
    revision: integer("revision").primaryKey(),
    since: integer("since").notNull(),
    until: integer("until").notNull(),
    /** SHA-256 of what the revision was made from: the record and its operator's. */
    hash: text("hash").notNull(),
    /** SHA-256 of the record's canonical JSON, as ledgers state it. */
    recordHash: text("record_hash").notNull().default(""),
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
    index("platforms_id").on(t.id, t.since), // /platforms/{id}
    index("platforms_name").on(t.until, t.sortName, t.id), // sort=name
    index("platforms_verified").on(t.until, t.verified, t.id), // sort=verified, updated_since
    index("platforms_category").on(t.category, t.until),
    index("platforms_operator").on(t.operator, t.until), // operator=, /operators/{id}
  ],
);

export const platformPlans = sqliteTable(
  "platform_plans",
  {
    revision: revision(),
    plan: text("plan").notNull(),
    position: integer("position").notNull(),
    name: text("name").notNull(),
  },
  (t) => [primaryKey({ columns: [t.revision, t.plan, t.position] })],
);

export const domains = sqliteTable(
  "domains",
  { revision: revision(), domain: text("domain").notNull(), position: integer("position").notNull() },
  (t) => [primaryKey({ columns: [t.revision, t.domain] }), index("domains_domain").on(t.domain)], // /lookup
);

export const aliases = sqliteTable(
  "aliases",
  { revision: revision(), alias: text("alias").notNull() },
  (t) => [primaryKey({ columns: [t.revision, t.alias] }), index("aliases_alias").on(t.alias)],
);

export const practices = sqliteTable(
  "practices",
  {
    revision: revision(),
    id: text("id").notNull(),
    position: integer("position").notNull(),
    title: text("title").notNull(),
    purpose: text("purpose").notNull(),
  },
  (t) => [primaryKey({ columns: [t.revision, t.id] })],
);

export const practiceRecipients = sqliteTable(
  "practice_recipients",
  { revision: revision(), practice: text("practice").notNull(), recipient: text("recipient").notNull() },
  (t) => [primaryKey({ columns: [t.revision, t.practice, t.recipient] })],
);

export const rules = sqliteTable(
  "rules",
  {
    revision: revision(),
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
  (t) => [primaryKey({ columns: [t.revision, t.practice, t.id] })],
);

/** For whom a rule, control, event or source is: one row a value; no row for a facet means any. */
export const audiences = sqliteTable(
  "audiences",
  {
    revision: revision(),
    /** rule | control | event | source. */
    subject: text("subject").notNull(),
    /** The subject's id; for a rule `<practice>/<rule>`. */
    subjectId: text("subject_id").notNull(),
    /** region | plan | age | account. */
    facet: text("facet").notNull(),
    value: text("value").notNull(),
  },
  (t) => [primaryKey({ columns: [t.revision, t.subject, t.subjectId, t.facet, t.value] })],
);

export const ruleData = sqliteTable(
  "rule_data",
  {
    revision: revision(),
    practice: text("practice").notNull(),
    rule: text("rule").notNull(),
    category: text("category").notNull(),
    included: integer("included", { mode: "boolean" }).notNull(),
  },
  (t) => [primaryKey({ columns: [t.revision, t.practice, t.rule, t.category, t.included] })],
);

export const ruleControls = sqliteTable(
  "rule_controls",
  {
    revision: revision(),
    practice: text("practice").notNull(),
    rule: text("rule").notNull(),
    control: text("control").notNull(),
    position: integer("position").notNull(),
  },
  (t) => [primaryKey({ columns: [t.revision, t.practice, t.rule, t.control] })],
);

export const controls = sqliteTable(
  "controls",
  {
    revision: revision(),
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
  (t) => [primaryKey({ columns: [t.revision, t.id] })],
);

export const steps = sqliteTable(
  "steps",
  {
    revision: revision(),
    control: text("control").notNull(),
    position: integer("position").notNull(),
    text: text("text").notNull(),
  },
  (t) => [primaryKey({ columns: [t.revision, t.control, t.position] })],
);

/** A control's exceptions, friction and rights, one a row. */
export const controlTraits = sqliteTable(
  "control_traits",
  {
    revision: revision(),
    control: text("control").notNull(),
    trait: text("trait").notNull(),
    value: text("value").notNull(),
  },
  (t) => [primaryKey({ columns: [t.revision, t.control, t.trait, t.value] })],
);

export const events = sqliteTable(
  "events",
  {
    revision: revision(),
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
  (t) => [primaryKey({ columns: [t.revision, t.id] }), index("events_day").on(t.sortDay)],
);

export const eventPractices = sqliteTable(
  "event_practices",
  { revision: revision(), event: text("event").notNull(), practice: text("practice").notNull() },
  (t) => [primaryKey({ columns: [t.revision, t.event, t.practice] })],
);

export const myths = sqliteTable(
  "myths",
  {
    revision: revision(),
    id: text("id").notNull(),
    claim: text("claim").notNull(),
    truth: text("truth").notNull(),
  },
  (t) => [primaryKey({ columns: [t.revision, t.id] })],
);

export const sources = sqliteTable(
  "sources",
  {
    revision: revision(),
    id: text("id").notNull(),
    kind: text("kind").notNull(),
    title: text("title").notNull(),
    publisher: text("publisher").notNull(),
    url: text("url").notNull(),
    published: text("published"),
    seen: text("seen"),
  },
  (t) => [primaryKey({ columns: [t.revision, t.id] })],
);

export const copies = sqliteTable(
  "copies",
  {
    revision: revision(),
    source: text("source").notNull(),
    position: integer("position").notNull(),
    archive: text("archive").notNull(),
    commit: text("commit").notNull(),
    path: text("path").notNull(),
    captured: text("captured").notNull(),
  },
  (t) => [primaryKey({ columns: [t.revision, t.source, t.position] })],
);

export const passages = sqliteTable(
  "passages",
  {
    revision: revision(),
    source: text("source").notNull(),
    id: text("id").notNull(),
    copy: integer("copy").notNull(),
    heading: text("heading"),
    start: text("start").notNull(),
    end: text("end").notNull(),
    sha256: text("sha256").notNull(),
  },
  (t) => [primaryKey({ columns: [t.revision, t.source, t.id] })],
);

/** What each rule, control, event and myth rests on, one pointer a row. */
export const evidence = sqliteTable(
  "evidence",
  {
    revision: revision(),
    /** rule | control | event | myth. */
    subject: text("subject").notNull(),
    /** The subject's id; for a rule `<practice>/<rule>`. */
    subjectId: text("subject_id").notNull(),
    /** use | default | data | legalBasis for rules, `all` for the others. */
    fact: text("fact").notNull(),
    position: integer("position").notNull(),
    /** `platform/<id>` or `operator/<id>`, id and passage of the source pointed to. */
    sourceOwner: text("source_owner").notNull(),
    source: text("source").notNull(),
    passage: text("passage"),
    grade: text("grade").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.revision, t.subject, t.subjectId, t.fact, t.position] }),
    index("evidence_source").on(t.sourceOwner, t.source),
  ],
);

/** The places that a platform's rules tell apart: a place's class, by which `answers` are found. Places not named are of the class `rest`. */
export const platformRegions = sqliteTable(
  "platform_regions",
  { revision: revision(), region: text("region").notNull(), class: text("class").notNull() },
  (t) => [primaryKey({ columns: [t.revision, t.region] })],
);

/**
 * Resolved answers: per platform, practice and distinguishable audience and time one row.
 * `*` in a facet: the answer does not hang on it. The practice `*` is the overall answer.
 */
export const answers = sqliteTable(
  "answers",
  {
    revision: revision(),
    id: integer("id").notNull(),
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
    primaryKey({ columns: [t.revision, t.id] }),
    index("answers_practice").on(t.revision, t.practice, t.region), // the answers of a page of platforms
    index("answers_verdict").on(t.purpose, t.verdict, t.revision), // verdict=
    index("answers_use").on(t.purpose, t.use, t.revision), // use=
    index("answers_default").on(t.purpose, t.default, t.revision), // default=
  ],
);

/** The kinds of controls that an answer's people have. */
export const answerControls = sqliteTable(
  "answer_controls",
  {
    revision: revision(),
    answer: integer("answer").notNull(),
    kind: text("kind").notNull(),
    control: text("control").notNull(),
  },
  (t) => [primaryKey({ columns: [t.revision, t.answer, t.control] })],
);

/** The ledger: what each release holds besides its records and their hashes. */
export const releases = sqliteTable("releases", {
  publication: integer("publication").primaryKey(),
  version: text("version").notNull(),
  date: text("date").notNull(),
  previous: text("previous"),
  /** Notes made from the changes and by hand, JSON. */
  notes: text("notes").notNull(),
  /** SHA-256 of the ledger. */
  digest: text("digest").notNull(),
  recordCount: integer("record_count").notNull().default(0),
  changeCount: integer("change_count").notNull().default(0),
});

/** Released changes, one a row, numbered in the order in which they were released. */
export const changes = sqliteTable(
  "changes",
  {
    id: integer("id").primaryKey(),
    publication: integer("publication").notNull(),
    version: text("version").notNull(),
    date: text("date").notNull(),
    /** `platforms/<id>` or `operators/<id>`. */
    record: text("record").notNull(),
    platform: text("platform"),
    operator: text("operator"),
    category: text("category"),
    name: text("name").notNull(),
    class: text("class").notNull(),
    path: text("path").notNull(),
    /** The purpose of the practice that changed. */
    purpose: text("purpose"),
    /** The regions that the changed rule or control names, JSON; null: everywhere. `change_regions` has them a row each. */
    regions: text("regions"),
    /** In words. */
    summary: text("summary").notNull(),
    /** before, after, order: JSON. */
    change: text("change").notNull(),
  },
  (t) => [
    index("changes_publication").on(t.publication, t.id), // /releases/{version}
    index("changes_platform").on(t.platform, t.id), // platform=, /platforms/{id}/history
    index("changes_operator").on(t.operator, t.id),
    index("changes_class").on(t.class, t.id),
    index("changes_category").on(t.category, t.id),
    index("changes_purpose").on(t.purpose, t.id),
    index("changes_date").on(t.date, t.id), // since=, until=
  ],
);

/** The places that a change concerns; `*` where it names none. */
export const changeRegions = sqliteTable(
  "change_regions",
  { region: text("region").notNull(), change: integer("change").notNull() },
  (t) => [primaryKey({ columns: [t.region, t.change] })], // region=
);
