import type { Rows, StoredAnswer } from "../../../db/rows.ts";
import { ANY, HEADLINE, REST, regionCandidates } from "../../../db/segments.ts";
import { ALL_DIMENSIONS, type Domain, type Platform, planOf } from "../../../model/index.ts";

/** A verdict and how certain it is. */
type Answer = readonly [verdict: string, certainty: string | null];

/** A change to come: the day, and the answer from then on. */
export type Later = readonly [day: string, ...Answer];

/** The answers at one host in one region. */
export interface HostAnswers {
  /** Null where it has none yet. */
  now: Answer | null;
  later: readonly Later[];
}

/** As much of a platform as the files need. */
export interface HostedPlatform {
  id: string;
  /** The hosts that are the platform's, with those below them. */
  domains: readonly Domain[];
  /** Hosts below them that belong to another service. */
  otherHosts: readonly string[];
  /** The places that its rules name. */
  regions: readonly string[];
  /** The answers at one of its hosts, for the plan that the host implies. @param place null: the rest of the world */
  answersAt(domain: Domain, place: string | null): HostAnswers;
}

/** The dimensions of which a host says nothing: the files are for the person of whom nothing else is known. */
const UNKNOWN = ALL_DIMENSIONS.filter(({ facet }) => facet !== "region" && facet !== "plan");
const USUAL_PLAN = ALL_DIMENSIONS.find(({ facet }) => facet === "plan")?.unspecified as string;

const isForAnyone = (answer: StoredAnswer): boolean =>
  UNKNOWN.every(({ facet, unspecified }) => [ANY, unspecified].includes(answer[facet]));

/** The answers of a platform's headline. @param day the day of the data */
export function hostedPlatform(platform: Platform, rows: Rows, day: string): HostedPlatform {
  const answers = rows.answers
    .filter((a) => a.practice === HEADLINE && isForAnyone(a) && a.validUntil > day)
    // Not more than is needed: these are kept until every record has passed.
    .map(({ region, plan, validFrom, verdict, certainty }) => ({
      region,
      plan,
      validFrom,
      verdict,
      certainty,
    }))
    .sort((a, b) => (a.validFrom < b.validFrom ? -1 : 1));
  const classes = new Map(rows.platformRegions.map((r) => [r.region, r.class]));
  return {
    id: platform.id,
    domains: platform.domains,
    otherHosts: platform.otherDomains ?? [],
    regions: [...classes.keys()],
    answersAt(domain, place) {
      const name = regionCandidates(place).flatMap((code) => classes.get(code) ?? [])[0] ?? REST;
      const plan = planOf(domain) ?? USUAL_PLAN;
      const mine = answers.filter((a) => [ANY, name].includes(a.region) && [ANY, plan].includes(a.plan));
      const now = mine.find((a) => a.validFrom <= day);
      return {
        now: now ? [now.verdict, now.certainty] : null,
        later: mine.filter((a) => a.validFrom > day).map((a) => [a.validFrom, a.verdict, a.certainty]),
      };
    },
  };
}
