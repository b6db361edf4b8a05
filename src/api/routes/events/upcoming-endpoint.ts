import { onDateInWords } from "../../../language/en/index.ts";
import { addDays } from "../../../model/index.ts";
import { endpoint } from "../../http/endpoint.ts";
import { meta } from "../../http/envelope.ts";
import { daysParam } from "../../http/feeds/params.ts";
import { answer, canonicalRequest } from "../../http/respond.ts";
import { snapshotOf } from "../../http/services.ts";
import { precisionOf } from "./present.ts";
import { filters, wantedOf } from "./query.ts";
import { daysUntil, type UpcomingItem, upcomingOf } from "./upcoming.ts";

/** How many days ahead are listed where the request does not say. */
const WITHIN = 30;

const { platform, category, region } = filters;

const presentUpcoming = (item: UpcomingItem, today: string) => {
  const { id, kind, platform: of, date, period, title, regions } = item;
  return {
    id,
    kind,
    platform: { id: of.id, name: of.name, category: of.category },
    day: period.from,
    days: daysUntil(item, today),
    precision: precisionOf(date),
    period,
    when: onDateInWords(date),
    title,
    regions,
  };
};

/** /upcoming */
export const upcomingEndpoint = endpoint(
  {
    id: "listUpcoming",
    path: "/upcoming",
    tag: "Events",
    summary: "What begins or ends within some days, the nearest first",
    description:
      "Events that take effect, controls that become available or end (deadlines), and rules that begin or end: those of today, and of the days that `within` gives. /events.ics has the events and deadlines as a calendar, with `reminder=7d` also with reminders.",
    about: "What begins or ends soon: events, deadlines, rules.",
    example: "/upcoming?within=90d",
    query: {
      platform,
      category,
      region,
      within: daysParam("within", `How many days ahead. Default: ${WITHIN}d.`, "30d"),
    },
  },
  async (s, { c, path, query }) => {
    const at = await snapshotOf(s);
    const within = query.within ?? WITHIN;
    const self = canonicalRequest(path, { ...query, within: `${within}d` });
    return answer(c, s, at, self, async (publication) => {
      const platforms = wantedOf(await s.store.upcoming(publication.id, at.today), query);
      const last = addDays(at.today, within);
      const items = upcomingOf(platforms, query, at.today)
        .filter(({ period }) => period.from <= last)
        .map((item) => presentUpcoming(item, at.today));
      return {
        meta: meta(publication, { self, calendar: "/events.ics?upcoming=true" }),
        total: items.length,
        next: null,
        items,
      };
    });
  },
);
