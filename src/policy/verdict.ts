import {
  type CERTAINTY,
  type Control,
  type DEFAULT,
  type PURPOSE,
  TRAINING_PURPOSES,
  termsOf,
  type USE,
  VERDICT,
} from "../model/index.ts";

export type Verdict = keyof typeof VERDICT;
export type Certainty = keyof typeof CERTAINTY;
type Use = keyof typeof USE;
type Default = keyof typeof DEFAULT;

/** Does this control stop the use, wholly and without costing the account? */
export const stops = (control: Pick<Control, "protects" | "kind">): boolean =>
  control.protects === "fully" && control.kind !== "account-deletion";

const SILENT: Partial<Record<Use, Verdict>> = {
  "does-not-use": "not-used",
  "not-stated": "not-stated",
  disputed: "disputed",
};

/**
 * What a use means for one person.
 * @param controls the controls that this person has, whoever must act
 */
export function verdictOf(
  use: Use,
  byDefault: Default | null,
  controls: readonly Pick<Control, "protects" | "kind">[],
): Verdict {
  const settled = SILENT[use];
  if (settled) return settled;
  switch (byDefault) {
    case "off":
      return "off-by-default";
    case "asked":
    case "asked-on":
      return "asked";
    case "no-choice":
      return "no-choice";
    default:
      // `on`, or not stated: without a control that stops it the default makes no difference.
      if (!controls.some(stops)) return "no-choice";
      return byDefault === "on" ? "on-by-default" : "not-stated";
  }
}

/** How firmly a use is known; null where nothing is used or nothing said. */
export const certaintyOf = (use: Use): Certainty | null =>
  use === "uses" ? "practised" : use === "may-use" ? "permitted" : null;

/** Does this purpose count as training of models for general use? */
export const isTraining = (purpose: keyof typeof PURPOSE): boolean =>
  (TRAINING_PURPOSES as readonly string[]).includes(purpose);

const WORST_FIRST = termsOf(VERDICT);

/** The worst of some verdicts, in the order of the vocabulary; `not-stated` when there are none. */
export const worst = (verdicts: readonly Verdict[]): Verdict =>
  WORST_FIRST.find((v) => verdicts.includes(v)) ?? "not-stated";
