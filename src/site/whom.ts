import { type Audience, DIMENSIONS, FACETS, type When } from "../model/index.ts";
import { remembered } from "../text/remembered.ts";
import type { View } from "./view.ts";

/** The people of a condition, in words; undefined where it is for everyone. */
export function whomOf({ language }: View, when: When | undefined): string | undefined {
  if (when === undefined) return undefined;
  const people = Object.fromEntries(FACETS.map((facet) => [facet, DIMENSIONS[facet].wanted(when)]));
  return FACETS.some((facet) => people[facet] !== undefined) ? language.audience(people) : undefined;
}

/** The person asked about: people without an account have no plan. Said once for a page, which needs it often. */
export const personInWords = remembered(({ language, who }: Pick<View, "language" | "who">): string => {
  const { asOf: _, ...person } = who as Audience;
  return language.audience({
    ...person,
    age: person.age === "adult" ? undefined : person.age,
    region: person.region ?? undefined,
    ...(person.account === "signed-in" ? { account: undefined } : { plan: undefined }),
  });
});
