import { canonicalRequest } from "./respond.ts";

/** The feeds of a list of changes, by the end of their path. */
export const FEED_FORMATS = {
  atom: { type: "application/atom+xml", name: "Atom feed (RFC 4287)" },
  json: { type: "application/feed+json", name: "JSON Feed 1.1" },
  ics: { type: "text/calendar", name: "calendar (RFC 5545)" },
} as const;
export type FeedFormat = keyof typeof FEED_FORMATS;
export const FEED_NAMES = Object.keys(FEED_FORMATS) as FeedFormat[];

/** The paths of the feeds of a list of changes. `base` is empty for all changes, a platform's path for its own. */
export const feedLinks = (
  base: string,
  query: Parameters<typeof canonicalRequest>[1] = {},
): Record<FeedFormat, string> => {
  const at = (format: FeedFormat) => canonicalRequest(`${base}/changes.${format}`, query);
  return { atom: at("atom"), json: at("json"), ics: at("ics") };
};

/** The `Link` header by which feed readers find them (RFC 8288). */
export const feedHeader = (
  base: string,
  query: Parameters<typeof canonicalRequest>[1] = {},
): { Link: string } => ({
  Link: FEED_NAMES.map(
    (f) => `<${feedLinks(base, query)[f]}>; rel="alternate"; type="${FEED_FORMATS[f].type}"`,
  ).join(", "),
});
