import { type SQL, sql } from "drizzle-orm";
import { type Audience, termsOf, VERDICT } from "../../model/index.ts";
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
  byHeadline,
  dependsOnAudience,
  filters,
  isMine,
  isOfHeadline,
  type ListFilters,
  type PlatformSet,
  presence,
  selection,
  totalQuery,
  withMine,
} from "./list-filters.ts";
import { isKnown, type Known, RowMemory } from "./row-memory.ts";
import { letterOf, namedBy, relevance } from "./search.ts";
import { isIn } from "./sql.ts";

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
  severity: ({ audience }) =>
    sql`((select h.severity from answers h where h.revision = p.revision and +h.purpose = ${HEADLINE} and ${isMine("h", audience)}) || ' ' || p.sort_name)`,
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
interface Order {
  key: SQL;
  direction: SQL;
  /** The condition for what comes after the last item, in terms of `key` and `p.id`. */
  beyond: SQL;
}

function orderOf({ sort, descending, after, ...query }: ListQuery, publication: number): Order {
  const key = ORDER[sort]({ sort, descending, ...query }, publication);
  return { key, direction: directionOf(descending), beyond: beyondOf(key, descending, after) };
}

const directionOf = (descending: boolean): SQL => sql.raw(descending ? "desc" : "asc");

const beyondOf = (key: SQL, descending: boolean, after: ListQuery["after"], id = sql`p.id`): SQL =>
  after ? sql`(${key}, ${id}) ${sql.raw(descending ? "<" : ">")} (${after.key}, ${after.id})` : sql`true`;

/** What a page is read from, in its order. */
interface Source {
  from: SQL;
  /** Its key, and what decides between equal ones, as columns of an index. */
  key: SQL;
  id: SQL;
}

const platformsBy = (index: string, column: string): Source => ({
  from: sql`platforms p indexed by ${sql.raw(index)}`,
  key: sql.raw(`p.${column}`),
  id: sql`p.id`,
});

const platformsByDay =
  (column: "added" | "changed") =>
  (publication: number): Source => ({
    from: sql`platform_days d indexed by ${sql.raw(`platform_days_${column}`)} cross join platforms p on ${isIn("d", publication)} and p.id = d.platform`,
    key: sql.raw(`d.${column}`),
    id: sql`d.platform`,
  });

const byName = platformsBy("platforms_name", "sort_name");

/** Indices in whose order pages are read, so that a page costs the same however many platforms there are. */
const IN_ORDER: Partial<Record<SortKey, (publication: number) => Source>> = {
  id: () => platformsBy("platforms_id", "id"),
  name: () => byName,
  verified: () => platformsBy("platforms_verified", "verified"),
  added: platformsByDay("added"),
  changed: platformsByDay("changed"),
};

/** More are not looked at to find out how many a set has. */
const MOST = 5000;

/** The number of platforms in a set, of a large one at least {@link MOST}. */
const sizeOf = ({ count, query }: PlatformSet): SQL =>
  count ?? sql`(select count(*) from (select distinct revision from (${query}) limit ${MOST}))`;

/** Selects the platforms of a page, and one more. */
type Select = (from: SQL, where: SQL, order: { key: SQL; id: SQL }) => SQL;

/** Rows as JSON: so a statement can read them either way. */
const asJson = (rows: SQL): SQL =>
  sql`(select json_group_array(json_array(revision, id, "sortKey")) from (${rows}))`;

const fromJson = (alias: string): SQL =>
  sql.raw(
    ["revision", "id", "sortKey"]
      .map((c, i) => `json_extract(${alias}.value, '$[${i}]') as "${c}"`)
      .join(", "),
  );

/** How the platforms of a set can be read. */
interface Ways {
  set: PlatformSet;
  /** In the page's order, until the page is full. */
  source: Source;
  /** The key of a platform that is read otherwise. */
  key: SQL;
}

