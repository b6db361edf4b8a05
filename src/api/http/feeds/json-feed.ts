import { permanentId } from "../feed-ids.ts";
import { type FeedWriter, instantOf, textOf } from "./entry.ts";

/** JSON Feed 1.1 (jsonfeed.org/version/1.1), in pages (`next_url`). Its texts are plain. */
export const jsonFeed: FeedWriter = ({ title, description, origin, self, home, pages }, entries) =>
  `${JSON.stringify({
    version: "https://jsonfeed.org/version/1.1",
    title,
    description,
    home_page_url: `${origin}${home}`,
    feed_url: `${origin}${self}`,
    ...(pages.next !== null && { next_url: `${origin}${pages.next}` }),
    language: "en",
    authors: [{ name: "AI Data Use contributors" }],
    items: entries.map((entry) => ({
      id: permanentId(entry.name),
      url: `${origin}${entry.path}`,
      title: entry.title,
      content_text: textOf(entry.blocks),
      date_published: instantOf(entry.known),
      date_modified: instantOf(entry.known),
      tags: entry.categories,
    })),
  })}\n`;
