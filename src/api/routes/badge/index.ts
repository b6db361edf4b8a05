import type { Context } from "hono";
import type * as z from "zod";
import { KIND, PURPOSE } from "../../../model/index.ts";
import { isWithdrawn, resolve } from "../../../policy/index.ts";
import { audienceFrom, audienceParams, audienceQuery } from "../../http/audience.ts";
import { endpoint } from "../../http/endpoint.ts";
import { findPlatform, platformErrors } from "../../http/find.ts";
import { idParam, termParam } from "../../http/params.ts";
import { Problem } from "../../http/problem.ts";
import { body, caching, canonicalRequest, JSON_TYPE, send } from "../../http/respond.ts";
import { type Services, type Snapshot, snapshotOf } from "../../http/services.ts";

/** The forms of a badge by the ending of its file, with their media types. */
const TYPES = { ".svg": "image/svg+xml; charset=utf-8", ".json": JSON_TYPE } as const;
type Suffix = keyof typeof TYPES;

/** A file of a badge: whose, and in which form. */
interface BadgeFile {
  id: string;
  suffix: Suffix;
}

const fileOf = (file: string): BadgeFile | undefined => {
  const suffix = (Object.keys(TYPES) as Suffix[]).find((ending) => file.endsWith(ending));
  return suffix && { id: file.slice(0, -suffix.length), suffix };
};

/** What a badge is asked for. */
const query = {
  ...audienceParams,
  kind: termParam(KIND, "kind", "Only this kind of data. Default: the headline."),
  purpose: termParam(
    PURPOSE,
    "purpose",
    "The worst answer for this purpose; with `kind`, of the practices that use it. Default: the headline.",
  ),
};

/** A request for a badge. */
interface BadgeRequest extends BadgeFile {
  c: Context;
  path: string;
  at: Snapshot;
  query: z.output<z.ZodObject<typeof query>>;
}

/** Sends a badge. @throws {Moved} @throws {Problem} */
async function sendBadge(s: Services, { c, path, at, query, id, suffix }: BadgeRequest): Promise<Response> {
  const who = audienceFrom(query, at.today);
  const { platform, operator } = await findPlatform(s, at.publication, id);
  const { kind, purpose } = query;
  const self = canonicalRequest(path, { ...audienceQuery(who), kind, purpose, release: at.release });
  const made = await body(s, at, self, TYPES[suffix], async () => {
    // With the widths of all characters: loaded for the first badge.
    const { badgeParts, wantedBadge, WRITERS } = await import("./badge.ts");
    const shown = isWithdrawn(platform, who.asOf)
      ? undefined
      : wantedBadge(resolve(platform, who, operator), { kind, purpose });
    return WRITERS[suffix](badgeParts(platform, shown));
  });
  return send(c, made, caching(at));
}

/** Image formats that people ask for instead. */
const OTHER_FORMAT = /(\.(png|jpe?g|gif|webp|svgz?))+$/i;

/** The problem for a file of another form; the badge of its platform is suggested, where there is one. */
async function otherFormat(s: Services, at: Snapshot, file: string): Promise<Problem> {
  const id = (await s.names.of(at.publication, "platform")).find(file.replace(OTHER_FORMAT, ""));
  const detail = `There is nothing at /badge/${file.slice(0, 100)}. Badges are SVG images, /badge/{id}.svg, and JSON for shields.io, /badge/{id}.json.`;
  if (id === undefined) return new Problem("unknown-path", detail, [{ parameter: "file", detail }]);
  return new Problem("unknown-path", `${detail} Did you mean /badge/${id}.svg?`, [
    { parameter: "file", detail, nearest: [`${id}.svg`], part: file },
  ]);
}

const badge = endpoint(
  {
    id: "getBadge",
    path: "/badge/{file}",
    tag: "Platforms",
    summary: "A platform's answer as a badge, for use on other sites",
    description:
      "An SVG image with the verdict for one audience: the headline, or the answer for one kind of data, one purpose, or both. A mixed answer shows two of its parts. What terms only permit has other words and another colour than what is practised. Link it to the platform's answer. /platforms/{id}/badge.json is what shields.io reads to draw the badge in one of its own styles; it is also at this path with .json instead of .svg.",
    about: "The answer as an image, for use on other sites.",
    example: "/badge/linkedin.svg?region=DE",
    params: {
      file: {
        description: "The platform's id, a former id, an alias or the name, and .svg.",
        example: "linkedin.svg",
      },
    },
    paramsOf: (id, { file = "" }) => ({ file: id + (fileOf(file)?.suffix ?? ".svg") }),
    query,
    answer: { type: "string", description: "SVG" },
    mediaType: "image/svg+xml",
    errors: platformErrors,
  },
  async (s, { c, path, params, query }) => {
    const at = await snapshotOf(s, query.release);
    const file = params["file"] ?? "";
    const badgeFile = fileOf(file);
    if (!badgeFile || OTHER_FORMAT.test(badgeFile.id)) throw await otherFormat(s, at, file);
    return sendBadge(s, { c, path, at, query, ...badgeFile });
  },
);

const badgeData = endpoint(
  {
    id: "getBadgeData",
    path: "/platforms/{id}/badge.json",
    tag: "Platforms",
    summary: "A platform's badge as data, for shields.io",
    description:
      "The texts and colours of the badge, as shields.io reads them to draw it in one of its own styles (https://shields.io/badges/endpoint-badge).",
    example: "/platforms/linkedin/badge.json?region=DE",
    params: idParam("platform", "linkedin"),
    query,
    errors: platformErrors,
  },
  async (s, { c, path, id, query }) =>
    sendBadge(s, { c, path, at: await snapshotOf(s, query.release), query, id, suffix: ".json" }),
);

/** /badge and /platforms/{id}/badge.json */
export const badgeEndpoints = [badge, badgeData];
