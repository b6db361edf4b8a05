import { type SQL, sql } from "drizzle-orm";
import type { Reader } from "../database.ts";
import { EVERYWHERE, regionCandidates } from "../segments.ts";
import type { AnswerMemory } from "./answers.ts";
import {
  type ChangedAnswersOf,
  type ChangedAnswersRow,
  changedAnswersIn,
  changedAnswersQuery,
} from "./changed-answers.ts";
import { limitTo, type Part } from "./part.ts";
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

/** The conditions of a query on `changes`. */
export function changeFilters(query: ChangesQuery): SQL {
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
  // A change that names no region is about all of them.
  if (query.region !== undefined)
    parts.push(
      sql`exists (select 1 from change_regions r where r.change = changes.id and r.region in ${list([EVERYWHERE, ...regionCandidates(query.region)])})`,
    );
  return sql.join(parts, sql` and `);
}

const COLUMNS = sql.raw(
  "id, version, date, record, platform, operator, category, name, class, path, purpose, regions, summary, change",
);

/** What {@link changedAnswersQuery} needs of a change. */
const ABOUT = sql.raw("publication, version, platform");

const pageOf = (columns: SQL, query: ChangesQuery): SQL =>
  sql`select ${columns} from changes where ${changeFilters(query)} ${query.after === undefined ? sql`` : sql`and id < ${query.after}`} order by id desc limit ${query.limit}`;

/** A page of changes. */
export const changesPage = (query: ChangesQuery): SQL => pageOf(COLUMNS, query);

/** What {@link changedAnswersQuery} needs of a page of changes. */
export const aboutChanges = (query: ChangesQuery): SQL => pageOf(ABOUT, query);

/** A row of {@link changesPage}. */
export type ChangeRow = Omit<ReleasedChange, "regions" | "change"> & {
  regions: string | null;
  change: string;
};

/** The change in a row. */
export const changeOf = (row: ChangeRow): ReleasedChange => ({
  ...row,
  regions: row.regions === null ? null : (JSON.parse(row.regions) as string[]),
  change: JSON.parse(row.change) as ReleasedChange["change"],
});

const countQuery = (query: ChangesQuery): SQL =>
  sql`select count(*) as n from changes where ${changeFilters(query)}`;

/** Changes, how many there are in all, and what their platforms answered before and after them. */
export interface ChangesFound {
  total: number;
  rows: ReleasedChange[];
  answers: ChangedAnswersOf;
}

/** Reads changes, their number, and the answers of their platforms: those of `about`, which has the columns of {@link ABOUT}. */
async function found(
  db: Reader,
  memory: AnswerMemory,
  { rows, total, about }: Record<"rows" | "total" | "about", SQL>,
  others: readonly SQL[] = [],
): Promise<ChangesFound & { others: object[][] }> {
  const known = memory.known();
  const [changes, [count], answers, ...more] = await db.read<
    [ChangeRow, { n: number }, ChangedAnswersRow, ...object[]]
  >([rows, total, changedAnswersQuery(about, known), ...others]);
  return {
    total: count?.n ?? 0,
    rows: changes.map(changeOf),
    answers: changedAnswersIn(answers, known),
    others: more,
  };
}

/** Released changes up to a publication, newest first. */
export const changesOf = (db: Reader, query: ChangesQuery, memory: AnswerMemory): Promise<ChangesFound> =>
  found(db, memory, {
    rows: changesPage(query),
    total: countQuery(query),
    about: aboutChanges(query),
  });

/** Every released change of a platform up to a publication, newest first, and what other statements read with them. */
export const allChanges = (
  db: Reader,
  upTo: number,
  platform: string,
  memory: AnswerMemory,
  others: readonly SQL[],
): Promise<ChangesFound & { others: object[][] }> => {
  const query = { upTo, platform: [platform], limit: Number.MAX_SAFE_INTEGER };
  return found(
    db,
    memory,
    { rows: changesPage(query), total: countQuery(query), about: aboutChanges(query) },
    others,
  );
};

/** A change in a {@link ChangeGroup}: what feeds say of it. */
export interface GroupedChange {
  class: string;
  path: string;
  purpose: string | null;
  /** The first of the regions that it names; null: it names none. */
  region: string | null;
  summary: string;
}

/** The changes of one record in one release, in the order of the ledger. */
export interface ChangeGroup
  extends Pick<ReleasedChange, "version" | "date" | "record" | "platform" | "operator" | "name"> {
  changes: GroupedChange[];
}

/** A row of a group: its changes are one text, which is read much faster than a row for each. */
type GroupRow = Omit<ChangeGroup, "changes"> & { changes: string };

type GroupedValues = [number, string, string, string | null, string | null, string];

const groupOf = ({ changes, ...row }: GroupRow): ChangeGroup => ({
  ...row,
  changes: (JSON.parse(changes) as GroupedValues[])
    .sort(([a], [b]) => a - b)
    .map(([, name, path, purpose, region, summary]) => ({ class: name, path, purpose, region, summary })),
});

/** Groups of changes, how many there are in all, and what their platforms answered before and after them. */
export interface ChangeGroupsFound {
  total: number;
  groups: ChangeGroup[];
  answers: ChangedAnswersOf;
}

/** The changes of a part of the records that changed, release by release, newest first, and how many records there are in all. */
export async function changeGroups(
  db: Reader,
  query: ChangesQuery,
  part: Part,
  memory: AnswerMemory,
): Promise<ChangeGroupsFound> {
  const grouped = sql`from changes where ${changeFilters(query)} group by publication, record`;
  const total = sql`select count(*) as n from (select 1 ${grouped})`;
  const page = (columns: SQL): SQL =>
    sql`select ${columns} ${grouped} order by min(id) desc ${limitTo(part, total)}`;
  const members = sql`json_group_array(json_array(id, class, path, purpose, json_extract(regions, '$[0]'), summary))`;
  const known = memory.known();
  const [rows, [count], answers] = await db.read<[GroupRow, { n: number }, ChangedAnswersRow]>([
    page(sql`version, date, record, platform, operator, name, ${members} as changes`),
    total,
    changedAnswersQuery(page(ABOUT), known),
  ]);
  return { total: count?.n ?? 0, groups: rows.map(groupOf), answers: changedAnswersIn(answers, known) };
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

/** A row of {@link changeCountsQuery}. */
export type ChangeCountRow = Omit<ChangeCount, "added"> & { added: number };

/** The number of changes by release, record and class. @param publications a query for the releases */
export const changeCountsQuery = (publications: SQL): SQL =>
  sql`select version, record, name, class, count(*) as changes, max(${IS_NEW}) as added from changes where publication in (${publications}) group by version, record, class order by version, name, record, class`;

/** The count in a row. */
export const changeCountOf = (row: ChangeCountRow): ChangeCount => ({ ...row, added: row.added === 1 });
