import { z } from "@hono/zod-openapi";
import { hostsOf } from "../../model/index.ts";
import { lookupExample } from "../examples.ts";
import { audienceFrom, audienceParams, audienceQuery } from "../params.ts";
import { meta, presentResolved } from "../present.ts";
import { notFound, Problem } from "../problem.ts";
import { answer, canonicalRequest, reading, type Services } from "../respond.ts";
import { type Api, dataRoute, findPlatform, serve } from "../routing.ts";
import { lookupSchema } from "../schemas.ts";

const route = dataRoute({
  id: "lookup",
  path: "/lookup",
  tag: "Platforms",
  summary: "The platform that a URL or domain belongs to, with its answer",
  description:
    "The most exact domain in the dataset wins (gemini.google.com before google.com). Never goes above the registrable domain (Public Suffix List).",
  query: {
    url: z
      .string()
      .min(1, "is empty; give a web address or a domain.")
      .max(2048, "is longer than 2,048 characters.")
      .openapi({
        example: "https://www.linkedin.com/feed/",
        param: { name: "url", in: "query", description: "A web address or a domain." },
      }),
    ...audienceParams,
  },
  answer: lookupSchema,
  example: lookupExample,
  errors: notFound("unknown-domain", "No platform in the dataset has example.com.", []),
});

/** The route /lookup. */
export function lookupRoutes(api: Api, s: Services): void {
  serve(api, route, async ({ c, path, query }) => {
    const at = await reading(s, query.release);
    const who = audienceFrom(query, at.today);
    const hosts = hostsOf(query.url);
    if (hosts.length === 0)
      throw new Problem(
        "invalid-parameter",
        `url: ${JSON.stringify(query.url)} is no web address or domain.`,
        [
          {
            parameter: "url",
            detail: "url: give a web address (https://www.linkedin.com/feed/) or a domain (linkedin.com).",
          },
        ],
      );
    // Only the host decides: addresses are not kept, nor do they fill the cache.
    const self = canonicalRequest(path, { url: hosts[0], ...audienceQuery(who), release: at.release });
    return answer(c, s, at, self, async (publication) => {
      const match = await s.store.lookup(publication.id, hosts);
      if (!match)
        throw new Problem("unknown-domain", `No platform in the dataset has ${hosts[0]}.`, [
          { parameter: "url", detail: `No platform in the dataset has ${hosts[0]}.` },
        ]);
      const { platform, operator } = await findPlatform(s, publication, match.platform);
      return {
        meta: meta(publication, { self, platform: `/platforms/${platform.id}` }),
        match: { platform: platform.id, name: platform.name, domain: match.domain },
        resolved: presentResolved(platform, operator, who),
      };
    });
  });
}
