import { type SQL, sql } from "drizzle-orm";
import type { Address, Audience, Named, Operator, Platform } from "../model/index.ts";
import { type Database, DatabaseError } from "./database.ts";
import {
  allChanges,
  type ChangeCount,
  type ChangesQuery,
  changeCounts,
  changeGroups,
  changesOf,
  changesPage,
  countChanges,
  type ReleasedChange,
  type Slice,
} from "./queries/changes.ts";
import { datesOf, type RecordDates } from "./queries/dates.ts";
import { type DifferingRecord, differingRecords } from "./queries/differing.ts";
import {
  type EventsQuery,
  eventsPage,
  type ListedEvent,
  listEvents,
  upcomingPlatforms,
} from "./queries/events.ts";
import { type ListedPlatform, type ListQuery, listPlatforms } from "./queries/list.ts";
import { filters } from "./queries/list-filters.ts";
import { namesOf, type RecordedIn, type RecordKind, recordedIn } from "./queries/names.ts";
import { forAudience, isIn, list } from "./queries/sql.ts";
import { type Stats, statsOf } from "./queries/stats.ts";
import { recordOf } from "./record.ts";

/** The dataset that readers see. */
export interface Publication {
  id: number;
  version: string;
  digest: string;
  /** The day of the data. */
  date: string;
  /** The watch's report that readers see with it; undefined for a past release, which is not watched. */
  reviews?: string | undefined;
}

/** The watch's last report on a record. */
export interface Watched {
  state: "current" | "source-changed";
  /** The day of the first change; null if there is none. */
  since: string | null;
  sources: string[];
  /** The day up to which its archived documents were compared. */
  through: string;
}

/** A release in a list. */
export interface ReleaseRow {
  publication: number;
  version: string;
  date: string;
  previous: string | null;
  notes: { generated: string[]; written: string | null };
  digest: string;
  changes: number;
  recordCount: number;
}

/**
 * The query layer, the same for every engine and independent of HTTP. Every method takes the
 * publication that {@link Store.current} returned, so that one request reads one dataset even while
 * another is being published.
 */
export class Store {
  readonly #db: Database;

  constructor(db: Database) {
    this.#db = db;
  }

