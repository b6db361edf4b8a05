import * as z from "zod";
import type { EventsQuery } from "../../../db/index.ts";
import {
  CATEGORY,
  EVENT_TYPE,
  type Operator,
  type Platform,
  type PlatformEvent,
  regionIn,
} from "../../../model/index.ts";
import { show } from "../../../text/show.ts";
import { regionParam } from "../../http/audience.ts";
import { documented } from "../../http/documented.ts";
import { meanings } from "../../http/meanings.ts";
import { meaning } from "../../http/meant.ts";
import { periodParams, platformsParam, termsParam } from "../../http/params.ts";
import { wantedOf as recordsOf } from "../../http/records.ts";
import { reject } from "../../http/reject.ts";
import { releaseParam } from "../../http/release-param.ts";
import type { Services, Snapshot } from "../../http/services.ts";

/** A parameter that takes true or false. */
const flagParam = (name: string, description: string) =>
  documented(
    z
      .string()
      .transform((text, ctx): boolean =>
        text === "true" || text === "false"
          ? text === "true"
          : reject(ctx, `${show(text)} is not true or false.`, {
              meant: async () => meaning((await meanings()).wordMeant(name, text, ["true", "false"])),
            }),
      )
      .optional(),
    { name, description, value: { form: { type: "boolean" } } },
  );

/** The filters of /events. */
export const filters = {
  platform: platformsParam,
  category: termsParam(CATEGORY, "category", "What the platform mainly is.", "social-network"),
  type: termsParam(EVENT_TYPE, "type", "What happened.", "terms-changed"),
  region: regionParam,
  ...periodParams("On this day or later.", "Before this day."),
  upcoming: flagParam(
    "upcoming",
    "true: only what takes effect today or later, or in a month or year that is not over; false: only the rest. Default: both.",
  ),
  release: releaseParam,
};

/** The filters of a request. */
export type Filters = Partial<z.infer<z.ZodObject<typeof filters>>>;

/** Only the filters of a query, for canonical requests. */
export const filtersOf = ({
  upcoming,
  ...query
}: Filters): Record<string, string | string[] | undefined> => ({
  ...Object.fromEntries(Object.entries(query).filter(([key]) => Object.hasOwn(filters, key))),
  upcoming: upcoming === undefined ? undefined : String(upcoming),
});

/** Does a condition concern people in this place? A condition without regions concerns everyone. */
export const concerns = (
  when: { regions?: readonly string[] | undefined } | undefined,
  region: string | undefined,
) => region === undefined || when?.regions === undefined || regionIn(region, when.regions);

/** An event with the records that it belongs to. */
export interface Found {
  event: PlatformEvent;
  platform: Platform;
  operator: Operator | undefined;
  /** The day that orders it. */
  day: string;
}

/** The filters as the query layer takes them. */
export function eventsQuery(query: Filters, today: string, page: EventsQuery["page"]): EventsQuery {
  const { upcoming, platform, category, type, region, since, until } = query;
  return {
    ...{ platform, category, type, region, since, until, page },
    upcoming: upcoming === undefined ? undefined : { from: today, only: upcoming },
  };
}

/** A page of the events that match, newest first, and how many match in all. */
export async function eventsOf(
  s: Services,
  { publication, today }: Pick<Snapshot, "publication" | "today">,
  query: Filters,
  page: EventsQuery["page"],
): Promise<{ items: Found[]; total: number; more: boolean }> {
  const known = s.records.known(publication);
  const { items, others, total, more } = await s.store.eventsWithPlatforms(
    recordsOf(publication),
    eventsQuery(query, today, page),
    known.ids,
  );
  const records = known.take(others);
  return {
    total,
    more,
    items: items.flatMap(({ event, day, platform: { id } }) => {
      const entry = records.get(id);
      return entry ? [{ event, day, platform: entry.platform, operator: entry.operator }] : [];
    }),
  };
}

/** The wanted ones among some platforms. */
export const wantedOf = (
  platforms: readonly Platform[],
  query: Pick<Filters, "platform" | "category">,
): Platform[] =>
  platforms
    .filter((p) => query.platform?.includes(p.id) ?? true)
    .filter((p) => query.category?.includes(p.category) ?? true);
