import { controlShort, countInWords, effectInWords, eventTypeInWords } from "../../language/en/index.ts";
import { CONTROL_LABELS, datesInWords, EVENT_LABELS, MYTH_LABELS } from "../../language/en/labels.ts";
import type { Control, Myth, PlatformEvent } from "../../model/index.ts";
import { stops } from "../../policy/index.ts";
import { type DiffNode, fieldChanges, memberChanges, node, quoted, same } from "./node.ts";

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
      ? [known(is, "steps, not recorded before")]
      : [known(was, "steps no longer recorded; before")];
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
  return [node(`steps changed${count}`, [...part(was, "was"), ...part(is, "is now")])];
}

/** The fields of a control that changed, except its evidence. */
const controlFields = (was: Control, is: Control): DiffNode[] => [
  ...fieldChanges(CONTROL_LABELS, was, is),
  ...stepNodes(was.steps, is.steps),
  ...(was.note === is.note ? [] : [node("its note was reworded")]),
];

/** What changed in the controls: new ones with the way to them. */
export function controlNodes(before: readonly Control[], after: readonly Control[]): DiffNode[] {
  const { added, removed, changed } = memberChanges(before, after);
  return [
    ...added.map((c) =>
      node(`new: ${controlShort(c)}${stops(c) ? ", stops the use fully" : ""}`, [
        ...c.steps.map((s, i) => node(`step ${i + 1}: ${s}`)),
        ...(c.url === undefined ? [] : [node(`link: ${c.url}`)]),
        node(effectInWords(c.effect)),
      ]),
    ),
    ...removed.map((c) => node(`removed: ${controlShort(c)}`)),
    ...changed.flatMap(([was, is]) => {
      const fields = controlFields(was, is);
      return fields.length > 0 ? [node(`changed: ${was.name}`, fields)] : [];
    }),
  ];
}

const eventShort = (e: PlatformEvent): string =>
  `${quoted(e.title)} (${eventTypeInWords(e.type)}; ${datesInWords(e.dates)})`;

const eventFields = (was: PlatformEvent, is: PlatformEvent): DiffNode[] => [
  ...fieldChanges(EVENT_LABELS, was, is),
  ...(was.detail === is.detail ? [] : [node("its detail was reworded")]),
];

/** What changed in the events. */
export function eventNodes(before: readonly PlatformEvent[], after: readonly PlatformEvent[]): DiffNode[] {
  const { added, removed, changed } = memberChanges(before, after);
  return [
    ...added.map((e) => node(`event added: ${eventShort(e)}`)),
    ...removed.map((e) => node(`event removed: ${eventShort(e)}`)),
    ...changed.flatMap(([was, is]) => {
      const fields = eventFields(was, is);
      return fields.length > 0 ? [node(`event changed: ${quoted(was.title)}`, fields)] : [];
    }),
  ];
}

/** What changed in the myths. */
export function mythNodes(before: readonly Myth[], after: readonly Myth[]): DiffNode[] {
  const { added, removed, changed } = memberChanges(before, after);
  return [
    ...added.map((m) => node(`myth added: ${quoted(m.claim)} Truth: ${m.truth}`)),
    ...removed.map((m) => node(`myth removed: ${quoted(m.claim)}`)),
    ...changed.flatMap(([was, is]) => {
      const fields = fieldChanges(MYTH_LABELS, was, is);
      return fields.length > 0 ? [node(`myth changed: ${quoted(was.claim)}`, fields)] : [];
    }),
  ];
}
