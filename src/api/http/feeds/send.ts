import type { Context } from "hono";
import type { Part, Publication } from "../../../db/index.ts";
import type { AnswerSchema } from "../endpoint.ts";
import { FEED_FORMATS, type FeedFormat } from "../feed-links.ts";
import { body, canonicalRequest, send } from "../respond.ts";
import type { Services, Snapshot } from "../services.ts";
import { type FeedEntry, instantOf } from "./entry.ts";
import { pagesOf } from "./pages.ts";

/** The most entries in a calendar: programs do not read calendars page by page. */
const CALENDAR_ENTRIES = 250;

type Query = Parameters<typeof canonicalRequest>[1];

/** What is requested of a feed. */
export interface FeedRequest {
  title: string;
  description: string;
  /** The path without its ending: `/changes`. */
  path: string;
  /** The page for people with the same list: `/changes?class=policy`. */
  home: string;
  /** The filters, for links. */
  query: Query;
  /** Where the previous page ended; calendars have one page. */
  cursor?: number | undefined;
  reminder?: number | undefined;
  /** The most entries as a calendar. Default: 250. */
  calendarEntries?: number;
}

/** Entries of a feed, newest first, and how many there are on all pages. */
export interface FeedPage {
  total: number;
  entries: readonly FeedEntry[];
}

/** Reads a part of the entries. */
type Load = (publication: Publication, part: Part) => Promise<FeedPage>;

/** Answers with a feed. */
export async function sendFeed(
  c: Context,
  s: Services,
  at: Snapshot,
  format: FeedFormat,
  request: FeedRequest,
  load: Load,
): Promise<Response> {
  const { title, description, query, cursor, reminder, calendarEntries = CALENDAR_ENTRIES } = request;
  const path = `${request.path}.${format}`;
  const isCalendar = format === "ics";
  const size = isCalendar ? Math.max(calendarEntries, s.feedEntries) : s.feedEntries;
  const wanted = { ...query, reminder: reminder && `${reminder}d` };
  const self = canonicalRequest(path, { ...wanted, cursor });
  const origin = s.origin.of(c);
  // Feeds contain the server's own origin.
  const key = `${origin} ${self}`;
  const type = `${FEED_FORMATS[format].type}; charset=utf-8`;
  const made = await body(s, at, key, type, async (publication) => {
    const { total, entries } = await load(publication, { cursor, size });
    const about = {
      title,
      description,
      origin,
      name: canonicalRequest(path, wanted),
      self,
      home: request.home,
      pages: pagesOf(path, wanted, total, size, cursor),
      reminder,
      stamp: instantOf(publication.date),
    };
    const { WRITERS } = await import("./writers.ts");
    return WRITERS[format](about, entries);
  });
  return send(c, made);
}

/**
 * What the descriptions of feeds say of their length.
 * @param what what an entry is
 * @param calendarEntries as in {@link FeedRequest}
 */
export const lengthInWords = (
  format: FeedFormat,
  what: string,
  calendarEntries = CALENDAR_ENTRIES,
): string =>
  format === "ics"
    ? `The newest ${calendarEntries} ${what}.`
    : `The newest ${what}, and the others on further pages (${format === "atom" ? "RFC 5005: links `next`, `previous`, `first`, `last`" : "`next_url`"}).`;

/** How a feed is documented as an answer. */
export const feedAnswer = (format: FeedFormat): { answer?: AnswerSchema; mediaType: string } => ({
  ...(format !== "json" && { answer: { type: "string", description: FEED_FORMATS[format].name } }),
  mediaType: FEED_FORMATS[format].type,
});
