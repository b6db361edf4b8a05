import * as z from "zod";
import type { Publication } from "../../../db/index.ts";
import {
  type Address,
  addressOf,
  findAddress,
  isOtherService,
  type Platform,
  planOf,
} from "../../../model/index.ts";
import { resolve } from "../../../policy/index.ts";
import { nearest } from "../../../text/nearest.ts";
import { show } from "../../../text/show.ts";
import { presentAnswer } from "../../answer/present.ts";
import { audienceAsked, audienceFrom, audienceParams, audienceQuery } from "../../http/audience.ts";
import { documented } from "../../http/documented.ts";
import { notFound } from "../../http/documented-errors.ts";
import { endpoint } from "../../http/endpoint.ts";
import { meta } from "../../http/envelope.ts";
import type { Meant } from "../../http/meant.ts";
import { meaning } from "../../http/meant.ts";
import { Problem, unknownThing } from "../../http/problem.ts";
import { reject } from "../../http/reject.ts";
import { releaseParam } from "../../http/release-param.ts";
import { answer, canonicalRequest } from "../../http/respond.ts";
import { type Services, snapshotOf } from "../../http/services.ts";
import { presentWithdrawn } from "../../record/present.ts";
import { hostEntries, presentMatch } from "./present.ts";

/** The most characters of an address. */
const LONGEST = 2048;

/** What to look up; undefined for what is neither a URL, a domain nor an app. */
function addressIn(url: string): Address | undefined {
  const address = addressOf(url);
  return address.hosts.length > 0 || address.app ? address : undefined;
}

/** The main domain of the platform that text names: `linkedin` is at linkedin.com. */
async function domainOf(s: Services, written: string): Promise<Meant> {
  const publication = await s.publication.get(["platform"]);
  const names = await s.names.of(publication, "platform");
  const id = names.find(written) ?? names.find(nearest(written, names.suggestions()) ?? "");
  if (id === undefined) return meaning(undefined);
  const platform = (await s.records.of(publication, [id])).get(id)?.platform;
  const [domain] = platform?.domains ?? [];
  return domain ? meaning(domain.host, `${platform?.name} is at ${domain.host}.`) : meaning(undefined);
}

/** What can be looked up, for errors. */
const ADDRESSES =
  "a URL (https://www.linkedin.com/feed/), a domain (linkedin.com) or an Android package (com.linkedin.android)";

const urlParam = documented(
  z.string().transform((text, ctx): Address => {
    if (text === "") return reject(ctx, "is empty; give a URL or a domain, such as linkedin.com.");
    if ([...text].length > LONGEST)
      return reject(ctx, `is longer than ${LONGEST} characters; its host is enough, such as linkedin.com.`, {
        meant: () => ({ values: addressOf(text).hosts.slice(0, 1), explanation: "" }),
      });
    return (
      addressIn(text) ??
      reject(ctx, `${show(text)} is not ${ADDRESSES}.`, {
        meant: ({ s }) => domainOf(s, text),
        problem: "unknown-domain",
      })
    );
  }),
  {
    name: "url",
    description:
      "A URL or a domain. Also an app: its Android package, androidapp://com.linkedin.android, or its page in Google Play or the App Store.",
    value: { form: { type: "string", minLength: 1, maxLength: LONGEST } },
    example: "https://www.linkedin.com/feed/",
    unknown: "unknown-domain",
  },
);

/** The problem for an address that no platform has, with the nearest host that one has. */
async function unknownAddress(s: Services, publication: Publication, address: Address): Promise<Problem> {
  const located = await s.store.located(publication.id);
  const hosts = located.flatMap(({ domains }) => domains.map(({ host }) => host));
  const sentence = `No platform in the dataset has ${written(address)}.`;
  const near = address.hosts.map((host) => nearest(host, hosts)).find((host) => host !== undefined);
  return unknownThing("unknown-domain", "url", sentence, written(address), meaning(near));
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
    const address = query.url;
    const self = canonicalRequest(path, {
      url: written(address),
      ...audienceQuery(asked),
      // Only if it is named: a host can imply another one than the default.
      plan: query.plan ?? null,
      release: at.release,
    });
    return answer(c, s, at, self, async (publication) => {
      const entry = await s.records.at(publication, address);
      if (!entry) throw await unknownAddress(s, publication, address);
      const { platform, operator } = entry;
      const found = matchIn(platform, address);
      const implied = query.plan === undefined && found.domain ? planOf(found.domain) : undefined;
      const who = implied ? { ...asked, plan: implied } : asked;
      return {
        meta: meta(publication, {
          self,
          platform: canonicalRequest(`/platforms/${platform.id}`, {
            ...audienceAsked(who, at.today),
            release: at.release,
          }),
        }),
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
