import { type Audience, DIMENSIONS, type Dimension, type Operator, type Platform } from "../model/index.ts";
import { type Resolved, resolve } from "./resolve.ts";
import { classesOf, compactRegions, conditionsOfPlatform } from "./space/segments.ts";
import type { Verdict } from "./verdict.ts";

/** People who differ from the one asked about in one respect, and get another answer. */
export interface OtherAudience {
  /** The respect in which they differ. */
  facet: keyof typeof DIMENSIONS;
  /** Their values; an empty list of regions is the rest of the world. */
  values: string[];
  overall: Verdict;
  /** The practices whose verdict differs. */
  practices: { id: string; verdict: Verdict }[];
}

/** The answers that differ for people who differ in one respect from the one asked about. */
export function otherAudiences(platform: Platform, asked: Resolved, operator?: Operator): OtherAudience[] {
  const conditions = conditionsOfPlatform(platform);
  const verdicts = new Map(asked.practices.map((p) => [p.id, p.verdict]));
  return (Object.values(DIMENSIONS) as unknown as readonly Dimension[]).flatMap((dimension) =>
    classesOf(dimension, conditions).flatMap((values): OtherAudience[] => {
      const who = { ...asked.audience, [dimension.facet]: values[0] } as Audience;
      const answer = resolve(platform, who, operator);
      const practices = answer.practices
        .filter((p) => p.verdict !== verdicts.get(p.id))
        .map(({ id, verdict }) => ({ id, verdict }));
      if (practices.length === 0) return [];
      return [
        {
          facet: dimension.facet,
          values: dimension.facet === "region" ? compactRegions(values) : values.filter((v) => v !== null),
          overall: answer.overall,
          practices,
        },
      ];
    }),
  );
}
