import { type SQL, sql } from "drizzle-orm";
import { type Audience, TRAINING_PURPOSES } from "../../model/index.ts";
import { HEADLINE } from "../answer-rows.ts";
import type { Database } from "../database.ts";
import { sortKey } from "../tables.ts";
import { forAudience, isIn, list } from "./sql.ts";

/** The possible orders of a list. */
export const SORT_KEYS = ["name", "id", "verified", "severity", "relevance"] as const;
export type SortKey = (typeof SORT_KEYS)[number];

/** A query for platforms. A list of terms means any of them. */
export interface ListQuery {
  audience: Audience;
  category?: readonly string[] | undefined;
  /** An operator's id; includes platforms of operators that it owns. */
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
  /** The last item on the previous page. */
  after?: { key: string | number; id: string } | undefined;
}

/** A practice's answer in a list. */
export interface ListedPractice {
  id: string;
  purpose: string;
  rule: string | null;
  dataUse: string;
  defaultState: string | null;
  verdict: string;
  certainty: string | null;
  gradeDataUse: string | null;
}

/** A platform in a list. */
export interface ListedPlatform {
  id: string;
  name: string;
  operator: string;
  category: string;
  summary: string;
  verified: string;
  withdrawn: string | null;
  domains: string[];
  /** The verdict and certainty of the headline. */
  verdict: string;
  certainty: string | null;
  practices: ListedPractice[];
  /** Its key in the requested order; the next page begins after it. */
  sortKey: string | number;
}

/** A full-text query: every word must occur, as a whole word or as the beginning of one. Quotes make each word literal. */
export const matchQuery = (q: string): string => {
  const words = q.match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.map((w) => `"${w}"*`).join(" ");
};

const ORDER: Record<SortKey, (q: string) => SQL> = {
  name: () => sql`p.sort_name`,
  id: () => sql`p.id`,
  verified: () => sql`p.verified`,
  severity: () => sql`o.severity`,
  // First the name that equals the query, then names that begin with it, then the rest.
  relevance: (q) =>
    sql`(case when p.sort_name = ${sortKey(q)} then '0' when p.sort_name like ${`${sortKey(q).replace(/[%_\\]/g, "\\$&")}%`} escape '\\' then '1' else '2' end || p.sort_name)`,
};

/** Conditions on answers: those for the requested purposes, otherwise the overall answer (`verdict`) or any training (`use`, `default`, `control`). */
function answerFilter(query: ListQuery): SQL | undefined {
  const { purpose, verdict, use, control } = query;
  if (!purpose && !verdict && !use && !query.default && !control) return undefined;
  const which = purpose
    ? sql`a.purpose in ${list(purpose)}`
    : use || query.default || control
      ? sql`a.purpose in ${list(TRAINING_PURPOSES)}`
      : sql`a.purpose = ${HEADLINE}`;
  const parts: SQL[] = [which];
  if (verdict) parts.push(sql`a.verdict in ${list(verdict)}`);
  if (use) parts.push(sql`a.data_use in ${list(use)}`);
  if (query.default) parts.push(sql`a.default_state in ${list(query.default)}`);
  if (control)
    parts.push(
      sql`exists (select 1 from answer_controls c where c.revision = a.revision and c.answer = a.id and c.kind in ${list(control)})`,
    );
  return sql`p.revision in (select a.revision from answers a where ${sql.join(parts, sql` and `)} and ${forAudience("a", query.audience)})`;
}

/** The conditions of a list query on `platforms p`. */
export function filters(query: ListQuery, publication: number): SQL {
  const parts: SQL[] = [isIn("p", publication)];
  if (query.category) parts.push(sql`p.category in ${list(query.category)}`);
  if (query.operator !== undefined)
    parts.push(
      sql`p.operator in (with recursive owned(id) as (select ${query.operator} union select c.id from operators c join owned on c.parent = owned.id where ${isIn("c", publication)}) select id from owned)`,
    );
  if (query.updatedSince !== undefined) parts.push(sql`p.verified >= ${query.updatedSince}`);
  if (query.q !== undefined) {
    const match = matchQuery(query.q);
    parts.push(
      match === ""
        ? sql`0`
        : sql`p.revision in (select revision from platform_search where platform_search match ${match})`,
    );
  }
  const answer = answerFilter(query);
  if (answer) parts.push(answer);
  return sql.join(parts, sql` and `);
}

/** A page of platforms, and the total number; `more` is true if another page follows. */
export async function listPlatforms(
  db: Database,
  publication: number,
  query: ListQuery,
): Promise<{ items: ListedPlatform[]; total: number; more: boolean }> {
  const where = filters(query, publication);
  const key = ORDER[query.sort](query.q ?? "");
  const direction = sql.raw(query.descending ? "desc" : "asc");
  const beyond = query.after
    ? sql`and (${key}, p.id) ${sql.raw(query.descending ? "<" : ">")} (${query.after.key}, ${query.after.id})`
    : sql``;
  const overall = sql`join answers o on o.revision = p.revision and o.practice = ${HEADLINE} and ${forAudience("o", query.audience)}`;
  const rows = await db.all<Omit<ListedPlatform, "domains" | "practices"> & { revision: number }>(
    sql`select p.revision, p.id, p.name, p.operator, p.category, p.summary, p.verified, p.withdrawn, o.verdict, o.certainty, ${key} as "sortKey" from platforms p ${overall} where ${where} ${beyond} order by ${key} ${direction}, p.id ${direction} limit ${query.limit + 1}`,
  );
  const [count] = await db.all<{ total: number }>(
    sql`select count(*) as total from platforms p where ${where}`,
  );
  const page = rows.slice(0, query.limit);
  const details =
    page.length > 0
      ? await detailsOf(
          db,
          query.audience,
          page.map((p) => p.revision),
        )
      : undefined;
  const items = page.map(({ revision, ...p }) => ({
    ...p,
    domains: (details?.domains.get(revision) ?? []).map((d) => d.domain),
    practices: (details?.practices.get(revision) ?? []).map(({ revision: _, ...practice }) => practice),
  }));
  return { items, total: count?.total ?? 0, more: rows.length > query.limit };
}

/** The domains and answers of some revisions. */
async function detailsOf(
  db: Database,
  who: Audience,
  revisions: readonly number[],
): Promise<{
  domains: Map<number, { domain: string }[]>;
  practices: Map<number, (ListedPractice & { revision: number })[]>;
}> {
  // Any number of revisions in one bound string: D1 binds at most 100 values.
  const among = sql`(select value from json_each(${JSON.stringify(revisions)}))`;
  const domains = await db.all<{ revision: number; domain: string }>(
    sql`select revision, domain from domains where revision in ${among} order by revision, position`,
  );
  const practices = await db.all<ListedPractice & { revision: number }>(
    sql`select a.revision, a.practice as id, a.purpose, a.rule, a.data_use as "dataUse", a.default_state as "defaultState", a.verdict, a.certainty, a.grade_data_use as "gradeDataUse" from answers a join practices x on x.revision = a.revision and x.id = a.practice where a.revision in ${among} and a.practice <> ${HEADLINE} and ${forAudience("a", who)} order by a.revision, x.position`,
  );
  return {
    domains: Map.groupBy(domains, (d) => d.revision),
    practices: Map.groupBy(practices, (p) => p.revision),
  };
}
