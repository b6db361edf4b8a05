import { type SQL, sql } from "drizzle-orm";
import type { Address, Audience, Located, Named, Operator, Platform } from "../model/index.ts";
import { DatabaseError, type Reader } from "./database.ts";
import { AnswerMemory } from "./queries/answers.ts";
import {
  allChanges,
  type ChangeGroupsFound,
  type ChangesFound,
  type ChangesQuery,
  changeGroups,
  changesOf,
  changesPage,
} from "./queries/changes.ts";
import { type DifferingPage, differingPage } from "./queries/differing.ts";
import {
  type EventsFound,
  type EventsQuery,
  eventsPage,
  listEvents,
  type UpcomingRow,
  upcomingIn,
  upcomingQuery,
} from "./queries/events.ts";
import { type ListedPlatform, ListMemory, type ListQuery, listPlatforms, pageQuery } from "./queries/list.ts";
import { filters, totalQuery, withMine } from "./queries/list-filters.ts";
import {
  type NameRow,
  namesIn,
  namesQuery,
  type RecordedIn,
  type RecordKind,
  recordedIn,
} from "./queries/names.ts";
import { type NewPlatform, newPlatforms } from "./queries/new-platforms.ts";
import type { Part } from "./queries/part.ts";
import {
  atAddress,
  entryOf,
  type PlatformEntry,
  platformsQuery,
  type StoredPlatform,
  type Wanted,
  withIds,
} from "./queries/platforms.ts";
import {
  type CountedReleases,
  countedReleases,
  hashesOf,
  type Release,
  releasesOf,
  type WholeRelease,
  wholeRelease,
} from "./queries/releases.ts";
import { forAudience, isIn, isLive, list } from "./queries/sql.ts";
import { type Stats, statsOf } from "./queries/stats.ts";
import { recordOf } from "./record.ts";
import { TALLY } from "./tallies.ts";

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

/** A state of the dataset, and the names of its records that were read with it. */
export interface NamedPublication {
  publication: Publication;
  names: ReadonlyMap<RecordKind, Named[]>;
}

/** The publication of a release. */
const releaseNamed = (version: string): SQL =>
  sql`select id, version, digest, date from publications where version = ${version} and complete = 1`;

/** The publication that readers see. */
const POINTER = sql`select x.id, x.version, x.digest, x.date, pointer.reviews from pointer join publications x on x.id = pointer.publication where pointer.id = 1`;

/**
 * The query layer, the same for every engine and independent of HTTP. Every method takes the
 * publication that {@link Store.current} returned, so that one request reads one dataset even while
 * another is being published.
 */
export class Store {
  readonly #db: Reader;
  readonly #answers = new AnswerMemory();
  readonly #lines = new ListMemory();

  constructor(db: Reader) {
    this.#db = db;
  }

