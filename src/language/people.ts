import { DIMENSIONS, FACETS, type Facet, type FacetValue, type When } from "../model/index.ts";
import { compactRegions } from "../policy/space/segments.ts";
import { joinPresent } from "../text/lists.ts";

type Values<T> = T | readonly T[];

/** People, as far as they are narrowed: a missing dimension is not mentioned. `region: null` is the rest of the world. */
export type People = { [F in Facet]?: Values<FacetValue<F>> | undefined };

/** How the values of a dimension are said: as the noun (`adults`) or as words after it. */
export interface FacetWords<F extends Facet> {
  /** The people as a noun, where the values give one. */
  noun?: (values: readonly FacetValue<F>[]) => string | undefined;
  /** What follows the noun, with the space or comma before it: ` in Germany`. */
  after?: (values: readonly FacetValue<F>[]) => string;
}

/** The words for each dimension; a new dimension does not compile without them. */
export type AudienceWords = { readonly [F in Facet]: FacetWords<F> };

const listed = <T>(values: Values<T> | undefined): readonly T[] =>
  values === undefined ? [] : Array.isArray(values) ? values : [values as T];

/** Makes the function that says who people are: `adults in Germany on the free plan`. */
export const audienceWith =
  (words: AudienceWords, { everyone, people: noun }: { everyone: string; people: string }) =>
  (people: People): string => {
    const said = FACETS.map((facet) => {
      const values = listed<FacetValue<typeof facet>>(
        people[facet] as Values<FacetValue<typeof facet>> | undefined,
      );
      const facetWords = words[facet] as FacetWords<typeof facet>;
      return values.length === 0
        ? {}
        : { noun: facetWords.noun?.(values), after: facetWords.after?.(values) };
    });
    const named = said.find((x) => x.noun !== undefined)?.noun;
    const after = joinPresent(
      said.map((x) => x.after),
      "",
    );
    return named === undefined && after === "" ? everyone : `${named ?? noun}${after}`;
  };

/** The people of a condition. */
export const peopleOf = (when: When | undefined): People =>
  Object.fromEntries(FACETS.map((facet) => [facet, when && DIMENSIONS[facet].wanted(when)])) as People;

/** Regions in the order in which they are listed: groups first and whole groups by their names, the rest of the world last. */
export function placesInOrder(codes: readonly (string | null)[]): (string | null)[] {
  const isGroup = (code: string | null) => code === "EU" || code === "EEA";
  const places = new Set([
    ...codes.filter(isGroup),
    ...compactRegions(codes.filter((code) => !isGroup(code))),
  ]);
  return [...places, ...(codes.includes(null) ? [null] : [])];
}
