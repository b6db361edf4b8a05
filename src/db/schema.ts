import { index, integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { FACETS } from "../model/index.ts";
import { STORED } from "./stored.ts";
import { drizzleTable, type TableSpec } from "./table.ts";

/*
 * Transaction time. A record's content at some time is a revision; its rows have the revision's
 * number and never change. `platforms` and `operators` say in which publications a revision is: from
 * `since` to before `until`. A publication is a number that only grows; one pointer says which one
 * readers see. A release is a publication with a version, so every release ever published can be
 * queried, and publishing writes only what changed. The tables of revisions have what queries read
 * (stored.ts).
 */

/** `until` of a revision that is in the latest publication. */
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
    /** The day of the data: the day of the release, or the last review of any of its records. */
    date: text("date").notNull(),
    complete: integer("complete", { mode: "boolean" }).notNull(),
    /** The edition of its rows (edition.ts). */
    edition: text("edition").notNull().default(""),
    /** When readers were shown another one instead, in seconds since 1970; null: they see it, or never did. */
    replaced: integer("replaced"),
    /** How many platforms it has, withdrawn ones too: they are not counted for every list. */
    platforms: integer("platforms").notNull().default(0),
  },
  (t) => [index("publications_version").on(t.version)], // release=
);

/** One row: the publication that readers see, and the previous one for rolling back. */
export const pointer = sqliteTable("pointer", {
  id: integer("id").primaryKey(),
  publication: integer("publication").notNull(),
  previous: integer("previous"),
  /** Which of `review_states` readers see; empty: none. */
  reviews: text("reviews").notNull().default(""),
});

/** What the watch last reported about each record. Only the current state, so it is separate from what was released. */
export const reviewStates = sqliteTable(
  "review_states",
  {
    /** SHA-256 of the watch's state: a new state is written before the old one is deleted. */
    reviews: text("reviews").notNull(),
    platform: text("platform").notNull(),
    /** current | source-changed. */
    state: text("state").notNull(),
    since: text("since"),
    /** JSON. */
    sources: text("sources").notNull(),
    /** The day up to which every archive has been compared. */
    through: text("through").notNull(),
    /** When readers were shown another report instead, in seconds since 1970. */
    replaced: integer("replaced"),
  },
  (t) => [primaryKey({ columns: [t.reviews, t.platform] })],
);

const revisionTable = (name: string) => drizzleTable(STORED.find((t) => t.name === name) as TableSpec);

// drizzle-kit reads named exports only: a new table of stored.ts needs a line here, and
// test/guards/tables.test.ts says so.
export const operators = revisionTable("operators");
export const platforms = revisionTable("platforms");
export const domains = revisionTable("domains");
export const apps = revisionTable("apps");
export const aliases = revisionTable("aliases");
export const controls = revisionTable("controls");
export const events = revisionTable("events");
export const platformRegions = revisionTable("platform_regions");
export const answers = revisionTable("answers");
export const answerControls = revisionTable("answer_controls");
export const cells = revisionTable("cells");
export const stated = revisionTable("stated");
export const tallies = revisionTable("tallies");

/** The ledgers: what each release has in addition to its records and their hashes. */
export const releases = sqliteTable("releases", {
  publication: integer("publication").primaryKey(),
  version: text("version").notNull(),
  date: text("date").notNull(),
  previous: text("previous"),
  /** Generated and handwritten notes, JSON. */
  notes: text("notes").notNull(),
  /** How far an earlier release agrees with its second readings, JSON; null where it reports none. */
  agreement: text("agreement"),
  /** SHA-256 of the ledger. */
  digest: text("digest").notNull(),
  recordCount: integer("record_count").notNull().default(0),
  changeCount: integer("change_count").notNull().default(0),
});

/** Released changes, one per row, numbered in the order of their release. */
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
    /** The regions that the changed rule or control names, JSON; null: everywhere. `change_regions` has one row for each. */
    regions: text("regions"),
    /** One sentence. */
    summary: text("summary").notNull(),
    /** JSON: before, after, order. */
    change: text("change").notNull(),
  },
  (t) => [
    index("changes_publication").on(t.publication, t.id), // /releases/{version}
    index("changes_record").on(t.publication, t.record), // feeds, an entry for each record and release
    index("changes_days").on(t.platform, t.path, t.class, t.date, t.publication), // added, changed
    index("changes_platform").on(t.platform, t.id), // platform=, /platforms/{id}/history
    index("changes_operator").on(t.operator, t.id),
    index("changes_class").on(t.class, t.id),
    index("changes_category").on(t.category, t.id),
    index("changes_purpose").on(t.purpose, t.id),
    index("changes_date").on(t.date, t.id), // since=, until=, changed_since=, updated_since=
  ],
);

/** The places that a change is about; `*` if it names none. */
export const changeRegions = sqliteTable(
  "change_regions",
  { region: text("region").notNull(), change: integer("change").notNull() },
  (t) => [primaryKey({ columns: [t.region, t.change] })], // region=
);

/** How many changes people are shown between two revisions of a record (net-counts.ts). */
export const netCounts = sqliteTable(
  "net_counts",
  {
    before: integer("before").notNull(),
    after: integer("after").notNull(),
    n: integer("n").notNull(),
    /** Of a record that was renamed: which of its former ids it had before. */
    place: integer("place"),
    /** In which the later one was new. */
    publication: integer("publication").notNull(),
  },
  (t) => [primaryKey({ columns: [t.before, t.after] })], // /releases/{a}...{b}
);

/** How many platforms a list has, by what it is filtered by (list-counts.ts). */
export const listCounts = sqliteTable(
  "list_counts",
  {
    term: text("term").notNull(),
    /** A group of `people`; 0: everyone. */
    people: integer("people").notNull(),
    validFrom: text("valid_from").notNull(),
    validUntil: text("valid_until").notNull(),
    /** Empty where there is none. */
    certainty: text("certainty").notNull(),
    publication: integer("publication").notNull(),
    /** By how many there are more than in the publication before. */
    n: integer("n").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.term, t.people, t.validFrom, t.validUntil, t.certainty, t.publication] }), // totals
  ],
);

/** When platforms came into releases and last changed in one (platform-days.ts), in publications from `since` to before `until`. */
export const platformDays = sqliteTable(
  "platform_days",
  {
    platform: text("platform").notNull(),
    since: integer("since").notNull(),
    until: integer("until").notNull(),
    /** Empty until it is in a release, as is the next one. */
    added: text("added").notNull(),
    changed: text("changed").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.platform, t.since] }),
    index("platform_days_added").on(t.added, t.platform, t.since, t.until), // sort=added
    index("platform_days_changed").on(t.changed, t.platform, t.since, t.until), // sort=changed
  ],
);

/** How platforms divide the world into classes of places (people.ts). */
export const divisions = sqliteTable(
  "divisions",
  {
    division: integer("division").notNull(),
    region: text("region").notNull(),
    class: text("class").notNull(),
  },
  (t) => [primaryKey({ columns: [t.division, t.region] })],
);

/** For whom answers are (people.ts). */
export const people = sqliteTable("people", {
  id: integer("id").primaryKey(),
  division: integer("division").notNull(),
  ...Object.fromEntries(FACETS.map((facet) => [facet, text(facet).notNull()])),
});
