import type { People } from "../language/people.ts";
import { type Audience, DIMENSIONS, FACETS, type Facet, type When } from "../model/index.ts";
import { remembered } from "../text/remembered.ts";
import type { View } from "./view.ts";

/** The people of a condition, in words; undefined where it is for everyone. */
export function whomOf({ language }: View, when: When | undefined): string | undefined {
  if (when === undefined) return undefined;
  const people = Object.fromEntries(FACETS.map((facet) => [facet, DIMENSIONS[facet].wanted(when)]));
  return FACETS.some((facet) => people[facet] !== undefined) ? language.audience(people) : undefined;
}

type Asked = Pick<View, "language" | "who">;

/** Without what is omitted. People without an account have no plan. */
function without({ language, who }: Asked, omitted: readonly Facet[]): string {
  const { asOf: _, ...person } = who as Audience;
  const said: People = {
    ...person,
    age: person.age === "adult" ? undefined : person.age,
    region: person.region ?? undefined,
    ...(person.account === "signed-in" ? { account: undefined } : { plan: undefined }),
  };
  for (const facet of omitted) delete said[facet];
  return language.audience(said);
}

/** Said once for a page, which needs it often. */
const inFull = remembered((view: Asked): string => without(view, []));

/**
 * The person asked about.
 * @param omitted what is not said, because the page is about all of its values
 */
export const personInWords = (view: Asked, ...omitted: Facet[]): string =>
  omitted.length === 0 ? inFull(view) : without(view, omitted);
