import { differences } from "../../../language/en/index.ts";
import type { Audience, Platform, PlatformEvent } from "../../../model/index.ts";
import { matchesAudience, resolve, sortDay } from "../../../policy/index.ts";
import { cellChanges } from "../../answer/changes.ts";
import { presentAnswer, presentHeadlineSummary } from "../../answer/present.ts";
import { audienceAsked, audienceFrom, audienceQuery } from "../../http/audience.ts";
import { endpoint } from "../../http/endpoint.ts";
import { meta } from "../../http/envelope.ts";
import { findPlatform, findPlatforms, platformErrors } from "../../http/find.ts";
import { idParam } from "../../http/params.ts";
import { answer, canonicalRequest } from "../../http/respond.ts";
import { type Services, type Snapshot, snapshotOf } from "../../http/services.ts";
import { presentEvent } from "../../record/present.ts";
import { daysOf, overTimeQuery, sideBySideQuery } from "./query.ts";

/** The events between two days that concern these people, oldest first. */
export const eventsBetween = (
  p: Platform,
  who: Audience,
  { from, to }: { from: string; to: string },
): PlatformEvent[] =>
  p.events
    .filter((e) => matchesAudience(e.when, who) && sortDay(e.dates) > from && sortDay(e.dates) <= to)
    .sort((a, b) => sortDay(a.dates).localeCompare(sortDay(b.dates)));

type Found = Awaited<ReturnType<typeof findPlatform>>;

function overTime({ platform, operator }: Found, who: Audience, from: string, to: string) {
  const on = (asOf: string) => resolve(platform, { ...who, asOf }, operator);
  const [before, after] = [on(from), on(to)];
  return {
    platform: { id: platform.id, name: platform.name },
    from,
    to,
    headline: {
      before: presentHeadlineSummary(platform, before),
      after: presentHeadlineSummary(platform, after),
    },
    cells: cellChanges(before, after),
    practices: differences(before.practices, after.practices),
    events: eventsBetween(platform, who, { from, to }).map(presentEvent),
  };
}

async function sideBySide(s: Services, at: Snapshot, who: Audience, ids: readonly string[]) {
  const found = await findPlatforms(s, at.publication, ids);
  return found.map(({ platform, operator }) => ({
    id: platform.id,
    name: platform.name,
    ...presentAnswer(platform, resolve(platform, who, operator)),
  }));
}

/** What the endpoints have in common. */
const HEAD = { tag: "Versions", errors: platformErrors };

const sides = endpoint(
  {
    ...HEAD,
    id: "compare",
    path: "/compare",
    summary: "Up to ten platforms side by side, for one audience",
    description:
      "The answers of some platforms for the same people and day. /platforms/{id}/compare compares one platform on two days.",
    about: "Several platforms side by side.",
    example: "/compare?ids=linkedin&region=DE",
    query: sideBySideQuery,
    // Comparisons over time were here too, with `id`.
    movedTo: (query) => {
      const id = query.get("id");
      if (!id || query.has("ids")) return undefined;
      query.delete("id");
      return `/platforms/${encodeURIComponent(id)}/compare?${query}`;
    },
  },
  async (s, { c, path, query: { ids, ...query } }) => {
    const at = await snapshotOf(s, query.release);
    const who = audienceFrom(query, at.today);
    const { asOf: _, ...audience } = who;
    const self = canonicalRequest(path, { ...audienceQuery(who), ids, release: at.release });
    return answer(c, s, at, self, async (publication) => ({
      meta: meta(publication, { self }),
      audience,
      sideBySide: await sideBySide(s, at, who, ids),
    }));
  },
);

const days = endpoint(
  {
    ...HEAD,
    id: "compareOverTime",
    path: "/platforms/{id}/compare",
    summary: "One platform on two days, for one audience",
    description: "What changed for these people between two days, in words, and what happened in between.",
    about: "One platform on two days.",
    example: "/platforms/linkedin/compare?region=DE&from=2024-10-01&to=2026-01-01",
    params: idParam("platform", "linkedin"),
    query: overTimeQuery,
  },
  async (s, { c, path, id, query }) => {
    const at = await snapshotOf(s, query.release);
    const who = audienceFrom(query, at.today);
    const { from, to } = daysOf(query, who.asOf);
    const { asOf: _, ...audience } = who;
    const { as_of: __, ...people } = audienceQuery(who);
    const self = canonicalRequest(path, { ...people, from, to, release: at.release });
    return answer(c, s, at, self, async (publication) => ({
      meta: meta(publication, {
        self,
        platform: canonicalRequest(`/platforms/${id}`, {
          ...audienceAsked(who, at.today),
          release: at.release,
        }),
      }),
      audience,
      overTime: overTime(await findPlatform(s, publication, id), who, from, to),
    }));
  },
);

/** /compare and /platforms/{id}/compare */
export const compareEndpoints = [sides, days];
