import { type SQL, sql } from "drizzle-orm";
import { type Platform, type PlatformEvent, REGION_GROUPS, regionIn } from "../../model/index.ts";
import type { Database } from "../database.ts";
import { recordOf } from "../record.ts";
import { regionCandidates } from "../segments.ts";
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
  limit: number;
  /** How many of the newest are not wanted. */
  skip?: number | undefined;
  /** The last item on the previous page. */
  after?: { day: string; platform: string; id: string } | undefined;
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

/** A page of events, and one more. */
export function eventsPage(publication: number, query: EventsQuery): SQL {
  const { after } = query;
  const beyond = after
    ? sql`and e.sort_day <= ${after.day} and (e.sort_day < ${after.day} or (p.id, e.id) > (${after.platform}, ${after.id}))`
    : sql``;
  return sql`select e.sort_day as day, e.content, p.id, p.name, p.operator, p.category from ${tables(query)} where ${eventFilters(publication, query)} ${beyond} order by e.sort_day desc, p.id, e.id limit ${query.limit + 1} offset ${query.skip ?? 0}`;
}

/** A page of events of all platforms, newest first by day, and the total number; `more` is true if another page follows. */
export async function listEvents(
  db: Database,
  publication: number,
  query: EventsQuery,
): Promise<{ items: ListedEvent[]; total: number; more: boolean }> {
  const rows = await db.all<ListedEvent["platform"] & { day: string; content: string }>(
    eventsPage(publication, query),
  );
  const [count] = await db.all<{ total: number }>(
    sql`select count(*) as total from ${tables(query)} where ${eventFilters(publication, query)}`,
  );
  return {
    items: rows.slice(0, query.limit).map(({ day, content, ...platform }) => ({
      platform,
      day,
      event: JSON.parse(content) as PlatformEvent,
    })),
    total: count?.total ?? 0,
    more: rows.length > query.limit,
  };
}

/** The records of platforms with an event that takes effect, or a control or rule that begins or ends, on a day or later. */
export async function upcomingPlatforms(db: Database, publication: number, day: string): Promise<Platform[]> {
  const rows = await db.all<{ record: string }>(
    sql`select p.record from platforms p where ${isIn("p", publication)} and p.upcoming_until > ${day} order by p.id`,
  );
  return rows.map(({ record }) => recordOf<Platform>(record));
}
