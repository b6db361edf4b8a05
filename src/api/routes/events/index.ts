import { decodeCursor, encodeCursor } from "../../http/cursor.ts";
import { cursorParam } from "../../http/cursor-params.ts";
import { endpoint } from "../../http/endpoint.ts";
import { meta } from "../../http/envelope.ts";
import { feedHeader, feedLinks } from "../../http/feed-links.ts";
import { limitParam, PAGE } from "../../http/params.ts";
import { checkDays } from "../../http/period.ts";
import { answer, canonicalRequest } from "../../http/respond.ts";
import { snapshotOf } from "../../http/services.ts";
import { eventFeeds } from "./feeds.ts";
import { presentPlatformEvent } from "./present.ts";
import { eventsOf, type Found, filters, filtersOf } from "./query.ts";
import { upcomingEndpoint } from "./upcoming-endpoint.ts";

/** The order of the list, which its cursors name. */
const ORDER = "-day";

const idOf = ({ platform, event }: Found): string => `${platform.id}/${event.id}`;

/** Where the previous page ended. @throws {Problem} `unknown-page` for a cursor that is not of this list */
function after(cursor: string | undefined): { day: string; platform: string; id: string } | undefined {
  if (cursor === undefined) return undefined;
  const { key, id } = decodeCursor(cursor, ORDER);
  const [platform = "", event = ""] = id.split("/");
  return { day: String(key), platform, id: event };
}

const list = endpoint(
  {
    id: "listEvents",
    path: "/events",
    tag: "Events",
    summary: "What platforms did and will do, newest first",
    description:
      "Events of all platforms, each with its day, how precisely that is known, and the documents that show it. Subscribe to /events.atom, /events.json (JSON Feed 1.1) or /events.ics (calendar, with the last days of controls that end) to learn what platforms do. /changes is different: it lists our own edits of the records, corrections and new evidence included.",
    about: "What platforms did and will do; as feeds: /events.atom, /events.json, /events.ics.",
    example: "/events?region=DE",
    query: { ...filters, limit: limitParam, cursor: cursorParam },
  },
  async (s, { c, path, query }) => {
    checkDays(query);
    const at = await snapshotOf(s, query.release);
    const limit = query.limit ?? PAGE;
    const wanted = filtersOf(query);
    const request = { ...wanted, limit, cursor: query.cursor };
    const self = canonicalRequest(path, request);
    const compute = async (publication: typeof at.publication) => {
      const page = { limit, after: after(query.cursor) };
      const { items, total, more } = await eventsOf(s, { publication, today: at.today }, query, page);
      const last = items.at(-1);
      const next =
        last && more
          ? canonicalRequest(path, {
              ...request,
              cursor: encodeCursor({ sort: ORDER, key: last.day, id: idOf(last) }),
            })
          : null;
      return {
        meta: meta(publication, { self, ...(next ? { next } : {}), ...feedLinks("/events", wanted) }),
        total,
        next,
        items: items.map((e) => presentPlatformEvent(e, at.today)),
      };
    };
    return answer(c, s, at, self, compute, feedHeader(["/events"], wanted));
  },
);

/** /events and its feeds, and /upcoming */
export const eventEndpoints = [list, ...eventFeeds, upcomingEndpoint];
