import type { Control } from "../../../model/index.ts";
import { type Cell, stops } from "../../../policy/index.ts";
import { joinPresent } from "../../../text/lists.ts";
import type { View } from "../../view.ts";
import type { OtherPlan, Report } from "./report.ts";

/** A cell in words; those of a mixed answer part by part. */
export const cellInWords = ({ language, words }: View, cell: Cell): string =>
  cell.parts.length > 0 ? words.platform.partly(cell.parts.map(language.answer)) : language.answer(cell);

/** What a control is, who can use it, and whether it stops the use. */
export function controlInWords({ words, language }: View, control: Control): string {
  const { vendorReview, choices } = words;
  const who = control.actor === "user" ? vendorReview.who.user : language.terms.actor(control.actor);
  return [choices.kinds[control.kind], who, stops(control) ? vendorReview.stops : vendorReview.helps].join(
    " · ",
  );
}

/** Plans with another answer, in words, without the use that it is about. */
export function otherPlanInWords({ words, language }: View, { plans, answer }: OtherPlan): string {
  const names = plans.map((plan) => words.chooser.plans[plan]);
  return `${language.list(names)}: ${language.answer(answer)}`;
}

/** The day of the last check, and whether another is due. @param written how the day is written */
export function checkedInWords(
  { words, language }: View,
  { service }: Report,
  written: (day: string) => string = language.date,
): string {
  const { platform, review } = service;
  const due = review && review.state !== "current" ? words.vendorReview.due[review.state] : undefined;
  return joinPresent([written(platform.review.verified), due && `(${due})`]);
}
