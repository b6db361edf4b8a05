import type { ListedEvent, Part } from "../../../db/index.ts";
import { eventDate, eventDatesInWords, onDateInWords } from "../../../language/en/index.ts";
import type { Platform } from "../../../model/index.ts";
import { fullStop, joinPresent } from "../../../text/lists.ts";
import { type Endpoint, endpoint } from "../../http/endpoint.ts";
import { FEED_FORMATS, FEED_NAMES, type FeedFormat, feedOperation } from "../../http/feed-links.ts";
import { anchorOf, type FeedEntry, periodOf } from "../../http/feeds/entry.ts";
import { feedParams } from "../../http/feeds/params.ts";
import { type FeedPage, feedAnswer, lengthInWords, sendFeed } from "../../http/feeds/send.ts";
import { checkDays } from "../../http/period.ts";
import { canonicalRequest } from "../../http/respond.ts";
import { type Services, type Snapshot, snapshotOf } from "../../http/services.ts";
import { eventName, knownDay } from "./present.ts";
import { eventsQuery, type Filters, filters, filtersOf, wantedOf } from "./query.ts";
import { type UpcomingItem, upcomingOf } from "./upcoming.ts";

/** A title with its date, where only the month or year is known: a calendar shows it on many days. */
const dated = (title: string, date: string): string =>
  date.length === 10 ? title : `${title} (${onDateInWords(date)})`;

const entryOf = ({ event, platform }: ListedEvent, latest: string): FeedEntry => ({
  name: eventName(platform.id, event.id),
  title: dated(`${platform.name}: ${event.title}`, eventDate(event.dates)),
  blocks: [`${eventDatesInWords(event)}.`, event.detail ?? fullStop(event.title)],
  path: `/events?platform=${platform.id}#${anchorOf(eventName(platform.id, event.id))}`,
  period: periodOf(eventDate(event.dates)),
  known: knownDay(event, latest),
  categories: [event.type],
});

/** The last day of a control that ends, for calendars. */
const deadlineEntry = (
  { id, platform, date, period, title, note }: UpcomingItem,
  latest: string,
): FeedEntry => ({
  name: id.replace(/^control-ends/, "deadlines"),
  title: dated(`${platform.name}: ${title}`, date),
  blocks: [note ?? fullStop(title)],
  path: `/platforms/${platform.id}#choices`,
  period,
  known: latest,
  categories: ["deadline"],
});

/** Does a time have a day within the requested ones? */
const isWithin = ({ period }: UpcomingItem, { since, until }: Filters): boolean =>
  (since === undefined || period.until > since) && (until === undefined || period.from < until);

/** Filters that only events have exclude the last days of controls. */
const withDeadlines = (format: FeedFormat, { type, upcoming }: Filters): boolean =>
  format === "ics" && type === undefined && upcoming !== false;

/** The last days of controls that end, as far as they are still to come. */
const deadlines = (
  platforms: readonly Platform[],
  { publication, today }: State,
  query: Filters,
): FeedEntry[] =>
  upcomingOf(wantedOf(platforms, query), query, today)
    .filter((item) => item.kind === "control-ends" && isWithin(item, query))
    .map((item) => deadlineEntry(item, publication.date));

/** The state of the dataset that a feed is of, and the day. */
type State = Pick<Snapshot, "publication" | "today">;

async function entriesOf(
  { store }: Services,
  state: State,
  format: FeedFormat,
  query: Filters,
  part: Part,
): Promise<FeedPage> {
  const { publication, today } = state;
  const wanted = eventsQuery(query, today, part);
  const { items, total, upcoming } = withDeadlines(format, query)
    ? await store.eventsWithUpcoming(publication.id, wanted, today)
    : { ...(await store.events(publication.id, wanted)), upcoming: [] };
  // Not the day of the request: an entry's day must not change from day to day.
  const latest = publication.date < today ? publication.date : today;
  const entries = items.map((found) => entryOf(found, latest));
  return { total, entries: [...deadlines(upcoming, state, query), ...entries] };
}

const feedIn = (format: FeedFormat): Endpoint =>
  endpoint(
    {
      id: feedOperation("getEvents", format),
      path: `/events.${format}`,
      tag: "Events",
      summary: `What platforms did and will do, as ${FEED_FORMATS[format].name}`,
      description: joinPresent([
        `Events with the filters of /events. ${lengthInWords(format, "events")}`,
        format === "ics" &&
          "Also the last days of controls that end. Of a date of which only the month or year is known, the entry takes all of it.",
        "What we edited is in the feeds of /changes.",
      ]),
      example: `/events.${format}?region=DE`,
      query: { ...filters, ...feedParams(format, { reminders: true }) },
      ...feedAnswer(format),
    },
    async (s, { c, query }) => {
      checkDays(query);
      const at = await snapshotOf(s, query.release);
      const request = {
        title: "AI Data Use: what platforms did",
        description: "How platforms' use of people's data to train AI changed, and will change.",
        path: "/events",
        home: canonicalRequest("/events", filtersOf(query)),
        query: filtersOf(query),
        cursor: query.cursor,
        reminder: query.reminder,
      };
      return sendFeed(c, s, at, format, request, (publication, part) =>
        entriesOf(s, { publication, today: at.today }, format, query, part),
      );
    },
  );

/** /events.atom, .json and .ics */
export const eventFeeds: readonly Endpoint[] = FEED_NAMES.map(feedIn);
