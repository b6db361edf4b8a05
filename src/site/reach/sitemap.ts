import { escapeXml } from "./xml.ts";

/** A page in a sitemap. */
export interface SitemapPage {
  /** Its URL in a language; undefined for the one that the browser's languages decide. */
  url(language: string | undefined): string;
  /** The day of its last change. */
  changed: string;
}

/** sitemaps.org allows 50,000 URLs in a file, and 50 MB: with its alternates a URL takes some 700 bytes. */
export const MOST_URLS = 40_000;

const HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n';
const NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9";

/** The parts of a site that fit into one file each. */
export function sitemapParts(
  pages: readonly SitemapPage[],
  languages: readonly string[],
  most = MOST_URLS,
): SitemapPage[][] {
  const size = Math.floor(most / languages.length);
  return Array.from({ length: Math.ceil(pages.length / size) }, (_, i) =>
    pages.slice(i * size, (i + 1) * size),
  );
}

/** A sitemap (sitemaps.org 0.9): each page in each language, with its alternates as Google reads them. */
export function sitemap(pages: readonly SitemapPage[], languages: readonly string[]): string {
  const entry = ({ url, changed }: SitemapPage): string => {
    const alternates = [...languages, undefined]
      .map(
        (language) =>
          `<xhtml:link rel="alternate" hreflang="${language ?? "x-default"}" href="${escapeXml(url(language))}"/>`,
      )
      .join("");
    return languages
      .map(
        (language) =>
          `<url><loc>${escapeXml(url(language))}</loc><lastmod>${changed}</lastmod>${alternates}</url>\n`,
      )
      .join("");
  };
  return `${HEAD}<urlset xmlns="${NAMESPACE}" xmlns:xhtml="http://www.w3.org/1999/xhtml">\n${pages.map(entry).join("")}</urlset>\n`;
}

/** The index of several sitemaps, with the last change in each. */
export const sitemapIndex = (files: readonly { url: string; changed: string }[]): string =>
  `${HEAD}<sitemapindex xmlns="${NAMESPACE}">\n${files
    .map(
      ({ url, changed }) => `<sitemap><loc>${escapeXml(url)}</loc><lastmod>${changed}</lastmod></sitemap>\n`,
    )
    .join("")}</sitemapindex>\n`;
