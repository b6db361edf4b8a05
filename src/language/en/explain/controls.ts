import type { Control } from "../../../model/index.ts";
import type { ResolvedPractice } from "../../../policy/resolve.ts";
import { stops, type Verdict } from "../../../policy/verdict.ts";
import { listInWords, sentenceCase } from "../../../text/lists.ts";
import { periodInWords } from "../dates.ts";
import {
  actorInWords,
  controlKindInWords,
  effectInWords,
  frictionInWords,
  rightInWords,
  scopeInWords,
} from "../terms.ts";
import type { Citations } from "./citations.ts";
import { type Part, present } from "./document.ts";

/** What it is, how far it reaches, which position protects, who must act. */
function kindOf({ kind, scope, protectsWhen, actor, when }: Control): string {
  const position = protectsWhen === undefined ? "" : ` It protects when switched ${protectsWhen}.`;
  const who = actor === "user" ? "" : ` Only ${actorInWords(actor)} can do it.`;
  const time = periodInWords(undefined, when?.until);
  return `${sentenceCase(controlKindInWords(kind))}, for ${scopeInWords(scope)}.${position}${who}${time ? ` Available ${time}.` : ""}`;
}

function controlPart(control: Control, citations: Citations): Part {
  const { label, steps, url, effect, exceptions = [], friction = [], rights = [], note, evidence } = control;
  const hard = friction.map((f) => frictionInWords(f));
  return {
    heading: `“${label}”`,
    lines: present([
      kindOf(control),
      steps.length > 0 ? { numbered: true, items: steps } : "The way to it is not recorded.",
      url && `Straight there: ${url}`,
      effectInWords(effect),
      exceptions.length > 0 ? "What is still used after it:" : undefined,
      { items: exceptions },
      hard.length > 0 ? `Mind: ${hard.join("; ")}.` : undefined,
      rights.length > 0
        ? `The right behind it: ${listInWords(rights.map((r) => rightInWords(r)))}.`
        : undefined,
      note,
      `Evidence: ${citations.numbers(evidence)}`,
    ]),
  };
}

/** What a control that stops a use is good for, by what happens to somebody who does nothing. */
const STOPS: Partial<Record<Verdict, string>> = {
  "off-by-default": "How to keep it off",
  asked: "How to say no, or stop it later",
  "not-used": "What can be done besides",
};

/** What somebody can do about one use. A control is told once; later it is only named. */
export function controlParts(
  { controls, verdict }: Pick<ResolvedPractice, "controls" | "verdict">,
  told: Set<string>,
  citations: Citations,
): Part[] {
  const group = (heading: string, some: readonly Control[]): Part[] => {
    if (some.length === 0) return [];
    const again = some.filter((c) => told.has(c.id));
    const fresh = some.filter((c) => !told.has(c.id));
    for (const { id } of fresh) told.add(id);
    return [
      {
        heading,
        lines: present([
          again.length > 0 ? `${listInWords(again.map((c) => `“${c.label}”`))}, described above.` : undefined,
        ]),
        parts: fresh.map((c) => controlPart(c, citations)),
      },
    ];
  };
  return [
    ...group(STOPS[verdict] ?? "How to stop it", controls.filter(stops)),
    ...group(
      "What lessens it, without stopping it",
      controls.filter((c) => !stops(c)),
    ),
  ];
}
