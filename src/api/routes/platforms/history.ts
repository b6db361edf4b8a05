import { audience } from "../../../model/index.ts";
import { resolve } from "../../../policy/index.ts";
import { presentHeadlineSummary } from "../../answer/present.ts";
import { numberCursorParam } from "../../http/cursor-params.ts";
import { endpoint } from "../../http/endpoint.ts";
import { meta } from "../../http/envelope.ts";
import { feedHeader } from "../../http/feed-links.ts";
import { findPlatform, platformErrors } from "../../http/find.ts";
import { idParam, limitParam, PAGE } from "../../http/params.ts";
import { wantedOf } from "../../http/records.ts";
import { releaseParam } from "../../http/release-param.ts";
import { answer, canonicalRequest } from "../../http/respond.ts";
import { snapshotOf } from "../../http/services.ts";
import { platformLinks } from "./links.ts";
import { historyOf, presentHistory } from "./present.ts";

/** /platforms/{id}/history */
export const history = endpoint(
  {
    id: "getHistory",
    path: "/platforms/{id}/history",
    tag: "Platforms",
    summary: "What happened, newest first",
    description:
      "Events (what happened, with dates and evidence) and released changes (what was recorded, and when), each labelled by `kind`. `day` orders them: for an event the last day that its best date can mean, for a change the day of its release.",
    about: "What happened, newest first.",
    example: "/platforms/linkedin/history",
    params: idParam("platform", "linkedin"),
    query: { release: releaseParam, limit: limitParam, cursor: numberCursorParam },
    errors: platformErrors,
  },
  async (s, { c, path, id, query }) => {
    const at = await snapshotOf(s, query.release);
    const limit = query.limit ?? PAGE;
    const request = { release: at.release, limit: query.limit, cursor: query.cursor };
    const self = canonicalRequest(path, request);
    const compute = async (publication: typeof at.publication) => {
      const known = s.records.known(publication);
      const changes = await s.store.history(wantedOf(publication), id, known.ids.includes(id));
      known.take(changes.platforms);
      const { platform } = await findPlatform(s, publication, id);
      const all = historyOf(platform, changes.rows);
      const now = resolve(platform, audience({ asOf: at.today }));
      // Counted from the oldest, so that a new release does not shift any page.
      const from = Math.min(query.cursor ?? all.length, all.length);
      const items = all.slice(all.length - from, all.length - from + limit);
      const left = from - items.length;
      const next = left > 0 ? canonicalRequest(path, { ...request, cursor: left }) : null;
      return {
        meta: meta(publication, {
          ...platformLinks(id, self, { release: at.release }),
          ...(next ? { next } : {}),
        }),
        headline: presentHeadlineSummary(platform, now),
        total: all.length,
        next,
        items: presentHistory(items, changes.answers),
      };
    };
    return answer(c, s, at, self, compute, feedHeader([`/platforms/${id}/changes`]));
  },
);
