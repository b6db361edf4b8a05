import { audienceFrom, audienceParams, audienceQuery } from "../../http/audience.ts";
import { endpoint } from "../../http/endpoint.ts";
import { meta } from "../../http/envelope.ts";
import { answer, canonicalRequest } from "../../http/respond.ts";
import { snapshotOf } from "../../http/services.ts";

const stats = endpoint(
  {
    id: "getStats",
    path: "/stats",
    tag: "About the data",
    summary: "Counts over the dataset, for charts",
    description:
      "Answers are counted for the audience that the parameters describe: platforms by the verdict of their headline, and by kind of data. Grades, ages and shares of silence show how good the data is; docs/quality.md explains their limits.",
    about: "Counts over the dataset.",
    example: "/stats?region=DE",
    query: audienceParams,
  },
  async (s, { c, path, query }) => {
    const at = await snapshotOf(s, query.release);
    const who = audienceFrom(query, at.today);
    const self = canonicalRequest(path, { ...audienceQuery(who), release: at.release });
    return answer(c, s, at, self, async (publication) => {
      return {
        meta: meta(publication, { self }),
        audience: who,
        ...(await s.store.stats(publication.id, who)),
      };
    });
  },
);

/** /stats */
export const statsEndpoints = [stats];
