import type { Publication } from "../../../db/index.ts";
import { numberCursorParam } from "../../http/cursor-params.ts";
import { endpoint } from "../../http/endpoint.ts";
import { meta } from "../../http/envelope.ts";
import { feedHeader, feedLinks } from "../../http/feed-links.ts";
import { limitParam, PAGE } from "../../http/params.ts";
import { notFound, Problem } from "../../http/problem.ts";
import { readable } from "../../http/readable.ts";
import { LATEST } from "../../http/release-param.ts";
import { answer, CACHE_CONTROL, canonicalRequest } from "../../http/respond.ts";
import { type Services, snapshotOf } from "../../http/services.ts";
import { changePresenter } from "../changes/present.ts";
import { releaseFeeds } from "./digest.ts";
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

/**
 * The version that a path names: `latest` is the newest release of the current state.
 * @throws {Problem} `unknown-release` where nothing was released yet
 */
async function versionOf(s: Services, named: string): Promise<string> {
  if (named !== LATEST) return named;
  const { id } = await s.publication.get();
  const [newest] = await readable(s.store.releases(id));
  if (newest) return newest.version;
  const detail = "release: nothing was released yet.";
  throw new Problem("unknown-release", detail, [{ parameter: "version", detail }]);
}

/** The answer under the name of `latest`: its bytes are those of the release, and it changes with the next one. */
function ofLatest(response: Response, canonical: string): Response {
  response.headers.set("Content-Location", canonical);
  response.headers.set("Cache-Control", CACHE_CONTROL);
  return response;
}

const list = endpoint(
  {
    id: "listReleases",
    path: "/releases",
    tag: "Versions",
    summary: "Every release, newest first",
    description: "A release is a state of the dataset that can be cited, queried (release=) and rebuilt.",
    about: "Every release; /releases/{version}, and /releases/{a}...{b} for what changed between two.",
    example: "/releases",
    query: {},
    answer: async () => (await import("./schema.ts")).releaseListSchema,
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

const one = endpoint(
  {
    id: "getRelease",
    path: "/releases/{version}",
    tag: "Versions",
    summary: "One release, or the net changes between two",
    description:
      "`2026.11.1` is a release with its hashes and changes; `2026.11.1...2026.12.1` is the net change between two. `latest` is the newest release, in both.",
    example: "/releases/2026.11.2",
    params: { version: { description: "A version, or two with ... between them.", example: "2026.11.1" } },
    query: { limit: limitParam, cursor: numberCursorParam },
    answer: async () => (await import("./schema.ts")).oneOrTwoReleasesSchema,
    errors: notFound("unknown-release", 'release: there is no release "2026.11.9". Did you mean 2026.11.1?', [
      "2026.11.1",
    ]),
  },
  async (s, { c, params, query }) => {
    // All that follows the first "..." is the second version: of three, it is not one.
    const [first = "", ...rest] = (params["version"] ?? "").split("...");
    const names = rest.length === 0 ? [first] : [first, rest.join("...")];
    const [from = "", to] = await Promise.all(names.map((name) => versionOf(s, name)));
    const path = `/releases/${to === undefined ? from : `${from}...${to}`}`;
    const self = canonicalRequest(path, query);
    const respond = async (): Promise<Response> => {
      if (to === undefined)
        return answer(c, s, await snapshotOf(s, from), self, (publication) =>
          oneRelease(s, publication, path, query),
        );
      const [base, publication] = await s.publication.releases([from, to]);
      const at = { publication, release: to, today: publication.date };
      return answer(c, s, at, self, (until) => netChanges(s, base, until, path, query));
    };
    const response = await respond();
    return names.includes(LATEST) ? ofLatest(response, self) : response;
  },
);

/** /releases */
export const releaseEndpoints = [list, one, ...releaseFeeds];
