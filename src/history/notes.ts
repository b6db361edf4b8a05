import { changeInWords, type RecordState, type Sides } from "../language/en/index.ts";
import type { ChangeClass, LedgerChange, Operator, Platform } from "../model/index.ts";
import type { Records } from "../records/load.ts";
import { trusted } from "../text/trusted.ts";
import type { Change } from "./compare.ts";
import { isPresented } from "./presented.ts";

const WORDS: Record<ChangeClass, string> = {
  policy: "policy",
  correction: "corrected",
  evidence: "evidence",
  editorial: "wording",
};

/** A record with the operator whose documents it cites; undefined where there is none. */
function stateOf(key: string, records: Records): RecordState | undefined {
  const record = trusted<Platform | Operator | undefined>(records.get(key));
  if (record === undefined) return undefined;
  const operator = "operator" in record ? records.get(`operators/${record.operator}`) : undefined;
  return { record, operator: trusted<Operator | undefined>(operator) };
}

/** What the changes of a record lie between. @param key `platforms/<id>` or `operators/<id>` */
export const sidesOf = (key: string, before: Records, after: Records): Sides => ({
  before: stateOf(key, before),
  after: stateOf(key, after),
});

/** What a release changed, a line a record and class; policy first. */
export function notesFor(changes: readonly LedgerChange[], before: Records, after: Records): string[] {
  const order: ChangeClass[] = ["policy", "correction", "evidence", "editorial"];
  const presented = changes.filter((c) => isPresented(trusted<Change>(c), after.get(c.record)));
  return [...Map.groupBy(presented, (change) => `${change.record} ${change.class}`).values()]
    .sort((a, b) => order.indexOf((a[0] as LedgerChange).class) - order.indexOf((b[0] as LedgerChange).class))
    .map((group) => {
      const first = group[0] as LedgerChange;
      const sides = sidesOf(first.record, before, after);
      const name = (sides.after ?? sides.before)?.record.name ?? first.record;
      const said = group
        .slice(0, 3)
        .map((change) => changeInWords(change, sides))
        .join("; ");
      return `${name} (${WORDS[first.class]}): ${said}${group.length > 3 ? `; and ${group.length - 3} more` : ""}`;
    });
}
