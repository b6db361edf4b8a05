import { type SQL, sql } from "drizzle-orm";
import type { Audience } from "../../model/index.ts";
import { Bounded } from "../../text/bounded.ts";
import { trusted } from "../../text/trusted.ts";
import type { Reader } from "../database.ts";
import { HEADLINE } from "../segments.ts";
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
import {
  dependsOnAudience,
  filters,
  type ListFilters,
  presence,
  selection,
  totalQuery,
} from "./list-filters.ts";
import { isKnown, type Known, RowMemory } from "./row-memory.ts";
import { relevance } from "./search.ts";
import { forAudience, isIn } from "./sql.ts";

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
  /** The state of the dataset, by its content: with it, pages are remembered that are the same for everyone. */
  state?: string | undefined;
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

/** `same` is one text, like the answers. */
type PlatformRow = Pick<ListedPlatform, "id" | "sortKey"> & AnswerTexts & { same: string | null };

interface Listed {
  same: Same & { domains: string[] };
  answers: RevisionAnswers;
}

/** How many answers are kept with what lists say about platforms. */
const KEPT = 60_000;

/** How many lines of pages are kept. */
const KEPT_LINES = 10_000;

/** Which platforms are on a page. */
interface Page {
  lines: Pick<PlatformRow, "id" | "key" | "sortKey">[];
  total: number;
}

/** What lists say about platforms, by their content and the publication; and which platforms are on pages. */
export class ListMemory extends RowMemory<PlatformRow, Listed> {
  readonly #pages = new Bounded<Page>(KEPT_LINES, ({ lines }) => 1 + lines.length);

  constructor() {
    super(KEPT, listedIn, ({ answers }) => sizeOfAnswers(answers));
  }

  /** The name of a page; undefined where it cannot be remembered, or depends on who asks. */
  static nameOf({ audience, beside: _, total: __, state, ...query }: ListQuery): string | undefined {
    if (state === undefined || query.sort === "severity" || dependsOnAudience({ audience, ...query }))
      return undefined;
    return JSON.stringify([state, audience.asOf, query]);
  }

  /** A page with its lines, if all of them are known. */
  page(name: string | undefined): { page: Page; lines: Map<string, Listed> } | undefined {
    const page = name === undefined ? undefined : this.#pages.get(name);
    const lines = page && this.all(page.lines.map(({ key }) => key));
    return lines && { page, lines };
  }

  keepPage(name: string | undefined, page: Page): void {
    if (name !== undefined) this.#pages.set(name, page);
  }
}

/** What is the same for everybody, in the order of its text. */
const SAME = [
  "name",
  "operator",
  "category",
  "summary",
  "verified",
  "withdrawn",
  "added",
  "changed",
  "domains",
] as const satisfies (keyof Listed["same"])[];

