import { z } from "@hono/zod-openapi";
import { makeBadge } from "badge-maker";
import { verdictInWords } from "../../../language/en/index.ts";
import { PURPOSE, type VERDICT } from "../../../model/index.ts";
import { resolve, worst } from "../../../policy/index.ts";
import { audienceFrom, audienceParams, audienceQuery } from "../../http/audience.ts";
import { endpoint } from "../../http/endpoint.ts";
import { findPlatform, Moved, platformErrors } from "../../http/find.ts";
import { termParam } from "../../http/params.ts";
import { Problem } from "../../http/problem.ts";
import { body, caching, canonicalRequest, send } from "../../http/respond.ts";
import { type Services, type Snapshot, snapshotOf } from "../../http/services.ts";

/** White on each of these has a contrast of at least 4.5 to 1 (WCAG 2.2, 1.4.3). */
export const COLOURS: Readonly<Record<keyof typeof VERDICT, string>> = {
  "no-choice": "#b3261e",
  "on-by-default": "#b54708",
  disputed: "#6941c6",
  asked: "#175cd3",
  "off-by-default": "#0e7569",
  "not-stated": "#57606a",
  "not-used": "#1a7a37",
};

const SUFFIX = ".svg";

/** Finds the platform that a file is named after; an alias redirects to the file of its id. */
async function platformOf(s: Services, at: Snapshot, file: string) {
  if (!file.endsWith(SUFFIX))
    throw new Problem(
      "unknown-path",
      `There is nothing at /badge/${file}. Did you mean /badge/${file}${SUFFIX}?`,
      [{ parameter: "file", detail: `Badges end with ${SUFFIX}.`, nearest: [file + SUFFIX] }],
    );
  try {
    return await findPlatform(s, at.publication, file.slice(0, -SUFFIX.length));
  } catch (error) {
    if (error instanceof Moved) throw new Moved(error.from + SUFFIX, error.to + SUFFIX);
    throw error;
  }
}

/** An image on other sites' pages: it loads nothing, and its styles are inline. */
const BADGE_CSP = "default-src 'none'; style-src 'unsafe-inline'";

const badge = endpoint(
  {
    id: "getBadge",
    path: "/badge/{file}",
    tag: "Platforms",
    summary: "A platform's answer as a badge, for use on other sites",
    description:
      "An SVG image with the verdict for one audience: overall, or for one purpose. Link it to the platform's answer.",
    about: "The answer as an image, for use on other sites.",
    example: "/badge/linkedin.svg?region=DE",
    params: z.object({
      file: z.string().openapi({
        param: { name: "file", in: "path" },
        description: "The platform's id, and .svg.",
        example: "linkedin.svg",
      }),
    }),
    query: {
      ...audienceParams,
      purpose: termParam(PURPOSE, "purpose", "Only this purpose. Default: the worst of those that train."),
    },
    answer: z.any().openapi({ type: "string", description: "SVG" }),
    mediaType: "image/svg+xml",
    errors: platformErrors,
  },
  async (s, { c, path, params, query }) => {
    const at = await snapshotOf(s, query.release);
    const who = audienceFrom(query, at.today);
    const { platform, operator } = await platformOf(s, at, params["file"] ?? "");
    const { purpose } = query;
    const self = canonicalRequest(path, { ...audienceQuery(who), purpose, release: at.release });
    const made = await body(s, at, self, "image/svg+xml; charset=utf-8", async () => {
      const { overall, practices } = resolve(platform, who, operator);
      const verdict =
        purpose === undefined
          ? overall
          : worst(practices.filter((p) => p.purpose === purpose).map((p) => p.verdict));
      return makeBadge({
        label: `${platform.name}: AI training`,
        message: verdictInWords(verdict),
        color: COLOURS[verdict],
        style: "flat",
      });
    });
    return send(c, made, { "Content-Security-Policy": BADGE_CSP, ...caching(at) });
  },
);

/** /badge */
export const badgeEndpoints = [badge];
