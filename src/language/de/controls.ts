import type { Control, FRICTION, RIGHT } from "../../model/index.ts";
import { joinPresent, sentenceCase } from "../../text/lists.ts";
import {
  actorInGerman,
  controlKindInGerman,
  frictionInGerman,
  protectsWhenInGerman,
  rightInGerman,
  scopeInGerman,
} from "./control-terms.ts";
import { periodInGerman } from "./dates.ts";
import { listInGerman } from "./lists.ts";

/** What a control is, how far it reaches, which position protects, who must act. */
export function controlInGerman({
  kind,
  scope,
  protectsWhen,
  actor,
  when,
}: Pick<Control, "kind" | "scope" | "protectsWhen" | "actor" | "when">): string {
  const time = periodInGerman(undefined, when?.until);
  return joinPresent([
    `${sentenceCase(controlKindInGerman(kind))}.`,
    `Das betrifft: ${scopeInGerman(scope)}.`,
    protectsWhen && `Schützt in der Stellung „${protectsWhenInGerman(protectsWhen)}“.`,
    actor !== "user" && `Nur ${actorInGerman(actor)} kann das tun.`,
    time && `Verfügbar ${time}.`,
  ]);
}

/** What makes a control harder than it looks: `Zu beachten: Sie brauchen ein Konto.`; empty for nothing. */
export const caveatsInGerman = (frictions: readonly (keyof typeof FRICTION)[]): string =>
  frictions.length === 0 ? "" : `Zu beachten: ${frictions.map(frictionInGerman).join("; ")}.`;

/** The rights that a control exercises; empty for none. */
export const rightsInGerman = (rights: readonly (keyof typeof RIGHT)[]): string =>
  rights.length === 0 ? "" : `Ihr Recht: ${listInGerman(rights.map(rightInGerman))}.`;
