import { audienceParams } from "../../api/http/audience.ts";
import type { Listed } from "../components/platform-row.tsx";
import { resource } from "../http/resource.ts";
import { inPageLanguage } from "../pages/listed.ts";
import { NAME, REPOSITORY } from "../project.ts";
import { link, type View } from "../view.ts";
import { everyPlatform } from "./every-page.ts";
import { bullets, document, heading, linked, quoted, text } from "./markdown.ts";
import { MARKDOWN_TYPE } from "./platform-text.ts";

/** What programs read, each with a line about it. */
const FILES = {
  openapi: "/openapi.json",
  mcp: "/mcp",
  lookup: "/lookup?url=https://www.linkedin.com/feed",
  json: "/platforms/linkedin?region=DE",
  optOut: "/platforms/linkedin/opt-out?region=DE",
  events: "/events.atom",
  changes: "/changes.atom",
  downloads: "/download",
  vocabulary: "/vocabulary",
} as const;

/** llms.txt, in the form that llmstxt.org proposes: a title, a summary, notes, and lists of links. */
function llmsText(view: View, platforms: readonly Listed[]): string {
  const { words, origin } = view;
  const { llms } = words.reach;
  return document([
    heading(1, NAME),
    quoted(text(words.home.description)),
    ...llms.notes.map(text),
    heading(2, llms.files),
    bullets(
      (Object.keys(FILES) as (keyof typeof FILES)[]).map(
        (name) =>
          `${linked(FILES[name].replace(/\?.*/, ""), origin + FILES[name])}: ${text(llms.about[name])}`,
      ),
    ),
    heading(2, words.directory.title),
    bullets(
      platforms.map(
        ({ id, name, headline }) =>
          `${linked(name, origin + link(view, `/platforms/${id}.md`))}: ${text(headline.sentence)}`,
      ),
    ),
    heading(2, "Optional"),
    bullets([
      linked(llms.site, origin + link(view, "/")),
      linked(words.events.title, origin + link(view, "/events")),
      linked(words.page.source, REPOSITORY),
    ]),
  ]);
}

/** /llms.txt */
export const llms = resource({
  path: "/llms.txt",
  query: audienceParams,
  type: MARKDOWN_TYPE,
  make: async ({ s, at, view }) =>
    llmsText(view, await inPageLanguage(s, at, view, await everyPlatform(s, at, view.who))),
});
