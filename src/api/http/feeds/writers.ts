import type { FeedFormat } from "../feed-links.ts";
import { atom } from "./atom.ts";
import { calendar } from "./calendar.ts";
import type { FeedWriter } from "./entry.ts";
import { jsonFeed } from "./json-feed.ts";

/** The writer of each feed format. With the libraries for XML and calendars: loaded for the first feed. */
export const WRITERS: Readonly<Record<FeedFormat, FeedWriter>> = { atom, json: jsonFeed, ics: calendar };
