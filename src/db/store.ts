import { type SQL, sql } from "drizzle-orm";
import { type Audience, type Operator, type Platform, TRAINING_PURPOSES } from "../model/index.ts";
import { ANY, OVERALL } from "./answer-rows.ts";
import { type Database, DatabaseError } from "./database.ts";
import { EVERYWHERE } from "./publish-history.ts";
import { sortKey } from "./rows.ts";
import { REST, regionCandidates } from "./segments.ts";

/** The dataset that readers see. */
export interface Publication {
  id: number;
  version: string;
  digest: string;
  /** The day of the data. */
  date: string;
}

/** What a list can be sorted by. */
export const SORT_KEYS = ["name", "id", "verified", "severity", "relevance"] as const;
export type SortKey = (typeof SORT_KEYS)[number];

/** What is asked of the list of platforms. Lists of terms mean any of them. */
export interface ListQuery {
  audience: Audience;
  category?: readonly string[] | undefined;
  /** An operator's id; platforms of operators that it owns count too. */
  operator?: string | undefined;
  purpose?: readonly string[] | undefined;
  verdict?: readonly string[] | undefined;
  use?: readonly string[] | undefined;
  default?: readonly string[] | undefined;
  /** Kinds of controls that these people have. */
  control?: readonly string[] | undefined;
  q?: string | undefined;
  /** Only records checked on this day or later. */
  updatedSince?: string | undefined;
  sort: SortKey;
  descending: boolean;
  limit: number;
  /** The last item of the page before. */
  after?: { key: string | number; id: string } | undefined;
}

/** One practice's answer as the list gives it. */
export interface ListedPractice {
  id: string;
  purpose: string;
  rule: string | null;
  use: string;
  default: string | null;
  verdict: string;
  certainty: string | null;
  gradeUse: string | null;
}

/** One platform as the list gives it. */
export interface ListedPlatform {
  id: string;
  name: string;
  operator: string;
  category: string;
  summary: string;
  verified: string;
  withdrawn: string | null;
  domains: string[];
  overall: string;
  practices: ListedPractice[];
  /** Where it stands in the order asked for; the next page begins after it. */
  sortKey: string | number;
}

const list = (values: readonly (string | number)[]): SQL =>
  sql`(${sql.join(
    values.map((v) => sql`${v}`),
    sql`, `,
  )})`;

/** Does a revision (under an alias) stand in a publication? */
const stands = (alias: string, publication: number): SQL => sql`${sql.raw(alias)}.since <= ${publication} and ${publication} < ${sql.raw(alias)}.until`;

/**
 * The class of a place for an answer's platform: that of the place itself, else of its
 * country, else the rest of the world.
 */
const classOf = (alias: string, region: string | null): SQL => {
  const revision = sql.raw(`${alias}.revision`);
  const look = (code: string) => sql`(select g.class from platform_regions g where g.revision = ${revision} and g.region = ${code})`;
  return sql`coalesce(${sql.join([...regionCandidates(region).map(look), sql`${REST}`], sql`, `)}, ${REST})`;
};

/** The rows of `answers` (under an alias) that are for these people on that day. */
const forAudience = (alias: string, who: Audience): SQL => {
  const a = sql.raw(alias);
  return sql`(${a}.region = ${ANY} or ${a}.region = ${classOf(alias, who.region)}) and ${a}.plan in (${who.plan}, ${ANY}) and ${a}.age in (${who.age}, ${ANY}) and ${a}.account in (${who.account}, ${ANY}) and ${a}.valid_from <= ${who.asOf} and ${who.asOf} < ${a}.valid_until`;
};

/** A full-text query: every word must occur, the last as a beginning. Quotes make each word literal. */
export const matchQuery = (q: string): string => {
  const words = q.match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.map((w) => `"${w}"*`).join(" ");
};

