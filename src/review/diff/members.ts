import {
  actorInWords,
  controlKindInWords,
  controlShort,
  countInWords,
  dateInWords,
  effectInWords,
  eventTypeInWords,
  frictionInWords,
  rightInWords,
  scopeInWords,
  whenInWords,
} from "../../language/en/index.ts";
import type { Control, Myth, PlatformEvent } from "../../model/index.ts";
import { stops } from "../../policy/index.ts";
import { type DiffNode, fieldChange, memberChanges, node, quoted, same } from "./node.ts";

/** The steps that differ: those before and after are the same. */
function stepNodes(was: readonly string[], is: readonly string[]): DiffNode[] {
  if (same(was, is)) return [];
  if (was.length === 0 || is.length === 0) {
    const known = (steps: readonly string[], words: string) =>
      node(
        words,
        steps.map((s, n) => node(`step ${n + 1}: ${s}`)),
      );
    return was.length === 0
      ? [known(is, "the way to it, not known before, is")]
      : [known(was, "the way to it is no longer known; it was")];
  }
  const differs = was.findIndex((s, n) => s !== is[n]);
  const first = differs === -1 ? was.length : differs;
  const shorter = Math.min(was.length, is.length) - first;
  let tail = 0;
  while (tail < shorter && was.at(-1 - tail) === is.at(-1 - tail)) tail++;
  const part = (steps: readonly string[], word: string) =>
    steps.slice(first, steps.length - tail).map((s, n) => node(`step ${first + n + 1} ${word}: ${s}`));
  const count =
    was.length === is.length ? "" : ` (${countInWords(was.length, "step")} before, now ${is.length})`;
  return [node(`the way to it is another${count}`, [...part(was, "was"), ...part(is, "is now")])];
}

/** What became of the fields of a control, evidence apart. */
function controlFields(was: Control, is: Control): DiffNode[] {
  return [
    ...fieldChange("its name", was.name, is.name),
    ...stepNodes(was.steps, is.steps),
    ...fieldChange("its link", was.url, is.url),
    ...fieldChange("what sort of control it is", was.kind, is.kind, controlKindInWords),
    ...fieldChange("it protects when switched", was.protectsWhen, is.protectsWhen),
    ...fieldChange("how much it stops", was.protects, is.protects),
    ...fieldChange("who can act", was.actor, is.actor, actorInWords),
    ...fieldChange("how far it reaches", was.scope, is.scope, scopeInWords),
    ...fieldChange("who has it", was.when, is.when, whenInWords),
    ...fieldChange("what was used already", was.effect, is.effect, effectInWords),
    ...fieldChange("what is still used after it", was.exceptions, is.exceptions),
    ...fieldChange("what makes it harder", was.friction, is.friction, frictionInWords),
    ...fieldChange("rights it exercises", was.rights, is.rights, rightInWords),
    ...(was.note === is.note ? [] : [node("its note was reworded")]),
  ];
}

/** What became of the controls: new ones with the way to them. */
export function controlNodes(before: readonly Control[], after: readonly Control[]): DiffNode[] {
  const { added, gone, changed } = memberChanges(before, after);
  return [
    ...added.map((c) =>
      node(`new: ${controlShort(c)}${stops(c) ? ", stops the use fully" : ""}`, [
        ...c.steps.map((s, i) => node(`step ${i + 1}: ${s}`)),
        ...(c.url === undefined ? [] : [node(`link: ${c.url}`)]),
        node(effectInWords(c.effect)),
      ]),
    ),
    ...gone.map((c) => node(`gone: ${controlShort(c)}`)),
    ...changed.flatMap(([was, is]) => {
      const fields = controlFields(was, is);
      return fields.length > 0 ? [node(`changed: ${was.name}`, fields)] : [];
    }),
  ];
}

const datesInWords = (dates: PlatformEvent["dates"]): string =>
  Object.entries(dates)
    .map(([kind, date]) => `${kind} ${dateInWords(date)}`)
    .join(", ");

const eventShort = (e: PlatformEvent): string =>
  `${quoted(e.title)} (${eventTypeInWords(e.type)}; ${datesInWords(e.dates)})`;

const eventFields = (was: PlatformEvent, is: PlatformEvent): DiffNode[] => [
  ...fieldChange("what sort of event", was.type, is.type, eventTypeInWords),
  ...fieldChange("when", was.dates, is.dates, datesInWords),
  ...fieldChange("whom it concerns", was.when, is.when, whenInWords),
  ...fieldChange("practices it concerns", was.practices, is.practices),
  ...fieldChange("title", was.title, is.title),
  ...(was.detail === is.detail ? [] : [node("its detail was reworded")]),
];

/** What became of the events. */
export function eventNodes(before: readonly PlatformEvent[], after: readonly PlatformEvent[]): DiffNode[] {
  const { added, gone, changed } = memberChanges(before, after);
  return [
    ...added.map((e) => node(`event added: ${eventShort(e)}`)),
    ...gone.map((e) => node(`event removed: ${eventShort(e)}`)),
    ...changed.flatMap(([was, is]) => {
      const fields = eventFields(was, is);
      return fields.length > 0 ? [node(`event changed: ${quoted(was.title)}`, fields)] : [];
    }),
  ];
}

/** What became of the myths. */
export function mythNodes(before: readonly Myth[], after: readonly Myth[]): DiffNode[] {
  const { added, gone, changed } = memberChanges(before, after);
  return [
    ...added.map((m) => node(`myth added: ${quoted(m.claim)} In truth: ${m.truth}`)),
    ...gone.map((m) => node(`myth removed: ${quoted(m.claim)}`)),
    ...changed.flatMap(([was, is]) => {
      const fields = [
        ...fieldChange("claim", was.claim, is.claim),
        ...fieldChange("truth", was.truth, is.truth),
      ];
      return fields.length > 0 ? [node(`myth changed: ${quoted(was.claim)}`, fields)] : [];
    }),
  ];
}
