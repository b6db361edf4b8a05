import { KIND, PURPOSE } from "../../../model/index.ts";
import { isWithdrawn, resolve } from "../../../policy/index.ts";
import { audienceFrom, audienceParams, audienceQuery } from "../../http/audience.ts";
import { endpoint } from "../../http/endpoint.ts";
import { findPlatform, platformErrors } from "../../http/find.ts";
import { termParam } from "../../http/params.ts";
import { Problem } from "../../http/problem.ts";
import { body, caching, canonicalRequest, send } from "../../http/respond.ts";
import { type Services, type Snapshot, snapshotOf } from "../../http/services.ts";

const SUFFIX = ".svg";

/** Image formats that people ask for instead. */
const OTHER_FORMAT = /\.(png|jpe?g|gif|webp|svgz?)$/i;

/** The problem for a file that does not end with `.svg`; the badge of its platform is suggested, where there is one. */
async function otherFormat(s: Services, at: Snapshot, file: string): Promise<Problem> {
  const id = (await s.names.of(at.publication, "platform")).find(file.replace(OTHER_FORMAT, ""));
  const detail = `There is nothing at /badge/${file.slice(0, 100)}. Badges are SVG images, /badge/{id}${SUFFIX}.`;
  if (id === undefined) return new Problem("unknown-path", detail, [{ parameter: "file", detail }]);
  return new Problem("unknown-path", `${detail} Did you mean /badge/${id}${SUFFIX}?`, [
    { parameter: "file", detail, nearest: [id + SUFFIX] },
  ]);
}

/** Finds the platform that a file is named after. */
async function platformOf(s: Services, at: Snapshot, file: string) {
  if (!file.endsWith(SUFFIX)) throw await otherFormat(s, at, file);
  return findPlatform(s, at.publication, file.slice(0, -SUFFIX.length));
}

const badge = endpoint(
  {
    id: "getBadge",
    path: "/badge/{file}",
    tag: "Platforms",
    summary: "A platform's answer as a badge, for use on other sites",
    description:
      "An SVG image with the verdict for one audience: the headline, or the answer for one kind of data or one purpose. A mixed answer shows two of its parts. What terms only permit has other words and another colour than what is practised. Link it to the platform's answer.",
    about: "The answer as an image, for use on other sites.",
    example: "/badge/linkedin.svg?region=DE",
    params: {
      file: {
        description: "The platform's id, and .svg. A former id, an alias or the name redirects to it.",
        example: "linkedin.svg",
      },
    },
    paramsOf: (id) => ({ file: id + SUFFIX }),
    query: {
      ...audienceParams,
      kind: termParam(KIND, "kind", "Only this kind of data. Default: the headline."),
      purpose: termParam(PURPOSE, "purpose", "The worst answer for this purpose. Default: the headline."),
    },
    answer: { type: "string", description: "SVG" },
    mediaType: "image/svg+xml",
    errors: platformErrors,
  },
  async (s, { c, path, params, query }) => {
    const at = await snapshotOf(s, query.release);
    const who = audienceFrom(query, at.today);
    const { platform, operator } = await platformOf(s, at, params["file"] ?? "");
    const { kind, purpose } = query;
    if (kind !== undefined && purpose !== undefined)
      throw new Problem("invalid-parameter", "purpose: give either kind or purpose.", [
        { parameter: "purpose", detail: "purpose: give either kind or purpose." },
      ]);
    const self = canonicalRequest(path, { ...audienceQuery(who), kind, purpose, release: at.release });
    const made = await body(s, at, self, "image/svg+xml; charset=utf-8", async () => {
      // With the widths of all characters: loaded for the first badge.
      const { badgeSvg, wantedBadge, withdrawnBadge } = await import("./badge.ts");
      return isWithdrawn(platform, who.asOf)
        ? withdrawnBadge(platform)
        : badgeSvg(platform.name, wantedBadge(resolve(platform, who, operator), { kind, purpose }));
    });
    return send(c, made, caching(at));
  },
);

/** /badge */
export const badgeEndpoints = [badge];