const ORDER: Record<SortKey, (q: string) => SQL> = {
  name: () => sql`p.sort_name`,
  id: () => sql`p.id`,
  verified: () => sql`p.verified`,
  severity: () => sql`o.severity`,
  // Names first that are what was asked for, then those that begin with it, then the rest.
  relevance: (q) =>
    sql`(case when p.sort_name = ${sortKey(q)} then '0' when p.sort_name like ${`${sortKey(q).replace(/[%_\\]/g, "\\$&")}%`} escape '\\' then '1' else '2' end || p.sort_name)`,
};

/** Conditions on answers: of the purposes asked for, else of the overall answer (`verdict`) or any training (`use`, `default`, `control`). */
function answerFilter(query: ListQuery): SQL | undefined {
  const { purpose, verdict, use, control } = query;
  if (!purpose && !verdict && !use && !query.default && !control) return undefined;
  const which = purpose
    ? sql`a.purpose in ${list(purpose)}`
    : use || query.default || control
      ? sql`a.purpose in ${list(TRAINING_PURPOSES)}`
      : sql`a.purpose = ${OVERALL}`;
  const parts: SQL[] = [which];
  if (verdict) parts.push(sql`a.verdict in ${list(verdict)}`);
  if (use) parts.push(sql`a.use in ${list(use)}`);
  if (query.default) parts.push(sql`a."default" in ${list(query.default)}`);
  if (control) parts.push(sql`exists (select 1 from answer_controls c where c.revision = a.revision and c.answer = a.id and c.kind in ${list(control)})`);
  return sql`p.revision in (select a.revision from answers a where ${sql.join(parts, sql` and `)} and ${forAudience("a", query.audience)})`;
}

function filters(query: ListQuery, publication: number): SQL {
  const parts: SQL[] = [stands("p", publication)];
  if (query.category) parts.push(sql`p.category in ${list(query.category)}`);
  if (query.operator !== undefined)
    parts.push(
      sql`p.operator in (with recursive owned(id) as (select ${query.operator} union select c.id from operators c join owned on c.parent = owned.id where ${stands("c", publication)}) select id from owned)`,
    );
  if (query.updatedSince !== undefined) parts.push(sql`p.verified >= ${query.updatedSince}`);
  if (query.q !== undefined) {
    const match = matchQuery(query.q);
    parts.push(match === "" ? sql`0` : sql`p.revision in (select revision from platform_search where platform_search match ${match})`);
  }
  const answer = answerFilter(query);
  if (answer) parts.push(answer);
  return sql.join(parts, sql` and `);
}

/** What is asked of the released changes. Lists of terms mean any of them. */
export interface ChangesQuery {
  /** Only what was released up to this publication. */
  upTo: number;
  since?: string | undefined;
  until?: string | undefined;
  platform?: readonly string[] | undefined;
  operator?: string | undefined;
  category?: readonly string[] | undefined;
  /** Only what concerns this place. */
  region?: string | undefined;
  class?: readonly string[] | undefined;
  purpose?: readonly string[] | undefined;
  /** The number of the last change of the page before. */
  after?: number | undefined;
  /** Only of this release. */
  version?: string | undefined;
  limit: number;
}

/** One released change. */
export interface ReleasedChange {
  id: number;
  version: string;
  date: string;
  record: string;
  platform: string | null;
  operator: string | null;
  category: string | null;
  name: string;
  class: string;
  path: string;
  purpose: string | null;
  regions: string[] | null;
  summary: string;
  change: { before?: unknown; after?: unknown; order?: { before: string[]; after: string[] } };
}

/** A release as it is listed. */
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

function changeFilters(query: ChangesQuery): SQL {
  const parts: SQL[] = [sql`publication <= ${query.upTo}`];
  if (query.version !== undefined) parts.push(sql`version = ${query.version}`);
  if (query.since !== undefined) parts.push(sql`date >= ${query.since}`);
  if (query.until !== undefined) parts.push(sql`date < ${query.until}`);
  if (query.platform) parts.push(sql`platform in ${list(query.platform)}`);
  if (query.operator !== undefined) parts.push(sql`operator = ${query.operator}`);
  if (query.category) parts.push(sql`category in ${list(query.category)}`);
  if (query.class) parts.push(sql`class in ${list(query.class)}`);
  if (query.purpose) parts.push(sql`purpose in ${list(query.purpose)}`);
  // What names no region concerns everybody; what does, those in one of them.
  if (query.region !== undefined)
    parts.push(
      sql`exists (select 1 from change_regions r where r.change = changes.id and r.region in ${list([EVERYWHERE, ...regionCandidates(query.region)])})`,
    );
  return sql.join(parts, sql` and `);
}

