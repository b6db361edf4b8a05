import robotsParser from "robots-parser";
import { trusted } from "../../text/trusted.ts";
import { fetchPage, type PageLimits } from "./page.ts";

/** The library's types declare an ES module; it is CommonJS, and its default is the function. */
const parse = trusted<typeof robotsParser.default>(robotsParser);

/** What a site's robots.txt says to us (RFC 9309). */
export interface Robots {
  allows(url: string): boolean;
  /** The pause that it asks for between requests, in milliseconds. */
  delayMs: number;
}

const ALL: Robots = { allows: () => true, delayMs: 0 };
const NONE: Robots = { allows: () => false, delayMs: 0 };
const MAX_REDIRECTS = 5;

/** The lines that say who may read what. */
const RULE = /^\s*(user-agent|allow|disallow)\s*:/i;
/** The pause that some sites ask for, which RFC 9309 does not know. */
const RULE_OR_DELAY = /^\s*(user-agent|allow|disallow|crawl-delay)\s*:/i;

/**
 * A robots.txt with only the lines that match. Other lines, such as Content-Signal, may be anywhere (RFC 9309,
 * 2.2.4), but the library ends a group at one between two User-agent lines.
 */
const linesOf = (text: string, pattern: RegExp): string =>
  text
    .split(/\r\n|\r|\n/)
    .filter((line) => pattern.test(line))
    .join("\n");

/**
 * Asks for a site's robots.txt. Without one everything is allowed; where the server fails
 * nothing is (RFC 9309, 2.3.1.3 and 2.3.1.4).
 */
export async function readRobots(origin: string, userAgent: string, limits: PageLimits): Promise<Robots> {
  let url = `${origin}/robots.txt`;
  for (let i = 0; i <= MAX_REDIRECTS; i++) {
    const got = await fetchPage(url, userAgent, limits);
    if (got.kind === "redirect") {
      url = got.to;
      continue;
    }
    if (got.kind === "page") {
      const rules = parse(`${origin}/robots.txt`, linesOf(got.body, RULE));
      const pauses = parse(`${origin}/robots.txt`, linesOf(got.body, RULE_OR_DELAY));
      return {
        allows: (page) => rules.isAllowed(page, userAgent) !== false,
        delayMs: (pauses.getCrawlDelay(userAgent) ?? 0) * 1000,
      };
    }
    if (got.kind === "stopped" && (got.status === null || got.status >= 500)) return NONE;
    return ALL;
  }
  return ALL;
}
