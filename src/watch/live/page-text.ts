import gfm from "joplin-turndown-plugin-gfm";
import Turndown from "turndown";

/*
 * Pages are turned into Markdown as Open Terms Archive turns them: with Turndown and Joplin's plugin for
 * tables, without options (its src/archivist/extract/markdown.js). The text of a page and of an archived copy
 * then go through the same normalisation, so that tables, lists, images and inline tags give the same words.
 */
const turndown = new Turndown();
turndown.use(gfm.gfm);
// The archive converts a part of the page; these are never in it.
turndown.remove(["script", "style", "title", "template"]);

/** The Markdown of an HTML page. */
export const markdownOf = (html: string): string => turndown.turndown(html);
