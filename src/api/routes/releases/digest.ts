import type { ChangeCount, Part, Publication, Release } from "../../../db/index.ts";
import { countInWords, listInWords } from "../../../language/en/index.ts";
import type { ChangeClass } from "../../../model/index.ts";
import { fullStop, joinPresent } from "../../../text/lists.ts";
import { type Endpoint, endpoint } from "../../http/endpoint.ts";
import { FEED_FORMATS, FEED_NAMES, type FeedFormat, feedOperation } from "../../http/feed-links.ts";
import { type Block, type FeedEntry, periodOf } from "../../http/feeds/entry.ts";
import { feedParams } from "../../http/feeds/params.ts";
import { type FeedPage, feedAnswer, lengthInWords, sendFeed } from "../../http/feeds/send.ts";
import { type Services, snapshotOf } from "../../http/services.ts";

/** The words over the records with changes of a class, the most important class first. */
const CLASSES: Readonly<Record<ChangeClass, string>> = {
  policy: "Changes by platforms",
  correction: "Corrections of our records",
  evidence: "New evidence",
  editorial: "Wording and other edits",
};

/** The records with changes of a class, in one paragraph: `Corrections of our records: Airbnb (1), LinkedIn (3).` */
function ofClass(name: ChangeClass, counts: readonly ChangeCount[]): Block[] {
  const found = counts.filter((c) => c.class === name && !c.added);
  const records = found.map((c) => `${c.name} (${c.changes})`);
  return records.length === 0 ? [] : [`${CLASSES[name]}: ${records.join(", ")}.`];
}

/** How many records are new and changed: `13 new platforms, 56 records changed`. */
function summary(counts: readonly ChangeCount[]): string {
  const added = new Set(counts.filter((c) => c.added).map((c) => c.record));
  const platforms = [...added].filter((record) => record.startsWith("platforms/")).length;
  const changed = new Set(counts.filter((c) => !added.has(c.record)).map((c) => c.record)).size;
  return listInWords([
    ...(platforms > 0 ? [countInWords(platforms, "new platform")] : []),
    ...(changed > 0 ? [`${countInWords(changed, "record")} changed`] : []),
  ]);
}

function entryOf({ version, date, notes }: Release, counts: readonly ChangeCount[]): FeedEntry {
  const added = counts.filter((c) => c.added && c.record.startsWith("platforms/")).map((c) => c.name);
  return {
    name: `releases/${version}`,
    title: joinPresent([`Release ${version}`, summary(counts)], ": "),
    blocks: [
      ...(notes.written === null ? [] : [fullStop(notes.written)]),
      ...(added.length > 0 ? [`New platforms: ${added.join(", ")}.`] : []),
      ...(Object.keys(CLASSES) as ChangeClass[]).flatMap((name) => ofClass(name, counts)),
    ],
    path: `/releases/${version}`,
    period: periodOf(date),
    known: date,
    categories: ["release"],
  };
}

/** Releases up to a publication as entries, newest first. */
export async function releaseEntries(s: Services, publication: Publication, part: Part): Promise<FeedPage> {
  const { total, releases, counts } = await s.store.countedReleases(publication.id, part);
  const of = Map.groupBy(counts, (c) => c.version);
  return { total, entries: releases.map((r) => entryOf(r, of.get(r.version) ?? [])) };
}

const feedIn = (format: FeedFormat): Endpoint =>
  endpoint(
    {
      id: feedOperation("getReleases", format),
      path: `/releases.${format}`,
      tag: "Versions",
      summary: `A summary of each release, as ${FEED_FORMATS[format].name}`,
      description: `A digest: one entry for each release, with its notes, the new platforms, and the records that changed, by class. ${lengthInWords(format, "releases")} /changes has the changes themselves.`,
      example: `/releases.${format}`,
      query: feedParams(format),
      ...feedAnswer(format),
    },
    async (s, { c, query: { cursor } }) => {
      const request = {
        title: "AI Data Use: releases",
        description: "What each release of the dataset brought.",
        path: "/releases",
        home: "/releases",
        query: {},
        cursor,
      };
      return sendFeed(c, s, await snapshotOf(s), format, request, (publication, part) =>
        releaseEntries(s, publication, part),
      );
    },
  );

/** /releases.atom, .json and .ics */
export const releaseFeeds: readonly Endpoint[] = FEED_NAMES.map(feedIn);
