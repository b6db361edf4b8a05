import type { Control, FRICTION, RIGHT } from "../../model/index.ts";
import { joinPresent, listInWords, sentenceCase } from "../../text/lists.ts";
import { periodInWords } from "./dates.ts";
import {
  actorInWords,
  controlKindInWords,
  frictionInWords,
  protectsWhenInWords,
  rightInWords,
  scopeInWords,
} from "./terms.ts";

/** What a control is, how far it reaches, which position protects, who must act. */
export function controlInWords({
  kind,
  scope,
  protectsWhen,
  actor,
  when,
}: Pick<Control, "kind" | "scope" | "protectsWhen" | "actor" | "when">): string {
  const time = periodInWords(undefined, when?.until);
  return joinPresent([
    `${sentenceCase(controlKindInWords(kind))}, for ${scopeInWords(scope)}.`,
    protectsWhen && `It protects when ${protectsWhenInWords(protectsWhen)}.`,
    actor !== "user" && `Only ${actorInWords(actor)} can do it.`,
    time && `Available ${time}.`,
  ]);
}

/** What makes a control harder than it looks: `Caveats: it needs an account.`; empty for nothing. */
export const caveatsInWords = (frictions: readonly (keyof typeof FRICTION)[]): string =>
  frictions.length === 0 ? "" : `Caveats: ${frictions.map(frictionInWords).join("; ")}.`;

/** The rights that a control exercises; empty for none. */
export const rightsInWords = (rights: readonly (keyof typeof RIGHT)[]): string =>
  rights.length === 0 ? "" : `The right it exercises: ${listInWords(rights.map(rightInWords))}.`;
