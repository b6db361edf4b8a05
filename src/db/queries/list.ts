import { type SQL, sql } from "drizzle-orm";
import { type Audience, KIND, termsOf } from "../../model/index.ts";
import type { Certainty, Kind, KindAnswer, Verdict } from "../../policy/index.ts";
import { HEADLINE } from "../answer-rows.ts";
import type { Database } from "../database.ts";
import { addedOn, changedOn } from "./dates.ts";
import { filters, type ListFilters } from "./list-filters.ts";
import { relevance } from "./search.ts";
import { forAudience, list } from "./sql.ts";

/** The possible orders of a list. */
export const SORT_KEYS = ["name", "id", "added", "changed", "verified", "severity", "relevance"] as const;
export type SortKey = (typeof SORT_KEYS)[number];

/** A query for platforms. */
export interface ListQuery extends ListFilters {
  sort: SortKey;
  descending: boolean;
  limit: number;
  /** The last item on the previous page. */
  after?: { key: string | number; id: string } | undefined;
}

/** The headline in a list. */
export interface ListedHeadline {
  verdict: Verdict;
  certainty: Certainty | null;
  lead: Kind | null;
  sentence: string;
  /** The strictest reading. */
  worst: Verdict;
  /** The control that stops most of it; null where none does. */
  control: { id: string; kind: string; name: string; url: string | null } | null;
}

/** A cell in a list. */
export interface ListedCell {
  verdict: Verdict;
  certainty: Certainty | null;
}

/** The answer for one kind of data in a list; null where nothing is stated. */
export type ListedKind = { kind: Kind } & Record<Exclude<keyof KindAnswer, "kind">, ListedCell | null>;

/** A practice's answer in a list. */
export interface ListedPractice {
  id: string;
  purpose: string;
  model: string;
  by: string | null;
  rule: string | null;
  dataUse: string;
  defaultState: string | null;
  verdict: Verdict;
  certainty: Certainty | null;
  gradeDataUse: string | null;
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
  practices: ListedPractice[];
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

type PlatformRow = Omit<ListedPlatform, "domains" | "headline" | "kinds" | "practices"> &
  Omit<ListedHeadline, "control"> & {
    revision: number;
    control: string | null;
    controlKind: string;
    controlName: string;
    controlUrl: string | null;
  };

/** A page of platforms with their headlines, without what is in other tables. */
function pageQuery(publication: number, query: ListQuery): SQL {
  const key = ORDER[query.sort](query, publication);
  const direction = sql.raw(query.descending ? "desc" : "asc");
  const beyond = query.after
    ? sql`and (${key}, p.id) ${sql.raw(query.descending ? "<" : ">")} (${query.after.key}, ${query.after.id})`
    : sql``;
  const headline = sql`join answers h on h.revision = p.revision and h.practice = ${HEADLINE} and ${forAudience("h", query.audience)} left join controls x on x.revision = h.revision and x.id = h.control`;
  return sql`select p.revision, p.id, p.name, p.operator, p.category, p.summary, p.verified, p.withdrawn, h.verdict, h.certainty, h.lead_kind as lead, h.sentence, h.worst, h.control, ${addedOn(sql`p.id`, publication)} as added, ${changedOn(sql`p.id`, publication)} as changed, x.kind as "controlKind", x.name as "controlName", x.url as "controlUrl", ${key} as "sortKey" from platforms p ${headline} where ${filters(query, publication)} ${beyond} order by "sortKey" ${direction}, p.id ${direction} limit ${query.limit + 1}`;
}

/** A page of platforms, and the total number; `more` is true if another page follows. */
export async function listPlatforms(
  db: Database,
  publication: number,
  query: ListQuery,
): Promise<{ items: ListedPlatform[]; total: number; more: boolean }> {
  const rows = await db.all<PlatformRow>(pageQuery(publication, query));
  const [count] = await db.all<{ total: number }>(
    sql`select count(*) as total from platforms p where ${filters(query, publication)}`,
  );
  const page = rows.slice(0, query.limit);
  const details = await detailsOf(
    db,
    query.audience,
    page.map((p) => p.revision),
  );
  return {
    items: page.map((row) => listed(row, details)),
    total: count?.total ?? 0,
    more: rows.length > query.limit,
  };
}

function listed(
  {
    revision,
    verdict,
    certainty,
    lead,
    sentence,
    worst,
    control,
    controlKind,
    controlName,
    controlUrl,
    ...same
  }: PlatformRow,
  { domains, cells, practices }: Details,
): ListedPlatform {
  return {
    ...same,
    domains: (domains.get(revision) ?? []).map((d) => d.host),
    headline: {
      verdict,
      certainty,
      lead,
      sentence,
      worst,
      control:
        control === null ? null : { id: control, kind: controlKind, name: controlName, url: controlUrl },
    },
    kinds: kindsOf(cells.get(revision) ?? []),
    practices: (practices.get(revision) ?? []).map(({ revision: _, ...practice }) => practice),
  };
}

type CellRow = ListedCell & { revision: number; kind: Kind; by: string };

/** The cells of a platform, by kind. */
function kindsOf(cells: readonly CellRow[]): ListedKind[] {
  const cellOf = (kind: Kind, by: string): ListedCell | null => {
    const cell = cells.find((c) => c.kind === kind && c.by === by);
    return cell ? { verdict: cell.verdict, certainty: cell.certainty } : null;
  };
  return termsOf(KIND)
    .filter((kind) => cells.some((c) => c.kind === kind))
    .map((kind) => ({
      kind,
      own: cellOf(kind, "own"),
      others: cellOf(kind, "others"),
      crawlers: cellOf(kind, "crawlers"),
      otherModels: cellOf(kind, "other-models"),
    }));
}

/** What other tables say about the platforms of a page, by revision. */
interface Details {
  domains: Map<number, { host: string }[]>;
  cells: Map<number, CellRow[]>;
  practices: Map<number, (ListedPractice & { revision: number })[]>;
}

const byRevision = <T extends { revision: number }>(rows: T[]): Map<number, T[]> =>
  Map.groupBy(rows, (r) => r.revision);

async function detailsOf(db: Database, who: Audience, revisions: readonly number[]): Promise<Details> {
  if (revisions.length === 0) return { domains: new Map(), cells: new Map(), practices: new Map() };
  const among = list(revisions);
  const domains = await db.all<{ revision: number; host: string }>(
    sql`select revision, host from domains where revision in ${among} order by revision, position`,
  );
  const cells = await db.all<CellRow>(
    sql`select c.revision, c.kind, c.by_whom as "by", c.verdict, c.certainty from cells c where c.revision in ${among} and ${forAudience("c", who)}`,
  );
  const practices = await db.all<ListedPractice & { revision: number }>(
    sql`select a.revision, a.practice as id, a.purpose, a.model, a.by_whom as "by", a.rule, a.data_use as "dataUse", a.default_state as "defaultState", a.verdict, a.certainty, a.grade_data_use as "gradeDataUse" from answers a where a.revision in ${among} and a.practice <> ${HEADLINE} and ${forAudience("a", who)} order by a.revision, a.id`,
  );
  return { domains: byRevision(domains), cells: byRevision(cells), practices: byRevision(practices) };
}
