import type { Context, Hono } from "hono";
import { body, send } from "../../api/http/respond.ts";
import { type Services, snapshotOf } from "../../api/http/services.ts";
import { audience, LICENCE } from "../../model/index.ts";
import { asset } from "../components/head.ts";
import { LANGUAGES, type LanguageCode } from "../paths.ts";
import { REPOSITORY } from "../project.ts";
import { pathIn } from "../view.ts";
import { everyPage } from "./every-page.ts";
import { type SitemapPage, sitemap, sitemapIndex, sitemapParts } from "./sitemap.ts";

/* What crawlers, browsers and security researchers ask for without a link. These files are the same in every language, so that no path names one. */

const XML = "application/xml; charset=utf-8";
const TEXT = "text/plain; charset=utf-8";
const SECURITY = "/.well-known/security.txt";

/**
 * robots.txt (RFC 9309). Content-Usage is the form of the IETF's working group AIPREF, Content-Signal the one that
 * Cloudflare reads: both say the same.
 */
const robots = (
  origin: string,
): string => `# AI Data Use: what online platforms do with people's data to train AI.
#
# Everything here is open, and every crawler is welcome: those of search engines, of AI assistants, and those
# that collect text to train AI. The dataset is free for every use under ${LICENCE.name} (${LICENCE.url}):
# name AI Data Use as the source.
#
# Whole files are better than crawling: /download. A guide for language models: /llms.txt

User-agent: *
Content-Usage: search=y, train-ai=y
Content-Signal: search=yes, ai-input=yes, ai-train=yes
Allow: /

Sitemap: ${origin}/sitemap.xml
`;

/** How long a contact is good for, in days: RFC 9116 recommends less than a year. */
const CONTACT_DAYS = 360;

/** security.txt (RFC 9116): where to report a vulnerability. It expires with the release. */
function security(origin: string, released: string): string {
  const expires = new Date(Date.parse(released) + CONTACT_DAYS * 86_400_000);
  return `Contact: ${REPOSITORY}/security/advisories/new
Expires: ${expires.toISOString()}
Preferred-Languages: ${LANGUAGES.join(", ")}
Canonical: ${origin}${SECURITY}
Policy: ${REPOSITORY}/blob/main/SECURITY.md
`;
}

/** The pages of a sitemap. */
async function pagesOf(s: Services, origin: string): Promise<SitemapPage[]> {
  const at = await snapshotOf(s);
  const pages = await everyPage(s, at, audience({}, at.today));
  return pages.map(({ path, changed }) => ({
    url: (language) => origin + pathIn(path, language as LanguageCode | undefined),
    changed,
  }));
}

/** A file of the publication and the origin. */
async function answer(
  c: Context,
  s: Services,
  type: string,
  make: (origin: string) => Promise<string>,
): Promise<Response> {
  const origin = s.origin.of(c);
  const at = await snapshotOf(s);
  return send(c, await body(s, at, `site ${origin} ${c.req.path}`, type, () => make(origin)));
}

/** /sitemap.xml: all pages, or the index of the files that have them. */
const sitemapFile = (s: Services) => async (origin: string) => {
  const pages = await pagesOf(s, origin);
  const parts = sitemapParts(pages, LANGUAGES);
  if (parts.length <= 1) return sitemap(pages, LANGUAGES);
  return sitemapIndex(
    parts.map((part, i) => ({
      url: `${origin}/sitemap-${i + 1}.xml`,
      changed:
        part
          .map(({ changed }) => changed)
          .toSorted()
          .at(-1) ?? "",
    })),
  );
};

/** Adds /robots.txt, /.well-known/security.txt, /favicon.ico, /sitemap.xml and, where one file is not enough, /sitemap-1.xml and so on. */
export function addCrawlerFiles(app: Hono, s: Services): void {
  app.get("/robots.txt", (c) => answer(c, s, TEXT, async (origin) => robots(origin)));
  app.get(SECURITY, (c) =>
    answer(c, s, TEXT, async (origin) => security(origin, (await snapshotOf(s)).publication.date)),
  );
  // Browsers ask for it where a page names no icon: JSON, pictures, text.
  app.get("/favicon.ico", (c) => c.redirect(asset("favicon.svg"), 302));
  app.get("/sitemap.xml", (c) => answer(c, s, XML, sitemapFile(s)));
  app.get("/:file{sitemap-[1-9][0-9]*\\.xml}", async (c, next) => {
    const number = Number(/\d+/.exec(c.req.param("file"))?.[0]);
    const parts = sitemapParts(await pagesOf(s, s.origin.of(c)), LANGUAGES);
    const part = parts[number - 1];
    return part === undefined || parts.length === 1
      ? next()
      : answer(c, s, XML, async () => sitemap(part, LANGUAGES));
  });
}
