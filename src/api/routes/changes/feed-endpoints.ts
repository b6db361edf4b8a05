import { type Endpoint, endpoint, type Request } from "../../http/endpoint.ts";
import { FEED_FORMATS, FEED_NAMES, type FeedFormat, feedOperation } from "../../http/feed-links.ts";
import { type FeedParams, feedParams } from "../../http/feeds/params.ts";
import { feedAnswer, lengthInWords, sendFeed } from "../../http/feeds/send.ts";
import { checkPlatform, platformErrors } from "../../http/find.ts";
import { idParam } from "../../http/params.ts";
import { checkDays } from "../../http/period.ts";
import { canonicalRequest } from "../../http/respond.ts";
import { type Services, type Snapshot, snapshotOf } from "../../http/services.ts";
import { changeEntries } from "./entries.ts";
import { type Filters, filters, filtersOf, platformFilters } from "./query.ts";

/** Which feed is requested. */
interface FeedOf {
  format: FeedFormat;
  /** The path of the list: `/changes`, or a platform's own. */
  path: string;
  query: Filters & FeedParams;
  /** The filters to apply: those of the query, and the platform where the path names one. */
  wanted: Filters;
}

/** The most entries in a calendar of changes: each has many, and costs more than an event. */
const CALENDAR_ENTRIES = 100;

function feed(
  s: Services,
  { c }: Pick<Request<unknown>, "c">,
  at: Snapshot,
  { format, path, query, wanted }: FeedOf,
): Promise<Response> {
  checkDays(query);
  const request = {
    title: "AI Data Use: changes to the dataset",
    description: "Edits of the records: what was added, corrected or changed, release by release.",
    path,
    home: canonicalRequest("/changes", filtersOf(wanted)),
    query: filtersOf(query),
    cursor: query.cursor,
    calendarEntries: CALENDAR_ENTRIES,
  };
  return sendFeed(c, s, at, format, request, async (publication, part) => {
    return changeEntries(s, publication, wanted, part);
  });
}

/** What the feeds of one format have in common. `of` completes "What we edited". */
const headOf = (format: FeedFormat, of: string) => ({
  tag: "Versions",
  summary: `What we edited${of}, as ${FEED_FORMATS[format].name}`,
  description: `One entry for each record and release, with its changes in words: what the platform changed first, then corrections, evidence and wording. With the filters of /changes. ${lengthInWords(format, "entries", CALENDAR_ENTRIES)} What platforms did is in the feeds of /events.`,
  ...feedAnswer(format),
});

const ofAll = (format: FeedFormat): Endpoint =>
  endpoint(
    {
      ...headOf(format, ""),
      id: feedOperation("getChanges", format),
      path: `/changes.${format}`,
      example: `/changes.${format}?class=policy`,
      query: { ...filters, ...feedParams(format) },
    },
    async (s, { c, query }) =>
      feed(s, { c }, await snapshotOf(s, query.release), { format, path: "/changes", query, wanted: query }),
  );

const ofPlatform = (format: FeedFormat): Endpoint =>
  endpoint(
    {
      ...headOf(format, " in one record"),
      id: feedOperation("getPlatformChanges", format),
      path: `/platforms/{id}/changes.${format}`,
      example: `/platforms/linkedin/changes.${format}?class=policy`,
      params: idParam("platform", "linkedin"),
      query: { ...platformFilters, ...feedParams(format) },
      errors: platformErrors,
    },
    async (s, { c, id, query }) => {
      const at = await snapshotOf(s, query.release, ["platform"]);
      await checkPlatform(s, at.publication, id);
      const wanted = { ...query, platform: [id] };
      return feed(s, { c }, at, { format, path: `/platforms/${id}/changes`, query, wanted });
    },
  );

/** /changes.atom, .json and .ics, and those of each platform */
export const feedEndpoints: readonly Endpoint[] = FEED_NAMES.flatMap((f) => [ofAll(f), ofPlatform(f)]);
