import type { ChangeClass, LedgerChange } from "../model/index.ts";
import type { Records } from "../records/load.ts";
import type { Json } from "../text/json.ts";

const WORDS: Record<ChangeClass, string> = {
  policy: "policy",
  correction: "corrected",
  evidence: "evidence",
  editorial: "wording",
};

const nameOf = (record: Json | undefined, key: string): string =>
  record !== null &&
  typeof record === "object" &&
  !Array.isArray(record) &&
  typeof record?.["name"] === "string"
    ? record["name"]
    : key;

/** A path in words: `/practices/@training/rules/@eea/defaultState` → `defaultState of rule eea in practice training`. */
export function placeInWords(path: string): string {
  const parts = path.split("/").slice(1);
  const named: string[] = [];
  for (let i = 0; i < parts.length; i++) {
    const [list = "", member] = [parts[i], parts[i + 1]];
    if (member?.startsWith("@")) {
      named.unshift(`${list.replace(/s$/, "")} ${member.slice(1)}`);
      i++;
    } else named.unshift(list);
  }
  return named.length > 1 ? `${named[0]} of ${named.slice(1).join(" in ")}` : (named[0] ?? "record");
}

const short = (value: unknown): string => {
  const text = typeof value === "string" ? value : JSON.stringify(value);
  return text === undefined ? "nothing" : text.length > 60 ? `${text.slice(0, 57)}…` : text;
};

/** One change in words. */
export function changeInWords(change: LedgerChange): string {
  if (change.renamedFrom !== undefined)
    return `${change.renamedFrom.split("/")[1]} is now ${change.record.split("/")[1]}`;
  if (change.path === "")
    return change.before === undefined ? "recorded for the first time" : "record removed";
  const place = placeInWords(change.path);
  if (change.order) return `order of ${place} changed`;
  if (change.before === undefined) return `${place} added`;
  if (change.after === undefined) return `${place} removed`;
  const plain = [change.before, change.after].every((v) => v === null || typeof v !== "object");
  return plain ? `${place}: ${short(change.before)} → ${short(change.after)}` : `${place} changed`;
}

/** What a release changed, a line a record and class; policy first. */
export function notesFor(changes: readonly LedgerChange[], records: Records): string[] {
  const order: ChangeClass[] = ["policy", "correction", "evidence", "editorial"];
  return [...Map.groupBy(changes, (change) => `${change.record} ${change.class}`).values()]
    .sort((a, b) => order.indexOf((a[0] as LedgerChange).class) - order.indexOf((b[0] as LedgerChange).class))
    .map((group) => {
      const first = group[0] as LedgerChange;
      const said = group.slice(0, 3).map(changeInWords).join("; ");
      return `${nameOf(records.get(first.record), first.record)} (${WORDS[first.class]}): ${said}${group.length > 3 ? `; and ${group.length - 3} more` : ""}`;
    });
}
