import type { Context, Hono } from "hono";
import * as z from "zod";
import { audienceFrom, audienceQuery } from "../../api/http/audience.ts";
import { queryOf } from "../../api/http/endpoint.ts";
import { Moved, withIds } from "../../api/http/find.ts";
import { idRequestsOf } from "../../api/http/params.ts";
import { body, caching, canonicalRequest, send } from "../../api/http/respond.ts";
import { type Services, type Snapshot, snapshotOf } from "../../api/http/services.ts";
import { invalid } from "../../api/http/validation.ts";
import { FACETS } from "../../model/index.ts";
import { drawingsFor } from "../components/switch.tsx";
import { localPath } from "../paths.ts";
import { type Address, link, type Params, type View, type ViewOptions, viewOf } from "../view.ts";
import { preferredLanguage } from "./language.ts";

type Shape = Record<string, z.ZodType>;
type Query<Q extends Shape> = z.output<z.ZodObject<Q, z.core.$strict>>;

/** Finished markup of a part of a page. */
export type Markup = { toString(): string } | Promise<{ toString(): string }>;

/** What a page is made from. */
export interface PageRequest<Q> {
  s: Services;
  at: Snapshot;
  view: View;
  /** The path's `id`; empty where it has none. */
  id: string;
  query: Q;
}

/** What a page declares about itself. */
interface PageSpec<Q extends Shape> {
  /** Its path, as Hono writes it. */
  path: string;
  query: Q;
  /** Where to go instead; undefined where the page answers. */
  elsewhere?: (
    request: PageRequest<Query<Q>>,
  ) => Promise<(Pick<Address, "path"> & Partial<Address>) | undefined>;
  render(request: PageRequest<Query<Q>>): Promise<Markup>;
}

/** A page of the site. */
export interface Page {
  /** Its path, as Hono writes it. */
  path: string;
  add(app: Hono, s: Services): void;
}

const HTML_TYPE = "text/html; charset=utf-8";

/** The language of a request: the one in its path, else the one that the browser prefers. */
export function languageOf(c: Context): Pick<View, "code" | "prefix"> {
  const { prefix } = localPath(new URL(c.req.url).pathname);
  return { prefix, code: prefix ?? preferredLanguage(c.req.header("Accept-Language")) };
}

/** Parameters that describe the person, not the page. */
const OF_THE_PERSON: readonly string[] = [...FACETS, "as_of", "release"];

/** Parameters that shape the JSON at the same URL and have no effect on the page. */
const OF_JSON: readonly string[] = ["include", "fields", "limit"];

/** The parameters that describe the page. */
const ofThePage = (query: Readonly<Record<string, unknown>>): Params =>
  Object.fromEntries(
    Object.entries(query).filter(([name]) => !OF_THE_PERSON.includes(name) && !OF_JSON.includes(name)),
  ) as Params;

/** A redirect to another path of the site, with the same parameters. */
const moved = (status: 302 | 308, to: string): Response =>
  new Response(null, {
    status,
    headers: {
      Location: to,
      "Cache-Control": status === 308 ? "public, max-age=3600" : "public, max-age=60",
    },
  });

/** A complete document, with the drawings that it uses. */
async function documentOf(markup: Markup): Promise<string> {
  const text = String(await markup);
  return `<!doctype html>${text.replace("</main>", () => `</main>${drawingsFor(text)}`)}\n`;
}

/** Sends a page that depends only on the request. */
export async function sendPage(
  c: Context,
  s: Services,
  at: Snapshot,
  view: View,
  key: string,
  make: () => Promise<Markup>,
): Promise<Response> {
  const request = `site ${view.code} ${view.prefix ?? ""} ${view.origin} ${key}`;
  const cached = await body(s, at, request, HTML_TYPE, async () => documentOf(make()));
  return send(c, cached, caching(at));
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

/** Forms without scripts send fields that are empty: nothing was chosen there. */
const given = (c: Context): Record<string, string | string[]> =>
  Object.fromEntries(Object.entries(queryOf(c)).filter(([, value]) => value !== ""));

/**
 * Declares a page. Parameters are as strict as the API's; records may be named as there. A page is a function of
 * the publication, the day, the language and the canonical request, and is kept as the API's answers are.
 */
export function page<Q extends Shape>({ path, query: shape, elsewhere, render }: PageSpec<Q>): Page {
  const schema = z.strictObject(shape);
  const idRequests = idRequestsOf(shape);
  const answer = async (c: Context, s: Services): Promise<Response> => {
    const written = given(c);
    const parsed = schema.safeParse(written);
    if (!parsed.success) throw invalid(parsed.error, shape, written);
    const read = parsed.data as Query<Q> & Record<string, unknown> & Parameters<typeof audienceFrom>[0];
    const release = read["release"] as string | undefined;
    const named = idRequests.filter(({ parameter }) => read[parameter] !== undefined);
    const at = await snapshotOf(s, release, [...new Set(named.map(({ kind }) => kind))]);
    const query = named.length > 0 ? await withIds(s, at.publication, read, named) : read;
    const who = audienceFrom(query, at.today);
    const id = c.req.param("id") ?? "";
    const local = localPath(c.req.path).path;
    const options: ViewOptions = {
      ...languageOf(c),
      who,
      today: at.today,
      publication: at.publication,
      release,
      origin: s.origin.of(c),
      address: { path: local, params: ofThePage(query) },
    };
    const request = { s, at, view: viewOf(options), id, query };
    const instead = await elsewhere?.(request);
    if (instead !== undefined) return moved(302, link(request.view, instead.path, instead.params));
    const key = canonicalRequest(local, { ...options.address.params, ...audienceQuery(who), release });
    try {
      return await sendPage(c, s, at, request.view, key, () => render(request));
    } catch (error) {
      if (error instanceof Moved)
        return moved(308, link(request.view, path.replace(":id", error.to), ofThePage(query)));
      throw error;
    }
  };
  return {
    path,
    add: (app, s) => {
      app.get(path, (c) => answer(c, s));
    },
  };
}
