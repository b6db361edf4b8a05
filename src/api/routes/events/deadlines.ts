import { addDays, firstDay, type Platform } from "../../../model/index.ts";
import type { FeedEntry } from "../../http/feeds.ts";
import { concerns, type Filters, isWithin } from "./query.ts";

/** The last days of controls that end, as far as they are still to come, in order. */
export function deadlines(platforms: readonly Platform[], query: Filters, today: string): FeedEntry[] {
  if (query.type !== undefined || query.upcoming === false) return [];
  return platforms
    .flatMap((platform) =>
      platform.controls.flatMap((c): FeedEntry[] => {
        if (c.when?.until === undefined || !concerns(c.when, query.region)) return [];
        const what = `Last day for “${c.name}”`;
        return [
          {
            name: `deadlines/${platform.id}/${c.id}`,
            title: `${platform.name}: ${what}`,
            text: c.note ?? what,
            path: `/platforms/${platform.id}/opt-out`,
            day: addDays(firstDay(c.when.until), -1),
            known: today,
            categories: ["deadline"],
          },
        ];
      }),
    )
    .filter(({ day }) => day > today && isWithin(day, query))
    .sort((a, b) => a.day.localeCompare(b.day) || a.name.localeCompare(b.name));
}
