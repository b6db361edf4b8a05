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
import { fieldChange, memberChanges, quoted, same, type Told, told } from "./told.ts";

/** The steps that differ: those before and after are the same. */
function stepsTold(was: readonly string[], is: readonly string[]): Told[] {
  if (same(was, is)) return [];
  if (was.length === 0 || is.length === 0) {
    const known = (steps: readonly string[], words: string) =>
      told(
        words,
        steps.map((s, n) => told(`step ${n + 1}: ${s}`)),
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
    steps.slice(first, steps.length - tail).map((s, n) => told(`step ${first + n + 1} ${word}: ${s}`));
  const count =
    was.length === is.length ? "" : ` (${countInWords(was.length, "step")} before, now ${is.length})`;
  return [told(`the way to it is another${count}`, [...part(was, "was"), ...part(is, "is now")])];
}

/** What became of the fields of a control, evidence apart. */
function controlFields(was: Control, is: Control): Told[] {
  return [
    ...fieldChange("its name", was.name, is.name),
    ...stepsTold(was.steps, is.steps),
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
    ...(was.note === is.note ? [] : [told("its note was reworded")]),
  ];
}

/** What became of the controls: new ones with the way to them. */
export function controlsTold(before: readonly Control[], after: readonly Control[]): Told[] {
  const { added, gone, changed } = memberChanges(before, after);
  return [
    ...added.map((c) =>
      told(`new: ${controlShort(c)}${stops(c) ? ", stops the use fully" : ""}`, [
        ...c.steps.map((s, i) => told(`step ${i + 1}: ${s}`)),
        ...(c.url === undefined ? [] : [told(`link: ${c.url}`)]),
        told(effectInWords(c.effect)),
      ]),
    ),
    ...gone.map((c) => told(`gone: ${controlShort(c)}`)),
    ...changed.flatMap(([was, is]) => {
      const fields = controlFields(was, is);
      return fields.length > 0 ? [told(`changed: ${was.name}`, fields)] : [];
    }),
  ];
}

const datesInWords = (dates: PlatformEvent["dates"]): string =>
  Object.entries(dates)
    .map(([kind, date]) => `${kind} ${dateInWords(date)}`)
    .join(", ");

const eventShort = (e: PlatformEvent): string =>
  `${quoted(e.title)} (${eventTypeInWords(e.type)}; ${datesInWords(e.dates)})`;

const eventFields = (was: PlatformEvent, is: PlatformEvent): Told[] => [
  ...fieldChange("what sort of event", was.type, is.type, eventTypeInWords),
  ...fieldChange("when", was.dates, is.dates, datesInWords),
  ...fieldChange("whom it concerns", was.when, is.when, whenInWords),
  ...fieldChange("practices it concerns", was.practices, is.practices),
  ...fieldChange("title", was.title, is.title),
  ...(was.detail === is.detail ? [] : [told("its detail was reworded")]),
];

/** What became of the events. */
export function eventsTold(before: readonly PlatformEvent[], after: readonly PlatformEvent[]): Told[] {
  const { added, gone, changed } = memberChanges(before, after);
  return [
    ...added.map((e) => told(`event added: ${eventShort(e)}`)),
    ...gone.map((e) => told(`event removed: ${eventShort(e)}`)),
    ...changed.flatMap(([was, is]) => {
      const fields = eventFields(was, is);
      return fields.length > 0 ? [told(`event changed: ${quoted(was.title)}`, fields)] : [];
    }),
  ];
}

/** What became of the myths. */
export function mythsTold(before: readonly Myth[], after: readonly Myth[]): Told[] {
  const { added, gone, changed } = memberChanges(before, after);
  return [
    ...added.map((m) => told(`myth added: ${quoted(m.claim)} In truth: ${m.truth}`)),
    ...gone.map((m) => told(`myth removed: ${quoted(m.claim)}`)),
    ...changed.flatMap(([was, is]) => {
      const fields = [
        ...fieldChange("claim", was.claim, is.claim),
        ...fieldChange("truth", was.truth, is.truth),
      ];
      return fields.length > 0 ? [told(`myth changed: ${quoted(was.claim)}`, fields)] : [];
    }),
  ];
}
