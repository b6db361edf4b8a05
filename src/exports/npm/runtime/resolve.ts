/**
 * What a record means for one person, without any record: for pages that load only the
 * platforms they show.
 */
export type {
  Audience,
  Control,
  Copy,
  Data,
  Fact,
  Mapping,
  Myth,
  Operator,
  Passage,
  Platform,
  PlatformEvent,
  Practice,
  Rule,
  Source,
  Term,
  Vocabulary,
  When,
} from "../../../model/index.ts";
export {
  ATTRIBUTION as attribution,
  LICENCE as licence,
  STANDARDS as standards,
  TRAINING_PURPOSES as trainingPurposes,
  VOCABULARIES as vocabulary,
} from "../../../model/index.ts";
// Imported one by one, so that the compiler checks only what the package contains against browsers and Node 20.
export type { Effort, ResolvedPractice } from "../../../policy/answer.ts";
export { type Cited, cite, type Grade } from "../../../policy/evidence.ts";
export type { Gap } from "../../../policy/gaps.ts";
export type { OtherAudience } from "../../../policy/others.ts";
export type { Resolved } from "../../../policy/resolve.ts";
export type { Certainty, Verdict } from "../../../policy/verdict.ts";
export { audience } from "./audience.ts";
export { otherAudiences, resolve } from "./policy.ts";
export { type Release, regions, release } from "./release.ts";
