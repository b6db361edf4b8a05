import type {
  ACTOR,
  CELL,
  Control,
  DATA_USE,
  Data,
  DEFAULT_STATE,
  Fact,
  KIND,
  LEGAL_BASIS,
  MODEL,
  PURPOSE,
  RECIPIENT,
} from "../model/index.ts";
import type { Grade } from "./evidence.ts";
import type { Gap } from "./gaps.ts";
import type { Certainty, Verdict } from "./verdict.ts";

export type Kind = keyof typeof KIND;
/** A column of the answer by kind: who trains, and what. */
export type By = keyof typeof CELL;

/** What the most useful way out costs. */
export interface Effort {
  /** The control's id. */
  control: string;
  /** The number of actions; null where the steps are not known. */
  steps: number | null;
  /** Who must act. */
  actor: keyof typeof ACTOR;
  /** Does it undo the past? null where the documents do not say. */
  undoesPast: boolean | null;
}

/** The answer of one practice for one person on one day. Every field is present; null is "not known" or "does not apply". */
export interface ResolvedPractice {
  id: string;
  title: string;
  /** The data in a few words, as they follow "with"; null where its kinds say enough. */
  subject: string | null;
  kinds: Kind[];
  /** The kinds of data that the rule excludes: they are not used. */
  excludedKinds: Kind[];
  model: keyof typeof MODEL;
  purpose: keyof typeof PURPOSE;
  recipients: (keyof typeof RECIPIENT)[];
  /** The column of the answer by kind that it belongs to; null where it does not train models for general use. */
  by: By | null;
  /** The rule that answered; null when none of the table's does (the record is then invalid, and the answer is `not-stated`). */
  rule: string | null;
  dataUse: keyof typeof DATA_USE;
  /** Does the clause that permits the use mention AI? null where nothing is permitted. */
  namesAi: boolean | null;
  /** The models that a denial is limited to; null where it has no such limit. */
  onlyModels: string | null;
  defaultState: keyof typeof DEFAULT_STATE | null;
  verdict: Verdict;
  certainty: Certainty | null;
  /** The controls that this person has, the most useful first. */
  controls: Control[];
  effort: Effort | null;
  data: Data | null;
  legalBasis: keyof typeof LEGAL_BASIS | null;
  note: string | null;
  /** Since when the same use and default have applied to this person, as precisely as known; null: always, or not recorded. */
  since: string | null;
  grade: { dataUse: Grade | null; defaultState: Grade | null };
  evidence: Record<Fact, string[]>;
  gaps: { notice: Gap | null; control: Gap | null };
}
