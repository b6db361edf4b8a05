import type { Audience, Operator, Platform } from "../../../model/index.ts";
import { audienceFrom, audienceParams, audienceQuery } from "../../http/audience.ts";
import { type Endpoint, type EndpointHead, endpoint } from "../../http/endpoint.ts";
import { meta } from "../../http/envelope.ts";
import { feedHeader } from "../../http/feed-links.ts";
import { findPlatform, platformErrors } from "../../http/find.ts";
import { idParam } from "../../http/params.ts";
import { answer, canonicalRequest } from "../../http/respond.ts";
import { type Services, type Snapshot, snapshotOf } from "../../http/services.ts";
import { presentPlatform, presentResolved } from "../../record/present.ts";
import { platformLinks } from "./links.ts";
import { presentOptOut, presentReview } from "./present.ts";
import { optOutSchema, platformAnswerSchema } from "./schema.ts";

/** What an answer about one platform for one person is made from. */
interface Question {
  platform: Platform;
  operator: Operator | undefined;
  who: Audience;
  at: Snapshot;
}

type Head = Omit<EndpointHead<typeof audienceParams>, "tag" | "params" | "query" | "errors">;

/** An endpoint about one platform, for one person. */
const personal = (
  head: Head,
  make: (s: Services, question: Question) => object | Promise<object>,
): Endpoint =>
  endpoint(
    {
      ...head,
      tag: "Platforms",
      params: idParam("platform", "linkedin"),
      query: audienceParams,
      errors: platformErrors,
    },
    async (s, { c, path, id, query }) => {
      const at = await snapshotOf(s, query.release);
      const who = audienceFrom(query, at.today);
      const self = canonicalRequest(path, { ...audienceQuery(who), release: at.release });
      const compute = async (publication: Snapshot["publication"]) => ({
        ...(await make(s, { ...(await findPlatform(s, publication, id)), who, at })),
        meta: meta(publication, platformLinks(id, self)),
      });
      return answer(c, s, at, self, compute, feedHeader(`/platforms/${id}`));
    },
  );

/** What the document watch last reported for a platform; null for a past release. */
async function watchOf(
  s: Services,
  { publication: { reviews }, today }: Snapshot,
  id: string,
): Promise<Parameters<typeof presentReview>[1]> {
  return reviews === undefined ? null : { watched: await s.store.watched(reviews, id), today };
}

/** /platforms/{id} */
export const one = personal(
  {
    id: "getPlatform",
    path: "/platforms/{id}",
    summary: "A platform's record, and what it means for one audience",
    description:
      "The record's fields at the root; `resolved` is the answer for the audience in the parameters, with the controls that these people have and the audiences with a different answer.",
    about: "One platform: its record, and what it means for one audience and day.",
    example: "/platforms/linkedin?region=DE",
    answer: platformAnswerSchema,
  },
  async (s, { platform, operator, who, at }) => ({
    ...presentPlatform(platform, operator, presentReview(platform, await watchOf(s, at, platform.id))),
    resolved: presentResolved(platform, operator, who),
  }),
);

/** /platforms/{id}/opt-out */
export const optOut = personal(
  {
    id: "getOptOut",
    path: "/platforms/{id}/opt-out",
    summary: "What to do: the steps for this person, easiest first",
    description: "Only what these people can do, and the uses that nothing stops.",
    about: "Only what to do, easiest first.",
    example: "/platforms/linkedin/opt-out?region=DE",
    answer: optOutSchema,
  },
  (_, { platform, operator, who }) => presentOptOut(platform, operator, who),
);
