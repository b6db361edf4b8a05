import type { ListedPlatform } from "../../db/index.ts";
import type { Audience } from "../../model/index.ts";
import type { PageRequest } from "../http/page.ts";

/** How many platforms a list has at most in one query. */
const ALL = 1000;

/**
 * Every platform with its headline for the person, by name.
 * @param beside other people, or other days, whose headlines are wanted too
 */
export async function everyPlatform(
  { s, at, view }: PageRequest<object>,
  beside: readonly Audience[] = [],
): Promise<ListedPlatform[]> {
  const { items } = await s.store.list(at.publication.id, {
    audience: view.who,
    beside,
    sort: "name",
    descending: false,
    limit: ALL,
  });
  return items;
}
