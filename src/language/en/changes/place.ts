import { idOf, type Json, unescapeKey } from "../../../text/json.ts";
import { trusted } from "../../../text/trusted.ts";
import type { RecordState } from "./state.ts";

/** A member of a list on the way to a place: `rules`, `eea`. */
export interface Step {
  list: string;
  id: string;
}

/** A place in a record: the members on the way, and the fields under the last. */
export interface Place {
  steps: readonly Step[];
  fields: readonly string[];
}

/** Takes a path apart: `/practices/@a/rules/@b/when/from` → practice a, rule b; `when`, `from`. */
export function placeOf(path: string): Place {
  const parts = path.split("/").slice(1);
  const steps: Step[] = [];
  let fields: string[] = [];
  for (const part of parts) {
    const list = fields.at(-1);
    if (part.startsWith("@") && list !== undefined) {
      steps.push({ list, id: unescapeKey(part.slice(1)) });
      fields = [];
    } else fields.push(unescapeKey(part));
  }
  return { steps, fields };
}

/** What identifies a member of a list; undefined for a value that is not one. */
export const memberName = (value: unknown): string | undefined => idOf(trusted<Json | undefined>(value));

/** The members on the way to a place, as the record has them; undefined for those it does not have. */
export function membersAt(
  state: RecordState | undefined,
  steps: readonly Step[],
): (Readonly<Record<string, unknown>> | undefined)[] {
  let at = state?.record as Readonly<Record<string, unknown>> | undefined;
  return steps.map(({ list, id }) => {
    const members = at?.[list];
    at = Array.isArray(members) ? members.find((m) => memberName(m) === id) : undefined;
    return at;
  });
}
