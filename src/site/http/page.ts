import { drawingsFor } from "../components/switch.tsx";
import {
  type Page,
  type PageRequest,
  type Query,
  type ResourceSpec,
  resource,
  type Shape,
} from "./resource.ts";

export type { Page, PageRequest };

/** Finished markup of a part of a page. */
export type Markup = { toString(): string } | Promise<{ toString(): string }>;

/** What a page declares about itself. */
interface PageSpec<Q extends Shape>
  extends Pick<ResourceSpec<Q>, "path" | "query" | "listed" | "elsewhere" | "headers"> {
  render(request: PageRequest<Query<Q>>): Promise<Markup>;
}

export const HTML_TYPE = "text/html; charset=utf-8";

const END_OF_MAIN = "</main>";

/** A complete document, with the drawings that it uses. */
export async function documentOf(markup: Markup): Promise<string> {
  const text = String(await markup);
  const end = text.lastIndexOf(END_OF_MAIN) + END_OF_MAIN.length;
  return `<!doctype html>${text.slice(0, end)}${drawingsFor(text)}${text.slice(end)}\n`;
}

/** A page that is not kept. */
export const pageResponse = async (markup: Markup, status: number): Promise<Response> =>
  new Response(await documentOf(markup), {
    status,
    headers: {
      "Content-Type": HTML_TYPE,
      "Cache-Control": status >= 500 ? "no-store" : "public, max-age=60",
      ...(status === 503 && { "Retry-After": "5" }),
    },
  });

/** Declares a page. */
export const page = <Q extends Shape>({ render, ...spec }: PageSpec<Q>): Page =>
  resource({ ...spec, type: HTML_TYPE, make: async (request) => documentOf(await render(request)) });
