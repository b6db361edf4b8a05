import { type SQL, sql } from "drizzle-orm";
import { type Platform, type PlatformEvent, REGION_GROUPS, regionIn } from "../../model/index.ts";
import type { Reader } from "../database.ts";
import { recordOf } from "../record.ts";
import { regionCandidates } from "../segments.ts";
import { limitTo, type Part } from "./part.ts";
import { isIn, list } from "./sql.ts";

/** A query for what platforms did and will do. A list of terms means any of them. */
export interface EventsQuery {
  platform?: readonly string[] | undefined;
  category?: readonly string[] | undefined;
  type?: readonly string[] | undefined;
  /** Only events for people in this place; those that name no region are for everyone. */
  region?: string | undefined;
  /** The first day. */
  since?: string | undefined;
  /** The first day that is no longer included. */
  until?: string | undefined;
  /** Only events that take effect on a day or later, or only the others. What was observed or reported has happened. */
  upcoming?: { from: string; only: boolean } | undefined;
  /** Which page: so many after an item, or a part counted from the oldest. */
  page: { limit: number; after?: { day: string; platform: string; id: string } | undefined } | Part;
}

/** An event of some platform. */
export interface ListedEvent {
  platform: { id: string; name: string; operator: string; category: string };
  /** The day by which it is sorted: the last day that its best date can mean. */
  day: string;
  event: PlatformEvent;
}

/** The codes that include a place: itself, its country, and groups with it. */
const codesWith = (region: string): string[] => [
  ...new Set(
    [...regionCandidates(region), ...Object.keys(REGION_GROUPS)].filter((c) => regionIn(region, [c])),
  ),
];

/** Whether an event names a region that includes a place, or none at all. */
const isForRegion = (region: string): SQL =>
  sql`(e.regions is null or exists (select 1 from json_each(${JSON.stringify(codesWith(region))}) c where instr(' ' || e.regions || ' ', ' ' || c.value || ' ') > 0))`;

/** An event with `effective` is sorted by the last day that this can mean: what is today, or this month, is in. */
const isUpcoming = ({ from, only }: NonNullable<EventsQuery["upcoming"]>): SQL => {
  const later = sql`(e.effective is not null and e.sort_day >= ${from})`;
  return only ? later : sql`not ${later}`;
};

function eventFilters(publication: number, query: EventsQuery): SQL {
  const { platform, category, type, region, since, until, upcoming } = query;
  const parts: SQL[] = [isIn("p", publication)];
  if (platform) parts.push(sql`p.id in ${list(platform)}`);
  if (category) parts.push(sql`p.category in ${list(category)}`);
  if (type) parts.push(sql`e.event_type in ${list(type)}`);
  if (since !== undefined) parts.push(sql`e.sort_day >= ${since}`);
  if (until !== undefined) parts.push(sql`e.sort_day < ${until}`);
  if (upcoming) parts.push(isUpcoming(upcoming));
  if (region !== undefined) parts.push(isForRegion(region));
  return sql.join(parts, sql` and `);
}

/** A cross join keeps the order: few platforms are looked up first; otherwise events are read by day. */
const tables = ({ platform }: EventsQuery): SQL =>
  platform
    ? sql`platforms p cross join events e on e.revision = p.revision`
    : sql`events e cross join platforms p on p.revision = e.revision`;

const totalOf = (publication: number, query: EventsQuery): SQL =>
  sql`select count(*) as total from ${tables(query)} where ${eventFilters(publication, query)}`;

/** A page of some columns of events; after an item one more. */
function pageOf(columns: SQL, publication: number, query: EventsQuery): SQL {
  const { page } = query;
  const select = sql`select ${columns} from ${tables(query)} where ${eventFilters(publication, query)}`;
  const order = sql`order by e.sort_day desc, p.id, e.id`;
  if ("size" in page) return sql`${select} ${order} ${limitTo(page, totalOf(publication, query))}`;
  const { after, limit } = page;
  const beyond = after
    ? sql`and e.sort_day <= ${after.day} and (e.sort_day < ${after.day} or (p.id, e.id) > (${after.platform}, ${after.id}))`
    : sql``;
  return sql`${select} ${beyond} ${order} limit ${limit + 1}`;
}

/** A page of events; after an item one more. */
export const eventsPage = (publication: number, query: EventsQuery): SQL =>
  pageOf(sql`e.sort_day as day, e.content, p.id, p.name, p.operator, p.category`, publication, query);

type EventRow = ListedEvent["platform"] & { day: string; content: string };

/** Events, and how many there are in all. `more` is true if another page follows. */
export interface EventsFound {
  items: ListedEvent[];
  total: number;
  more: boolean;
}

/**
 * A page of events of all platforms, newest first by day, and the total number.
 * @param others a statement that is read with it, for the platforms of the page, of which it gets the ids
 */
export async function listEvents<R extends object>(
  db: Reader,
  publication: number,
  query: EventsQuery,
  others?: (platforms: SQL) => SQL,
): Promise<EventsFound & { others: R[] }> {
  const page = eventsPage(publication, query);
  const total = totalOf(publication, query);
  const [rows, [count], more = []] = others
    ? await db.read<[EventRow, { total: number }, R]>([
        page,
        total,
        others(pageOf(sql`p.id`, publication, query)),
      ])
    : await db.read<[EventRow, { total: number }]>([page, total]);
  const { page: wanted } = query;
  const items = "size" in wanted ? rows : rows.slice(0, wanted.limit);
  return {
    items: items.map(({ day, content, ...platform }) => ({
      platform,
      day,
      event: JSON.parse(content) as PlatformEvent,
    })),
    total: count?.total ?? 0,
    more: rows.length > items.length,
    others: more,
  };
}

/** A row of {@link upcomingQuery}. */
export interface UpcomingRow {
  record: string;
}

/** The records of platforms with an event that takes effect, or a control or rule that begins or ends, on a day or later. */
export const upcomingQuery = (publication: number, day: string): SQL =>
  sql`select p.record from platforms p where ${isIn("p", publication)} and p.upcoming_until > ${day} order by p.id`;

/** The records in rows of {@link upcomingQuery}. */
export const upcomingIn = (rows: readonly UpcomingRow[]): Platform[] =>
  rows.map(({ record }) => recordOf<Platform>(record));
