import { z } from "@hono/zod-openapi";
import { makeBadge } from "badge-maker";
import { verdictInWords } from "../../language/en/index.ts";
import { PURPOSE, type VERDICT } from "../../model/index.ts";
import { resolve, worst } from "../../policy/index.ts";
import { audienceFrom, audienceParams, audienceQuery, termParam } from "../params.ts";
import { Problem } from "../problem.ts";
import { body, caching, canonicalRequest, reading, type Services, send } from "../respond.ts";
import { type Api, dataRoute, findPlatform, Moved, platformErrors, serve } from "../routing.ts";

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

const route = dataRoute({
  id: "getBadge",
  path: "/badge/{file}",
  tag: "Platforms",
  summary: "A platform's answer as a badge, for other people's pages",
  description:
    "An SVG image that says what it means for one audience: the overall verdict, or that of one purpose. Link it to the platform's answer.",
  params: z.object({
    file: z.string().openapi({
      param: { name: "file", in: "path" },
      description: "The platform's id, and .svg.",
      example: "linkedin.svg",
    }),
  }),
  query: {
    ...audienceParams,
    purpose: termParam(PURPOSE, "purpose", "Only this purpose. Left out: the worst of those that train."),
  },
  answer: z.any().openapi({ type: "string", description: "SVG" }),
  mediaType: "image/svg+xml",
  example: "<svg …>",
  errors: platformErrors,
});

/** Finds the platform that a file is named after; an alias leads to the file of its id. */
async function platformOf(s: Services, at: Awaited<ReturnType<typeof reading>>, file: string) {
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

/** The route /badge. */
export function badgeRoutes(api: Api, s: Services): void {
  serve(api, route, async ({ c, path, params, query }) => {
    const at = await reading(s, query.release);
    const who = audienceFrom(query, at.today);
    const found = await platformOf(s, at, params["file"] ?? "");
    const self = canonicalRequest(path, {
      ...audienceQuery(who),
      purpose: query.purpose,
      release: at.release,
    });
    const made = await body(s, at, self, "image/svg+xml; charset=utf-8", async () => {
      const { overall, practices } = resolve(found.platform, who, found.operator);
      const verdict =
        query.purpose === undefined
          ? overall
          : worst(practices.filter((p) => p.purpose === query.purpose).map((p) => p.verdict));
      return makeBadge({
        label: `${found.platform.name}: AI training`,
        message: verdictInWords(verdict),
        color: COLOURS[verdict],
        style: "flat",
      });
    });
    return send(c, made, {
      // An image on other people's pages: it loads nothing, and its styles are its own.
      "Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'",
      ...caching(at),
    });
  });
}
