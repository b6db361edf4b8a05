import type { Context } from "hono";
import type { Publication } from "../../../db/index.ts";
import { numberCursorParam } from "../../http/cursor-params.ts";
import { notFound } from "../../http/documented-errors.ts";
import { endpoint } from "../../http/endpoint.ts";
import { meta } from "../../http/envelope.ts";
import { feedHeader, feedLinks } from "../../http/feed-links.ts";
import { limitParam, PAGE } from "../../http/params.ts";
import { Problem } from "../../http/problem.ts";
import { LATEST } from "../../http/release-param.ts";
import { answer, canonicalRequest } from "../../http/respond.ts";
import { type Services, snapshotOf } from "../../http/services.ts";
import { changePresenter } from "../changes/present.ts";
import { releaseFeeds } from "./digest.ts";
import { ofLatest, versionOf } from "./latest.ts";
import { netChangesOf } from "./net-changes.ts";
import { presentRelease } from "./present.ts";

interface Page {
  limit?: number | undefined;
  cursor?: number | undefined;
}

/** One release with its hashes and a page of its changes. */
async function oneRelease(
  s: Services,
  publication: Publication,
  path: string,
  { limit, cursor }: Page,
): Promise<object> {
  const page = { version: publication.version, after: cursor, limit: (limit ?? PAGE) + 1 };
  const { release: row, hashes, rows, answers } = await s.store.wholeRelease(publication.id, page);
  if (!row) {
    const detail = `release: ${publication.version} is not a release: these records are not in one yet.`;
    const last = (await s.store.releases(publication.id)).at(0)?.version;
    throw new Problem("unknown-release", detail, [
      { parameter: "version", detail, ...(last !== undefined && { nearest: [last] }) },
    ]);
  }
  const changes = rows.slice(0, limit ?? PAGE);
  const next =
    rows.length > changes.length ? canonicalRequest(path, { limit, cursor: changes.at(-1)?.id }) : null;
  return {
    ...presentRelease(row),
    hashes,
    total: row.changes,
    next,
    items: changes.map(changePresenter(answers)),
    meta: meta(publication, {
      self: canonicalRequest(path, { limit, cursor }),
      ...(next ? { next } : {}),
      platforms: `/platforms?release=${row.version}`,
      ...(row.previous ? { previous: `/releases/${row.previous}` } : {}),
    }),
  };
}

/** A page of the net changes between two releases. */
async function netChanges(
  s: Services,
  from: Publication,
  to: Publication,
  path: string,
  { limit, cursor }: Page,
): Promise<object> {
  const start = cursor ?? 0;
  const size = limit ?? PAGE;
  const end = start + size;
  const { total, skip, records } = await s.store.differing(from.id, to.id, { start, limit: size });
  const next = end < total ? canonicalRequest(path, { limit, cursor: end }) : null;
  const self = canonicalRequest(path, { limit, cursor });
  return {
    meta: meta(to, {
      self,
      ...(next ? { next } : {}),
      from: `/releases/${from.version}`,
      to: `/releases/${to.version}`,
    }),
    from: from.version,
    to: to.version,
    total,
    next,
    items: records.flatMap(netChangesOf).slice(skip, skip + size),
  };
}

const list = endpoint(
  {
    id: "listReleases",
    path: "/releases",
    tag: "Versions",
    summary: "Every release, newest first",
    description: "A release is a state of the dataset that can be cited, queried (release=) and rebuilt.",
    about: "Every release; /releases/{version} has one.",
    example: "/releases",
    query: {},
  },
  async (s, { c, path }) => {
    const compute = async (publication: Publication) => {
      const items = (await s.store.releases(publication.id)).map(presentRelease);
      return {
        meta: meta(publication, { self: path, changes: "/changes", ...feedLinks("/releases") }),
        total: items.length,
        next: null,
        items,
      };
    };
    return answer(c, s, await snapshotOf(s), path, compute, feedHeader(["/releases"]));
  },
);

const errors = notFound(
  "unknown-release",
  'release: there is no release "2026.11.9". Did you mean 2026.11.1?',
  ["2026.11.1"],
);

const pageQuery = { limit: limitParam, cursor: numberCursorParam };

/**
 * The versions that a path names, and whether the answer changes with the next release.
 * @throws {Problem} `unknown-release`
 */
async function versionsOf<N extends readonly string[]>(s: Services, names: N) {
  const versions = await Promise.all(names.map((name) => versionOf(s, name)));
  return { versions: versions as { [I in keyof N]: string }, isLatest: names.includes(LATEST) };
}

/** Answers with one release. @throws {Problem} `unknown-release` */
async function sendRelease(s: Services, c: Context, named: string, query: Page): Promise<Response> {
  const { versions, isLatest } = await versionsOf(s, [named] as const);
  const [version] = versions;
  const path = `/releases/${version}`;
  const self = canonicalRequest(path, { ...query });
  const response = await answer(c, s, await snapshotOf(s, version), self, (publication) =>
    oneRelease(s, publication, path, query),
  );
  return isLatest ? ofLatest(response, self) : response;
}

/** Answers with what changed from one release to another. @throws {Problem} `unknown-release` */
async function sendDifference(
  s: Services,
  c: Context,
  named: readonly [base: string, version: string],
  query: Page,
): Promise<Response> {
  const { versions, isLatest } = await versionsOf(s, named);
  const [from, to] = versions;
  const path = `/releases/${to}/since/${from}`;
  const self = canonicalRequest(path, { ...query });
  const [base, publication] = await s.publication.releases([from, to]);
  const at = { publication, release: to, today: publication.date };
  const response = await answer(c, s, at, self, (until) => netChanges(s, base, until, path, query));
  return isLatest ? ofLatest(response, self) : response;
}

const one = endpoint(
  {
    id: "getRelease",
    path: "/releases/{version}",
    tag: "Versions",
    summary: "One release, with its hashes and changes",
    description:
      "The changes are in pages. What changed between two releases is at /releases/{version}/since/{base}, and also at `/releases/2026.11.1...2026.12.1`.",
    example: "/releases/2026.11.2",
    params: { version: { description: "Its version; `latest` is the newest.", example: "2026.11.1" } },
    query: pageQuery,
    errors,
  },
  (s, { c, params, query }) => {
    // All that follows the first "..." is the second version: of three, it is not one.
    const [from = "", ...rest] = (params["version"] ?? "").split("...");
    return rest.length === 0
      ? sendRelease(s, c, from, query)
      : sendDifference(s, c, [from, rest.join("...")], query);
  },
);

const difference = endpoint(
  {
    id: "getReleaseDifference",
    path: "/releases/{version}/since/{base}",
    tag: "Versions",
    summary: "What changed between two releases",
    description: "The net changes: what was changed and changed back in between is not in them.",
    about: "What changed between two releases.",
    example: "/releases/2026.11.2/since/2026.11.1",
    params: {
      version: { description: "The later version; `latest` is the newest.", example: "2026.11.2" },
      base: { description: "The earlier version.", example: "2026.11.1" },
    },
    query: pageQuery,
    errors,
  },
  (s, { c, params, query }) => sendDifference(s, c, [params["base"] ?? "", params["version"] ?? ""], query),
);

/** /releases */
export const releaseEndpoints = [list, one, difference, ...releaseFeeds];
