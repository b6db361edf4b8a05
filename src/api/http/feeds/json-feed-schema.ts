import * as z from "zod";
import "../openapi-method.ts";
import { instant, text, texts, url } from "../values.ts";

const itemSchema = z
  .object({
    id: url("Permanent: the same in every form of the feed."),
    url: url("The page about it."),
    title: text("Its title."),
    content_text: text("Its text, plain."),
    date_published: instant("When it was published.", "2026-11-24T00:00:00Z"),
    date_modified: instant("When it was last changed.", "2026-11-24T00:00:00Z"),
    tags: texts("What it is about."),
  })
  .openapi("JsonFeedItem", { description: "An entry of a feed (JSON Feed 1.1)." });

const authorSchema = z
  .object({ name: text("The author's name.") })
  .openapi("JsonFeedAuthor", { description: "Who wrote a feed (JSON Feed 1.1)." });

/** JSON Feed 1.1, as far as the feeds use it. */
export const jsonFeedSchema = z
  .object({
    version: url("The version of the format."),
    title: text("The feed's title."),
    description: text("What it lists."),
    home_page_url: url("The page with the same entries."),
    feed_url: url("The feed itself."),
    next_url: url("The next page; missing on the last.").optional(),
    language: text("The language of its texts.", "en"),
    authors: z.array(authorSchema).openapi({ description: "Who wrote it." }),
    items: z.array(itemSchema).openapi({ description: "The entries of this page, newest first." }),
  })
  .openapi("JsonFeed", { description: "A feed (JSON Feed 1.1)." });
