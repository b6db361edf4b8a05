import { answerTo, type NewPlatform, type Part, type Publication } from "../../../db/reading.ts";
import { audience } from "../../../model/index.ts";
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
const entryOf = ({ id, firstId, date, name, category, summary, answers }: NewPlatform): FeedEntry => ({
  name: `new-platforms/${firstId}`,
  title: `New: ${name}`,
  blocks: [answerTo(answers, audience({ asOf: date })).headline.sentence, summary],
  path: `/platforms/${id}`,
  period: periodOf(date),
  known: date,
  categories: [category],
});

async function entriesOf(
  s: Services,
  publication: Publication,
  query: Parameters<typeof changesQuery>[1],
  part: Part,
): Promise<FeedPage> {
  const wanted = changesQuery(publication.id, query, Number.MAX_SAFE_INTEGER);
  const { total, platforms } = await s.store.newPlatforms(wanted, part);
  return { total, entries: platforms.map(entryOf) };
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
      const load = (publication: Publication, part: Part) => entriesOf(s, publication, query, part);
      return sendFeed(c, s, await snapshotOf(s), format, request, load);
    },
  );

/** /new-platforms.atom, .json and .ics */
export const newPlatformFeeds: readonly Endpoint[] = FEED_NAMES.map(feedIn);
