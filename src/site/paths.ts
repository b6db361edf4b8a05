import { asksForHtml, asksForMarkdown } from "../api/http/negotiate.ts";
import type { LanguageCode } from "../language/index.ts";

/*
 * Which requests are for the site. Kept apart from the pages, so that a server loads those only when the first
 * one is asked for.
 */

/** The languages of the site, as src/language has them; the first is the default. */
export const LANGUAGES = ["en", "de"] as const satisfies readonly LanguageCode[];
export type { LanguageCode };

/** Paths that also have JSON: browsers get the page. */
const IN_BOTH_FORMS =
  /^\/(platforms(\/[^/]+)?|operators\/[^/]+|events|changes|releases(\/(?:(?!\.\.\.)[^/])+)?|compare|stats|download|problems(\/[^/]+)?)?$/;

/** Paths that only the site has. */
const ONLY_PAGES =
  /^\/(search|platforms\/[^/]+\/(evidence|plans)|categories\/[^/]+|plans|myths|developers|method|checklist|vendor-review(\.csv)?)$/;

/** Files at paths that are agreed on everywhere, which are the same in every language. */
const FOR_CRAWLERS = /^\/(robots\.txt|sitemap(-[1-9]\d*)?\.xml|favicon\.ico|\.well-known\/security\.txt)$/;

export const isForCrawlers = (path: string): boolean => FOR_CRAWLERS.test(path);

/** Other forms of pages, for programs and other sites. */
const OTHER_FORMS =
  /^\/(llms\.txt|opensearch\.xml|search\/suggestions|platforms\/[^/]+\.md|(embed|card)\/[^/]+)$/;

/** A platform, whose page has a form in Markdown at the same path. */
const PLATFORM = /^\/platforms\/[^/]+$/;

/** A path, and the language that it names. */
export interface LocalPath {
  /** The language in the path; undefined where the browser's languages decide. */
  prefix: LanguageCode | undefined;
  /** The path without it. */
  path: string;
}

/** Takes the language from the beginning of a path. */
export function localPath(pathname: string): LocalPath {
  const [, prefix, rest = ""] = /^\/([a-z]{2})(\/.*)?$/.exec(pathname) ?? [];
  const code = LANGUAGES.find((language) => language === prefix);
  return code ? { prefix: code, path: rest === "" ? "/" : rest } : { prefix: undefined, path: pathname };
}

/** What the site does with a request: it has the page, it gives an API's error the form of a page, or nothing. */
export type Part = "page" | "errors" | "none";

/** The part of the site in a request. Under /v1 every client gets JSON. */
export function partFor(request: Request): Part {
  const { prefix, path } = localPath(new URL(request.url).pathname);
  if (!["GET", "HEAD"].includes(request.method)) return "none";
  if (prefix !== undefined || ONLY_PAGES.test(path) || OTHER_FORMS.test(path) || isForCrawlers(path))
    return "page";
  if (PLATFORM.test(path) && asksForMarkdown(request.headers.get("Accept"))) return "page";
  if (/^\/v1(\/|$)/.test(path) || !asksForHtml(request.headers.get("Accept"))) return "none";
  return IN_BOTH_FORMS.test(path) ? "page" : "errors";
}
