import { type SQL, sql } from "drizzle-orm";
import type { Audience } from "../../model/index.ts";
import { HEADLINE } from "../answer-rows.ts";
import type { Database } from "../database.ts";
import {
  type AnswerTexts,
  answerColumns,
  answersIn,
  answerTo,
  contentKey,
  type ListedHeadline,
  type ListedKind,
  type RevisionAnswers,
  sizeOfAnswers,
} from "./answers.ts";
import { addedOn, changedOn } from "./dates.ts";
import { filters, type ListFilters, selects } from "./list-filters.ts";
import { isKnown, type Known, RowMemory } from "./row-memory.ts";
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
  /** Other people, or other days, whose headlines are wanted too. */
  beside?: readonly Audience[] | undefined;
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
  /** The headlines for the query's `beside`, in its order; only where it has some. */
  beside?: ListedHeadline[];
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

/** What is the same about a platform in a list for everybody. */
type Same = Omit<ListedPlatform, "id" | "domains" | "headline" | "kinds" | "beside" | "sortKey">;

type PlatformRow = Pick<ListedPlatform, "id" | "sortKey"> & AnswerTexts & Same & { domains: string };

interface Listed {
  same: Same & { domains: string[] };
  answers: RevisionAnswers;
}

/** How many answers are kept with what lists say about platforms. */
const KEPT = 60_000;

/** What lists say about platforms, by their content and the publication. */
export class ListMemory extends RowMemory<PlatformRow, Listed> {
  constructor() {
    super(KEPT, listedIn, ({ answers }) => sizeOfAnswers(answers));
  }
}

function listedIn(row: PlatformRow): Listed {
  const { name, operator, category, summary, verified, withdrawn, added, changed } = row;
  const domains = JSON.parse(row.domains) as string[];
  return {
    same: { name, operator, category, summary, verified, withdrawn, added, changed, domains },
    answers: answersIn(row),
  };
}

/** What a platform's line in a list is made from: its content, and the publication, on which its days depend. */
const lineKey = (publication: number): SQL =>
  sql`(${contentKey("p")} || (select ' ' || x.id || ' ' || substr(x.digest, 1, 20) from publications x where x.id = ${publication}))`;

/** The order of a page, and where it begins. */
function orderOf({ sort, descending, after, ...query }: ListQuery, publication: number) {
  const key = ORDER[sort]({ sort, descending, ...query }, publication);
  const direction = sql.raw(descending ? "desc" : "asc");
  const beyond = after
    ? sql`and (${key}, p.id) ${sql.raw(descending ? "<" : ">")} (${after.key}, ${after.id})`
    : sql``;
  return { key, direction, beyond };
}

/** Indices in whose order pages of all platforms are read, so that a page costs the same however many there are. */
const IN_ORDER: Partial<Record<SortKey, string>> = { name: "platforms_name", verified: "platforms_verified" };

/** The table of a page. Without filters, it is read in the order of the page. */
function tableFor(query: ListQuery, publication: number): SQL {
  const index = IN_ORDER[query.sort];
  return index === undefined || selects(query, publication)
    ? sql`platforms p`
    : sql`platforms p indexed by ${sql.raw(index)}`;
}

/** A page of platforms, and one more, with what their revisions answer to anybody. */
export function pageQuery(
  publication: number,
  query: ListQuery,
  known: Pick<Known<never, unknown>, "keys">,
): SQL {
  const { key, direction, beyond } = orderOf(query, publication);
  // Only where the order is that of the headlines: otherwise they are read for the page alone.
  const headline =
    query.sort === "severity"
      ? sql`join answers h on h.revision = p.revision and h.practice = ${HEADLINE} and ${forAudience("h", query.audience)}`
      : sql``;
  const page = sql`select p.revision, p.id, ${lineKey(publication)} as key, ${key} as "sortKey" from ${tableFor(query, publication)} ${headline} where ${filters(query, publication)} ${beyond} order by "sortKey" ${direction}, p.id ${direction} limit ${query.limit + 1}`;
  const lines = sql`select *, ${isKnown(sql`key`, known)} as known from page`;
  const unread = (name: string, value: SQL) =>
    sql`case when line.known then null else ${value} end as ${sql.raw(name)}`;
  const same = ["name", "operator", "category", "summary", "verified", "withdrawn"].map((column) =>
    unread(column, sql.raw(`p.${column}`)),
  );
  const hosts = sql`(select json_group_array(host) from (select host from domains d where d.revision = p.revision order by d.position))`;
  const columns = [
    ...same,
    unread("added", addedOn(sql`p.id`, publication)),
    unread("changed", changedOn(sql`p.id`, publication)),
    unread("domains", hosts),
  ];
  return sql`with page as materialized (${page}), line as materialized (${lines}) select line.id, line."sortKey", ${answerColumns("line")}, ${sql.join(columns, sql`, `)} from line join platforms p on p.revision = line.revision order by line."sortKey" ${direction}, line.id ${direction}`;
}

const totalQuery = (publication: number, query: ListFilters): SQL =>
  sql`select count(*) as total from platforms p where ${filters(query, publication)}`;

/** A page of platforms, and the total number; `more` is true if another page follows. */
export async function listPlatforms(
  db: Database,
  publication: number,
  query: ListQuery,
  memory: ListMemory,
): Promise<{ items: ListedPlatform[]; total: number; more: boolean }> {
  const known = memory.known();
  const page = pageQuery(publication, query, known);
  const [rows, [count]] =
    query.total === undefined
      ? await db.read<[PlatformRow, { total: number }]>([page, totalQuery(publication, query)])
      : [...(await db.read<[PlatformRow]>([page])), [{ total: query.total }]];
  const lines = known.take(rows);
  return {
    items: rows.slice(0, query.limit).map(({ id, key, sortKey }): ListedPlatform => {
      const { same, answers } = lines.get(key) as Listed;
      const { domains, ...rest } = same;
      const beside = query.beside?.map((who) => answerTo(answers, who).headline);
      return {
        id,
        ...rest,
        sortKey,
        domains,
        ...answerTo(answers, query.audience),
        ...(beside && { beside }),
      };
    }),
    total: count?.total ?? 0,
    more: rows.length > query.limit,
  };
}
