import type { Control } from "../../../model/index.ts";
import { controlsInOrder, usesContent } from "../../../policy/effort.ts";
import type { Resolved } from "../../../policy/resolve.ts";
import { stops } from "../../../policy/verdict.ts";
import { countInWords, joinPresent } from "../../../text/lists.ts";
import { caveatsInWords, controlInWords, rightsInWords } from "../controls.ts";
import { effectInWords } from "../terms.ts";
import type { Citations } from "./citations.ts";
import { type Part, present } from "./document.ts";

/** The titles of the uses that a control acts on. */
function actsOn(control: Control, { practices }: Resolved): string | undefined {
  const titles = practices
    .filter((p) => p.certainty !== null && p.controls.some((c) => c.id === control.id))
    .map((p) => p.title);
  return titles.length === 0 ? undefined : `Acts on: ${titles.join("; ")}.`;
}

function controlPart(control: Control, resolved: Resolved, citations: Citations): Part {
  const { name, steps, url, effect, exceptions = [], friction = [], rights = [], note, evidence } = control;
  return {
    heading: `“${name}”`,
    lines: present([
      steps.length > 0 ? { numbered: true, items: steps } : "The steps are not recorded.",
      url && `Direct link: ${url}`,
      joinPresent([controlInWords(control), effectInWords(effect)]),
      actsOn(control, resolved),
      exceptions.length > 0 ? "What is still used after it:" : undefined,
      { items: exceptions },
      caveatsInWords(friction),
      rightsInWords(rights),
      note,
      `Evidence: ${citations.numbers(evidence)}`,
    ]),
  };
}

/** How many actions stop everything that can be stopped. */
function totalOf({ effort }: Resolved): string | undefined {
  if (effort.controls.length === 0) return undefined;
  const actions =
    effort.actions === null ? "the steps of one are not recorded" : countInWords(effort.actions, "action");
  return `To stop the uses of your content for generative AI that can be stopped: ${countInWords(effort.controls.length, "control")}, ${actions} in all.`;
}

/** What a person can do: each control once, the most useful first. */
export function controlsPart(resolved: Resolved, citations: Citations): Part {
  const used = resolved.practices.filter((p) => p.certainty !== null);
  const all = controlsInOrder(used.length > 0 ? used : resolved.practices);
  const full = all.filter(stops);
  const partial = all.filter((c) => !stops(c));
  const part = (c: Control) => controlPart(c, resolved, citations);
  const nothing = used.some(usesContent) ? "No way to opt out is known." : "Nothing to do is recorded.";
  return {
    heading: "What you can do",
    lines: present([all.length === 0 ? nothing : totalOf(resolved)]),
    parts: [
      ...full.map(part),
      ...(partial.length > 0 ? [{ heading: "Partial measures", lines: [], parts: partial.map(part) }] : []),
    ],
  };
}
