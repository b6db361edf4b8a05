import type { Audience, Control } from "../../../src/model/index.ts";
import type { ResolvedPractice } from "../../../src/policy/answer.ts";
import { effortOf } from "../../../src/policy/effort.ts";
import { answerFrom, type Resolved } from "../../../src/policy/resolve.ts";
import type { Answer } from "./dataset.ts";

/** A value without members that are null: the API writes null where the record has nothing. */
const withoutNull = (value: object): object =>
  Object.fromEntries(Object.entries(value).filter(([, member]) => member !== null));

/** A control as the record has it, for these people: the last day is what remains of its condition. */
const controlOf = ({ until, ...control }: Answer["controls"][number]): Control => ({
  ...(withoutNull(control) as Control),
  ...(until !== null && { when: { until } }),
});

/** What an answer was made from, so that it can be said in any language. */
export function resolvedOf(answer: Answer): Resolved {
  const controls = new Map(answer.controls.map((c) => [c.id, controlOf(c)]));
  const practices = answer.practices.map(({ details, controls: ids, ...practice }) => {
    const theirs = ids.flatMap((id) => controls.get(id) ?? []);
    return { ...practice, ...details, controls: theirs, effort: effortOf(theirs) } as ResolvedPractice;
  });
  return answerFrom(answer, answer.audience as Audience, practices);
}
