import {
  type CERTAINTY,
  type Control,
  type DATA_USE,
  type DEFAULT_STATE,
  type PURPOSE,
  type Rule,
  TRAINING_PURPOSES,
  termsOf,
  VERDICT,
} from "../model/index.ts";

export type Verdict = keyof typeof VERDICT;
export type Certainty = keyof typeof CERTAINTY;
type DataUse = keyof typeof DATA_USE;
type DefaultState = keyof typeof DEFAULT_STATE;

/** Does this control stop the use completely, without costing the account? */
export const stops = (control: Pick<Control, "protects" | "kind">): boolean =>
  control.protects === "fully" && control.kind !== "account-deletion";

const SETTLED: Partial<Record<DataUse, Verdict>> = {
  "does-not-use": "not-used",
  "not-stated": "not-stated",
  disputed: "disputed",
};

/**
 * What a use means for one person.
 * @param controls the controls that this person has, whoever must act
 */
export function verdictOf(
  dataUse: DataUse,
  defaultState: DefaultState | null,
  controls: readonly Pick<Control, "protects" | "kind">[],
): Verdict {
  const settled = SETTLED[dataUse];
  if (settled) return settled;
  switch (defaultState) {
    case "off":
      return "off-by-default";
    case "asked":
    case "asked-on":
      return "asked";
    case "no-choice":
      return "no-choice";
    case "on":
      // Without a control that stops it, a default makes no difference.
      return controls.some(stops) ? "on-by-default" : "no-choice";
    default:
      return "not-stated";
  }
}

/** How firmly a use is known; null where nothing is used or nothing is said. */
export function certaintyOf({ dataUse, namesAi }: Pick<Rule, "dataUse" | "namesAi">): Certainty | null {
  if (dataUse === "uses") return "practised";
  if (dataUse !== "may-use") return null;
  return namesAi === false ? "general-licence" : "permitted";
}

/** Does this purpose count as training of models for general use? */
export const isTraining = (purpose: keyof typeof PURPOSE): boolean =>
  (TRAINING_PURPOSES as readonly string[]).includes(purpose);

const WORST_FIRST = termsOf(VERDICT);

/** The worst of some verdicts, in the order of the vocabulary; `not-stated` when there are none. */
export const worst = (verdicts: readonly Verdict[]): Verdict =>
  WORST_FIRST.find((v) => verdicts.includes(v)) ?? "not-stated";
