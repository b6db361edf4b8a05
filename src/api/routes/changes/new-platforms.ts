import type { Publication, Slice } from "../../../db/index.ts";
import { audience, type Platform } from "../../../model/index.ts";
import { resolve } from "../../../policy/index.ts";
import { presentHeadlineSummary } from "../../answer/present.ts";
import { type Endpoint, endpoint } from "../../http/endpoint.ts";
import { FEED_FORMATS, FEED_NAMES, type FeedFormat, feedOperation } from "../../http/feed-links.ts";
import { type FeedEntry, periodOf } from "../../http/feeds/entry.ts";
import { feedParams } from "../../http/feeds/params.ts";
import { type FeedPage, feedAnswer, lengthInWords, sendFeed } from "../../http/feeds/send.ts";
import { checkDays } from "../../http/period.ts";
import { type Services, snapshotOf } from "../../http/services.ts";
import { changesQuery, filters } from "./query.ts";

const { since, until, category } = filters;
const own = { since, until, category };

/** A platform that is new in the dataset, with what its record says today. */
const entryOf = (platform: Platform, firstId: string, date: string): FeedEntry => ({
  name: `new-platforms/${firstId}`,
  title: `New: ${platform.name}`,
  blocks: [
    presentHeadlineSummary(platform, resolve(platform, audience({ asOf: date }))).sentence,
    platform.summary,
  ],
  path: `/platforms/${platform.id}`,
  period: periodOf(date),
  known: date,
  categories: [platform.category],
});

async function entriesOf(
  s: Services,
  publication: Publication,
  query: Parameters<typeof changesQuery>[1],
  slice: (total: number) => Slice,
): Promise<FeedPage> {
  const wanted = changesQuery(publication.id, { ...query, added: true }, Number.MAX_SAFE_INTEGER);
  const { total, rows } = await s.store.changeGroups(wanted, slice);
  const names = await s.names.of(publication, "platform");
  // A platform that was renamed since has another id today; its entry keeps the first one.
  const added = rows.flatMap(({ platform, date }) =>
    platform === null ? [] : [{ first: platform, now: names.find(platform) ?? platform, date }],
  );
  const records = await s.store.platformsById(
    publication.id,
    added.map(({ now }) => now),
  );
  const entries = added.flatMap(({ first, now, date }) => {
    const record = records.get(now);
    return record ? [entryOf(record, first, date)] : [];
  });
  return { total, entries };
}

const feedIn = (format: FeedFormat): Endpoint =>
  endpoint(
    {
      id: feedOperation("getNewPlatforms", format),
      path: `/new-platforms.${format}`,
      tag: "Versions",
      summary: `Platforms that are new in the dataset, as ${FEED_FORMATS[format].name}`,
      description: `One entry for each platform, on the day of its first release, with its headline for the rest of the world. ${lengthInWords(format, "platforms")}`,
      example: `/new-platforms.${format}?category=messaging`,
      query: { ...own, ...feedParams(format) },
      ...feedAnswer(format),
    },
    async (s, { c, query: { cursor, reminder: _, ...query } }) => {
      checkDays(query);
      const request = {
        title: "AI Data Use: new platforms",
        description: "Platforms that are new in the dataset.",
        path: "/new-platforms",
        home: "/platforms",
        query,
        cursor,
      };
      const load = (publication: Publication, slice: (total: number) => Slice) =>
        entriesOf(s, publication, query, slice);
      return sendFeed(c, s, await snapshotOf(s), format, request, load);
    },
  );

/** /new-platforms.atom, .json and .ics */
export const newPlatformFeeds: readonly Endpoint[] = FEED_NAMES.map(feedIn);
