import { audience, CERTAINTY, type Operator, type Platform, termsOf, VERDICT } from "../../model/index.ts";
import { type Headline, resolve } from "../../policy/index.ts";

/** How many platforms have a headline, for one audience. */
export interface HeadlineCount extends Pick<Headline, "verdict" | "certainty"> {
  platforms: number;
}

/** The headlines of the dataset for an adult with a free account in one place. */
export interface Headlines {
  /** `null` is the rest of the world. */
  region: string | null;
  /** The most serious first, what is confirmed before what is permitted; headlines that no platform has are omitted. */
  counts: HeadlineCount[];
}

/** Where headlines are counted: the rest of the world, a country of the EEA, the United States. */
const REGIONS: readonly (string | null)[] = [null, "DE", "US"];

/** The headlines in the order in which they are listed. */
export const ORDER: readonly Pick<Headline, "verdict" | "certainty">[] = termsOf(VERDICT).flatMap((verdict) =>
  [...termsOf(CERTAINTY), null].map((certainty) => ({ verdict, certainty })),
);

/** Counts the headlines of some platforms on a day, by place. */
export const headlinesOf = (
  platforms: readonly Platform[],
  operatorOf: (p: Platform) => Operator | undefined,
  day: string,
): Headlines[] =>
  REGIONS.map((region) => {
    const who = audience({ region, asOf: day });
    const found = platforms.map((p) => resolve(p, who, operatorOf(p)).headline);
    const counts = ORDER.map(({ verdict, certainty }) => ({
      verdict,
      certainty,
      platforms: found.filter((h) => h.verdict === verdict && h.certainty === certainty).length,
    }));
    return { region, counts: counts.filter((c) => c.platforms > 0) };
  });
