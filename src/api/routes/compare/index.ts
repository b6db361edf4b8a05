import type * as z from "zod";
import { differences } from "../../../language/en/index.ts";
import type { Audience, Platform } from "../../../model/index.ts";
import { matchesAudience, resolve, sortDay } from "../../../policy/index.ts";
import { cellChanges } from "../../answer/changes.ts";
import { presentAnswer, presentHeadlineSummary } from "../../answer/present.ts";
import { audienceFrom, audienceParams, audienceQuery } from "../../http/audience.ts";
import { endpoint } from "../../http/endpoint.ts";
import { meta } from "../../http/envelope.ts";
import { findPlatform, findPlatforms, platformErrors } from "../../http/find.ts";
import { dayParam, recordParam, recordsParam } from "../../http/params.ts";
import { checkPeriod } from "../../http/period.ts";
import { Problem } from "../../http/problem.ts";
import { answer, canonicalRequest } from "../../http/respond.ts";
import { type Services, type Snapshot, snapshotOf } from "../../http/services.ts";
import { presentEvent } from "../../record/present.ts";

/** How many platforms can be compared side by side. */
const MOST = 10;

const fault = (parameter: string, detail: string) =>
  new Problem("invalid-parameter", `${parameter}: ${detail}`, [
    { parameter, detail: `${parameter}: ${detail}` },
  ]);

/** The events between two days that concern these people, oldest first. */
const eventsBetween = (p: Platform, who: Audience, from: string, to: string) =>
  p.events
    .filter((e) => matchesAudience(e.when, who) && sortDay(e.dates) > from && sortDay(e.dates) <= to)
    .sort((a, b) => sortDay(a.dates).localeCompare(sortDay(b.dates)))
    .map(presentEvent);

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
    events: eventsBetween(platform, who, from, to),
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

/** The days to compare. @throws {Problem} `invalid-parameter` */
function daysOf({ from, to }: { from?: string | undefined; to?: string | undefined }, today: string) {
  const last = to ?? today;
  if (from === undefined) throw fault("from", "is missing; give the earlier day, YYYY-MM-DD.");
  if (to === undefined && from > last) throw fault("from", `${from} is after today, ${last}: give \`to\`.`);
  checkPeriod(["from", "to"], from, to);
  return { from, to: last };
}

type Asked = z.infer<z.ZodObject<typeof query>>;

/**
 * Refuses parameters that would be ignored: a comparison over time has its own days, one side by side has one day.
 * @throws {Problem} `invalid-parameter`
 */
function refuseUnused({ id, ids, from, to, as_of }: Asked): void {
  if ((id === undefined) === (ids === undefined))
    throw fault("id", "give either id, with from and to, or ids.");
  if (id !== undefined && as_of !== undefined)
    throw fault("as_of", "is not used with id; from and to are the days to compare.");
  if (ids !== undefined && from !== undefined) throw fault("from", "is only for id; with ids, give as_of.");
  if (ids !== undefined && to !== undefined) throw fault("to", "is only for id; with ids, give as_of.");
}

const query = {
  ...audienceParams,
  id: recordParam("platform", {
    parameter: "id",
    problem: "unknown-platform",
    description: "One platform, over time: its id, an alias or its name.",
    example: "linkedin",
  }),
  from: dayParam("from", "The earlier day; with id."),
  to: dayParam("to", "The later day; with id. Default: today; with release, the release's own day."),
  ids: recordsParam("platform", {
    parameter: "ids",
    problem: "unknown-platform",
    ordered: true,
    description: `Platforms to compare side by side, separated by commas; at most ${MOST}. Aliases and names work too.`,
    example: "linkedin,x,reddit",
    most: MOST,
  }),
};

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
    query,
    needsQuery: true,
    answer: async () => (await import("./schema.ts")).compareSchema,
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
