import { KIND, PURPOSE } from "../../../model/index.ts";
import { isWithdrawn, resolve } from "../../../policy/index.ts";
import { audienceFrom, audienceParams, audienceQuery } from "../../http/audience.ts";
import { endpoint } from "../../http/endpoint.ts";
import { findPlatform, platformErrors } from "../../http/find.ts";
import { termParam } from "../../http/params.ts";
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

/** Image formats that people ask for instead. */
const OTHER_FORMAT = /\.(png|jpe?g|gif|webp|svgz?)$/i;

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
      "An SVG image with the verdict for one audience: the headline, or the answer for one kind of data, one purpose, or both. A mixed answer shows two of its parts. What terms only permit has other words and another colour than what is practised. With .json instead of .svg it is what shields.io reads to draw the badge in one of its own styles (https://shields.io/badges/endpoint-badge). Link it to the platform's answer.",
    about: "The answer as an image, for use on other sites.",
    example: "/badge/linkedin.svg?region=DE",
    params: {
      file: {
        description:
          "The platform's id, and .svg, or .json for shields.io. A former id, an alias or the name redirects to it.",
        example: "linkedin.svg",
      },
    },
    paramsOf: (id, { file = "" }) => ({ file: id + (fileOf(file)?.suffix ?? ".svg") }),
    query: {
      ...audienceParams,
      kind: termParam(KIND, "kind", "Only this kind of data. Default: the headline."),
      purpose: termParam(
        PURPOSE,
        "purpose",
        "The worst answer for this purpose; with `kind`, of the practices that use it. Default: the headline.",
      ),
    },
    answer: { type: "string", description: "SVG" },
    mediaType: "image/svg+xml",
    errors: platformErrors,
  },
  async (s, { c, path, params, query }) => {
    const at = await snapshotOf(s, query.release);
    const who = audienceFrom(query, at.today);
    const file = params["file"] ?? "";
    const badgeFile = fileOf(file);
    if (!badgeFile) throw await otherFormat(s, at, file);
    const { id, suffix } = badgeFile;
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
  },
);

/** /badge */
export const badgeEndpoints = [badge];
