import type { z } from "@hono/zod-openapi";
import { Feed } from "feed";
import ical, { ICalCalendarMethod } from "ical-generator";
import { ATTRIBUTION } from "../../../model/index.ts";
import { permanentId } from "./ids.ts";
import type { changeSchema } from "./schema.ts";
import type { Upcoming } from "./upcoming.ts";

type Change = z.infer<typeof changeSchema>;

/** The address of a feed, and its date. */
export interface FeedAbout {
  origin: string;
  /** The canonical request of this feed. */
  self: string;
  alternates: { atom: string; json: string };
  /** The day of the newest change; null without changes. */
  updated: string | null;
}

const TITLE = "AI Data Use: changes";
const midnight = (day: string): Date => new Date(`${day}T00:00:00Z`);
const link = (origin: string, c: Change): string =>
  `${origin}${c.platform ? `/platforms/${c.platform}/history` : `/operators/${c.operator}`}`;
const changeId = (c: Change): string => permanentId(`changes/${c.id}`);
const title = (c: Change): string => `${c.name} (${c.class}): ${c.summary}`;

/** A feed of changes, for the library that writes its formats. Without entries its date is the epoch, so that caches work. */
function feedOf({ origin, self, alternates, updated }: FeedAbout, changes: readonly Change[]): Feed {
  const feed = new Feed({
    id: permanentId(`feeds${self}`),
    title: TITLE,
    description: "Changes in how platforms use people's data to train AI.",
    link: origin,
    updated: midnight(updated ?? "1970-01-01"),
    generator: false,
    copyright: ATTRIBUTION,
    feedLinks: { atom: `${origin}${alternates.atom}`, json: `${origin}${alternates.json}` },
    author: { name: "AI Data Use contributors" },
  });
  for (const c of changes)
    feed.addItem({
      id: changeId(c),
      title: title(c),
      link: link(origin, c),
      date: midnight(c.date),
      published: midnight(c.date),
      description: c.summary,
      category: [
        { name: c.class, term: c.class },
        ...(c.purpose ? [{ name: c.purpose, term: c.purpose }] : []),
      ],
    });
  return feed;
}

/** Changes as Atom (RFC 4287). */
export const atomFeed = (about: FeedAbout, changes: readonly Change[]): string =>
  `${feedOf(about, changes).atom1()}\n`;

/** Changes as JSON Feed 1.1. The library writes version 1, which differs in the authors. */
export function jsonFeed(about: FeedAbout, changes: readonly Change[]): string {
  const { author, ...feed } = JSON.parse(feedOf(about, changes).json1()) as Record<string, unknown> & {
    author?: object;
    items?: Record<string, unknown>[];
  };
  return `${JSON.stringify({ ...feed, version: "https://jsonfeed.org/version/1.1", authors: author ? [author] : [], feed_url: `${about.origin}${about.self}`, items: feed.items ?? [] })}\n`;
}

/**
 * Changes as a calendar (RFC 5545): what was released, on the day of its release, and what
 * is announced for future days.
 * @param stamp the instant of the data, so that the same data gives the same bytes
 */
export function calendar(
  { origin }: FeedAbout,
  changes: readonly Change[],
  announced: readonly Upcoming[],
  stamp: string,
): string {
  const cal = ical({
    name: TITLE,
    prodId: { company: "AI Data Use", product: "changes", language: "EN" },
    method: ICalCalendarMethod.PUBLISH,
  });
  const add = (uid: string, day: string, summary: string, description: string, url: string) =>
    cal.createEvent({
      id: uid,
      start: midnight(day),
      allDay: true,
      stamp: new Date(stamp),
      summary,
      description,
      url,
    });
  for (const c of changes) add(changeId(c), c.date, title(c), c.summary, link(origin, c));
  for (const { id, day, platform, title: what, detail } of announced)
    add(
      permanentId(id),
      day,
      `${platform.name}: ${what}`,
      detail,
      `${origin}/platforms/${platform.id}/opt-out`,
    );
  return `${cal.toString()}\r\n`;
}
