import { numberCursorParam } from "../../http/cursor-params.ts";
import { endpoint } from "../../http/endpoint.ts";
import { meta } from "../../http/envelope.ts";
import { feedHeader, feedLinks } from "../../http/feed-links.ts";
import { limitParam, PAGE } from "../../http/params.ts";
import { checkDays } from "../../http/period.ts";
import { answer, canonicalRequest } from "../../http/respond.ts";
import { type Snapshot, snapshotOf } from "../../http/services.ts";
import { feedEndpoints } from "./feed-endpoints.ts";
import { newPlatformFeeds } from "./new-platforms.ts";
import { changePresenter } from "./present.ts";
import { changesQuery, filters, filtersOf } from "./query.ts";

const list = endpoint(
  {
    id: "listChanges",
    path: "/changes",
    tag: "Versions",
    summary: "What we edited, newest first",
    description:
      "Our own edits of the records, field by field, as they were released: what platforms changed, and also corrections and new evidence about the past. `answer` says what a release changed in the headline and in the answer by kind of data. The order of a list is a change only where it says something: the steps to a control, and rules where another one answers. The same filters work for the feeds: /changes.atom, /changes.json (JSON Feed 1.1) and /changes.ics (calendar), with one entry for each record and release. /releases.atom has one for each release, /new-platforms.atom one for each new platform. A platform's own feeds are /platforms/{id}/changes.atom, .json and .ics. /events is different: it lists what platforms did and will do.",
    about: "What we edited, with filters; as feeds: /changes.atom, /changes.json, /changes.ics.",
    example: "/changes?class=policy",
    query: { ...filters, limit: limitParam, cursor: numberCursorParam },
  },
  async (s, { c, path, query }) => {
    checkDays(query);
    const at = await snapshotOf(s, query.release);
    const limit = query.limit ?? PAGE;
    const wanted = filtersOf(query);
    const request = { ...wanted, limit, cursor: query.cursor };
    const self = canonicalRequest(path, request);
    const compute = async (publication: Snapshot["publication"]) => {
      const page = changesQuery(publication.id, wanted, limit + 1, query.cursor);
      const { rows, total, answers } = await s.store.changes(page);
      const items = rows.slice(0, limit);
      const next =
        rows.length > limit ? canonicalRequest(path, { ...request, cursor: items.at(-1)?.id }) : null;
      return {
        meta: meta(publication, { self, ...(next ? { next } : {}), ...feedLinks("/changes", wanted) }),
        total,
        next,
        items: items.map(changePresenter(answers, query.region)),
      };
    };
    return answer(c, s, at, self, compute, feedHeader(["/changes"], wanted));
  },
);

/** /changes and its feeds, and those of new platforms */
export const changeEndpoints = [list, ...feedEndpoints, ...newPlatformFeeds];
