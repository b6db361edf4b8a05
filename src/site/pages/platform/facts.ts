import type { Control } from "../../../model/index.ts";
import { sentenceCase } from "../../../text/lists.ts";
import type { View } from "../../view.ts";

/** One fact about a control, in words. */
export interface ControlFact {
  name: string;
  text: string;
  /** Is it text of the record, which is English? */
  ofRecord?: boolean;
}

/** Where a control is used: in the app, in a browser, or both. */
function whereOf({ words }: View, { friction = [], url, kind }: Control): string | undefined {
  if (friction.includes("app-only")) return words.choices.inApp;
  if (friction.includes("not-in-app")) return words.choices.notInApp;
  return url !== undefined && kind !== "email" ? words.choices.inBrowser : undefined;
}

/** The caveats that are not said elsewhere. */
const caveatsOf = ({ language }: View, { friction = [] }: Control): string[] =>
  friction.filter((f) => f !== "app-only" && f !== "not-in-app").map(language.terms.friction);

/** What matters before a person starts: who can do it, where, and what it does not undo. */
export function factsOf(view: View, control: Control): ControlFact[] {
  const { words, language } = view;
  const { actor, effect, exceptions = [], when } = control;
  const caveats = caveatsOf(view, control);
  const facts: (Omit<ControlFact, "text"> & { text: string | undefined })[] = [
    {
      name: words.choices.who,
      text: actor === "user" ? undefined : words.choices.only(language.terms.actor(actor)),
    },
    { name: words.choices.where, text: whereOf(view, control) },
    { name: words.choices.until, text: when?.until === undefined ? undefined : language.date(when.until) },
    { name: words.choices.past, text: language.terms.effect(effect) },
    { name: words.choices.still, text: exceptions.join(" ") || undefined, ofRecord: true },
    {
      name: words.choices.caveats,
      text: caveats.length === 0 ? undefined : sentenceCase(`${caveats.join("; ")}.`),
    },
  ];
  return facts.filter((fact): fact is ControlFact => fact.text !== undefined && fact.text !== "");
}

/** What a control is, in a few parts: a setting, with five steps. */
export const aboutControl = ({ words }: View, { kind, steps, protectsWhen }: Control): string[] => [
  words.choices.kinds[kind],
  ...(steps.length > 0 ? [words.choices.steps(steps.length)] : []),
  ...(protectsWhen === undefined ? [] : [words.choices.protectsWhen[protectsWhen]]),
];
