import { termsOf, VERDICT } from "../model/index.ts";
import type { Verdict } from "../policy/index.ts";

const WORST_FIRST = termsOf(VERDICT);

/** A verdict's place in the vocabulary, 0 the worst. */
export const severityOf = (verdict: Verdict): number => WORST_FIRST.indexOf(verdict);
