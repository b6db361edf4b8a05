import { z } from "@hono/zod-openapi";
import {
  CATEGORY,
  EVENT_TYPE,
  type Operator,
  type Platform,
  type PlatformEvent,
  regionIn,
} from "../../../model/index.ts";
import { sortDay } from "../../../policy/index.ts";
import { regionParam } from "../../http/audience.ts";
import { dayParam, platformsParam, releaseParam, termsParam } from "../../http/params.ts";
import type { Services, Snapshot } from "../../http/services.ts";
import { isUpcoming } from "./present.ts";

/** The filters of /events. */
export const filters = {
  platform: platformsParam,
  category: termsParam(CATEGORY, "category", "What the platform mainly is.", "social-network"),
  type: termsParam(EVENT_TYPE, "type", "What happened.", "terms-changed"),
  region: regionParam,
  since: dayParam("since", "On this day or later."),
  until: dayParam("until", "Before this day."),
  upcoming: z
    .enum(["true", "false"], "is not true or false.")
    .transform((text) => text === "true")
    .optional()
    .openapi({
      type: "string",
      enum: ["true", "false"],
      example: "true",
      param: {
        name: "upcoming",
        in: "query",
        description: "true: only what is still to come; false: only what has happened. Default: both.",
      },
    }),
  release: releaseParam,
};

/** The filters of a request. */
export type Filters = Partial<z.infer<z.ZodObject<typeof filters>>>;

/** Only the filters of a query, for canonical requests. */
export const filtersOf = ({
  upcoming,
  ...query
}: Filters): Record<string, string | string[] | undefined> => ({
  ...Object.fromEntries(Object.entries(query).filter(([key]) => key in filters)),
  upcoming: upcoming === undefined ? undefined : String(upcoming),
});

/** Does a condition concern people in this place? A condition without regions concerns everyone. */
export const concerns = (
  when: { regions?: readonly string[] | undefined } | undefined,
  region: string | undefined,
) => region === undefined || when?.regions === undefined || regionIn(region, when.regions);

/** Is a day within the requested ones? */
export const isWithin = (day: string, { since, until }: Pick<Filters, "since" | "until">): boolean =>
  (since === undefined || day >= since) && (until === undefined || day < until);

/** An event with the records that it belongs to. */
export interface Found {
  event: PlatformEvent;
  platform: Platform;
  operator: Operator | undefined;
  /** The day that orders it. */
  day: string;
}

/** The platforms that the filters leave. */
export const wantedPlatform = (platform: Platform, query: Filters): boolean =>
  (query.platform?.includes(platform.id) ?? true) && (query.category?.includes(platform.category) ?? true);

const wantedEvent = ({ event, day }: Found, query: Filters, today: string): boolean =>
  (query.type?.includes(event.type) ?? true) &&
  concerns(event.when, query.region) &&
  isWithin(day, query) &&
  (query.upcoming === undefined || isUpcoming(event, today) === query.upcoming);

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** The order of events: newest first, then by platform and event. */
export const inOrder = (a: Found, b: Found): number =>
  byText(b.day, a.day) || byText(a.platform.id, b.platform.id) || byText(a.event.id, b.event.id);

/** The platforms that the filters leave, with their operators. */
export async function platformsFor(
  s: Services,
  { publication }: Snapshot,
  query: Filters,
): Promise<{ platform: Platform; operator: Operator | undefined }[]> {
  const operators = new Map(
    (await s.store.operators(publication.id)).map(({ operator }) => [operator.id, operator]),
  );
  const found = [];
  for await (const platform of s.store.platformRecords(publication.id))
    if (wantedPlatform(platform, query)) found.push({ platform, operator: operators.get(platform.operator) });
  return found;
}

/** The events of all platforms that match, newest first. */
export const eventsOf = (
  platforms: Awaited<ReturnType<typeof platformsFor>>,
  query: Filters,
  today: string,
): Found[] =>
  platforms
    .flatMap(({ platform, operator }) =>
      platform.events.map((event) => ({ event, platform, operator, day: sortDay(event.dates) })),
    )
    .filter((found) => wantedEvent(found, query, today))
    .sort(inOrder);
