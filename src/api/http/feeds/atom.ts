import XMLBuilder from "fast-xml-builder";
import { html } from "hono/html";
import { ATTRIBUTION } from "../../../model/index.ts";
import { permanentId } from "../feed-ids.ts";
import {
  type Block,
  type FeedAbout,
  type FeedEntry,
  type FeedWriter,
  instantOf,
  updatedOf,
} from "./entry.ts";

/** Escapes the five characters of XML in every text and attribute: the one place for Atom. */
const builder = new XMLBuilder({
  ignoreAttributes: false,
  attributeNamePrefix: "@",
  suppressEmptyNode: true,
  processEntities: true,
});

/** Characters that no XML 1.0 document can have (2.2), escaped or not. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters in question
const NOT_XML = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g;
const xmlText = (text: string): string => text.toWellFormed().replace(NOT_XML, "\uFFFD");

/** Plain text: readers must not take it for HTML (RFC 4287, 3.1.1.1). */
const plain = (text: string) => ({ "@type": "text", "#text": xmlText(text) });

/** Blocks as HTML, which the builder escapes once more (RFC 4287, 3.1.1.2). */
const markup = (blocks: readonly Block[]) => ({
  "@type": "html",
  "#text": xmlText(
    blocks
      .map((block) =>
        String(
          typeof block === "string"
            ? html`<p>${block}</p>`
            : html`<ul>${block.map((item) => html`<li>${item}</li>`)}</ul>`,
        ),
      )
      .join(""),
  ),
});

const link = (rel: string, href: string, type?: string) => ({
  "@rel": rel,
  "@href": href,
  ...(type && { "@type": type }),
});

/** The other pages of the feed (RFC 5005, 3). */
const pageLinks = ({ origin, pages }: FeedAbout) =>
  Object.entries(pages).flatMap(([rel, path]) => (path === null ? [] : [link(rel, `${origin}${path}`)]));

const entryOf = ({ origin }: FeedAbout, { name, title, blocks, path, known, categories }: FeedEntry) => ({
  id: permanentId(name),
  title: plain(title),
  published: instantOf(known),
  updated: instantOf(known),
  link: link("alternate", `${origin}${path}`, "text/html"),
  category: categories.map((term) => ({ "@term": term })),
  content: markup(blocks),
});

/** Atom (RFC 4287), in pages (RFC 5005). */
export const atom: FeedWriter = (about, entries) => {
  const { name, title, description, origin, self, home } = about;
  const document = {
    "?xml": { "@version": "1.0", "@encoding": "utf-8" },
    feed: {
      "@xmlns": "http://www.w3.org/2005/Atom",
      "@xml:lang": "en",
      id: permanentId(`feeds${name}`),
      title: plain(title),
      subtitle: plain(description),
      updated: instantOf(updatedOf(entries)),
      link: [
        link("alternate", `${origin}${home}`, "text/html"),
        link("self", `${origin}${self}`, "application/atom+xml"),
        ...pageLinks(about),
      ],
      author: { name: "AI Data Use contributors" },
      rights: plain(ATTRIBUTION),
      entry: entries.map((entry) => entryOf(about, entry)),
    },
  };
  return `${builder.build(document)}\n`;
};
