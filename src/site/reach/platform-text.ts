import { audienceParams } from "../../api/http/audience.ts";
import { asksForMarkdown } from "../../api/http/negotiate.ts";
import { resource } from "../http/resource.ts";
import { platformState } from "../pages/platform/state.ts";
import { link } from "../view.ts";
import { platformMarkdown } from "./platform-markdown.ts";

export const MARKDOWN_TYPE = "text/markdown; charset=utf-8";

const common = {
  path: "/platforms/:id",
  query: audienceParams,
  type: MARKDOWN_TYPE,
} as const;

/** /platforms/{id}.md */
export const markdownTwin = resource({
  ...common,
  suffix: ".md",
  headers: ({ view, id }) => ({
    Link: `<${view.origin}${link(view, `/platforms/${id}`)}>; rel="canonical"`,
  }),
  make: async ({ s, at, view, id }) => platformMarkdown(view, await platformState(s, at, id, view.who)),
});

/** /platforms/{id} for clients that prefer Markdown to HTML and JSON. */
export const markdownForm = resource({
  ...common,
  isFor: (c) => asksForMarkdown(c.req.header("Accept")),
  make: async ({ s, at, view, id }) => platformMarkdown(view, await platformState(s, at, id, view.who)),
});
