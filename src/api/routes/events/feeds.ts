import { z } from "@hono/zod-openapi";
import { eventDatesInWords } from "../../../language/en/index.ts";
import { joinPresent } from "../../../text/lists.ts";
import { type Endpoint, endpoint } from "../../http/endpoint.ts";
import {
  FEED_FORMATS,
  FEED_NAMES,
  type FeedFormat,
  feedLinks,
  feedOperation,
} from "../../http/feed-links.ts";
import { type FeedAbout, type FeedEntry, writeFeed } from "../../http/feeds.ts";
import { body, send } from "../../http/respond.ts";
import { snapshotOf } from "../../http/services.ts";
import { deadlines } from "./deadlines.ts";
import { knownDay } from "./present.ts";
import { eventsOf, type Found, filters, filtersOf, upcomingPlatforms } from "./query.ts";

/** How many entries a feed holds. */
const ENTRIES = 100;

const entryOf = ({ event, platform, day }: Found, today: string): FeedEntry => ({
  name: `events/${platform.id}/${event.id}`,
  title: `${platform.name}: ${event.title}`,
  text: joinPresent([`${eventDatesInWords(event)}.`, event.detail ?? event.title]),
  path: `/platforms/${platform.id}/history`,
  day,
  known: knownDay(event, today),
  categories: [event.type],
});

const feedIn = (format: FeedFormat): Endpoint =>
  endpoint(
    {
      id: feedOperation("getEvents", format),
      path: `/events.${format}`,
      tag: "Events",
      summary: `What platforms did and will do, as ${FEED_FORMATS[format].name}`,
      description: `The newest ${ENTRIES} events, with the filters of /events.${format === "ics" ? " Also the last days of controls that end." : ""} What we edited is in the feeds of /changes.`,
      example: `/events.${format}?region=DE`,
      query: filters,
      answer: z.any().openapi({
        type: format === "json" ? "object" : "string",
        description: FEED_FORMATS[format].name,
      }),
      mediaType: FEED_FORMATS[format].type,
    },
    async (s, { c, query }) => {
      const at = await snapshotOf(s, query.release);
      const { origin } = new URL(c.req.url);
      const links = feedLinks("/events", filtersOf(query));
      const type = `${FEED_FORMATS[format].type}; charset=utf-8`;
      // Feeds contain the server's own address.
      const made = await body(s, at, `${origin} ${links[format]}`, type, async (publication) => {
        const state = { publication, today: at.today };
        const { items } = await eventsOf(s, state, query, { limit: ENTRIES });
        const entries = items.map((found) => entryOf(found, at.today));
        const about: FeedAbout = {
          title: "AI Data Use: what platforms did",
          description: "How platforms' use of people's data to train AI changed, and will change.",
          origin,
          self: links[format],
          alternates: links,
        };
        const ends =
          format === "ics" ? deadlines(await upcomingPlatforms(s, state, query), query, at.today) : [];
        return writeFeed(format, about, [...entries, ...ends], `${publication.date}T00:00:00Z`);
      });
      return send(c, made);
    },
  );

/** /events.atom, .json and .ics */
export const eventFeeds: readonly Endpoint[] = FEED_NAMES.map(feedIn);
