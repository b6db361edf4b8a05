import { headlineSentence } from "../../../language/en/headline.ts";
import type { Audience, Operator, Platform } from "../../../model/index.ts";
import type { Headline as HeadlineFacts } from "../../../policy/headline.ts";
import { type OtherAudience, otherAudiences as othersFor } from "../../../policy/others.ts";
import { type Resolved as ResolvedFacts, resolve as resolveFor } from "../../../policy/resolve.ts";
import { audience } from "./audience.ts";

/** The answer in short: generative models and a person's content first. */
export interface Headline extends HeadlineFacts {
  /** The answer in plain English: `LinkedIn trains its AI with what you publish unless you switch it off.` */
  sentence: string;
}

/** A platform's answer for one person on one day. */
export interface Resolved extends ResolvedFacts {
  headline: Headline;
}

/** Whether the grades of this record's answers depend on documents in its operator's record. */
const dependsOnOperator = ({ practices }: Platform): boolean =>
  practices.some(({ rules }) =>
    rules.some(({ evidence }) =>
      Object.values(evidence).some((refs) => refs.some((ref) => ref.startsWith("operator:"))),
    ),
  );

/** Without the operator the evidence would look worse than it is. */
function checked(platform: Platform, operator: Operator | undefined): Operator | undefined {
  if (operator ? operator.id === platform.operator : !dependsOnOperator(platform)) return operator;
  const why = operator
    ? `is run by ${platform.operator}, not by ${operator.id}`
    : "cites documents of its operator";
  throw new TypeError(`${platform.id} ${why}: pass operators/${platform.operator}.js as the last argument.`);
}

/**
 * What a record means for one person and day: the headline with its sentence, the answer for each kind of
 * data, and per practice the winning rule, the controls that this person has, the verdict, and the evidence.
 * @param given as for {@link audience}
 * @param operator the operator's record
 * @throws {RangeError} for an invalid audience
 * @throws {TypeError} for the wrong operator, or a missing one if evidence is in its record
 */
export function resolve(platform: Platform, given?: Partial<Audience>, operator?: Operator): Resolved {
  const resolved = resolveFor(platform, audience(given), checked(platform, operator));
  return {
    ...resolved,
    headline: { ...resolved.headline, sentence: headlineSentence(platform, resolved) },
  };
}

/**
 * The answers that differ for people who differ in one respect from the one asked about.
 * @param asked the result of {@link resolve}
 */
export function otherAudiences(platform: Platform, asked: Resolved, operator?: Operator): OtherAudience[] {
  checked(platform, operator);
  return othersFor(platform, asked);
}