  /** A state of the dataset, and the names of its records of some kinds. @param state a query for one row */
  async #state(state: SQL, kinds: readonly RecordKind[]): Promise<NamedPublication | undefined> {
    const id = sql`(select id from (${state}))`;
    const [[publication], ...names] = await this.#db.read<[Publication, ...NameRow[]]>([
      state,
      ...kinds.map((kind) => namesQuery(id, kind)),
    ]);
    return (
      publication && { publication, names: new Map(kinds.map((kind, i) => [kind, namesIn(names[i] ?? [])])) }
    );
  }

  /**
   * The publication that readers see, and the names of its records of some kinds.
   * @throws {DatabaseError} if nothing has been published yet
   */
  async currentWith(kinds: readonly RecordKind[]): Promise<NamedPublication> {
    const found = await this.#state(POINTER, kinds);
    if (!found) throw new DatabaseError("Nothing has been published into this database yet: npm run publish");
    return found;
  }

  /**
   * The publication that readers see.
   * @throws {DatabaseError} if nothing has been published yet
   */
  async current(): Promise<Publication> {
    return (await this.currentWith([])).publication;
  }

  /** The publication of a release, and the names of its records of some kinds; undefined for a version that was not published. */
  releaseWith(version: string, kinds: readonly RecordKind[]): Promise<NamedPublication | undefined> {
    return this.#state(releaseNamed(version), kinds);
  }

  /** The publication of a release; undefined for a version that was not published. */
  async release(version: string): Promise<Publication | undefined> {
    return (await this.releaseWith(version, []))?.publication;
  }

  /** The publications of some releases, as far as they were published. */
  async releasesNamed(versions: readonly string[]): Promise<Publication[]> {
    return (await this.#db.read<Publication[]>(versions.map(releaseNamed))).flat();
  }

  /** Every released version, oldest first. */
  async releaseVersions(): Promise<string[]> {
    const [rows] = await this.#db.read<[{ version: string }]>([
      sql`select version from releases order by publication`,
    ]);
    return rows.map((r) => r.version);
  }

  /** The records of platforms, as they are stored. Unknown ids are not in the result. */
  async platforms(wanted: Wanted, ids: readonly string[]): Promise<StoredPlatform[]> {
    const [rows] = await this.#db.read<[StoredPlatform]>([platformsQuery(wanted, withIds(ids))]);
    return rows;
  }

  /** A platform's record, its operator's, and what else is known of it; undefined for an unknown id. */
  async platform(publication: number, id: string, reviews = ""): Promise<PlatformEntry | undefined> {
    const [row] = await this.platforms({ publication, reviews }, [id]);
    return row && entryOf(row);
  }

  /** The platform of an address: the one with the most exact of its hosts, else the one with its app. */
  async lookup(wanted: Wanted, address: Address): Promise<StoredPlatform | undefined> {
    const [[row]] = await this.#db.read<[StoredPlatform]>([
      platformsQuery(wanted, atAddress(wanted.publication, address)),
    ]);
    return row;
  }

  /** Every platform's record, by id, a few at a time. */
  async *platformRecords(publication: number): AsyncGenerator<Platform> {
    for (let after = ""; ; ) {
      const [rows] = await this.#db.read<[{ id: string; record: string }]>([
        sql`select p.id, p.record from platforms p where ${isIn("p", publication)} and p.id > ${after} order by p.id limit 100`,
      ]);
      for (const { record } of rows) yield recordOf<Platform>(record);
      const last = rows.at(-1);
      if (!last) return;
      after = last.id;
    }
  }

  /** What all platforms can be found by: their hosts and apps, by id. */
  async located(publication: number): Promise<(Located & { id: string })[]> {
    const [rows] = await this.#db.read<[{ located: string }]>([
      sql`select p.located from platforms p where ${isIn("p", publication)} order by p.id`,
    ]);
    return rows.map(({ located }) => JSON.parse(located) as Located & { id: string });
  }

  /** What all records of a kind can be found by, in the order of their ids. */
  async names(publication: number, kind: RecordKind): Promise<Named[]> {
    const [rows] = await this.#db.read<[NameRow]>([namesQuery(publication, kind)]);
    return namesIn(rows);
  }

  /** The first and the last release that has a record; undefined where none has. */
  recorded(
    kind: RecordKind,
    id: string,
  ): Promise<{ first: RecordedIn | undefined; last: RecordedIn | undefined }> {
    return recordedIn(this.#db, kind, id);
  }

  /** Every operator with the ids of its platforms, by id. */
  async operators(
    publication: number,
  ): Promise<{ operator: Operator; platforms: string[]; owns: string[] }[]> {
    const [rows, run] = await this.#db.read<[{ record: string }, { operator: string; id: string }]>([
      sql`select o.record from operators o where ${isIn("o", publication)} order by o.id`,
      sql`select p.operator, p.id from platforms p where ${isIn("p", publication)} order by p.operator, p.id`,
    ]);
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
    const [[row], platforms, owns] = await this.#db.read<
      [{ record: string }, { id: string; name: string }, { id: string }]
    >([
      sql`select o.record from operators o where o.id = ${id} and ${isIn("o", publication)}`,
      sql`select p.id, p.name from platforms p where p.operator = ${id} and ${isIn("p", publication)} order by p.id`,
      sql`select o.id from operators o where o.parent = ${id} and ${isIn("o", publication)} order by o.id`,
    ]);
    return row && { operator: recordOf<Operator>(row.record), platforms, owns: owns.map((o) => o.id) };
  }

  /** A page of platforms, and the total number; `more` is true if another page follows. */
  list(
    publication: number,
    query: ListQuery,
  ): Promise<{ items: ListedPlatform[]; total: number; more: boolean }> {
    return listPlatforms(this.#db, publication, query, this.#lines);
  }

  /** The ids of platforms that have myths and are not withdrawn on a day, by name. */
  async idsWithMyths(
    publication: number,
    { asOf, category }: { asOf: string; category?: readonly string[] | undefined },
  ): Promise<string[]> {
    const wanted = category ? sql`and p.category in ${list(category)}` : sql``;
    const [rows] = await this.#db.read<[{ id: string }]>([
      sql`select p.id from platforms p join tallies t on t.revision = p.revision and t.what = ${TALLY.myths} where ${isIn("p", publication)} and ${isLive("p", asOf)} ${wanted} order by p.sort_name, p.id`,
    ]);
    return rows.map(({ id }) => id);
  }

  /** Counts over the dataset, answers counted for one audience. */
  stats(publication: number, who: Audience): Promise<Stats> {
    return statsOf(this.#db, publication, who);
  }

  /** A page of what platforms did and will do, newest first by day, and the total number; `more` is true if another page follows. */
  events(publication: number, query: EventsQuery): Promise<EventsFound> {
    return listEvents(this.#db, publication, query);
  }

  /** {@link events}, and the platforms with something that may be on a day or later. */
  async eventsWithUpcoming(
    publication: number,
    query: EventsQuery,
    day: string,
  ): Promise<EventsFound & { upcoming: Platform[] }> {
    const { others, ...found } = await listEvents<UpcomingRow>(this.#db, publication, query, () =>
      upcomingQuery(publication, day),
    );
    return { ...found, upcoming: upcomingIn(others) };
  }

  /**
   * {@link events}, and the records of the platforms of the page.
   * @param known ids of platforms whose records are not needed
   */
  eventsWithPlatforms(
    wanted: Wanted,
    query: EventsQuery,
    known: readonly string[],
  ): Promise<EventsFound & { others: StoredPlatform[] }> {
    return listEvents<StoredPlatform>(this.#db, wanted.publication, query, (ids) =>
      platformsQuery(wanted, sql`p.id in (${ids}) and not ${withIds(known)}`),
    );
  }

  /** Released changes up to a publication, newest first, their number, and what they did to answers. */
  changes(query: ChangesQuery): Promise<ChangesFound> {
    return changesOf(this.#db, query, this.#answers);
  }

  /**
   * Every released change of a platform up to a publication, newest first, and its record.
   * @param known whether the record is not needed
   */
  async history(
    wanted: Wanted,
    id: string,
    known: boolean,
  ): Promise<ChangesFound & { platforms: StoredPlatform[] }> {
    const record = known ? [] : [platformsQuery(wanted, withIds([id]))];
    const { others, ...changes } = await allChanges(this.#db, wanted.publication, id, this.#answers, record);
    return { ...changes, platforms: (others[0] ?? []) as StoredPlatform[] };
  }

  /** The changes of a part of the records that changed, release by release, newest first, and the number of records; a `limit` has no effect. */
  changeGroups(query: ChangesQuery, part: Part): Promise<ChangeGroupsFound> {
    return changeGroups(this.#db, query, part, this.#answers);
  }

  /** The platforms that are new, newest first, as the publication has them, and their number. */
  newPlatforms(query: ChangesQuery, part: Part): Promise<{ total: number; platforms: NewPlatform[] }> {
    return newPlatforms(this.#db, query, part, this.#answers);
  }

  /** Releases up to a publication, newest first, without their hashes. */
  releases(publication: number): Promise<Release[]> {
    return releasesOf(this.#db, publication);
  }

  /** A part of the releases up to a publication, newest first, and the number of changes in them by record and class. */
  countedReleases(publication: number, part: Part): Promise<CountedReleases> {
    return countedReleases(this.#db, publication, part);
  }

  /** The release that a publication is, with its hashes and a page of its changes. */
  wholeRelease(
    publication: number,
    page: Pick<ChangesQuery, "after" | "limit" | "version">,
  ): Promise<WholeRelease> {
    return wholeRelease(this.#db, publication, page, this.#answers);
  }

  /** The hash of every record in a publication, by `platforms/<id>` and `operators/<id>`. */
  releaseRecords(publication: number): Promise<Record<string, string>> {
    return hashesOf(this.#db, publication);
  }

  /** The records with a page of the net changes between two publications, and the number of all changes. */
  differing(a: number, b: number, page: { start: number; limit: number }): Promise<DifferingPage> {
    return differingPage(this.#db, a, b, page);
  }

  /**
   * Platforms with something that may be on a day or later: an event that takes effect, or a control or rule that
   * begins or ends. A month or year counts until it is over.
   */
  async upcoming(publication: number, day: string): Promise<Platform[]> {
    const [rows] = await this.#db.read<[UpcomingRow]>([upcomingQuery(publication, day)]);
    return upcomingIn(rows);
  }

  /** SQLite's query plan for a list query, for tests of the indices. */
  explainList(publication: number, query: ListQuery): Promise<string[]> {
    return this.#explain(
      sql`${withMine(query.audience)} select p.id from platforms p where ${filters(query, publication)}`,
    );
  }

  /** The query plan for a page of platforms. */
  explainListPage(publication: number, query: ListQuery): Promise<string[]> {
    return this.#explain(pageQuery(publication, query, { keys: [] }));
  }

  /** The query plan for the number of platforms in a list. */
  explainListTotal(publication: number, query: ListQuery): Promise<string[]> {
    return this.#explain(totalQuery(query, publication));
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
    const [rows] = await this.#db.read<[{ detail: string }]>([sql`explain query plan ${query}`]);
    return rows.map((r) => r.detail);
  }
}
