import type { Context } from "hono";
import { parseAccept } from "hono/utils/accept";

/** The media ranges that match HTML, most specific first (RFC 9110, 12.5.1). */
const RANGES = ["text/html", "text/*", "*/*"];

/** How much a client wants a media range, from 0 to 1; undefined where it does not name it. */
const weightOf = (header: string, range: string): number | undefined =>
  parseAccept(header).find(({ type }) => type.toLowerCase() === range)?.q;

/**
 * Does an Accept header ask for HTML by name, and at least as much as for JSON? Programs that accept anything
 * (`*` + `/*`) get JSON where a path has both.
 */
export function asksForHtml(accept: string | null | undefined): boolean {
  const html = weightOf(accept ?? "", "text/html") ?? 0;
  return html > 0 && html >= (weightOf(accept ?? "", "application/json") ?? 0);
}

/** Does an Accept header ask for Markdown by name, and at least as much as for HTML and JSON? Browsers never do. */
export function asksForMarkdown(accept: string | null | undefined): boolean {
  const weight = weightOf(accept ?? "", "text/markdown") ?? 0;
  const others = ["text/html", "application/json"].map((range) => weightOf(accept ?? "", range) ?? 0);
  return weight > 0 && others.every((other) => weight >= other);
}

function allowsHtml(accept: string | undefined): boolean {
  const header = accept?.trim();
  if (!header) return true;
  const weights = RANGES.map((range) => weightOf(header, range));
  return (weights.find((weight) => weight !== undefined) ?? 0) > 0;
}

/** Does the client accept HTML? Only a header that excludes it says no; the most specific range decides. */
export const acceptsHtml = (c: Context): boolean => allowsHtml(c.req.header("Accept"));

/** All that answers depend on of an Accept header: two headers of one class get the same answers. */
export const acceptClass = (accept: string | undefined): string =>
  asksForMarkdown(accept)
    ? `markdown ${asksForHtml(accept)}`
    : asksForHtml(accept)
      ? "html"
      : allowsHtml(accept)
        ? "any"
        : "data";