  /**
   * The publication that readers see.
   * @throws {DatabaseError} if nothing has been published yet
   */
  async current(): Promise<Publication> {
    const [row] = await this.#db.all<Publication>(
      sql`select x.id, x.version, x.digest, x.date, pointer.reviews from pointer join publications x on x.id = pointer.publication where pointer.id = 1`,
    );
    if (!row) throw new DatabaseError("Nothing has been published into this database yet: npm run publish");
    return row;
  }

  /** The publication of a release; undefined for a version that was not published. */
  async release(version: string): Promise<Publication | undefined> {
    const [row] = await this.#db.all<Publication>(
      sql`select id, version, digest, date from publications where version = ${version} and complete = 1`,
    );
    return row;
  }

  /** Every released version, oldest first. */
  async releaseVersions(): Promise<string[]> {
    return (
      await this.#db.all<{ version: string }>(sql`select version from releases order by publication`)
    ).map((r) => r.version);
  }

  /** A platform's record and its operator's; undefined for an unknown id. */
  async platform(
    publication: number,
    id: string,
  ): Promise<{ platform: Platform; operator: Operator | undefined } | undefined> {
    const [row] = await this.#db.all<{ platform: string; operator: string | null }>(
      sql`select p.record as platform, o.record as operator from platforms p left join operators o on o.id = p.operator and ${isIn("o", publication)} where p.id = ${id} and ${isIn("p", publication)}`,
    );
    return (
      row && {
        platform: recordOf<Platform>(row.platform),
        operator: row.operator === null ? undefined : recordOf<Operator>(row.operator),
      }
    );
  }

  /** When a platform's record came into releases and last changed in one. */
  dates(publication: number, platform: string): Promise<RecordDates> {
    return datesOf(this.#db, publication, platform);
  }

  /** The records of some platforms, by id. Unknown ids are not in the result. */
  async platformsById(publication: number, ids: readonly string[]): Promise<Map<string, Platform>> {
    // Any number of ids in one bound string: D1 binds at most 100 values.
    const rows = await this.#db.all<{ id: string; record: string }>(
      sql`select p.id, p.record from platforms p where p.id in (select value from json_each(${JSON.stringify(ids)})) and ${isIn("p", publication)}`,
    );
    return new Map(rows.map(({ id, record }) => [id, recordOf<Platform>(record)]));
  }

  /** The watch's last report on a platform's record; undefined if none of its documents is watched. */
  async watched(reviews: string, platform: string): Promise<Watched | undefined> {
    const [row] = await this.#db.all<Omit<Watched, "sources"> & { sources: string }>(
      sql`select state, since, sources, through from review_states where reviews = ${reviews} and platform = ${platform}`,
    );
    return row && { ...row, sources: JSON.parse(row.sources) as string[] };
  }

  /** Every platform's record, by id, a few at a time. */
  async *platformRecords(publication: number): AsyncGenerator<Platform> {
    for (let after = ""; ; ) {
      const rows = await this.#db.all<{ id: string; record: string }>(
        sql`select p.id, p.record from platforms p where ${isIn("p", publication)} and p.id > ${after} order by p.id limit 100`,
      );
      for (const { record } of rows) yield recordOf<Platform>(record);
      const last = rows.at(-1);
      if (!last) return;
      after = last.id;
    }
  }

  /** What all records of a kind can be found by, in the order of their ids. */
  names(publication: number, kind: RecordKind): Promise<Named[]> {
    return namesOf(this.#db, publication, kind);
  }

  /** The first and the last release that has a record; undefined where none has. */
  recorded(
    kind: RecordKind,
    id: string,
  ): Promise<{ first: RecordedIn | undefined; last: RecordedIn | undefined }> {
    return recordedIn(this.#db, kind, id);
  }

  /** The platform of an address: the one with the most exact of its hosts, else the one with its app. */
  async lookup(publication: number, { hosts, app }: Address): Promise<string | undefined> {
    const [byHost] = await this.#db.all<{ id: string }>(
      sql`select p.id from domains d join platforms p on p.revision = d.revision where d.host in ${list(hosts)} and ${isIn("p", publication)} order by length(d.host) desc, p.withdrawn is not null limit 1`,
    );
    if (byHost || !app) return byHost?.id;
    const [byApp] = await this.#db.all<{ id: string }>(
      sql`select p.id from apps a join platforms p on p.revision = a.revision where a.app = ${app.id} and a.store = ${app.store} and ${isIn("p", publication)} order by p.withdrawn is not null limit 1`,
    );
    return byApp?.id;
  }

  /** Every operator with the ids of its platforms, by id. */
  async operators(
    publication: number,
  ): Promise<{ operator: Operator; platforms: string[]; owns: string[] }[]> {
    const rows = await this.#db.all<{ record: string }>(
      sql`select o.record from operators o where ${isIn("o", publication)} order by o.id`,
    );
    const run = await this.#db.all<{ operator: string; id: string }>(
      sql`select p.operator, p.id from platforms p where ${isIn("p", publication)} order by p.operator, p.id`,
    );
    const platforms = Map.groupBy(run, (r) => r.operator);
    const operators = rows.map((r) => recordOf<Operator>(r.record));
    const owned = Map.groupBy(operators, (o) => o.parent);
    return operators.map((operator) => ({
      operator,
      platforms: (platforms.get(operator.id) ?? []).map((p) => p.id),
      owns: (owned.get(operator.id) ?? []).map((o) => o.id),
    }));
  }

  /** One operator; undefined for an unknown id. */
  async operator(
    publication: number,
    id: string,
  ): Promise<{ operator: Operator; platforms: { id: string; name: string }[]; owns: string[] } | undefined> {
    const [row] = await this.#db.all<{ record: string }>(
      sql`select o.record from operators o where o.id = ${id} and ${isIn("o", publication)}`,
    );
    if (!row) return undefined;
    const platforms = await this.#db.all<{ id: string; name: string }>(
      sql`select p.id, p.name from platforms p where p.operator = ${id} and ${isIn("p", publication)} order by p.id`,
    );
    const owns = await this.#db.all<{ id: string }>(
      sql`select o.id from operators o where o.parent = ${id} and ${isIn("o", publication)} order by o.id`,
    );
    return { operator: recordOf<Operator>(row.record), platforms, owns: owns.map((o) => o.id) };
  }

  /** A page of platforms, and the total number; `more` is true if another page follows. */
  list(
    publication: number,
    query: ListQuery,
  ): Promise<{ items: ListedPlatform[]; total: number; more: boolean }> {
    return listPlatforms(this.#db, publication, query);
  }

  /** Counts over the dataset, answers counted for one audience. */
  stats(publication: number, who: Audience): Promise<Stats> {
    return statsOf(this.#db, publication, who);
  }

  /** A page of what platforms did and will do, newest first by day, and the total number; `more` is true if another page follows. */
  events(
    publication: number,
    query: EventsQuery,
  ): Promise<{ items: ListedEvent[]; total: number; more: boolean }> {
    return listEvents(this.#db, publication, query);
  }

  /** Released changes up to a publication, newest first. */
  changes(query: ChangesQuery): Promise<ReleasedChange[]> {
    return changesOf(this.#db, query);
  }

  /** Every released change of a platform up to a publication, newest first. */
  allChanges(upTo: number, platform: string): Promise<ReleasedChange[]> {
    return allChanges(this.#db, upTo, platform);
  }

  /** The number of released changes up to a publication. */
  countChanges(query: ChangesQuery): Promise<number> {
    return countChanges(this.#db, query);
  }

  /** The changes of a part of the records that changed, release by release, newest first, and the number of records; a `limit` has no effect. */
  changeGroups(
    query: ChangesQuery,
    slice: (total: number) => Slice,
  ): Promise<{ total: number; rows: ReleasedChange[] }> {
    return changeGroups(this.#db, query, slice);
  }

  /** The number of changes in some releases, by record and class. */
  changeCounts(upTo: number, versions: readonly string[]): Promise<ChangeCount[]> {
    return changeCounts(this.#db, upTo, versions);
  }

  /** Releases up to a publication, newest first, without their hashes. */
  async releases(publication: number): Promise<ReleaseRow[]> {
    const rows = await this.#db.all<Omit<ReleaseRow, "notes"> & { notes: string }>(
      sql`select r.publication, r.version, r.date, r.previous, r.notes, r.digest, r.change_count as changes, r.record_count as "recordCount" from releases r where r.publication <= ${publication} order by r.publication desc`,
    );
    return rows.map((r) => ({ ...r, notes: JSON.parse(r.notes) as ReleaseRow["notes"] }));
  }

  /** The hash of every record in a publication, by `platforms/<id>` and `operators/<id>`. */
  async releaseRecords(publication: number): Promise<Record<string, string>> {
    const rows = await this.#db.all<{ key: string; hash: string }>(
      sql`select 'operators/' || o.id as key, o.record_hash as hash from operators o where ${isIn("o", publication)} union all select 'platforms/' || p.id, p.record_hash from platforms p where ${isIn("p", publication)} order by 1`,
    );
    return Object.fromEntries(rows.map((r) => [r.key, r.hash]));
  }

  /** Records that differ between two publications, with their content in each. */
  differing(a: number, b: number): Promise<DifferingRecord[]> {
    return differingRecords(this.#db, a, b);
  }

  /**
   * Platforms with something that may be on a day or later: an event that takes effect, or a control or rule that
   * begins or ends. A month or year counts until it is over.
   */
  upcoming(publication: number, day: string): Promise<Platform[]> {
    return upcomingPlatforms(this.#db, publication, day);
  }

  /** SQLite's query plan for a list query, for tests of the indices. */
  explainList(publication: number, query: ListQuery): Promise<string[]> {
    return this.#explain(sql`select p.id from platforms p where ${filters(query, publication)}`);
  }

  /** The query plan for a platform's answers for one person on one day. */
  explainAnswers(who: Audience): Promise<string[]> {
    return this.#explain(
      sql`select a.verdict from answers a where a.revision = 1 and ${forAudience("a", who)}`,
    );
  }

  /** The query plan for a page of events. */
  explainEvents(publication: number, query: EventsQuery): Promise<string[]> {
    return this.#explain(eventsPage(publication, query));
  }

  /** The query plan for a page of changes. */
  explainChanges(query: ChangesQuery): Promise<string[]> {
    return this.#explain(changesPage(query));
  }

  async #explain(query: SQL): Promise<string[]> {
    return (await this.#db.all<{ detail: string }>(sql`explain query plan ${query}`)).map((r) => r.detail);
  }
}
