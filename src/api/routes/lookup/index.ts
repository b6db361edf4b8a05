import { z } from "@hono/zod-openapi";
import { hostsOf, isOtherService } from "../../../model/index.ts";
import { resolve } from "../../../policy/index.ts";
import { presentAnswer } from "../../answer/present.ts";
import { audienceFrom, audienceParams, audienceQuery } from "../../http/audience.ts";
import { endpoint } from "../../http/endpoint.ts";
import { meta } from "../../http/envelope.ts";
import { findPlatform } from "../../http/find.ts";
import { notFound, Problem } from "../../http/problem.ts";
import { answer, canonicalRequest } from "../../http/respond.ts";
import { snapshotOf } from "../../http/services.ts";
import { lookupSchema } from "./schema.ts";

const urlParam = z
  .string()
  .min(1, "is empty; give a URL or a domain.")
  .max(2048, "is longer than 2,048 characters.")
  .openapi({
    example: "https://www.linkedin.com/feed/",
    param: { name: "url", in: "query", description: "A URL or a domain." },
  });

/** The hosts to look up, most exact first. @throws {Problem} `invalid-parameter` for what is not a URL or domain */
function hostsIn(url: string): readonly [string, ...string[]] {
  const [host, ...parents] = hostsOf(url);
  if (host !== undefined) return [host, ...parents];
  throw new Problem("invalid-parameter", `url: ${JSON.stringify(url)} is not a URL or domain.`, [
    {
      parameter: "url",
      detail: "url: give a URL (https://www.linkedin.com/feed/) or a domain (linkedin.com).",
    },
  ]);
}

const lookup = endpoint(
  {
    id: "lookup",
    path: "/lookup",
    tag: "Platforms",
    summary: "The platform that a URL or domain belongs to, with its answer",
    description: "The most exact domain in the dataset wins (gemini.google.com before google.com).",
    about: "The platform that a URL or domain belongs to.",
    example: "/lookup?url=https://www.linkedin.com/feed/",
    query: { url: urlParam, ...audienceParams },
    answer: lookupSchema,
    errors: notFound("unknown-domain", "No platform in the dataset has example.com.", []),
  },
  async (s, { c, path, query }) => {
    const at = await snapshotOf(s, query.release);
    const who = audienceFrom(query, at.today);
    const hosts = hostsIn(query.url);
    // Only the host matters: full URLs are not kept and do not fill the cache.
    const self = canonicalRequest(path, { url: hosts[0], ...audienceQuery(who), release: at.release });
    return answer(c, s, at, self, async (publication) => {
      const match = await s.store.lookup(publication.id, hosts);
      if (!match)
        throw new Problem("unknown-domain", `No platform in the dataset has ${hosts[0]}.`, [
          { parameter: "url", detail: `No platform in the dataset has ${hosts[0]}.` },
        ]);
      const { platform, operator } = await findPlatform(s, publication, match.platform);
      if (isOtherService(hosts, platform)) {
        const detail = `${hosts[0]} is under ${match.domain}, but belongs to another service than ${platform.name}.`;
        throw new Problem("unknown-domain", detail, [{ parameter: "url", detail }]);
      }
      return {
        meta: meta(publication, { self, platform: `/platforms/${platform.id}` }),
        match: { platform: platform.id, name: platform.name, domain: match.domain },
        audience: who,
        ...presentAnswer(platform, resolve(platform, who, operator)),
      };
    });
  },
);

/** /lookup */
export const lookupEndpoints = [lookup];