/**
 * Reads a page of a set, as JSON. A large set is read in the order of the page until it is full, which takes about
 * size × all / set platforms; a smaller one is read as a whole and sorted. Whichever costs less is taken.
 */
function eitherWay(publication: number, query: ListQuery, select: Select, { set, source, key }: Ways): SQL {
  const present = presence(query, publication);
  const whole = select(fewOf(set), present, { key, id: sql`p.id` });
  const inOrder = select(source.from, sql`${present} and ${set.has}`, source);
  return sql`case when ${isSmall(publication, query, set)} then ${asJson(whole)} else ${asJson(inOrder)} end`;
}

/** The platforms of a small set. */
const fewOf = ({ query }: PlatformSet): SQL =>
  sql`(select distinct revision from (${query})) few cross join platforms p on p.revision = few.revision`;

/** What looking one platform up in a set costs, compared with reading one of the set. */
const LOOK_UP = 2;

/** Whether reading a set as a whole costs less than a page in order. */
const isSmall = (publication: number, { limit }: ListQuery, set: PlatformSet): SQL =>
  sql`(select n * n <= ${LOOK_UP * (limit + 1)} * (select x.platforms from publications x where x.id = ${publication}) from (select ${sizeOf(set)} as n))`;

/** The verdicts in the order of a page, each with its severity: its place in the vocabulary, the worst first. */
function levelsOf(query: ListQuery, from: number | undefined): string {
  const { descending, verdict } = query;
  const wanted = isOfHeadline(query) ? verdict : undefined;
  const levels = termsOf(VERDICT)
    .map((term, severity) => [severity, term] as const)
    .filter(([, term]) => wanted?.includes(term) ?? true)
    .filter(([severity]) => from === undefined || (descending ? severity <= from : severity >= from));
  return JSON.stringify(descending ? levels.toReversed() : levels);
}

/** The severity and the name of a key of `sort=severity`. */
function severityIn(key: string | number): [number, string] {
  const [severity = "", ...name] = String(key).split(" ");
  return [Number(severity) || 0, name.join(" ")];
}

/** The revisions of a page by the severity of headlines: those of the first verdict by name, then of the next one, until it is full. */
function bySeverity(publication: number, query: ListQuery, among: PlatformSet | "all"): SQL {
  const { descending, limit, after } = query;
  const direction = directionOf(descending);
  const [severity, name] = after ? severityIn(after.key) : [undefined, ""];
  const levels = sql`json_each(${levelsOf(query, severity)}) l`;
  const key = sql`((l.value ->> 0) || ' ' || p.sort_name)`;
  const beyond = after
    ? sql`((l.value ->> 0) <> ${severity} or ${beyondOf(sql`p.sort_name`, descending, { key: name, id: after.id })})`
    : sql`true`;
  const also = sql`${beyond} and ${among === "all" ? sql`true` : among.has}`;
  const select: Select = (tables, where) =>
    sql`select p.revision, p.id, ${key} as "sortKey" from ${tables} where ${where} and ${also} order by p.sort_name ${direction}, p.id ${direction} limit ${limit + 1}`;
  const set = byHeadline(query, publication, sql`(l.value ->> 1)`);
  const rows = eitherWay(publication, query, select, { set, source: byName, key });
  // The levels are read one after another until there are enough rows.
  return sql`select ${fromJson("e")} from ${levels} cross join json_each(${rows}) e limit ${limit + 1}`;
}

/** The revisions of a page by severity. */
function pageBySeverity(
  publication: number,
  query: ListQuery,
  which: PlatformSet | "all",
  select: Select,
): SQL {
  const levels = bySeverity(publication, query, which);
  if (which === "all" || isOfHeadline(query)) return levels;
  const { key } = orderOf(query, publication);
  const few = select(fewOf(which), presence(query, publication), { key, id: sql`p.id` });
  const rows = sql`case when ${isSmall(publication, query, which)} then ${asJson(few)} else ${asJson(levels)} end`;
  return sql`select ${fromJson("e")} from json_each(${rows}) e`;
}

