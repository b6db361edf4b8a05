import type { Context, MiddlewareHandler } from "hono";
import type { OriginSource } from "./origin.ts";
import { type Problem, type ProblemMessage, problemMessage } from "./problem.ts";
import { unprefixed } from "./respond.ts";

/*
 * The headers that say what browsers and shared caches may do with an answer: one row for each type of
 * response. docs/headers.md explains them; tests compare it and every answer with this table.
 */

/** The types of response. */
export type ResponseType =
  | "json"
  | "site"
  | "docs"
  | "asset"
  | "image"
  | "embed"
  | "module"
  | "text"
  | "feed"
  | "download"
  | "problem";

type Headers = Readonly<Record<string, string>>;

/** Nothing may be loaded, and no other site may show it in a frame. */
const DATA_CSP = "default-src 'none'; frame-ancestors 'none'";

/** The site loads its own styles, scripts and images, and nothing from other sites; nothing is inline. */
const SITE_CSP =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

/** Swagger UI's own scripts, and styles that it writes into the page. */
const DOCS_CSP =
  "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/** Any site may show it, also in a frame; it loads nothing, and its styles are inline. */
const IMAGE_CSP = "default-src 'none'; style-src 'unsafe-inline'";

/** The frame on other sites: its own styles, and nothing else. The only page that others may show in a frame. */
const EMBED_CSP = "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none'";

const PERMISSIONS =
  "accelerometer=(), browsing-topics=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), magnetometer=(), microphone=(), payment=(), usb=()";

const EVERYWHERE: Headers = { "X-Content-Type-Options": "nosniff", "Referrer-Policy": "no-referrer" };

/** What other sites may read with scripts, and show. */
const FOR_OTHERS: Headers = {
  "Access-Control-Allow-Origin": "*",
  "Cross-Origin-Resource-Policy": "cross-origin",
};

/** A document that a person opens: other sites get no reference to its window, and it gets no devices. */
const DOCUMENT: Headers = {
  "Cross-Origin-Opener-Policy": "same-origin",
  "Permissions-Policy": PERMISSIONS,
};

/** The answer depends on these headers of the request. */
const NEGOTIATED: Headers = { Vary: "Accept, Accept-Encoding" };

/** Each type's headers. `Cache-Control` depends on the answer: its handler sets it. */
export const HEADERS: Readonly<Record<ResponseType, Headers>> = {
  json: { ...EVERYWHERE, ...FOR_OTHERS, ...NEGOTIATED, "Content-Security-Policy": DATA_CSP },
  site: {
    ...EVERYWHERE,
    ...NEGOTIATED,
    ...DOCUMENT,
    "Cross-Origin-Resource-Policy": "same-origin",
    "Content-Security-Policy": SITE_CSP,
  },
  docs: { ...EVERYWHERE, ...FOR_OTHERS, ...NEGOTIATED, ...DOCUMENT, "Content-Security-Policy": DOCS_CSP },
  asset: {
    ...EVERYWHERE,
    Vary: "Accept-Encoding",
    "Cache-Control": "public, max-age=86400",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Content-Security-Policy": DATA_CSP,
  },
  image: {
    ...EVERYWHERE,
    ...FOR_OTHERS,
    ...NEGOTIATED,
    "Permissions-Policy": PERMISSIONS,
    "Content-Security-Policy": IMAGE_CSP,
  },
  embed: {
    ...EVERYWHERE,
    ...FOR_OTHERS,
    ...NEGOTIATED,
    "Permissions-Policy": PERMISSIONS,
    "Content-Security-Policy": EMBED_CSP,
  },
  module: {
    ...EVERYWHERE,
    ...FOR_OTHERS,
    Vary: "Accept-Encoding",
    "Cache-Control": "public, max-age=86400",
    "Content-Security-Policy": DATA_CSP,
  },
  text: { ...EVERYWHERE, ...FOR_OTHERS, ...NEGOTIATED, "Content-Security-Policy": DATA_CSP },
  feed: { ...EVERYWHERE, ...FOR_OTHERS, ...NEGOTIATED, "Content-Security-Policy": DATA_CSP },
  download: { ...EVERYWHERE, ...FOR_OTHERS, "Content-Security-Policy": DATA_CSP },
  problem: { ...EVERYWHERE, ...FOR_OTHERS, ...NEGOTIATED, "Content-Security-Policy": DATA_CSP },
};

/** The headers that scripts of other sites may read. */
export const EXPOSED = [
  "ETag",
  "X-Request-Id",
  "Link",
  "Content-Location",
  "Accept-Ranges",
  "Content-Range",
  "Repr-Digest",
  "Retry-After",
  "RateLimit",
  "RateLimit-Policy",
];

/** Only TLS, for a year. Browsers ignore it on answers without TLS (RFC 6797, 8.1), so it is not sent there. */
export const STRICT_TRANSPORT = "max-age=31536000";

/** Paths whose answers are of one type, whatever the client accepts. */
const BY_PATH: readonly [RegExp, ResponseType][] = [
  [/^\/docs$/, "docs"],
  [/^\/badge\/.*\.json$/, "json"],
  [/^\/badge\//, "image"],
  [/^\/download\/[^/]+\/./, "download"],
  [/\.(atom|ics)$|^\/(events|changes|releases|new-platforms|platforms\/[^/]+\/changes)\.json$/, "feed"],
];

/** The type of an answer. */
function typeOf(c: Context): ResponseType {
  if (c.res.status >= 400) return "problem";
  const path = unprefixed(c.req.path);
  return BY_PATH.find(([pattern]) => pattern.test(path))?.[1] ?? "json";
}

/** The `Vary` of a type, with the request headers that the origin of URLs depends on. */
const varyOf = (vary: string | undefined, origin: OriginSource): string =>
  [...(vary === undefined ? [] : [vary]), ...origin.headers].join(", ");

/**
 * Gives every answer of the API the headers of its type. An answer that does not say how long it may be kept
 * is not stored.
 * @param origin what `Vary` and HSTS depend on
 */
export const responseHeaders =
  (origin: OriginSource): MiddlewareHandler =>
  async (c, next) => {
    await next();
    const { headers } = c.res;
    const row = HEADERS[typeOf(c)];
    for (const [name, value] of Object.entries(row)) headers.set(name, value);
    const vary = varyOf(row["Vary"], origin);
    if (vary !== "") headers.set("Vary", vary);
    if (!headers.has("Cache-Control")) headers.set("Cache-Control", "no-store");
    if (origin.of(c).startsWith("https:")) headers.set("Strict-Transport-Security", STRICT_TRANSPORT);
  };

/** The headers of the reference's own files, which are answered without the API. */
export const assetHeaders = (): Headers => HEADERS.asset;

/** The headers of a script that other sites load. */
export const moduleHeaders = (): Headers => HEADERS.module;

/** A problem that is answered without the API, with the headers of its type. @param path without the query */
export function problemOutside(problem: Problem, path: string): ProblemMessage {
  const { headers, ...message } = problemMessage(problem, unprefixed(path));
  const all = { ...headers, ...HEADERS.problem, "Access-Control-Expose-Headers": EXPOSED.join(",") };
  return { ...message, headers: all };
}
