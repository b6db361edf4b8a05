import { FACETS, type Facet } from "../../model/index.ts";
import { type Box, merge, valuesIn } from "../../policy/space/merge.ts";
import type { Interval, Segment } from "../../policy/space/segments.ts";
import { joinPresent } from "../../text/lists.ts";
import { remembered } from "../../text/remembered.ts";
import { periodInWords } from "./dates.ts";
import { audienceInWords, type People } from "./people.ts";

/** People and days: any of the values of each dimension (missing: any), in one interval. */
export interface PeopleAndDays {
  people: People;
  interval: Interval;
}

/** The people of a box, without the dimensions in which it has every value. */
export const narrowedPeople = (
  { classes }: Pick<Segment, "classes">,
  all: { readonly [F in Facet]: readonly unknown[] },
): People =>
  Object.fromEntries(
    FACETS.filter((f) => classes[f].length < all[f].length).map((f) => [f, classes[f]]),
  ) as People;

/** Many parts of the same segments are put into groups: what their values are is found once. */
const allValuesIn = remembered(valuesIn);

/**
 * Some segments, as few groups of people and days as merging neighbours gives. Together they are exactly
 * those segments, each once.
 * @param all every segment that the same conditions give; `some` are a part of them
 */
export function groupsOf(some: readonly Segment[], all: readonly Segment[]): PeopleAndDays[] {
  const known = allValuesIn(all);
  const boxes: Box<true>[] = some.map((segment) => ({ ...segment, value: true }));
  return merge(boxes).map((box) => ({ people: narrowedPeople(box, known), interval: box.interval }));
}

/** People and days in words: `adults in the EEA and Switzerland, from 3 November 2025`; `everyone` where nothing narrows them. */
export const groupInWords = ({ people, interval: { from, until } }: PeopleAndDays): string =>
  joinPresent([audienceInWords(people), periodInWords(from ?? undefined, until ?? undefined)], ", ");
