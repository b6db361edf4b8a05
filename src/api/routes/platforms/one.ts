import type { Context } from "hono";
import type { Audience } from "../../../model/index.ts";
import { audienceAsked, audienceFrom, audienceParams, audienceQuery } from "../../http/audience.ts";
import { endpoint } from "../../http/endpoint.ts";
import { meta } from "../../http/envelope.ts";
import { feedHeader } from "../../http/feed-links.ts";
import { findPlatform, platformErrors } from "../../http/find.ts";
import { idParam } from "../../http/params.ts";
import { releaseParam } from "../../http/release-param.ts";
import { answer, canonicalRequest } from "../../http/respond.ts";
import { type Services, type Snapshot, snapshotOf } from "../../http/services.ts";
import { includeParam } from "./includes.ts";
import { platformLinks } from "./links.ts";
import { presentOptOut, presentPlatform, presentRecordAnswer, presentReview } from "./present.ts";

/** What the endpoints about one platform have in common. */
const HEAD = { tag: "Platforms", params: idParam("platform", "linkedin"), errors: platformErrors };

/** A request about one platform. */
interface PlatformRequest {
  c: Context;
  path: string;
  id: string;
  at: Snapshot;
  /** The parameters of the canonical request. */
  query: Parameters<typeof canonicalRequest>[1];
  /** The parameters that describe the person and the day, where they are not the default. */
  asked?: Readonly<Record<string, string>>;
}

/** Answers about one platform: finds it, and adds `meta` and the links. */
async function answerAbout(
  s: Services,
  { c, path, id, at, query, asked = {} }: PlatformRequest,
  make: (found: Awaited<ReturnType<typeof findPlatform>>) => object | Promise<object>,
): Promise<Response> {
  const self = canonicalRequest(path, { ...query, release: at.release });
  const compute = async (publication: Snapshot["publication"]) => ({
    meta: meta(publication, platformLinks(id, self, { asked, release: at.release })),
    ...(await make(await findPlatform(s, publication, id))),
  });
  return answer(c, s, at, self, compute, feedHeader([`/platforms/${id}/changes`]));
}

/** The state of the dataset and the person that a request asks about. */
async function asked(
  s: Services,
  query: Parameters<typeof audienceFrom>[0] & { release?: string | undefined },
) {
  const at = await snapshotOf(s, query.release);
  const who: Audience = audienceFrom(query, at.today);
  return { at, who };
}

/** /platforms/{id} */
export const one = endpoint(
  {
    ...HEAD,
    id: "getPlatform",
    path: "/platforms/{id}",
    summary: "A platform, and what it means for one audience",
    description:
      "What the platform is, and the answer for the audience in the parameters: the headline, the answer by kind of data, the practices, the controls that these people have, and the audiences with a different answer. Small by default; `include` adds the record, the sources, events, myths, or what each practice is based on.",
    about: "One platform: what it means for one audience and day.",
    example: "/platforms/linkedin?region=DE",
    query: { ...audienceParams, include: includeParam },
  },
  async (s, { c, path, id, query }) => {
    const { at, who } = await asked(s, query);
    const include = query.include ?? [];
    const request = {
      ...{ c, path, id, at, query: { ...audienceQuery(who), include } },
      asked: audienceAsked(who, at.today),
    };
    // A past release is not watched.
    const isWatched = at.publication.reviews !== undefined;
    return answerAbout(s, request, ({ platform, operator, watched, dates }) =>
      presentPlatform(
        { platform, operator, who },
        include,
        presentReview(platform, isWatched ? { watched, today: at.today } : null),
        dates,
      ),
    );
  },
);

/** /platforms/{id}/record */
export const record = endpoint(
  {
    ...HEAD,
    id: "getRecord",
    path: "/platforms/{id}/record",
    summary: "A platform's record, as it is written",
    description:
      "The whole record with its rules, controls, events, myths and sources, and the operator's documents that it cites. Every field is present, null where it is not known.",
    about: "One platform's record, as it is written.",
    example: "/platforms/linkedin/record",
    query: { release: releaseParam },
  },
  async (s, { c, path, id, query }) => {
    const at = await snapshotOf(s, query.release);
    return answerAbout(s, { c, path, id, at, query: {} }, ({ platform, operator }) =>
      presentRecordAnswer(platform, operator),
    );
  },
);

/** /platforms/{id}/opt-out */
export const optOut = endpoint(
  {
    ...HEAD,
    id: "getOptOut",
    path: "/platforms/{id}/opt-out",
    summary: "What to do: the steps for this person, the most useful first",
    description: "Only what these people can do, and the uses that nothing stops.",
    about: "Only what to do, the most useful first.",
    example: "/platforms/linkedin/opt-out?region=DE",
    query: audienceParams,
  },
  async (s, { c, path, id, query }) => {
    const { at, who } = await asked(s, query);
    return answerAbout(
      s,
      { c, path, id, at, query: audienceQuery(who), asked: audienceAsked(who, at.today) },
      ({ platform, operator }) => presentOptOut({ platform, operator, who }),
    );
  },
);
