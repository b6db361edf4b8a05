import type { Context, Hono } from "hono";
import * as z from "zod";
import { audienceFrom, audienceQuery } from "../../api/http/audience.ts";
import { withCorrection } from "../../api/http/corrected.ts";
import { queryOf } from "../../api/http/endpoint.ts";
import { Moved, withIds } from "../../api/http/find.ts";
import { idRequestsOf } from "../../api/http/params.ts";
import { Problem } from "../../api/http/problem.ts";
import { body, caching, canonicalRequest, send } from "../../api/http/respond.ts";
import { type Services, type Snapshot, snapshotOf } from "../../api/http/services.ts";
import { invalid } from "../../api/http/validation.ts";
import { FACETS } from "../../model/index.ts";
import { localPath } from "../paths.ts";
import { type Address, link, type Params, type View, type ViewOptions, viewOf } from "../view.ts";
import { preferredLanguage } from "./language.ts";

export type Shape = Record<string, z.ZodType>;
export type Query<Q extends Shape> = z.output<z.ZodObject<Q, z.core.$strict>>;

/** What a resource is made from. */
export interface PageRequest<Q> {
  s: Services;
  at: Snapshot;
  view: View;
  /** The path's `id`; empty where it has none. */
  id: string;
  query: Q;
}

/** There is only something general in place of what was asked for. */
export class Substitute extends Error {
  override name = "Substitute";
  readonly path: string;
  /** @param path where it is */
  constructor(path: string) {
    super("There is only something general.");
    this.path = path;
  }
}

/** What the resources of the site declare: pages, and the same in other forms. */
export interface ResourceSpec<Q extends Shape> {
  /** Its path, as Hono writes it. */
  path: string;
  /** What follows the path's `id`: `.md`. */
  suffix?: string;
  query: Q;
  /** The media type. */
  type: string;
  /** Should search engines list it? Default: yes. */
  listed?: boolean;
  /** Is the request for this form? Others of the same path are declared after it. Default: always. */
  isFor?: (c: Context) => boolean;
  /** Where to go instead; undefined where it answers itself. */
  elsewhere?: (
    request: PageRequest<Query<Q>>,
  ) => Promise<(Pick<Address, "path"> & Partial<Address>) | undefined>;
  /** Headers in addition to those of its type. */
  headers?: (request: PageRequest<Query<Q>>) => Readonly<Record<string, string>>;
  make(request: PageRequest<Query<Q>>): Promise<string | Uint8Array<ArrayBuffer>>;
}

/** A resource of the site. */
export interface Page {
  /** As Hono writes it. */
  path: string;
  /** Should search engines list it? */
  listed: boolean;
  add(app: Hono, s: Services): void;
}

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

/** Forms without scripts send fields that are empty: nothing was chosen there. */
const given = (c: Context): Record<string, string | string[]> =>
  Object.fromEntries(Object.entries(queryOf(c)).filter(([, value]) => value !== ""));

/** A request as it is corrected: under its language. */
function askedFor(c: Context, path: string): Parameters<typeof withCorrection>[1] {
  const { prefix } = languageOf(c);
  const template = path.replace(":id", "{id}");
  const { searchParams: search } = new URL(c.req.url);
  const { id } = c.req.param() as { id?: string };
  return {
    template: prefix === undefined ? template : `/${prefix}${template}`,
    params: id === undefined ? {} : { id },
    search,
  };
}

/** The path as Hono matches it: with a suffix, the `id` ends with it. */
const routed = (path: string, suffix: string): string =>
  suffix === "" ? path : path.replace(":id", `:id{[^/]+${suffix.replaceAll(".", "\\.")}}`);

/**
 * Declares a resource. Parameters are as strict as the API's; records may be named as there. It is a function of the
 * publication, the day, the language, the origin and the canonical request, and is kept as the API's answers are.
 */
export function resource<Q extends Shape>(spec: ResourceSpec<Q>): Page {
  const { path, suffix = "", query: shape, type, isFor, elsewhere, headers, make } = spec;
  const schema = z.strictObject(shape);
  const idRequests = idRequestsOf(shape);
  const answer = async (c: Context, s: Services): Promise<Response> => {
    const written = given(c);
    const parsed = schema.safeParse(written);
    if (!parsed.success)
      throw await invalid(parsed.error, { s, id: c.req.param("id"), known: shape, given: written });
    const read = parsed.data as Query<Q> & Record<string, unknown> & Parameters<typeof audienceFrom>[0];
    const release = read["release"] as string | undefined;
    const named = idRequests.filter(({ parameter }) => read[parameter] !== undefined);
    const at = await snapshotOf(s, release, [...new Set(named.map(({ kind }) => kind))]);
    const query = named.length > 0 ? await withIds(s, at.publication, read, named) : read;
    const who = audienceFrom(query, at.today);
    const id = (c.req.param("id") ?? "").slice(0, suffix === "" ? undefined : -suffix.length);
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
    const { code, prefix, origin } = options;
    const canonical = canonicalRequest(local, { ...options.address.params, ...audienceQuery(who), release });
    const key = `site ${type} ${code} ${prefix ?? ""} ${origin} ${canonical}`;
    try {
      const finished = await body(s, at, key, type, () => make(request));
      return send(c, finished, { ...headers?.(request), ...caching(at) });
    } catch (error) {
      if (error instanceof Substitute) return moved(302, error.path);
      if (error instanceof Moved)
        return moved(308, link(request.view, path.replace(":id", error.to + suffix), ofThePage(query)));
      throw error;
    }
  };
  return {
    path,
    listed: spec.listed ?? true,
    add: (app, s) => {
      app.get(routed(path, suffix), async (c, next) => {
        if (isFor?.(c) === false) return next();
        try {
          return await answer(c, s);
        } catch (error) {
          throw error instanceof Problem ? withCorrection(error, askedFor(c, path + suffix)) : error;
        }
      });
    },
  };
}
