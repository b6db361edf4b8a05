import type * as z from "zod";
import { eventDate, onDateInWords } from "../../../language/en/index.ts";
import {
  copyUrl,
  firstDay,
  lastDay,
  type Operator,
  type Platform,
  type PlatformEvent,
} from "../../../model/index.ts";
import { cite, sortDay } from "../../../policy/index.ts";
import { periodOf } from "../../http/feeds/entry.ts";
import { presentEvent } from "../../record/present.ts";
import type { Found } from "./query.ts";
import type { platformEventSchema } from "./schema.ts";

type Out = z.infer<typeof platformEventSchema>;

/** The name of an event as an entry, which its place on a page is named after too. */
export const eventName = (platform: string, event: string): string => `events/${platform}/${event}`;

/** `YYYY`, `YYYY-MM` or `YYYY-MM-DD`. */
export const precisionOf = (date: string): Out["precision"] =>
  date.length === 4 ? "year" : date.length === 7 ? "month" : "day";

/**
 * The day on which an event became known, for feeds: its own, or for what is still to come the first on which it
 * was announced, observed or reported. Never after `latest`.
 * @param latest the day of the data; also the day of an event whose dates are all later
 */
export function knownDay({ dates }: PlatformEvent, latest: string): string {
  const { announced, observed, reported } = dates;
  const before = [announced, observed, reported]
    .filter((date) => date !== undefined)
    .map(firstDay)
    .filter((day) => day <= latest)
    .sort();
  const day = sortDay(dates);
  return day <= latest ? day : (before[0] ?? latest);
}

function sourcesOf(event: PlatformEvent, platform: Platform, operator: Operator | undefined): Out["sources"] {
  const cited = event.evidence.flatMap((ref) => cite(ref, platform, operator) ?? []);
  const sources = cited.map(({ source, passage }) => {
    const copy = passage && source.copies?.[passage.copy];
    return { title: source.title, url: source.url, archived: copy ? copyUrl(copy) : null };
  });
  return [...new Map(sources.map((s) => [`${s.url} ${s.archived}`, s])).values()];
}

/** An event of a platform, with the documents that show it. */
export const presentPlatformEvent = ({ event, platform, operator, day }: Found, today: string): Out => ({
  id: `${platform.id}/${event.id}`,
  platform: { id: platform.id, name: platform.name, category: platform.category },
  day,
  precision: precisionOf(eventDate(event.dates)),
  period: periodOf(eventDate(event.dates)),
  when: onDateInWords(eventDate(event.dates)),
  upcoming: event.dates.effective !== undefined && lastDay(event.dates.effective) >= today,
  event: presentEvent(event),
  sources: sourcesOf(event, platform, operator),
});
