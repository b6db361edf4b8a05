import { canonicalRequest } from "./respond.ts";

/** The feeds of a list, by the end of their path. */
export const FEED_FORMATS = {
  atom: { type: "application/atom+xml", name: "Atom feed (RFC 4287)" },
  json: { type: "application/feed+json", name: "JSON Feed 1.1" },
  ics: { type: "text/calendar", name: "calendar (RFC 5545)" },
} as const;
export type FeedFormat = keyof typeof FEED_FORMATS;
export const FEED_NAMES = Object.keys(FEED_FORMATS) as FeedFormat[];

type Query = Parameters<typeof canonicalRequest>[1];

/** The paths of the feeds of a list. `path`: the list's: `/changes`, `/events`. */
export const feedLinks = (path: string, query: Query = {}): Record<FeedFormat, string> => {
  const at = (format: FeedFormat) => canonicalRequest(`${path}.${format}`, query);
  return { atom: at("atom"), json: at("json"), ics: at("ics") };
};

/** The most characters of a `Link` header: proxies refuse answers with long headers. */
const LONGEST = 1500;

/** The `Link` header by which feed readers find the feeds of some lists (RFC 8288); none where it would be too long. */
export function feedHeader(paths: readonly string[], query: Query = {}): Record<string, string> {
  const links = paths.flatMap((path) =>
    FEED_NAMES.map((f) => `<${feedLinks(path, query)[f]}>; rel="alternate"; type="${FEED_FORMATS[f].type}"`),
  );
  const Link = links.join(", ");
  return Link.length > LONGEST ? {} : { Link };
}

/** The id of the operation for a feed: `getChangesAtom`. */
export const feedOperation = (id: string, format: FeedFormat): string =>
  `${id}${format[0]?.toUpperCase()}${format.slice(1)}`;
