import { differences } from "../../../language/en/index.ts";
import type { Audience, Platform, PlatformEvent } from "../../../model/index.ts";
import { matchesAudience, resolve, sortDay } from "../../../policy/index.ts";
import { cellChanges } from "../../answer/changes.ts";
import { presentAnswer, presentHeadlineSummary } from "../../answer/present.ts";
import { audienceFrom, audienceQuery } from "../../http/audience.ts";
import { endpoint } from "../../http/endpoint.ts";
import { meta } from "../../http/envelope.ts";
import { findPlatform, findPlatforms, platformErrors } from "../../http/find.ts";
import { answer, canonicalRequest } from "../../http/respond.ts";
import { type Services, type Snapshot, snapshotOf } from "../../http/services.ts";
import { presentEvent } from "../../record/present.ts";
import { compareQuery, daysOf, refuseUnused } from "./query.ts";

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

const compare = endpoint(
  {
    id: "compare",
    path: "/compare",
    tag: "Versions",
    summary: "One platform over time, or up to ten side by side, for one audience",
    description:
      "With id, from and to: what changed for these people between two days, in words. With ids: their answers side by side.",
    about: "One platform over time, or several side by side.",
    example: "/compare?id=linkedin&region=DE&from=2024-10-01&to=2026-01-01",
    query: compareQuery,
    needsQuery: true,
    errors: platformErrors,
  },
  async (s, { c, path, query: asked }) => {
    refuseUnused(asked);
    const { id, ids, ...rest } = asked;
    const at = await snapshotOf(s, rest.release);
    const who = audienceFrom(rest, at.today);
    const { asOf, ...audience } = who;
    const { release } = at;
    if (ids !== undefined) {
      const self = canonicalRequest(path, { ...audienceQuery(who), ids, release });
      return answer(c, s, at, self, async (publication) => ({
        meta: meta(publication, { self }),
        audience,
        overTime: null,
        sideBySide: await sideBySide(s, at, who, ids),
      }));
    }
    const { from, to } = daysOf(rest, asOf);
    const { as_of: _, ...people } = audienceQuery(who);
    const self = canonicalRequest(path, { ...people, id, from, to, release });
    return answer(c, s, at, self, async (publication) => ({
      meta: meta(publication, { self, platform: `/platforms/${id}` }),
      audience,
      overTime: overTime(await findPlatform(s, publication, id ?? ""), who, from, to),
      sideBySide: null,
    }));
  },
);

/** /compare */
export const compareEndpoints = [compare];