function listedIn(row: PlatformRow): Listed {
  const values = JSON.parse(row.same ?? "[]") as unknown[];
  const same = Object.fromEntries(SAME.map((name, i) => [name, values[i]]));
  return { same: trusted<Listed["same"]>(same), answers: answersIn(row) };
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

/** Indices in whose order pages are read, so that a page costs the same however many platforms there are. */
const IN_ORDER: Partial<Record<SortKey, string>> = {
  id: "platforms_id",
  name: "platforms_name",
  verified: "platforms_verified",
};

/**
 * Of a set with more revisions, platforms are read in the order of the page until it is full; a smaller one is
 * read as a whole and sorted. At 100,000 platforms both cost about the same here.
 */
const FEW = 2000;

/** The tables of a page: where the order is that of the headlines, also those. Otherwise they are read for the page alone. */
const tablesFor = ({ sort, audience }: ListQuery, publication: number): SQL =>
  sort === "severity"
    ? sql`(select h.revision, h.severity from answers h indexed by answers_people where h.purpose = ${HEADLINE} and ${forAudience("h", audience)} and ${isIn("h", publication)}) h join platforms p on p.revision = h.revision`
    : sql`platforms p`;

/** The revisions of a page and one more, in the page's order. */
function pageOf(publication: number, query: ListQuery): { tables: SQL; page: SQL } {
  const { key, direction, beyond } = orderOf(query, publication);
  const size = sql`${query.limit + 1}`;
  const select = (from: SQL, where: SQL, limit = size): SQL =>
    sql`select p.revision, p.id, ${lineKey(publication)} as key, ${key} as "sortKey" from ${from} where ${where} ${beyond} order by "sortKey" ${direction}, p.id ${direction} limit ${limit}`;
  const index = IN_ORDER[query.sort];
  const which = index === undefined ? "some" : selection(query, publication);
  const ordered = sql`platforms p indexed by ${sql.raw(index ?? "")}`;
  if (which === "some")
    return { tables: sql``, page: select(tablesFor(query, publication), filters(query, publication)) };
  const present = presence(query, publication);
  if (which === "all") return { tables: sql``, page: select(ordered, present) };
  const tables = sql`few as materialized (select distinct revision from (${which.query}) limit ${FEW + 1}), `;
  // The one of both that is not wanted ends before its first row, which a condition would not do.
  const either = (few: SQL, many: SQL): SQL =>
    sql`(select case when count(*) <= ${FEW} then ${few} else ${many} end from few)`;
  const none = sql`0`;
  const few = sql`few cross join platforms p on p.revision = few.revision`;
  const read = select(few, present, either(size, none));
  const scan = select(ordered, sql`p.revision in (${which.query}) and ${present}`, either(none, size));
  return { tables, page: sql`select * from (${read}) union all select * from (${scan})` };
}

/** A page of platforms, and one more, with what their revisions answer to anybody. */
export function pageQuery(
  publication: number,
  query: ListQuery,
  known: Pick<Known<never, unknown>, "keys">,
): SQL {
  const { direction } = orderOf(query, publication);
  const { tables, page } = pageOf(publication, query);
  const lines = sql`select *, ${isKnown(sql`key`, known)} as known from page`;
  const values: Partial<Record<(typeof SAME)[number], SQL>> = {
    added: addedOn(sql`p.id`, publication),
    changed: changedOn(sql`p.id`, publication),
    domains: sql`json((select json_group_array(host) from (select host from domains d where d.revision = p.revision order by d.position)))`,
  };
  const same = sql.join(
    SAME.map((name) => values[name] ?? sql.raw(`p.${name}`)),
    sql`, `,
  );
  return sql`with ${tables}page as materialized (${page}), line as materialized (${lines}) select line.id, line."sortKey", ${answerColumns("line")}, case when line.known then null else json_array(${same}) end as same from line join platforms p on p.revision = line.revision order by line."sortKey" ${direction}, line.id ${direction}`;
}

/** Reads a page and its lines. */
async function readPage(
  db: Reader,
  publication: number,
  query: ListQuery,
  memory: ListMemory,
): Promise<{ page: Page; lines: Map<string, Listed> }> {
  const known = memory.known();
  const statement = pageQuery(publication, query, known);
  const [rows, [count]] =
    query.total === undefined
      ? await db.read<[PlatformRow, { total: number }]>([statement, totalQuery(query, publication)])
      : [...(await db.read<[PlatformRow]>([statement])), [{ total: query.total }]];
  const lines = rows.map(({ id, key, sortKey }) => ({ id, key, sortKey }));
  return { page: { lines, total: count?.total ?? 0 }, lines: known.take(rows) };
}

/** A page of platforms, and the total number; `more` is true if another page follows. */
export async function listPlatforms(
  db: Reader,
  publication: number,
  query: ListQuery,
  memory: ListMemory,
): Promise<{ items: ListedPlatform[]; total: number; more: boolean }> {
  const name = ListMemory.nameOf(query);
  const { page, lines } = memory.page(name) ?? (await readPage(db, publication, query, memory));
  memory.keepPage(name, page);
  return {
    items: page.lines.slice(0, query.limit).map(({ id, key, sortKey }): ListedPlatform => {
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
    total: page.total,
    more: page.lines.length > query.limit,
  };
}
