import type { VERDICT } from "../model/index.ts";

/**
 * The colour of each verdict on light paper: of badges, pictures, and the tokens of the style sheets.
 * White on each has a contrast of at least 4.5 to 1 (WCAG 2.2, 1.4.3).
 */
export const VERDICT_COLOURS: Readonly<Record<keyof typeof VERDICT, string>> = {
  "no-choice": "#b3261e",
  mixed: "#8a3b12",
  "on-by-default": "#a84105",
  disputed: "#6941c6",
  asked: "#175cd3",
  "off-by-default": "#0c6a60",
  "not-stated": "#565d65",
  "not-used": "#176c32",
};
