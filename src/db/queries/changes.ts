import { type SQL, sql } from "drizzle-orm";
import type { Database } from "../database.ts";
import { EVERYWHERE } from "../publish-history.ts";
import { regionCandidates } from "../segments.ts";
import { everyId, list } from "./sql.ts";

/** A query for released changes. A list of terms means any of them. */
export interface ChangesQuery {
  /** Only changes released up to this publication. */
  upTo: number;
  since?: string | undefined;
  until?: string | undefined;
  /** Also finds what was changed under their former ids. */
  platform?: readonly string[] | undefined;
  operator?: string | undefined;
  category?: readonly string[] | undefined;
  /** Only changes that are about this place. */
  region?: string | undefined;
  class?: readonly string[] | undefined;
  purpose?: readonly string[] | undefined;
  /** The number of the last change on the previous page. */
  after?: number | undefined;
  /** Only changes in this release. */
  version?: string | undefined;
  /** Only records that are new. */
  added?: boolean | undefined;
  /** Only changes with these numbers, both included. */
  between?: { first: number; last: number } | undefined;
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
  change: {
    before?: unknown;
    after?: unknown;
    order?: { before: string[]; after: string[] };
    renamedFrom?: string;
  };
}

/** Whether a change is a new record: of the whole record, which no other one was before. */
const IS_NEW = sql`(path = '' and json_extract(change, '$.renamedFrom') is null)`;

function changeFilters(query: ChangesQuery): SQL {
  const parts: SQL[] = [sql`publication <= ${query.upTo}`];
  if (query.version !== undefined) parts.push(sql`version = ${query.version}`);
  if (query.since !== undefined) parts.push(sql`date >= ${query.since}`);
  if (query.until !== undefined) parts.push(sql`date < ${query.until}`);
  if (query.platform) parts.push(sql`platform in ${everyId("platforms", query.platform, query.upTo)}`);
  if (query.operator !== undefined)
    parts.push(sql`operator in ${everyId("operators", [query.operator], query.upTo)}`);
  if (query.category) parts.push(sql`category in ${list(query.category)}`);
  if (query.class) parts.push(sql`class in ${list(query.class)}`);
  if (query.purpose) parts.push(sql`purpose in ${list(query.purpose)}`);
  if (query.added) parts.push(sql`${IS_NEW} and platform is not null`);
  if (query.between) parts.push(sql`id between ${query.between.first} and ${query.between.last}`);
  // A change that names no region is about all of them.
  if (query.region !== undefined)
    parts.push(
      sql`exists (select 1 from change_regions r where r.change = changes.id and r.region in ${list([EVERYWHERE, ...regionCandidates(query.region)])})`,
    );
  return sql.join(parts, sql` and `);
}

/** A page of changes. */
export const changesPage = (query: ChangesQuery): SQL =>
  sql`select id, version, date, record, platform, operator, category, name, class, path, purpose, regions, summary, change from changes where ${changeFilters(query)} ${query.after === undefined ? sql`` : sql`and id < ${query.after}`} order by id desc limit ${query.limit}`;

/** Released changes up to a publication, newest first. */
export async function changesOf(db: Database, query: ChangesQuery): Promise<ReleasedChange[]> {
  const rows = await db.all<
    Omit<ReleasedChange, "regions" | "change"> & { regions: string | null; change: string }
  >(changesPage(query));
  return rows.map((r) => ({
    ...r,
    regions: r.regions === null ? null : (JSON.parse(r.regions) as string[]),
    change: JSON.parse(r.change) as ReleasedChange["change"],
  }));
}

/** Every released change of a platform up to a publication, newest first. */
export async function allChanges(db: Database, upTo: number, platform: string): Promise<ReleasedChange[]> {
  const all: ReleasedChange[] = [];
  for (let after: number | undefined; ; after = all.at(-1)?.id) {
    const page = await changesOf(db, { upTo, platform: [platform], after, limit: 500 });
    all.push(...page);
    if (page.length < 500) return all;
  }
}

/** The number of released changes up to a publication. */
export async function countChanges(db: Database, query: ChangesQuery): Promise<number> {
  return (
    (await db.all<{ n: number }>(sql`select count(*) as n from changes where ${changeFilters(query)}`))[0]
      ?.n ?? 0
  );
}

/** The changes of one record in one release, which follow each other, by their numbers. */
export interface ChangeGroup {
  first: number;
  last: number;
}

/** Which part of a list: how many to skip, and how many to take. */
export interface Slice {
  skip: number;
  take: number;
}

/** A part of the records that changed, release by release, newest first, and how many there are in all. */
export async function changeGroups(
  db: Database,
  query: ChangesQuery,
  slice: (total: number) => Slice,
): Promise<{ total: number; groups: ChangeGroup[] }> {
  const grouped = sql`from changes where ${changeFilters(query)} group by publication, record`;
  const [row] = await db.all<{ n: number }>(sql`select count(*) as n from (select 1 ${grouped})`);
  const total = row?.n ?? 0;
  if (total === 0) return { total, groups: [] };
  const { skip, take } = slice(total);
  const groups = await db.all<ChangeGroup>(
    sql`select min(id) as first, max(id) as last ${grouped} order by last desc limit ${take} offset ${skip}`,
  );
  return { total, groups };
}

/** How many changes of a class one release made in one record. */
export interface ChangeCount {
  version: string;
  record: string;
  name: string;
  class: string;
  changes: number;
  /** Is the record new? */
  added: boolean;
}

/** The number of changes by release, record and class, up to a publication. */
export async function changeCounts(
  db: Database,
  upTo: number,
  versions: readonly string[],
): Promise<ChangeCount[]> {
  const rows = await db.all<Omit<ChangeCount, "added"> & { added: number }>(
    sql`select version, record, name, class, count(*) as changes, max(${IS_NEW}) as added from changes where publication <= ${upTo} and version in ${list(versions)} group by version, record, class order by version, name, record, class`,
  );
  return rows.map((row) => ({ ...row, added: row.added === 1 }));
}
