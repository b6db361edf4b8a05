import { z } from "@hono/zod-openapi";
import { compare, type Json } from "../../dataset/compare.ts";
import type { Publication, ReleaseRow } from "../../db/index.ts";
import { releaseExample, releasesExample } from "../examples.ts";
import { meta, presentChange } from "../present.ts";
import { notFound } from "../problem.ts";
import { answer, reading, type Services } from "../respond.ts";
import { type Api, dataRoute, serve } from "../routing.ts";
import { listOf, releaseAnswerSchema, releaseDiffSchema, releaseSchema } from "../schemas.ts";

const listRoute = dataRoute({
  id: "listReleases",
  path: "/releases",
  tag: "Versions",
  summary: "Every release, newest first",
  description: "A release is a state of the dataset that can be cited, asked (release=) and rebuilt.",
  query: {},
  answer: listOf(releaseSchema, "ReleaseList"),
  example: releasesExample,
});

const oneRoute = dataRoute({
  id: "getRelease",
  path: "/releases/{version}",
  tag: "Versions",
  summary: "One release, or the net changes between two",
  description: "`2026.11.1` is a release with its hashes and changes; `2026.11.1...2026.12.1` is what changed on the whole between two.",
  params: z.object({
    version: z.string().openapi({ param: { name: "version", in: "path" }, description: "A version, or two with ... between them.", example: "2026.11.1" }),
  }),
  query: {},
  answer: z.union([releaseAnswerSchema, releaseDiffSchema]),
  example: releaseExample,
  errors: notFound("unknown-release", 'release: there is no release "2026.11.9". Did you mean 2026.11.1?', ["2026.11.1"]),
});

const presentRelease = ({ version, date, previous, notes, digest, recordCount, changes }: ReleaseRow) => ({
  version,
  date,
  previous,
  notes,
  digest,
  records: recordCount,
  changes,
});

async function oneRelease(s: Services, publication: Publication, self: string): Promise<object> {
  const row = (await s.store.releases(publication.id)).find((r) => r.version === publication.version) as ReleaseRow;
  const changes = await s.store.changes({ upTo: publication.id, version: publication.version, limit: 1000 });
  return {
    ...presentRelease(row),
    hashes: await s.store.releaseRecords(publication.id),
    items: changes.map(presentChange),
    meta: meta(publication, {
      self,
      platforms: `/platforms?release=${row.version}`,
      ...(row.previous ? { previous: `/releases/${row.previous}` } : {}),
    }),
  };
}

async function netChanges(s: Services, from: Publication, to: Publication, self: string): Promise<object> {
  const differing = await s.store.differing(from.id, to.id);
  const parse = (text: string | undefined) => (text === undefined ? undefined : (JSON.parse(text) as Json));
  const items = differing.flatMap(({ record, before, after }) =>
    compare(parse(before), parse(after)).map((c) =>
      "order" in c
        ? { record, path: c.path, before: null, after: null, order: c.order }
        : { record, path: c.path, before: c.before ?? null, after: c.after ?? null, order: null },
    ),
  );
  return {
    meta: meta(to, { self, from: `/releases/${from.version}`, to: `/releases/${to.version}` }),
    from: from.version,
    to: to.version,
    total: items.length,
    items,
  };
}

/** The routes under /releases. */
export function releaseRoutes(api: Api, s: Services): void {
  serve(api, listRoute, async ({ c, path }) =>
    answer(c, s, await reading(s), path, async (publication) => {
      const items = (await s.store.releases(publication.id)).map(presentRelease);
      return { meta: meta(publication, { self: path, changes: "/changes" }), total: items.length, next: null, items };
    }),
  );
  serve(api, oneRoute, async ({ c, path, params }) => {
    const [from = "", to] = (params["version"] ?? "").split("...");
    const at = await reading(s, to ?? from);
    if (to === undefined) return answer(c, s, at, path, (publication) => oneRelease(s, publication, path));
    const base = await s.publication.release(from);
    return answer(c, s, at, path, (publication) => netChanges(s, base, publication, path));
  });
}
