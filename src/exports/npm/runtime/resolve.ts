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
export type { By, Effort, Kind, ResolvedPractice } from "../../../policy/answer.ts";
export type { Cell, CellPart, KindAnswer } from "../../../policy/cells.ts";
export type { TotalEffort } from "../../../policy/effort.ts";
export { type Cited, cite, type Grade } from "../../../policy/evidence.ts";
export type { Gap } from "../../../policy/gaps.ts";
export type { HeadlinePart } from "../../../policy/headline.ts";
export type { OtherAudience } from "../../../policy/others.ts";
export type { Certainty, Verdict } from "../../../policy/verdict.ts";
export { audience } from "./audience.ts";
export { type Headline, otherAudiences, type Resolved, resolve } from "./policy.ts";
export { type Release, regions, release } from "./release.ts";
