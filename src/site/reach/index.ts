import type { Page } from "../http/resource.ts";
import { card } from "./card.ts";
import { embed, embedJson } from "./embed.tsx";
import { llms } from "./llms.ts";
import { markdownForm, markdownTwin } from "./platform-text.ts";
import { openSearch, suggestions } from "./search.ts";

export { addCrawlerFiles } from "./crawlers.ts";

/** The other forms of pages, and what search engines, browsers, programs and other sites read. */
export const REACH: readonly Page[] = [
  markdownTwin,
  markdownForm,
  card,
  embedJson,
  embed,
  llms,
  openSearch,
  suggestions,
];
