import * as z from "zod";
import { audience } from "../../model/index.ts";
import { asset } from "../components/head.ts";
import { resource } from "../http/resource.ts";
import { NAME } from "../project.ts";
import { absolute, link } from "../view.ts";
import { escapeXml } from "./xml.ts";

/** How many names browsers show below the search field. */
const MOST = 8;

/** /opensearch.xml: lets a browser search the site (OpenSearch 1.1). */
export const openSearch = resource({
  path: "/opensearch.xml",
  query: {},
  type: "application/opensearchdescription+xml; charset=utf-8",
  make: async ({ view }) => {
    const { origin, words } = view;
    const url = (type: string, path: string): string =>
      `<Url type="${type}" template="${escapeXml(`${absolute(view, path)}?q=`)}{searchTerms}"/>`;
    return `<?xml version="1.0" encoding="UTF-8"?>
<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">
<ShortName>${escapeXml(NAME)}</ShortName>
<Description>${escapeXml(words.search.label)}</Description>
<InputEncoding>UTF-8</InputEncoding>
<Language>${view.code}</Language>
<Image type="image/svg+xml">${escapeXml(origin + asset("favicon.svg"))}</Image>
${url("text/html", "/search")}
${url("application/x-suggestions+json", "/search/suggestions")}
</OpenSearchDescription>
`;
  },
});

/** /search/suggestions: names that begin with the words, in the form that browsers read. */
export const suggestions = resource({
  path: "/search/suggestions",
  query: { q: z.string().trim().max(200, "is longer than 200 characters.").optional() },
  type: "application/x-suggestions+json; charset=utf-8",
  make: async ({ s, at, view, query: { q = "" } }) => {
    const found =
      q === ""
        ? []
        : (
            await s.store.list(at.publication.id, {
              audience: audience({}, at.today),
              q,
              sort: "relevance",
              descending: false,
              limit: MOST,
            })
          ).items;
    const urls = found.map(({ id }) => view.origin + link(view, `/platforms/${id}`));
    return `${JSON.stringify([q, found.map((p) => p.name), found.map((p) => p.domains[0] ?? ""), urls])}\n`;
  },
});
