import { html, raw } from "hono/html";
import NAMES from "../assets/names.json" with { type: "json" };
import { NAME } from "../project.ts";
import { canonicalLinks, plainLink, type View } from "../view.ts";

/** The path of one of the site's own files. */
export const asset = (name: keyof typeof NAMES): string => `/assets/${NAMES[name]}`;

/** A feed that feed readers find, or another form of the page. */
export interface Feed {
  href: string;
  type: string;
  title: string;
}

/** The picture that other sites show where the page is linked (Open Graph). */
export interface Picture {
  /** Path and query. */
  path: string;
  /** What it says. */
  text: string;
}

/** What the head of a page says. */
export interface HeadProps {
  view: View;
  title: string;
  description: string;
  /** Does the page show answers, which depend on the person? */
  answers?: boolean;
  /** Should search engines list it? */
  indexed?: boolean;
  feeds?: readonly Feed[];
  /** What the page says, as schema.org names it. */
  data?: readonly object[] | undefined;
  /** Its scripts, apart from the one of all pages. The page is drawn after they ran, so that nothing moves; Firefox ignores that. */
  scripts?: readonly (keyof typeof NAMES)[];
  /** Its picture. Default: the one of the project. */
  picture?: Picture | undefined;
}

/** JSON inside a script element: nothing in it can end the element. */
const scriptJson = (data: object): string => JSON.stringify(data).replaceAll("<", "\\u003c");

/** The size of every picture, in pixels. */
export const PICTURE = { width: 1200, height: 630 } as const;

/** The picture of the project. */
export const generalPicture = ({ code, words }: Pick<View, "code" | "words">): Picture => ({
  path: asset(`card-${code}.png`),
  text: `${NAME}: ${words.home.title}`,
});

/**
 * What other sites show where the page is linked (ogp.me; X reads the same and `twitter:card`). The description is
 * that of search engines, and the URL the canonical one, which they read where `og:url` is missing.
 */
function preview({ view, title, picture: own }: HeadProps) {
  const picture = own ?? generalPicture(view);
  const properties = [
    ["type", "website"],
    ["site_name", NAME],
    ["title", title],
    ["image", view.origin + picture.path],
    ["image:width", String(PICTURE.width)],
    ["image:height", String(PICTURE.height)],
    ["image:alt", picture.text],
  ] as const;
  return html`${properties.map(([name, value]) => html`<meta property="og:${name}" content="${value}">`)}<meta name="twitter:card" content="summary_large_image">`;
}

/** The head of a page, as text: it has many elements, none of which needs a component. */
export function Head(props: HeadProps) {
  const { view, title, description, indexed = true, feeds = [], data = [], scripts = [] } = props;
  const { canonical, alternates } = canonicalLinks(view);
  const known = html`<link rel="canonical" href="${canonical}">${alternates.map(([language, href]) => html`<link rel="alternate" hreflang="${language}" href="${href}">`)}${preview(props)}`;
  return html`<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${title}</title><meta name="description" property="og:description" content="${description}">${indexed ? known : html`<meta name="robots" content="noindex">`}<meta name="color-scheme" content="light dark"><link rel="icon" type="image/svg+xml" href="${asset("favicon.svg")}"><link rel="stylesheet" href="${asset("site.css")}"><link rel="search" type="application/opensearchdescription+xml" title="${NAME}" href="${plainLink("/opensearch.xml")}">${feeds.map(({ href, type, title: name }) => html`<link rel="alternate" type="${type}" title="${name}" href="${href}">`)}<script src="${asset("choice.js")}"></script>${scripts.map((name) => html`<script defer blocking="render" src="${asset(name)}"></script>`)}${data.length > 0 ? raw(`<script type="application/ld+json">${scriptJson({ "@context": "https://schema.org", "@graph": data })}</script>`) : ""}</head>`;
}
