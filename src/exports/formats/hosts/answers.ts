import { HEADLINE } from "../../../db/answer-rows.ts";
import type { Rows, StoredAnswer } from "../../../db/rows.ts";
import { ANY, OPEN_UNTIL, REST, regionCandidates } from "../../../db/segments.ts";
import { ALL_DIMENSIONS, type Platform } from "../../../model/index.ts";

/** A verdict and how certain it is. */
type Answer = readonly [verdict: string, certainty: string | null];

/** A change to come: the day, and the answer from then on. */
export type Later = readonly [day: string, ...Answer];

/** A platform's answers in one region. */
export interface RegionAnswers {
  /** Null where it has none yet. */
  now: Answer | null;
  later: readonly Later[];
}

/** As much of a platform as the files need. */
export interface HostedPlatform {
  id: string;
  /** The hosts that are the platform's, with those below them. */
  hosts: readonly string[];
  /** Hosts below them that belong to another service. */
  otherHosts: readonly string[];
  /** The places that its rules name. */
  regions: readonly string[];
  /** Its answers for a place: a code, or `null` for the rest of the world. */
  answersIn(place: string | null): RegionAnswers;
}

/** Dimensions other than the region: the files are for the person of whom nothing else is known. */
const OTHERS = ALL_DIMENSIONS.filter(({ facet }) => facet !== "region");

const isForAnyone = (answer: StoredAnswer): boolean =>
  OTHERS.every(({ facet, unspecified }) => [ANY, unspecified].includes(answer[facet]));

/** The answers of a platform's headline. @param day the day of the data */
export function hostedPlatform(platform: Platform, rows: Rows, day: string): HostedPlatform {
  const answers = rows.answers.filter(
    (a) => a.practice === HEADLINE && isForAnyone(a) && (a.validUntil ?? OPEN_UNTIL) > day,
  );
  answers.sort((a, b) => (a.validFrom < b.validFrom ? -1 : 1));
  const classes = new Map(rows.platformRegions.map((r) => [r.region, r.class]));
  return {
    id: platform.id,
    hosts: platform.domains,
    otherHosts: platform.otherDomains ?? [],
    regions: [...classes.keys()],
    answersIn(place) {
      const name = regionCandidates(place).flatMap((code) => classes.get(code) ?? [])[0] ?? REST;
      const mine = answers.filter((a) => a.region === ANY || a.region === name);
      const now = mine.find((a) => a.validFrom <= day);
      return {
        now: now ? [now.verdict, now.certainty] : null,
        later: mine.filter((a) => a.validFrom > day).map((a) => [a.validFrom, a.verdict, a.certainty]),
      };
    },
  };
}