/** The revisions of a page of a search for one letter: those with exactly this name, then names that begin with it. */
function pageByLetter(publication: number, query: ListQuery, letter: string): SQL {
  const { descending, limit, after } = query;
  const direction = directionOf(descending);
  const { begins, isExact } = namedBy(letter, publication);
  const part = (rank: string, from: SQL, where: SQL): SQL => {
    const key = sql`(${rank} || p.sort_name)`;
    return sql`select * from (select p.revision, p.id, ${key} as "sortKey" from ${from} where ${presence(query, publication)} and ${where} and ${beyondOf(key, descending, after)} order by p.sort_name ${direction}, p.id ${direction} limit ${limit + 1})`;
  };
  const exact = part("0", sql`platforms p`, isExact);
  const others = part("1", byName.from, sql`${begins} and not ${isExact}`);
  return sql`select * from (${exact} union all ${others}) order by "sortKey" ${direction}, id ${direction} limit ${limit + 1}`;
}

/** The revisions of a page and one more. Only those of several filters are all read and sorted. */
function pageOf(publication: number, query: ListQuery): SQL {
  const { sort, descending, after, limit, category, q } = query;
  const { key, direction } = orderOf(query, publication);
  const ties = (id: SQL): SQL => (sort === "id" ? sql`` : sql`, ${id} ${direction}`);
  const select: Select = (from, where, order) =>
    sql`select p.revision, p.id, ${order.key} as "sortKey" from ${from} where ${where} and ${beyondOf(order.key, descending, after, order.id)} order by ${order.key} ${direction}${ties(order.id)} limit ${limit + 1}`;
  const which = selection(query, publication);
  const letter = q === undefined ? undefined : letterOf(q);
  if (which !== "some" && sort === "severity") return pageBySeverity(publication, query, which, select);
  if (which !== "some" && sort === "relevance" && letter !== undefined)
    return pageByLetter(publication, query, letter);
  const source = IN_ORDER[sort]?.(publication);
  if (which === "some" || source === undefined)
    return select(sql`platforms p`, filters(query, publication), { key, id: sql`p.id` });
  const present = presence(query, publication);
  if (which === "all") return select(source.from, present, source);
  if (sort === "name" && category?.length === 1)
    return select(
      sql`platforms p indexed by platforms_category`,
      sql`${present} and p.category = ${category[0]}`,
      byName,
    );
  const rows = eitherWay(publication, query, select, { set: which, source, key });
  return sql`select ${fromJson("e")} from json_each(${rows}) e`;
}

/** A page of platforms, and one more, with what their revisions answer to anybody. */
export function pageQuery(
  publication: number,
  query: ListQuery,
  known: Pick<Known<never, unknown>, "keys">,
): SQL {
  const { direction } = orderOf(query, publication);
  const keyed = sql`select page.*, ${lineKey(publication)} as key from page join platforms p on p.revision = page.revision`;
  const lines = sql`select *, ${isKnown(sql`key`, known)} as known from keyed`;
  const values: Partial<Record<(typeof SAME)[number], SQL>> = {
    added: addedOn(sql`p.id`, publication),
    changed: changedOn(sql`p.id`, publication),
    domains: sql`json((select json_group_array(host) from (select host from domains d where d.revision = p.revision order by d.position)))`,
  };
  const same = sql.join(
    SAME.map((name) => values[name] ?? sql.raw(`p.${name}`)),
    sql`, `,
  );
  return sql`${withMine(query.audience)}, page as materialized (${pageOf(publication, query)}), keyed as materialized (${keyed}), line as materialized (${lines}) select line.id, line."sortKey", ${answerColumns("line")}, case when line.known then null else json_array(${same}) end as same from line join platforms p on p.revision = line.revision order by line."sortKey" ${direction}, line.id ${direction}`;
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
