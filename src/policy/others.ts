import { ALL_DIMENSIONS, type Audience, type Facet, type Operator, type Platform } from "../model/index.ts";
import { type Resolved, resolve } from "./resolve.ts";
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

/** The answers that differ for people who differ in one respect from the one asked about. */
export function otherAudiences(platform: Platform, asked: Resolved, operator?: Operator): OtherAudience[] {
  const conditions = conditionsOfPlatform(platform);
  const verdicts = new Map(asked.practices.map((p) => [p.id, p.verdict]));
  return ALL_DIMENSIONS.flatMap((dimension) =>
    classesOf(dimension, conditions).flatMap((values): OtherAudience[] => {
      const who = { ...asked.audience, [dimension.facet]: values[0] } as Audience;
      const { headline, practices: theirs } = resolve(platform, who, operator);
      const practices = theirs
        .filter((p) => p.verdict !== verdicts.get(p.id))
        .map(({ id, verdict }) => ({ id, verdict }));
      // A platform that does not concern these people at all is not another answer.
      if (theirs.length === 0) return [];
      if (practices.length === 0 && headline.verdict === asked.headline.verdict) return [];
      return [
        {
          facet: dimension.facet,
          values: dimension.terms === null ? compactRegions(values) : values.filter((v) => v !== null),
          verdict: headline.verdict,
          certainty: headline.certainty,
          practices,
        },
      ];
    }),
  );
}
