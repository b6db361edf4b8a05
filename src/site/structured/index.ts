import type { Services } from "../../api/http/services.ts";
import { AUTHOR, DESCRIPTION, KEYWORDS, TITLE } from "../../exports/metadata.ts";
import { ATTRIBUTION, LICENCE } from "../../model/index.ts";
import { NAME, REPOSITORY } from "../project.ts";
import { absolute, type View } from "../view.ts";

/*
 * What pages say in the terms of schema.org, for search engines. Each function gives one node of the page's graph;
 * names of nodes (`@id`) are the same on every page.
 */

const organizationId = ({ origin }: View): string => `${origin}/#organization`;

/** Who makes the dataset. */
export const organization = (view: View) => ({
  "@type": "Organization",
  "@id": organizationId(view),
  name: AUTHOR,
  url: view.origin,
  sameAs: [REPOSITORY],
});

/** The site, and how to search it. */
export const website = (view: View) => ({
  "@type": "WebSite",
  name: NAME,
  url: absolute(view, "/"),
  inLanguage: view.code,
  publisher: { "@id": organizationId(view) },
  potentialAction: {
    "@type": "SearchAction",
    target: { "@type": "EntryPoint", urlTemplate: `${absolute(view, "/search")}?q={search_term_string}` },
    "query-input": "required name=search_term_string",
  },
});

/** Files that tools load, as src/exports names them. */
const FILES = [
  ["ai-data-use.json", "application/json"],
  ["ai-data-use.sqlite", "application/vnd.sqlite3"],
  ["croissant.json", "application/ld+json"],
  ["dcat.json", "application/ld+json"],
] as const;

/** The dataset, with the same facts as in its own metadata (DCAT, Croissant). */
export function dataset(view: View, { downloads }: Pick<Services, "downloads">) {
  const { publication, origin } = view;
  return {
    "@type": "Dataset",
    name: TITLE,
    description: DESCRIPTION,
    url: `${origin}/download`,
    inLanguage: "en",
    keywords: KEYWORDS,
    isAccessibleForFree: true,
    license: LICENCE.url,
    creditText: ATTRIBUTION,
    creator: { "@id": organizationId(view) },
    publisher: { "@id": organizationId(view) },
    ...(publication && { version: publication.version, dateModified: publication.date }),
    // A server can be without downloads.
    ...(downloads && {
      distribution: FILES.map(([file, encodingFormat]) => ({
        "@type": "DataDownload",
        name: file,
        contentUrl: `${origin}/download/latest/${file}`,
        encodingFormat,
      })),
    }),
  };
}

/** A page above the present one, or the present one. */
export interface Crumb {
  name: string;
  path: string;
}

/** Where the page is in the site: the home page is added. */
export const breadcrumbs = (view: View, trail: readonly Crumb[]) => ({
  "@type": "BreadcrumbList",
  itemListElement: [{ name: NAME, path: "/" }, ...trail].map(({ name, path }, i) => ({
    "@type": "ListItem",
    position: i + 1,
    name,
    item: absolute(view, path),
  })),
});
