import { ALL_DIMENSIONS, type Audience, type Facet, type Platform } from "../model/index.ts";
import { remembered } from "../text/remembered.ts";
import type { Resolved } from "./resolve.ts";
import { answering, resolversOf } from "./resolvers.ts";
import { classesOf, compactRegions, conditionsOfPlatform } from "./space/segments.ts";
import type { Certainty, Verdict } from "./verdict.ts";

/** People who differ from the one asked about in one respect, and get another answer. */
export interface OtherAudience {
  /** The respect in which they differ. */
  facet: Facet;
  /** Their values; an empty list of regions is the rest of the world. */
  values: string[];
  /** Their headline. */
  verdict: Verdict;
  certainty: Certainty | null;
  /** The practices whose verdict differs. */
  practices: { id: string; verdict: Verdict }[];
}

/**
 * What is asked of a platform for everybody: its values of each dimension that can have different answers, and
 * what they are. It is the same for all requests, so it is made once for each record.
 */
const everybody = remembered((platform: Platform) => {
  const conditions = conditionsOfPlatform(platform);
  const answer = answering(platform, resolversOf(platform), ({ headline, practices }) => ({
    verdict: headline.verdict,
    certainty: headline.certainty,
    practices: practices.map(({ id, verdict }) => ({ id, verdict })),
  }));
  const classes = ALL_DIMENSIONS.map((dimension) => ({
    dimension,
    classes: classesOf(dimension, conditions).map((values) => ({
      first: values[0],
      named: dimension.terms === null ? compactRegions(values) : values.filter((v) => v !== null),
    })),
  }));
  return { answer, classes };
});

/** The answers that differ for people who differ in one respect from the one asked about. */
export function otherAudiences(platform: Platform, asked: Resolved): OtherAudience[] {
  const { answer, classes: all } = everybody(platform);
  const verdicts = new Map(asked.practices.map((p) => [p.id, p.verdict]));
  return all.flatMap(({ dimension: { facet }, classes }) =>
    classes.flatMap(({ first, named }): OtherAudience[] => {
      const theirs = answer({ ...asked.audience, [facet]: first } as Audience);
      const practices = theirs.practices.filter((p) => p.verdict !== verdicts.get(p.id));
      // A platform that does not concern these people at all is not another answer.
      if (theirs.practices.length === 0) return [];
      if (practices.length === 0 && theirs.verdict === asked.headline.verdict) return [];
      const { verdict, certainty } = theirs;
      return [{ facet, values: [...named], verdict, certainty, practices: practices.map((p) => ({ ...p })) }];
    }),
  );
}
