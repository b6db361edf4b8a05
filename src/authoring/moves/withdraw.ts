import type { Operator, Platform, WITHDRAWAL } from "../../model/index.ts";
import type { RecordKind } from "../../records/files.ts";
import { UsageError } from "../../text/usage-error.ts";
import { addDomain, moveDomain } from "./domain.ts";
import { transfer } from "./operator.ts";
import { keyOf, nameOf, operatorIn, platformIn, recordIn, recordsIn, type Workspace } from "./workspace.ts";

/** How a record is withdrawn. */
export interface Withdrawal {
  /** The day, `YYYY-MM-DD`. */
  date: string;
  reason: keyof typeof WITHDRAWAL;
  note?: string | undefined;
  /** Ids of the records that answer instead. */
  successors: readonly string[];
}

/** Records whose successor this one was have those that follow it. */
function passOn(ws: Workspace, kind: RecordKind, id: string, successors: readonly string[]): void {
  if (successors.length === 0) return;
  for (const record of recordsIn(ws, kind).values()) {
    const { withdrawn } = record;
    if (record.id === id || !withdrawn?.successors?.includes(id)) continue;
    withdrawn.successors = [
      ...new Set(withdrawn.successors.flatMap((s) => (s === id ? successors : [s]))),
    ].filter((s) => s !== record.id);
    ws.done.push(
      `${keyOf(kind, record.id)}, whose successor it was, is succeeded by ${successors.join(", ")}`,
    );
  }
}

/** Withdraws a record. It stays, says why, and names those that answer instead. */
export function withdraw(ws: Workspace, name: string, { date, reason, note, successors }: Withdrawal): void {
  const { kind, id } = nameOf(name);
  const record = recordIn(ws, kind, id);
  const ids = successors.map((successor) =>
    nameOf(successor.includes("/") ? successor : keyOf(kind, successor)),
  );
  for (const other of ids) {
    if (other.kind !== kind || other.id === id)
      throw new UsageError(`${keyOf(other.kind, other.id)} cannot succeed ${keyOf(kind, id)}.`);
    recordIn(ws, kind, other.id);
  }
  if (record.withdrawn)
    throw new UsageError(
      `${keyOf(kind, id)} was withdrawn on ${record.withdrawn.date} (${record.withdrawn.reason}) already.`,
    );
  const named = ids.map((other) => other.id);
  record.withdrawn = {
    date,
    reason,
    ...(note !== undefined && { note }),
    ...(named.length > 0 && { successors: named }),
  };
  ws.done.push(
    `${keyOf(kind, id)} is withdrawn (${reason})${named.length > 0 ? `; ${named.join(", ")} answer${named.length === 1 ? "s" : ""} instead` : ""}`,
  );
  passOn(ws, kind, id, named);
}

/** What a platform hands over to the one that it is merged into: its hosts and apps. */
function mergePlatform(ws: Workspace, from: Platform, into: Platform): void {
  for (const domain of from.domains) {
    addDomain(into, domain);
    ws.done.push(`answers for ${domain.host} now come from ${into.id}, not ${from.id}`);
  }
  for (const store of ["android", "apple"] as const) {
    const ids = [...new Set([...(into.apps?.[store] ?? []), ...(from.apps?.[store] ?? [])])];
    if (ids.length > 0) into.apps = { ...into.apps, [store]: ids };
  }
}

/** What an operator hands over: its platforms with their documents, and the operators that it owns. */
function mergeOperator(ws: Workspace, from: Operator, into: Operator): void {
  transfer(
    ws,
    [...ws.platforms.values()].filter((p) => p.operator === from.id),
    from,
    into,
  );
  for (const operator of ws.operators.values())
    if (operator.parent === from.id && operator !== into) {
      operator.parent = into.id;
      ws.done.push(`operators/${operator.id} is owned by ${into.id}`);
    }
  if (into.parent === from.id) {
    if (from.parent === undefined) delete into.parent;
    else into.parent = from.parent;
  }
}

/** Merges a record into another one: it is withdrawn, and the other answers for its hosts, or runs its platforms. */
export function merge(
  ws: Workspace,
  name: string,
  into: string,
  how: Pick<Withdrawal, "date" | "note">,
): void {
  const { kind, id } = nameOf(name);
  const { id: other } = nameOf(into.includes("/") ? into : keyOf(kind, into));
  withdraw(ws, name, { ...how, reason: "merged", successors: [into] });
  if (kind === "platform") mergePlatform(ws, platformIn(ws, id), platformIn(ws, other));
  else mergeOperator(ws, operatorIn(ws, id), operatorIn(ws, other));
}

/**
 * Splits a record into others, which exist already: it is withdrawn and names them.
 * @param domains which of its hosts go to which of them: `["chat.example.com", "chat"]`
 */
export function split(
  ws: Workspace,
  name: string,
  parts: readonly string[],
  how: Pick<Withdrawal, "date" | "note"> & { domains: readonly (readonly [host: string, to: string])[] },
): void {
  if (parts.length < 2)
    throw new UsageError(
      "A record is split into at least two others. For one: npm run move -- rename, or merge.",
    );
  withdraw(ws, name, { date: how.date, note: how.note, reason: "split", successors: parts });
  for (const [host, to] of how.domains) moveDomain(ws, host, to);
}
