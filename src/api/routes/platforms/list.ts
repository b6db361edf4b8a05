import type { ListedPlatform } from "../../../db/index.ts";
import { AUDIENCE_NAMES, audienceFrom, audienceQuery } from "../../http/audience.ts";
import { endpoint } from "../../http/endpoint.ts";
import { meta } from "../../http/envelope.ts";
import { PAGE } from "../../http/params.ts";
import { answer, canonicalRequest } from "../../http/respond.ts";
import { select } from "../../http/select.ts";
import { snapshotOf } from "../../http/services.ts";
import { findPage, orderOf } from "./find-page.ts";
import { listQuery } from "./list-query.ts";

/** A platform as the list shows it. */
const itemOf = ({
  headline: { verdict, certainty, lead, sentence, control },
  sortKey: _,
  ...platform
}: ListedPlatform) => ({
  ...platform,
  headline: {
    verdict,
    certainty,
    lead,
    sentence,
    control: control && { id: control.id, name: control.name, url: control.url },
  },
});

/** /platforms */
export const list = endpoint(
  {
    id: "listPlatforms",
    path: "/platforms",
    tag: "Platforms",
    summary: "The platforms, with their answers for one audience",
    description: `Filters can be combined; all of them must match. Answers are for the audience that ${AUDIENCE_NAMES} describe: the headline, and the verdict by kind of data.`,
    about: "The platforms with their answers: filters, sorting, search, pages.",
    example: "/platforms?region=DE&verdict=on-by-default",
    query: listQuery,
  },
  async (s, { c, query }) => {
    const at = await snapshotOf(s, query.release);
    const who = audienceFrom(query, at.today);
    const order = orderOf(query);
    const limit = query.limit ?? PAGE;
    const params = { ...query, ...audienceQuery(who), sort: order, limit };
    const self = canonicalRequest("/platforms", params);
    return answer(c, s, at, self, async (publication) => {
      const { items, total, cursor } = await findPage(s, publication, who, query);
      const next = cursor === undefined ? null : canonicalRequest("/platforms", { ...params, cursor });
      return {
        meta: meta(publication, { self, ...(next ? { next } : {}) }),
        audience: who,
        total,
        next,
        items: items.map((p) => select(itemOf(p), query.fields)),
      };
    });
  },
);
