import type { Platform, Practice } from "../../model/index.ts";
import {
  concerns,
  conditionsOf,
  practiceResolver,
  type ResolvedPractice,
  representative,
  type Segment,
  segmentsOf,
} from "../../policy/index.ts";

/** One audience and period that either record distinguishes, with the answer of each record. */
export interface Item {
  segment: Segment;
  said: readonly [a: ResolvedPractice, b: ResolvedPractice];
}

/** A practice as two records have it, for every audience that either of them distinguishes and that it can concern. */
export interface Compared {
  practices: readonly [Practice, Practice];
  items: Item[];
}

/** Two records of one platform. */
export type Records = readonly [Platform, Platform];

/** Asks both records the same questions about a practice that they both have. */
export function compare([a, b]: Records, [x, y]: readonly [Practice, Practice]): Compared {
  const segments = segmentsOf([...conditionsOf(x, a.controls), ...conditionsOf(y, b.controls)]);
  const [saysA, saysB] = [practiceResolver(a, x), practiceResolver(b, y)];
  return {
    practices: [x, y],
    items: segments.flatMap((segment) => {
      const who = representative(segment);
      if (!concerns(x, who) && !concerns(y, who)) return [];
      return [{ segment, said: [saysA(who), saysB(who)] }];
    }),
  };
}