const changesPage = (query: ChangesQuery): SQL =>
  sql`select id, version, date, record, platform, operator, category, name, class, path, purpose, regions, summary, change from changes where ${changeFilters(query)} ${query.after === undefined ? sql`` : sql`and id < ${query.after}`} order by id desc limit ${query.limit}`;

/**
 * The one query layer, the same for every engine. It knows nothing of HTTP.
 * Every method takes the publication that {@link Store.current} gave, so that one
 * request reads one dataset even while another is being published.
 */
export class Store {
  readonly #db: Database;

  constructor(db: Database) {
    this.#db = db;
  }

  /**
   * The publication that readers see.
   * @throws {DatabaseError} when nothing was published yet
   */
  async current(): Promise<Publication> {
    const [row] = await this.#db.all<Publication>(
      sql`select x.id, x.version, x.digest, x.date from pointer join publications x on x.id = pointer.publication where pointer.id = 1`,
    );
    if (!row) throw new DatabaseError("Nothing has been published into this database yet: npm run publish");
    return row;
  }

  /** The publication of a release; undefined for a version that was not published. */
  async release(version: string): Promise<Publication | undefined> {
    const [row] = await this.#db.all<Publication>(sql`select id, version, digest, date from publications where version = ${version} and complete = 1`);
    return row;
  }

  /** Every released version, oldest first. */
  async releaseVersions(): Promise<string[]> {
    return (await this.#db.all<{ version: string }>(sql`select version from releases order by publication`)).map((r) => r.version);
  }

  /** A page of platforms, and how many there are in all; `more` tells whether another page follows. */
  async list(publication: number, query: ListQuery): Promise<{ items: ListedPlatform[]; total: number; more: boolean }> {
    const where = filters(query, publication);
    const key = ORDER[query.sort](query.q ?? "");
    const direction = sql.raw(query.descending ? "desc" : "asc");
    const beyond = query.after ? sql`and (${key}, p.id) ${sql.raw(query.descending ? "<" : ">")} (${query.after.key}, ${query.after.id})` : sql``;
    const overall = sql`join answers o on o.revision = p.revision and o.practice = ${OVERALL} and ${forAudience("o", query.audience)}`;
    const rows = await this.#db.all<Omit<ListedPlatform, "domains" | "practices"> & { revision: number }>(
      sql`select p.revision, p.id, p.name, p.operator, p.category, p.summary, p.verified, p.withdrawn, o.verdict as overall, ${key} as "sortKey" from platforms p ${overall} where ${where} ${beyond} order by ${key} ${direction}, p.id ${direction} limit ${query.limit + 1}`,
    );
    const [count] = await this.#db.all<{ total: number }>(sql`select count(*) as total from platforms p where ${where}`);
    const page = rows.slice(0, query.limit);
    const details =
      page.length > 0
        ? await this.#details(
            query.audience,
            page.map((p) => p.revision),
          )
        : undefined;
    const items = page.map(({ revision, ...p }) => ({
      ...p,
      domains: details?.domains.get(revision) ?? [],
      practices: details?.practices.get(revision) ?? [],
    }));
    return { items, total: count?.total ?? 0, more: rows.length > query.limit };
  }

  async #details(who: Audience, revisions: readonly number[]): Promise<{ domains: Map<number, string[]>; practices: Map<number, ListedPractice[]> }> {
    // One bound string for any number of revisions: D1 binds at most 100 values.
    const among = sql`(select value from json_each(${JSON.stringify(revisions)}))`;
    const domains = await this.#db.all<{ revision: number; domain: string }>(
      sql`select revision, domain from domains where revision in ${among} order by revision, position`,
    );
    const practices = await this.#db.all<ListedPractice & { revision: number }>(
      sql`select a.revision, a.practice as id, a.purpose, a.rule, a.use, a."default", a.verdict, a.certainty, a.grade_use as "gradeUse" from answers a join practices x on x.revision = a.revision and x.id = a.practice where a.revision in ${among} and a.practice <> ${OVERALL} and ${forAudience("a", who)} order by a.revision, x.position`,
    );
    return {
      domains: group(
        domains,
        (d) => d.revision,
        (d) => d.domain,
      ),
      practices: group(
        practices,
        (p) => p.revision,
        ({ revision: _, ...rest }) => rest,
      ),
    };
  }

  /** A platform's record and its operator's; undefined for an unknown id. */
  async platform(publication: number, id: string): Promise<{ platform: Platform; operator: Operator | undefined } | undefined> {
    const [row] = await this.#db.all<{ platform: string; operator: string | null }>(
      sql`select p.record as platform, o.record as operator from platforms p left join operators o on o.id = p.operator and ${stands("o", publication)} where p.id = ${id} and ${stands("p", publication)}`,
    );
    return row && { platform: JSON.parse(row.platform) as Platform, operator: row.operator === null ? undefined : (JSON.parse(row.operator) as Operator) };
  }

  /** Every platform's record, by id, a few at a time. */
  async *platformRecords(publication: number): AsyncGenerator<Platform> {
    for (let after = ""; ; ) {
      const rows = await this.#db.all<{ id: string; record: string }>(
        sql`select p.id, p.record from platforms p where ${stands("p", publication)} and p.id > ${after} order by p.id limit 100`,
      );
      for (const { record } of rows) yield JSON.parse(record) as Platform;
      const last = rows.at(-1);
      if (!last) return;
      after = last.id;
    }
  }

  /** The id that an alias stands for. */
  async alias(publication: number, alias: string): Promise<string | undefined> {
    const [row] = await this.#db.all<{ id: string }>(
      sql`select p.id from aliases a join platforms p on p.revision = a.revision where a.alias = ${alias} and ${stands("p", publication)}`,
    );
    return row?.id;
  }

  /** Every platform's id and alias, for suggestions. */
  async platformNames(publication: number): Promise<string[]> {
    const rows = await this.#db.all<{ id: string }>(
      sql`select p.id from platforms p where ${stands("p", publication)} union select a.alias from aliases a join platforms p on p.revision = a.revision where ${stands("p", publication)} order by 1`,
    );
    return rows.map((r) => r.id);
  }

  /** The platform that owns the most exact of some host names. */
  async lookup(publication: number, hosts: readonly string[]): Promise<{ platform: string; domain: string } | undefined> {
    if (hosts.length === 0) return undefined;
    const [row] = await this.#db.all<{ platform: string; domain: string }>(
      sql`select p.id as platform, d.domain from domains d join platforms p on p.revision = d.revision where d.domain in ${list(hosts)} and ${stands("p", publication)} order by length(d.domain) desc limit 1`,
    );
    return row;
  }

  /** Every operator with the ids of its platforms, by id. */
  async operators(publication: number): Promise<{ operator: Operator; platforms: string[]; owns: string[] }[]> {
    const rows = await this.#db.all<{ record: string }>(sql`select o.record from operators o where ${stands("o", publication)} order by o.id`);
    const run = await this.#db.all<{ operator: string; id: string }>(
      sql`select p.operator, p.id from platforms p where ${stands("p", publication)} order by p.operator, p.id`,
    );
    const platforms = group(
      run,
      (r) => r.operator,
      (r) => r.id,
    );
    const operators = rows.map((r) => JSON.parse(r.record) as Operator);
    const owned = group(
      operators.filter((o) => o.parent !== undefined),
      (o) => o.parent as string,
      (o) => o.id,
    );
    return operators.map((operator) => ({ operator, platforms: platforms.get(operator.id) ?? [], owns: owned.get(operator.id) ?? [] }));
  }

  /** One operator; undefined for an unknown id. */
  async operator(publication: number, id: string): Promise<{ operator: Operator; platforms: { id: string; name: string }[]; owns: string[] } | undefined> {
    const [row] = await this.#db.all<{ record: string }>(sql`select o.record from operators o where o.id = ${id} and ${stands("o", publication)}`);
    if (!row) return undefined;
    const platforms = await this.#db.all<{ id: string; name: string }>(
      sql`select p.id, p.name from platforms p where p.operator = ${id} and ${stands("p", publication)} order by p.id`,
    );
    const owns = await this.#db.all<{ id: string }>(sql`select o.id from operators o where o.parent = ${id} and ${stands("o", publication)} order by o.id`);
    return { operator: JSON.parse(row.record) as Operator, platforms, owns: owns.map((o) => o.id) };
  }

  /** Counts over the dataset, answers counted for one audience. */
  async stats(publication: number, who: Audience): Promise<Stats> {
    const count = async (query: SQL) => Object.fromEntries((await this.#db.all<{ key: string; n: number }>(query)).map((r) => [r.key, r.n]));
    const standing = sql`(select p.revision from platforms p where ${stands("p", publication)})`;
    const all = sql`(select p.revision from platforms p where ${stands("p", publication)} union all select o.revision from operators o where ${stands("o", publication)})`;
    const total = (table: string, among: SQL) => sql`(select count(*) from ${sql.raw(table)} where revision in ${among})`;
    const [totals] = await this.#db.all<Stats["totals"]>(
      sql`select ${total("platforms", standing)} as platforms, ${total("operators", all)} as operators, ${total("practices", standing)} as practices, ${total("rules", standing)} as rules, ${total("controls", standing)} as controls, ${total("events", standing)} as events, ${total("sources", all)} as sources, ${total("passages", all)} as passages`,
    );
    const mine = sql`a.revision in ${standing} and ${forAudience("a", who)}`;
    const byPurpose = await this.#db.all<{ purpose: string; verdict: string; n: number }>(
      sql`select a.purpose, a.verdict, count(distinct a.revision) as n from answers a where ${mine} and a.practice <> ${OVERALL} group by 1, 2 order by 1, 2`,
    );
    const purposes: Record<string, Record<string, number>> = {};
    for (const { purpose, verdict, n } of byPurpose) purposes[purpose] = { ...purposes[purpose], [verdict]: n };
    return {
      totals: totals as Stats["totals"],
      overall: await count(sql`select a.verdict as key, count(*) as n from answers a where ${mine} and a.practice = ${OVERALL} group by 1 order by 1`),
      purposes,
      categories: await count(sql`select category as key, count(*) as n from platforms where revision in ${standing} group by 1 order by 1`),
      controlKinds: await count(sql`select kind as key, count(*) as n from controls where revision in ${standing} group by 1 order by 1`),
      // A fact's grade is the best of its evidence.
      ruleGrades: await count(
        sql`select grade as key, count(*) as n from (select min(grade) as grade from evidence where revision in ${standing} and subject = 'rule' and fact = 'use' group by revision, subject_id) group by 1 order by 1`,
      ),
      eventTypes: await count(sql`select type as key, count(*) as n from events where revision in ${standing} group by 1 order by 1`),
      eventYears: await count(sql`select substr(sort_day, 1, 4) as key, count(*) as n from events where revision in ${standing} group by 1 order by 1`),
      verified: (
        await this.#db.all<Stats["verified"]>(sql`select min(verified) as oldest, max(verified) as newest from platforms where revision in ${standing}`)
      )[0] ?? { oldest: null, newest: null },
      ...(await this.#quality(standing, all, mine)),
    };
  }

  /** How well what is counted is known. The same as `npm run quality` counts, as far as SQL can. */
  async #quality(standing: SQL, all: SQL, mine: SQL): Promise<Pick<Stats, "factGrades" | "captured" | "openQuestions" | "notStated">> {
    const byFact = await this.#db.all<{ fact: string; grade: string; n: number }>(
      // A default that is not stated can have evidence, of the silence; it is no fact with a grade.
      sql`select fact, grade, count(*) as n from (select e.fact, min(e.grade) as grade from evidence e where e.revision in ${standing} and e.subject = 'rule' and not (e.fact = 'default' and (e.revision, e.subject_id) in (select r.revision, r.practice || '/' || r.id from rules r where r.revision in ${standing} and r."default" = 'not-stated')) group by e.revision, e.subject_id, e.fact) group by 1, 2 order by 1, 2`,
    );
    const [captured] = await this.#db.all<Stats["captured"]>(
      sql`with newest as (select max(captured) as day from copies where revision in ${all} group by revision, source) select min(day) as oldest, (select day from newest order by day limit 1 offset (select (count(*) - 1) / 2 from newest)) as median, max(day) as newest from newest`,
    );
    const [open] = await this.#db.all<{ n: number }>(
      sql`select coalesce(sum(json_array_length(record, '$.review.openQuestions')), 0) as n from platforms where revision in ${standing}`,
    );
    const share = async (column: SQL, from: SQL): Promise<Share> =>
      (await this.#db.all<Share>(sql`select coalesce(sum(${column} = 'not-stated'), 0) as "notStated", count(${column}) as "of" from ${from}`))[0] ?? {
        notStated: 0,
        of: 0,
      };
    const answers = sql`answers a where ${mine} and a.practice <> ${OVERALL}`;
    return {
      factGrades: Object.fromEntries(
        [
          ...group(
            byFact,
            (r) => r.fact,
            (r) => [r.grade, r.n] as const,
          ),
        ].map(([fact, grades]) => [fact, Object.fromEntries(grades)]),
      ),
      captured: captured ?? { oldest: null, median: null, newest: null },
      openQuestions: open?.n ?? 0,
      notStated: {
        use: await share(sql`a.use`, answers),
        default: await share(sql`a."default"`, answers),
        effect: await share(sql`effect`, sql`controls where revision in ${standing}`),
      },
    };
  }

  /** Released changes up to a publication, newest first. */
  async changes(query: ChangesQuery): Promise<ReleasedChange[]> {
    const rows = await this.#db.all<Omit<ReleasedChange, "regions" | "change"> & { regions: string | null; change: string }>(changesPage(query));
    return rows.map((r) => ({
      ...r,
      regions: r.regions === null ? null : (JSON.parse(r.regions) as string[]),
      change: JSON.parse(r.change) as ReleasedChange["change"],
    }));
  }

  /** Every released change of a platform up to a publication, newest first. */
  async allChanges(upTo: number, platform: string): Promise<ReleasedChange[]> {
    const all: ReleasedChange[] = [];
    for (let after: number | undefined; ; after = all.at(-1)?.id) {
      const page = await this.changes({ upTo, platform: [platform], after, limit: 500 });
      all.push(...page);
      if (page.length < 500) return all;
    }
  }

  /** How many released changes there are up to a publication. */
  async countChanges(query: ChangesQuery): Promise<number> {
    return (await this.#db.all<{ n: number }>(sql`select count(*) as n from changes where ${changeFilters(query)}`))[0]?.n ?? 0;
  }

  /** Releases up to a publication, newest first, without their hashes. */
  async releases(publication: number): Promise<ReleaseRow[]> {
    const rows = await this.#db.all<Omit<ReleaseRow, "notes"> & { notes: string }>(
      sql`select r.publication, r.version, r.date, r.previous, r.notes, r.digest, r.change_count as changes, r.record_count as "recordCount" from releases r where r.publication <= ${publication} order by r.publication desc`,
    );
    return rows.map((r) => ({ ...r, notes: JSON.parse(r.notes) as ReleaseRow["notes"] }));
  }

  /** The hash of every record that stands in a publication, by `platforms/<id>` and `operators/<id>`. */
  async releaseRecords(publication: number): Promise<Record<string, string>> {
    const rows = await this.#db.all<{ key: string; hash: string }>(
      sql`select 'operators/' || o.id as key, o.record_hash as hash from operators o where ${stands("o", publication)} union all select 'platforms/' || p.id, p.record_hash from platforms p where ${stands("p", publication)} order by 1`,
    );
    return Object.fromEntries(rows.map((r) => [r.key, r.hash]));
  }

  /** Records that differ between two publications, with their content in each; undefined where there was none. */
  async differing(a: number, b: number): Promise<{ record: string; before: string | undefined; after: string | undefined }[]> {
    const found: { record: string; before: string | undefined; after: string | undefined }[] = [];
    for (const table of ["operators", "platforms"] as const) {
      const name = sql.raw(table);
      // Only revisions that stand in one of the two and not in the other.
      const only = (at: number, other: number) => sql`select r.id, r.record from ${name} r where ${stands("r", at)} and not (${stands("r", other)})`;
      const before = new Map((await this.#db.all<{ id: string; record: string }>(only(a, b))).map((r) => [r.id, r.record]));
      const after = new Map((await this.#db.all<{ id: string; record: string }>(only(b, a))).map((r) => [r.id, r.record]));
      for (const id of [...new Set([...before.keys(), ...after.keys()])].sort())
        if (before.get(id) !== after.get(id)) found.push({ record: `${table}/${id}`, before: before.get(id), after: after.get(id) });
    }
    return found;
  }

  /** Platforms with something still ahead of a day: an event that takes effect, or a control that ends. */
  async ahead(publication: number, day: string): Promise<{ platform: string; record: string }[]> {
    return this.#db.all<{ platform: string; record: string }>(
      sql`select p.id as platform, p.record from platforms p where ${stands("p", publication)} and p.revision in (select revision from events where effective > ${day} union select revision from controls where valid_until > ${day}) order by p.id`,
    );
  }

  /** The plan that SQLite follows for a list query, for tests of its indices. */
  explainList(publication: number, query: ListQuery): Promise<string[]> {
    return this.#explain(sql`select p.id from platforms p where ${filters(query, publication)}`);
  }

  /** The plan for a platform's answers to one person on one day. */
  explainAnswers(who: Audience): Promise<string[]> {
    return this.#explain(sql`select a.verdict from answers a where a.revision = 1 and ${forAudience("a", who)}`);
  }

  /** The plan for a page of changes. */
  explainChanges(query: ChangesQuery): Promise<string[]> {
    return this.#explain(changesPage(query));
  }

  async #explain(query: SQL): Promise<string[]> {
    return (await this.#db.all<{ detail: string }>(sql`explain query plan ${query}`)).map((r) => r.detail);
  }
}

/** Counts over the dataset. */
export interface Stats {
  totals: { platforms: number; operators: number; practices: number; rules: number; controls: number; events: number; sources: number; passages: number };
  /** Platforms by overall verdict. */
  overall: Record<string, number>;
  /** Platforms by purpose and verdict. */
  purposes: Record<string, Record<string, number>>;
  categories: Record<string, number>;
  controlKinds: Record<string, number>;
  ruleGrades: Record<string, number>;
  eventTypes: Record<string, number>;
  eventYears: Record<string, number>;
  verified: { oldest: string | null; newest: string | null };
  /** Rules by fact and by the best grade of its evidence. */
  factGrades: Record<string, Record<string, number>>;
  /** The newest archived copy of each source that has one. The median: half were captured on that day or before. */
  captured: { oldest: string | null; median: string | null; newest: string | null };
  openQuestions: number;
  /** How often it is `not-stated`: answers by use and (where data is used) default, controls by their effect. */
  notStated: { use: Share; default: Share; effect: Share };
}

/** How many of some things are `not-stated`. */
export interface Share {
  notStated: number;
  of: number;
}

function group<R, K, V>(rows: readonly R[], key: (row: R) => K, value: (row: R) => V): Map<K, V[]> {
  const groups = new Map<K, V[]>();
  for (const row of rows) {
    const values = groups.get(key(row));
    if (values) values.push(value(row));
    else groups.set(key(row), [value(row)]);
  }
  return groups;
}
