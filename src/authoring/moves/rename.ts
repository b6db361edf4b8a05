import { slug } from "../../model/index.ts";
import type { RecordKind } from "../../records/files.ts";
import { UsageError } from "../../text/usage-error.ts";
import { keyOf, nameOf, recordIn, recordsIn, type Workspace } from "./workspace.ts";

/** @throws {UsageError} for an id that is not valid, or means another record */
function freeId(ws: Workspace, kind: RecordKind, id: string, own: string): void {
  if (!slug("").safeParse(id).success)
    throw new UsageError(
      `${JSON.stringify(id)} is not a valid id: lower-case letters and digits, joined by single hyphens.`,
    );
  for (const other of recordsIn(ws, kind).values())
    if (other.id === id || (other.id !== own && other.aliases?.includes(id)))
      throw new UsageError(
        `${id} is ${other.id === id ? "" : "another name of "}the ${kind} ${other.id}. To make one of two records: npm run move -- merge ${keyOf(kind, own)} ${keyOf(kind, other.id)}`,
      );
}

/** Every place that names a record by its id, except those in the record. */
function renameReferences(ws: Workspace, kind: RecordKind, from: string, to: string): string[] {
  const touched: string[] = [];
  const replace = (list: string[] | undefined): boolean => {
    const at = list?.indexOf(from) ?? -1;
    if (list && at !== -1) list[at] = to;
    return at !== -1;
  };
  for (const record of recordsIn(ws, kind).values())
    if (replace(record.withdrawn?.successors)) touched.push(keyOf(kind, record.id));
  if (kind === "operator") {
    for (const platform of ws.platforms.values())
      if (platform.operator === from) {
        platform.operator = to;
        touched.push(keyOf("platform", platform.id));
      }
    for (const operator of ws.operators.values())
      if (operator.parent === from) {
        operator.parent = to;
        touched.push(keyOf("operator", operator.id));
      }
  }
  return touched;
}

/**
 * Gives a record another id. The former one becomes an alias, which redirects; where the new id was an alias of
 * the record, it no longer is one. Everything that names the record follows.
 * @param name its new name; undefined where it keeps it
 */
export function rename(ws: Workspace, from: string, to: string, name: string | undefined): void {
  const { kind, id } = nameOf(from);
  const given = nameOf(to.includes("/") ? to : keyOf(kind, to));
  if (given.kind !== kind) throw new UsageError(`${from} is a ${kind}, so that it cannot become ${to}.`);
  const record = recordIn(ws, kind, id);
  freeId(ws, kind, given.id, id);
  const wasAlias = record.aliases?.includes(given.id) ?? false;
  const records = recordsIn(ws, kind) as Map<string, typeof record>;
  records.delete(id);
  records.set(given.id, record);
  const before = record.name;
  Object.assign(record, {
    id: given.id,
    name: name ?? record.name,
    aliases: [...(record.aliases ?? []).filter((alias) => alias !== given.id), id],
  });
  const [old, now] = [keyOf(kind, id), keyOf(kind, given.id)];
  ws.renamed.set(now, ws.renamed.get(old) ?? old);
  const touched = renameReferences(ws, kind, id, given.id);
  for (const exception of ws.exceptions) if (exception.record === old) exception.record = now;
  const watched = ws.watched[old];
  if (watched) {
    delete ws.watched[old];
    ws.watched[now] = watched;
  }
  ws.done.push(
    `${old} is now ${now}; /${old} redirects to it${wasAlias ? `, and ${given.id}, an alias until now, is its id` : ""}`,
    ...(name !== undefined && name !== before ? [`its name was ${before} and is ${name}`] : []),
    ...touched.map((key) => `${key} names it by its new id`),
  );
}
