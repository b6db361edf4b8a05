import type { Context } from "hono";
import type { Publication } from "../../db/index.ts";
import type { Operator, Platform } from "../../model/index.ts";
import { notFound, type Problem, unknownName } from "./problem.ts";
import type { Services } from "./services.ts";

/** A problem for an unknown id, with the nearest known one. */
export const unknownId = (what: "platform" | "operator", id: string, known: readonly string[]): Problem =>
  unknownName(`unknown-${what}`, "id", `There is no ${what} ${JSON.stringify(id)}.`, id, known);

/**
 * Refuses a filter that names an unknown operator or platform: an empty list would look like an answer.
 * @throws {Problem} `invalid-parameter`, with the nearest
 */
export async function knownFilters(
  s: Services,
  publication: Publication,
  { operator, platform }: { operator?: string | undefined; platform?: readonly string[] | undefined },
): Promise<void> {
  const check = (parameter: string, id: string, known: readonly string[]) => {
    if (!known.includes(id))
      throw unknownName(
        "invalid-parameter",
        parameter,
        `${parameter}: there is no ${parameter} ${JSON.stringify(id)}.`,
        id,
        known,
      );
  };
  if (operator !== undefined)
    check(
      "operator",
      operator,
      (await s.store.operators(publication.id)).map((o) => o.operator.id),
    );
  if (platform) for (const id of platform) check("platform", id, await s.store.platformNames(publication.id));
}

/** The requested platform has another id. */
export class Moved extends Error {
  override name = "Moved";
  readonly from: string;
  readonly to: string;
  constructor(from: string, to: string) {
    super(`${from} is ${to}`);
    this.from = from;
    this.to = to;
  }
}

/** The id that a platform of today had in a release before it was renamed; undefined where it was not there. */
async function formerId(s: Services, publication: Publication, id: string): Promise<string | undefined> {
  const today = await s.store.platform((await s.publication.get()).id, id);
  const aliases = today?.platform.aliases ?? [];
  const there = await s.store.platformsById(publication.id, aliases);
  return aliases.find((alias) => there.has(alias));
}

/**
 * Finds a platform by its id.
 * @throws {Moved} for an alias or another spelling
 * @throws {Problem} `unknown-platform`, with the nearest id
 */
export async function findPlatform(
  s: Services,
  publication: Publication,
  id: string,
): Promise<{ platform: Platform; operator: Operator | undefined }> {
  const found = await s.store.platform(publication.id, id);
  if (found) return found;
  const lower = id.toLowerCase();
  const alias = await s.store.alias(publication.id, lower);
  if (alias !== undefined) throw new Moved(id, alias);
  const names = await s.store.platformNames(publication.id);
  if (names.includes(lower)) throw new Moved(id, lower);
  const former = await formerId(s, publication, lower);
  if (former !== undefined) throw new Moved(id, former);
  throw unknownId("platform", id, names);
}

/** The errors of routes about one platform. */
export const platformErrors = {
  ...notFound("unknown-platform", 'There is no platform "linkdin". Did you mean linkedin?', ["linkedin"]),
  308: { description: "An alias or former id: the same path under the platform's id." },
} as const;

/** Where a {@link Moved} leads: the same path and parameters under the other id. */
export function redirectMoved(c: Context, { from, to }: Moved): Response {
  const url = new URL(c.req.url);
  const path = url.pathname
    .split("/")
    .map((part) => (decodeURIComponent(part) === from ? to : part))
    .join("/");
  return new Response(null, {
    status: 308,
    headers: { Location: `${path}${url.search}`, "Cache-Control": "public, max-age=3600" },
  });
}
