import { addDays, firstDay, lastDay } from "../../../model/index.ts";

/** A paragraph, or the items of a list. Plain text: each format escapes it in its own place. */
export type Block = string | readonly string[];

/** Days, from the first to before the last. */
export interface Period {
  /** `YYYY-MM-DD`. */
  from: string;
  /** The first day that is not in it, `YYYY-MM-DD`. */
  until: string;
}

/** The days that a date can mean: a month's or a year's, where only that is known. */
export const periodOf = (date: string): Period => ({
  from: firstDay(date),
  until: addDays(lastDay(date), 1),
});

/** An entry of a feed or calendar. */
export interface FeedEntry {
  /** Its name, which never changes: `changes/2026.11.2/platforms/linkedin`. */
  name: string;
  title: string;
  blocks: readonly Block[];
  /** The page for people that it links to: a path, with the place on the page. */
  path: string;
  /** The page about what it is about, where that is another one. */
  about?: string;
  /** Its days in a calendar. */
  period: Period;
  /** `YYYY-MM-DD`: the day of the entry in a feed; never in the future, and the same on every day. */
  known: string;
  categories: readonly string[];
}

/** The pages of a feed (RFC 5005), each a canonical request; null where there is none. */
export interface FeedPages {
  /** The page with the newest entries, for the other pages. */
  current: string | null;
  first: string;
  previous: string | null;
  next: string | null;
  last: string;
}

/** What a feed is about, and where it is. */
export interface FeedAbout {
  title: string;
  description: string;
  origin: string;
  /** The name of the feed, which its permanent id is made from: its canonical request without a page. */
  name: string;
  /** The canonical request of this page. */
  self: string;
  /** The page for people with the same list: `/changes?class=policy`. */
  home: string;
  pages: FeedPages;
  /** How many days before an entry a calendar reminds of it. */
  reminder?: number | undefined;
  /** The instant of the data (RFC 3339), so that the same data gives the same bytes. */
  stamp: string;
}

/** The newest day on which an entry became known; the epoch without entries, so that caches work. */
export const updatedOf = (entries: readonly FeedEntry[]): string =>
  entries.reduce((newest, { known }) => (known > newest ? known : newest), "1970-01-01");

/** A day as an instant (RFC 3339). */
export const instantOf = (day: string): string => `${day}T00:00:00Z`;

/** The id of an entry on a page, for links. */
export const anchorOf = (name: string): string => name.replaceAll(/[^\w-]/g, "-");

/** Blocks as plain text: paragraphs with an empty line between them, items with a dash. */
export const textOf = (blocks: readonly Block[]): string =>
  blocks
    .map((block) => (typeof block === "string" ? block : block.map((item) => `- ${item}`).join("\n")))
    .join("\n\n");

/** A writer of one format. */
export type FeedWriter = (about: FeedAbout, entries: readonly FeedEntry[]) => string;
