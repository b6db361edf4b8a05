import type { z } from "@hono/zod-openapi";
import {
  copyUrl,
  firstDay,
  lastDay,
  type Operator,
  type Platform,
  type PlatformEvent,
} from "../../../model/index.ts";
import { cite, sortDay } from "../../../policy/index.ts";
import { presentEvent } from "../../record/present.ts";
import type { Found } from "./query.ts";
import type { platformEventSchema } from "./schema.ts";

type Out = z.infer<typeof platformEventSchema>;

/** The date that gives the day by which an event is put in order. */
function dateOf({ dates }: PlatformEvent): string {
  const { effective, observed, reported, announced } = dates;
  const seen = [observed, reported]
    .filter((date) => date !== undefined)
    .toSorted((a, b) => lastDay(a).localeCompare(lastDay(b)));
  return effective ?? seen[0] ?? announced ?? "";
}

/** `YYYY`, `YYYY-MM` or `YYYY-MM-DD`. */
const precisionOf = (date: string): Out["precision"] =>
  date.length === 4 ? "year" : date.length === 7 ? "month" : "day";

/** The day on which an event became known, for feeds; not later than `today`. */
export function knownDay({ dates }: PlatformEvent, today: string): string {
  const day = sortDay(dates);
  if (day <= today) return day;
  const announced = dates.announced === undefined ? today : firstDay(dates.announced);
  return announced <= today ? announced : today;
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
  precision: precisionOf(dateOf(event)),
  upcoming: event.dates.effective !== undefined && firstDay(event.dates.effective) > today,
  event: presentEvent(event),
  sources: sourcesOf(event, platform, operator),
});
