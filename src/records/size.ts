import type { Platform } from "../model/index.ts";
import { conditionsOfPlatform, tellsApartMoreThan } from "../policy/index.ts";
import type { CheckHead, Finding } from "./check.ts";

/** The most groups of people and times that a record may tell apart. The largest real record has a tenth of it. */
export const GROUPS_LIMIT = 5_000;

/** SCH006 runs before the other checks: they, publishing and the diff ask for the answer of each group. */
export const SCH006 = {
  code: "SCH006",
  description: `A record tells at most ${GROUPS_LIMIT} groups of people and times apart.`,
  why: "Every group gets an answer of its own, so that many conditions that cross each other would take minutes to publish and to compare. Name regions, plans and days once, in rules that follow each other.",
} as const satisfies Omit<CheckHead, "scope">;

/** What is wrong with a record that tells too many groups apart; undefined where nothing is. */
export const tooManyGroups = (platform: Platform): Finding | undefined =>
  tellsApartMoreThan(conditionsOfPlatform(platform), GROUPS_LIMIT)
    ? {
        path: ["practices"],
        found: `rules and controls that tell more than ${GROUPS_LIMIT} groups of people and times apart`,
        expected: `at most ${GROUPS_LIMIT}`,
        fix: "Combine rules with the same answer, and use the same lists of regions and the same days in all of them.",
      }
    : undefined;
