import type { ChangesQuery } from "../../../db/index.ts";
import {
  addDays,
  firstDay,
  type Platform,
  type PlatformEvent,
  regionIn,
  type When,
} from "../../../model/index.ts";

/** Something that is announced for a future day. */
export interface Upcoming {
  /** Its name, which never changes: `events/<platform>/<event>` or `deadlines/<platform>/<control>`. */
  id: string;
  platform: Pick<Platform, "id" | "name">;
  /** `YYYY-MM-DD`. */
  day: string;
  title: string;
  detail: string;
}

/** The filters, the same as for changes. */
export type UpcomingFilters = Pick<
  ChangesQuery,
  "platform" | "operator" | "category" | "region" | "class" | "purpose" | "since" | "until"
>;

/** Does a condition concern people in this place? A condition without regions concerns everyone. */
const concerns = (when: When | undefined, region: string | undefined): boolean =>
  region === undefined || when?.regions === undefined || regionIn(region, when.regions);

/** Do any of these practices have one of the purposes? */
const forPurpose = (
  platform: Platform,
  practices: readonly string[],
  purposes: readonly string[] | undefined,
): boolean =>
  purposes === undefined ||
  platform.practices.some((p) => practices.includes(p.id) && purposes.includes(p.purpose));

function* events(platform: Platform, { region, purpose }: UpcomingFilters): Generator<Upcoming> {
  const concerned = (e: PlatformEvent) =>
    concerns(e.when, region) && forPurpose(platform, e.practices ?? [], purpose);
  for (const e of platform.events)
    if (e.dates.effective !== undefined && concerned(e))
      yield {
        id: `events/${platform.id}/${e.id}`,
        platform,
        day: firstDay(e.dates.effective),
        title: e.title,
        detail: e.detail ?? e.title,
      };
}

/** The last days of controls that end. */
function* deadlines(platform: Platform, { region, purpose }: UpcomingFilters): Generator<Upcoming> {
  for (const c of platform.controls) {
    const acting = platform.practices
      .filter((p) => p.rules.some((r) => r.controls?.includes(c.id)))
      .map((p) => p.id);
    if (c.when?.until === undefined || !concerns(c.when, region) || !forPurpose(platform, acting, purpose))
      continue;
    const title = `Last day for “${c.name}”`;
    yield {
      id: `deadlines/${platform.id}/${c.id}`,
      platform,
      day: addDays(firstDay(c.when.until), -1),
      title,
      detail: c.note ?? title,
    };
  }
}

/** What is announced for days after `today`: changes that take effect, and deadlines of controls that end. In order of their days. */
export function upcoming(
  platforms: readonly Platform[],
  today: string,
  filters: UpcomingFilters,
): Upcoming[] {
  // Announcements are always policy changes.
  if (filters.class && !filters.class.includes("policy")) return [];
  return platforms
    .filter((p) => filters.platform?.includes(p.id) ?? true)
    .filter((p) => filters.operator === undefined || p.operator === filters.operator)
    .filter((p) => filters.category?.includes(p.category) ?? true)
    .flatMap((p) => [...events(p, filters), ...deadlines(p, filters)])
    .filter(
      ({ day }) =>
        day > today &&
        (filters.since === undefined || day >= filters.since) &&
        (filters.until === undefined || day < filters.until),
    )
    .sort((a, b) => a.day.localeCompare(b.day) || a.id.localeCompare(b.id));
}
