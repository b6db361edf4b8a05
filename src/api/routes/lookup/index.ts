import * as z from "zod";
import "../../http/openapi-method.ts";
import {
  type Address,
  addressOf,
  findAddress,
  isOtherService,
  type Platform,
  planOf,
} from "../../../model/index.ts";
import { resolve } from "../../../policy/index.ts";
import { presentAnswer } from "../../answer/present.ts";
import { audienceFrom, audienceParams, audienceQuery } from "../../http/audience.ts";
import { endpoint } from "../../http/endpoint.ts";
import { meta } from "../../http/envelope.ts";
import { releaseParam } from "../../http/params.ts";
import { notFound, Problem } from "../../http/problem.ts";
import { answer, canonicalRequest } from "../../http/respond.ts";
import { snapshotOf } from "../../http/services.ts";
import { presentWithdrawn } from "../../record/present.ts";
import { hostEntries, presentMatch } from "./present.ts";

const urlParam = z
  .string()
  .min(1, "is empty; give a URL or a domain.")
  .max(2048, "is longer than 2,048 characters.")
  .openapi({
    example: "https://www.linkedin.com/feed/",
    param: {
      name: "url",
      in: "query",
      description:
        "A URL or a domain. Also an app: its Android package, androidapp://com.linkedin.android, or its page in Google Play or the App Store.",
    },
  });

/** What to look up. @throws {Problem} `invalid-parameter` for what is neither a URL, a domain nor an app */
function addressIn(url: string): Address {
  const address = addressOf(url);
  if (address.hosts.length > 0 || address.app) return address;
  throw new Problem("invalid-parameter", `url: ${JSON.stringify(url)} is not a URL, a domain or an app.`, [
    {
      parameter: "url",
      detail:
        "url: give a URL (https://www.linkedin.com/feed/), a domain (linkedin.com) or an Android package (com.linkedin.android).",
    },
  ]);
}

/**
 * An address as it is written in links: full URLs are not kept, only the part that matters. What can be a domain
 * or an Android package stays as it was: capitals matter in a package.
 */
function written({ hosts: [host], app }: Address): string {
  if (host !== undefined) return app?.id ?? host;
  return app?.store === "apple" ? `https://apps.apple.com/app/id${app.id}` : `androidapp://${app?.id}`;
}

const unknown = (detail: string) => new Problem("unknown-domain", detail, [{ parameter: "url", detail }]);

/** The host or the app by which a platform was found. @throws {Problem} `unknown-domain` for a host of another service */
function matchIn(platform: Platform, address: Address) {
  const found = findAddress([platform], address);
  if (found) return found;
  const above = platform.domains.find(({ host }) => address.hosts.includes(host));
  throw unknown(
    isOtherService(address.hosts, platform)
      ? `${written(address)} is under ${above?.host}, but belongs to another service than ${platform.name}.`
      : `No platform in the dataset has ${written(address)}.`,
  );
}

const lookup = endpoint(
  {
    id: "lookup",
    path: "/lookup",
    tag: "Platforms",
    summary: "The platform that a URL, a domain or an app belongs to, with its answer",
    description:
      "The most exact domain in the dataset wins (gemini.google.com before google.com). `match` says what matched: a country's site, a short link, a host for developers. Where the host implies a plan (platform.openai.com is use of the API), the answer is for that plan, unless the request names one. The country of a site is not taken as the place of the person: give `region`.",
    about: "The platform that a URL, a domain or an app belongs to.",
    example: "/lookup?url=https://www.linkedin.com/feed/",
    query: { url: urlParam, ...audienceParams },
    errors: notFound("unknown-domain", "No platform in the dataset has example.com.", []),
  },
  async (s, { c, path, query }) => {
    const at = await snapshotOf(s, query.release);
    const asked = audienceFrom(query, at.today);
    const address = addressIn(query.url);
    const self = canonicalRequest(path, {
      url: written(address),
      ...audienceQuery(asked),
      // Only if it is named: a host can imply another one than the default.
      plan: query.plan ?? null,
      release: at.release,
    });
    return answer(c, s, at, self, async (publication) => {
      const entry = await s.records.at(publication, address);
      if (!entry) throw unknown(`No platform in the dataset has ${written(address)}.`);
      const { platform, operator } = entry;
      const found = matchIn(platform, address);
      const implied = query.plan === undefined && found.domain ? planOf(found.domain) : undefined;
      const who = implied ? { ...asked, plan: implied } : asked;
      return {
        meta: meta(publication, { self, platform: `/platforms/${platform.id}` }),
        match: presentMatch(platform, found),
        withdrawn: presentWithdrawn(platform.withdrawn),
        audience: who,
        ...presentAnswer(platform, resolve(platform, who, operator)),
      };
    });
  },
);

const hosts = endpoint(
  {
    id: "listHosts",
    path: "/hosts",
    tag: "Platforms",
    summary: "Every host and app in the dataset, for looking up addresses without a request each",
    description:
      "To look up an address, take its host, remove one label after the other from the left, and use the first entry. An entry without a platform is a host of another service. /lookup, the npm package and the static files give the same results.",
    about: "Every host and app, for looking up addresses offline.",
    example: "/hosts",
    query: { release: releaseParam },
  },
  async (s, { c, path, query }) => {
    const at = await snapshotOf(s, query.release);
    const self = canonicalRequest(path, { release: at.release });
    return answer(c, s, at, self, async (publication) => {
      const items = hostEntries(await s.store.located(publication.id));
      return { meta: meta(publication, { self }), total: items.length, next: null, items };
    });
  },
);

/** /lookup, /hosts */
export const lookupEndpoints = [lookup, hosts];
