/** The whole dataset of one release, and what it means for one person. */
import { operators as allOperators, platforms as allPlatforms } from "virtual:records";
import type { Audience, Operator, Platform } from "../../../model/index.ts";
import type { OtherAudience } from "../../../policy/others.ts";
import { byAddress, byId, type Match } from "./lookup.ts";
import { otherAudiences as othersFor, type Resolved, resolve as resolveFor } from "./policy.ts";

export * from "./resolve.ts";

/** Every platform's record, sorted by id. */
export const platforms: readonly Platform[] = allPlatforms;

/** Every operator's record, sorted by id. */
export const operators: readonly Operator[] = allOperators;

/** A platform's record by its id, a former id or its name; undefined if there is no such platform. */
export const platform = (id: string): Platform | undefined => byId(platforms, id);

/** An operator's record by its id, a former id or its name; undefined if there is no such operator. */
export const operator = (id: string): Operator | undefined => byId(operators, id);

/** The platform that a URL, a domain or an app belongs to; the most specific domain wins. */
export const lookup = (address: string): Match<Platform> | undefined => byAddress(platforms, address);

/**
 * What a record means for one person and day: the headline with its sentence, the answer for each kind of
 * data, and per practice the winning rule, the controls that this person has, the verdict, and the evidence.
 * @param given as for {@link audience}
 * @param of the operator's record; default: the one in this dataset
 * @throws {RangeError} for an invalid audience
 * @example
 * import linkedin from "@ai-data-use/data/platforms/linkedin.js";
 * resolve(linkedin, { region: "DE" }).headline.sentence;
 */
export const resolve = (
  record: Platform,
  given?: Partial<Audience>,
  of: Operator | undefined = operator(record.operator),
): Resolved => resolveFor(record, given, of);

/**
 * The answers that differ for people who differ in one respect from the one asked about.
 * @param asked the result of {@link resolve}
 */
export const otherAudiences = (
  record: Platform,
  asked: Resolved,
  of: Operator | undefined = operator(record.operator),
): OtherAudience[] => othersFor(record, asked, of);
