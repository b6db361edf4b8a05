import { type SQL, sql } from "drizzle-orm";
import type { Audience } from "../../model/index.ts";
import { HEADLINE } from "../answer-rows.ts";
import type { Database } from "../database.ts";
import {
  type AnswerMemory,
  type AnswerTexts,
  answerColumns,
  answerTo,
  contentKey,
  isKnown,
  type KnownAnswers,
  type ListedHeadline,
  type ListedKind,
  type RevisionAnswers,
} from "./answers.ts";
import { addedOn, changedOn } from "./dates.ts";
import { filters, type ListFilters } from "./list-filters.ts";
import { relevance } from "./search.ts";
import { forAudience } from "./sql.ts";

/** The possible orders of a list. */
export const SORT_KEYS = ["name", "id", "added", "changed", "verified", "severity", "relevance"] as const;
export type SortKey = (typeof SORT_KEYS)[number];

/** A query for platforms. */
export interface ListQuery extends ListFilters {
  sort: SortKey;
  descending: boolean;
  limit: number;
  /** The total number, where it is known: then it is not counted again. */
  total?: number | undefined;
  /** The last item on the previous page. */
  after?: { key: string | number; id: string } | undefined;
}

/** A platform in a list. */
export interface ListedPlatform {
  id: string;
  name: string;
  operator: string;
  category: string;
  summary: string;
  /** The days of the first release with it and of the last that changed it; null while it is in none. */
  added: string | null;
  changed: string | null;
  verified: string;
  withdrawn: string | null;
  /** Hosts. */
  domains: string[];
  headline: ListedHeadline;
  /** The kinds of data about which something is stated. */
  kinds: ListedKind[];
  /** Its key in the requested order; the next page begins after it. */
  sortKey: string | number;
}

/** The key of each order. A record that is in no release yet has no days, and comes first. */
const ORDER: Record<SortKey, (query: ListQuery, publication: number) => SQL> = {
  name: () => sql`p.sort_name`,
  id: () => sql`p.id`,
  verified: () => sql`p.verified`,
  added: (_, publication) => sql`coalesce(${addedOn(sql`p.id`, publication)}, '')`,
  changed: (_, publication) => sql`coalesce(${changedOn(sql`p.id`, publication)}, '')`,
  severity: () => sql`h.severity`,
  relevance: ({ q = "" }) => sql`(${relevance(sql`p.revision`, q)} || p.sort_name)`,
};

type PlatformRow = Omit<ListedPlatform, "domains" | "headline" | "kinds"> & AnswerTexts & { domains: string };

/** The order of a page, and where it begins. */
function orderOf({ sort, descending, after, ...query }: ListQuery, publication: number) {
  const key = ORDER[sort]({ sort, descending, ...query }, publication);
  const direction = sql.raw(descending ? "desc" : "asc");
  const beyond = after
    ? sql`and (${key}, p.id) ${sql.raw(descending ? "<" : ">")} (${after.key}, ${after.id})`
    : sql``;
  return { key, direction, beyond };
}

/** A page of platforms, and one more, with what their revisions answer to anybody. */
function pageQuery(publication: number, query: ListQuery, known: KnownAnswers): SQL {
  const { key, direction, beyond } = orderOf(query, publication);
  // Only where the order is that of the headlines: otherwise they are read for the page alone.
  const headline =
    query.sort === "severity"
      ? sql`join answers h on h.revision = p.revision and h.practice = ${HEADLINE} and ${forAudience("h", query.audience)}`
      : sql``;
  const page = sql`select p.revision, p.id, p.name, p.operator, p.category, p.summary, p.verified, p.withdrawn, ${contentKey("p")} as key, ${isKnown("p", known)} as known, ${key} as "sortKey" from platforms p ${headline} where ${filters(query, publication)} ${beyond} order by "sortKey" ${direction}, p.id ${direction} limit ${query.limit + 1}`;
  const hosts = sql`(select json_group_array(host) from (select host from domains d where d.revision = page.revision order by d.position))`;
  return sql`with page as materialized (${page}) select page.id, page.name, page.operator, page.category, page.summary, page.verified, page.withdrawn, page."sortKey", ${addedOn(sql`page.id`, publication)} as added, ${changedOn(sql`page.id`, publication)} as changed, ${hosts} as domains, ${answerColumns("page")} from page order by page."sortKey" ${direction}, page.id ${direction}`;
}

const totalQuery = (publication: number, query: ListFilters): SQL =>
  sql`select count(*) as total from platforms p where ${filters(query, publication)}`;

/** A page of platforms, and the total number; `more` is true if another page follows. */
export async function listPlatforms(
  db: Database,
  publication: number,
  query: ListQuery,
  memory: AnswerMemory,
): Promise<{ items: ListedPlatform[]; total: number; more: boolean }> {
  const known = memory.known();
  const page = pageQuery(publication, query, known);
  const [rows, [count]] =
    query.total === undefined
      ? await db.read<[PlatformRow, { total: number }]>([page, totalQuery(publication, query)])
      : [...(await db.read<[PlatformRow]>([page])), [{ total: query.total }]];
  const answers = known.take(rows);
  return {
    items: rows.slice(0, query.limit).map((row) => listed(row, answers, query.audience)),
    total: count?.total ?? 0,
    more: rows.length > query.limit,
  };
}

function listed(
  { key, regions: _, headlines: __, cells: ___, controls: ____, domains, ...same }: PlatformRow,
  answers: ReadonlyMap<string, RevisionAnswers>,
  who: Audience,
): ListedPlatform {
  const { headline, kinds } = answerTo(answers.get(key) as RevisionAnswers, who);
  return { ...same, domains: JSON.parse(domains) as string[], headline, kinds };
}
