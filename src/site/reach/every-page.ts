import type { Services, Snapshot } from "../../api/http/services.ts";
import type { ListedPlatform } from "../../db/index.ts";
import type { Audience } from "../../model/index.ts";
import { PAGES } from "../pages/index.ts";

/** How many platforms one query reads. */
const AT_A_TIME = 1000;

/** Every platform with its headline, by name. */
export async function everyPlatform(
  s: Pick<Services, "store">,
  at: Snapshot,
  audience: Audience,
): Promise<ListedPlatform[]> {
  const found: ListedPlatform[] = [];
  for (let more = true; more; ) {
    const last = found.at(-1);
    const page = await s.store.list(at.publication.id, {
      audience,
      sort: "name",
      descending: false,
      limit: AT_A_TIME,
      after: last && { key: last.sortKey, id: last.id },
    });
    found.push(...page.items);
    more = page.more;
  }
  return found;
}

/** A page that search engines should know. */
export interface KnownPage {
  /** Without the language. */
  path: string;
  /** The day of its last change. */
  changed: string;
}

const latest = (days: readonly string[], otherwise: string): string => days.toSorted().at(-1) ?? otherwise;

/** Every page that search engines should list: those of the site, and those of each record. */
export async function everyPage(
  s: Pick<Services, "store">,
  at: Snapshot,
  audience: Audience,
): Promise<KnownPage[]> {
  const { publication } = at;
  const platforms = await everyPlatform(s, at, audience);
  const dayOf = (p: ListedPlatform): string => p.changed ?? p.verified;
  /** Groups of platforms, and the day of the last change in each. */
  const changedBy = (ids: readonly string[], group: (p: ListedPlatform) => string) => {
    const groups = Map.groupBy(platforms, group);
    return ids.map((id) => ({ id, changed: latest((groups.get(id) ?? []).map(dayOf), publication.date) }));
  };
  const operators = (await s.store.operators(publication.id)).map(({ operator }) => operator.id);
  /** What the `id` of a path can be, by the path's first part. */
  const records: Readonly<Record<string, readonly { id: string; changed: string }[]>> = {
    platforms: platforms.map((p) => ({ id: p.id, changed: dayOf(p) })),
    operators: changedBy(operators, (p) => p.operator),
    categories: changedBy([...new Set(platforms.map((p) => p.category))], (p) => p.category),
  };
  return PAGES.filter((page) => page.listed).flatMap(({ path }) => {
    if (!path.includes(":")) return [{ path, changed: publication.date }];
    const known = records[path.split("/")[1] ?? ""] ?? [];
    return known.map(({ id, changed }) => ({ path: path.replace(":id", id), changed }));
  });
}
