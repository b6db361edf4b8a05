import { Feed } from "feed";
import ical, { ICalCalendarMethod } from "ical-generator";
import { ATTRIBUTION } from "../../model/index.ts";
import { permanentId } from "./feed-ids.ts";
import type { FeedFormat } from "./feed-links.ts";

/** What a feed is about, and where it is. */
export interface FeedAbout {
  title: string;
  description: string;
  origin: string;
  /** The canonical request of this feed. */
  self: string;
  alternates: { atom: string; json: string };
}

/** An entry of a feed or calendar. */
export interface FeedEntry {
  /** Its name, which never changes: `changes/2026.11.2/7`. */
  name: string;
  title: string;
  text: string;
  /** The path that it links to. */
  path: string;
  /** `YYYY-MM-DD`: the day in a calendar. */
  day: string;
  /** `YYYY-MM-DD`: the day of the entry in a feed, never in the future. */
  known: string;
  categories: readonly string[];
}

const midnight = (day: string): Date => new Date(`${day}T00:00:00Z`);

/** The newest day on which an entry became known; the epoch without entries, so that caches work. */
const updatedOf = (entries: readonly FeedEntry[]): string =>
  entries.reduce((newest, { known }) => (known > newest ? known : newest), "1970-01-01");

/** A feed for the library that writes its formats. */
function feedOf({ title, description, origin, self, alternates }: FeedAbout, entries: readonly FeedEntry[]) {
  const feed = new Feed({
    id: permanentId(`feeds${self}`),
    title,
    description,
    link: origin,
    updated: midnight(updatedOf(entries)),
    generator: false,
    copyright: ATTRIBUTION,
    feedLinks: { atom: `${origin}${alternates.atom}`, json: `${origin}${alternates.json}` },
    author: { name: "AI Data Use contributors" },
  });
  for (const entry of entries)
    feed.addItem({
      id: permanentId(entry.name),
      title: entry.title,
      link: `${origin}${entry.path}`,
      date: midnight(entry.known),
      published: midnight(entry.known),
      description: entry.text,
      category: entry.categories.map((name) => ({ name, term: name })),
    });
  return feed;
}

/** Atom (RFC 4287). */
const atom = (about: FeedAbout, entries: readonly FeedEntry[]): string =>
  `${feedOf(about, entries).atom1()}\n`;

/** JSON Feed 1.1. The library writes version 1, which differs in the authors. */
function jsonFeed(about: FeedAbout, entries: readonly FeedEntry[]): string {
  const { author, ...feed } = JSON.parse(feedOf(about, entries).json1()) as Record<string, unknown> & {
    author?: object;
    items?: Record<string, unknown>[];
  };
  return `${JSON.stringify({ ...feed, version: "https://jsonfeed.org/version/1.1", authors: author ? [author] : [], feed_url: `${about.origin}${about.self}`, items: feed.items ?? [] })}\n`;
}

/** A calendar (RFC 5545). `stamp`: the instant of the data, so that the same data gives the same bytes. */
function calendar({ title, origin }: FeedAbout, entries: readonly FeedEntry[], stamp: string): string {
  const cal = ical({
    name: title,
    prodId: { company: "AI Data Use", product: "changes", language: "EN" },
    method: ICalCalendarMethod.PUBLISH,
  });
  for (const entry of entries)
    cal.createEvent({
      id: permanentId(entry.name),
      start: midnight(entry.day),
      allDay: true,
      stamp: new Date(stamp),
      summary: entry.title,
      description: entry.text,
      url: `${origin}${entry.path}`,
    });
  return `${cal.toString()}\r\n`;
}

/**
 * Entries in one of the feed formats.
 * @param stamp the instant of the data (RFC 3339)
 */
export function writeFeed(
  format: FeedFormat,
  about: FeedAbout,
  entries: readonly FeedEntry[],
  stamp: string,
): string {
  if (format === "atom") return atom(about, entries);
  return format === "json" ? jsonFeed(about, entries) : calendar(about, entries, stamp);
}
