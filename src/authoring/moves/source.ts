import type { Source } from "../../model/index.ts";
import { didYouMean } from "../../text/nearest.ts";
import { UsageError } from "../../text/usage-error.ts";
import { idIn } from "./operator.ts";
import { citing, moveExceptions, pointElsewhere } from "./references.ts";
import { keyOf, nameOf, platformIn, recordIn, type Workspace } from "./workspace.ts";

/** Which record's document, as it is written: `linkedin:policy`, `operators/meta:policy`. @throws {UsageError} */
function documentIn(ws: Workspace, written: string) {
  const [name = "", id = ""] = written.split(":");
  if (id === "")
    throw new UsageError(
      `${written} is not a document: write <record>:<source>, such as operators/meta:policy.`,
    );
  const { kind, id: owner } = nameOf(name);
  const record = recordIn(ws, kind, owner);
  const source = record.sources.find((s) => s.id === id);
  if (!source)
    throw new UsageError(
      `${keyOf(kind, owner)} has no document ${id}.${didYouMean(
        id,
        record.sources.map((s) => s.id),
      )}`,
    );
  return { kind, record, source };
}

/** @throws {UsageError} where platforms would lose a document that they cite */
function refuseLoss(ws: Workspace, operator: string, source: string, to: string, except?: string): void {
  const losing = citing(ws, operator, source).filter((id) => id !== except);
  if (losing.length > 0)
    throw new UsageError(
      `${losing.join(", ")} cite${losing.length === 1 ? "s" : ""} ${source} in operators/${operator} and would lose it. Move a platform with its documents: npm run move -- operator ${losing[0]} ${to.replace(/^.*\//, "")}`,
    );
}

/** Points the evidence that cites a moved document to its new place. */
function follow(
  ws: Workspace,
  { kind, record, source }: ReturnType<typeof documentIn>,
  to: ReturnType<typeof nameOf>,
  now: string,
): void {
  const platforms =
    kind === "platform" ? [platformIn(ws, record.id)] : to.kind === "platform" ? [platformIn(ws, to.id)] : [];
  for (const platform of platforms) {
    const was = kind === "platform" ? source.id : `operator:${source.id}`;
    const shared = to.kind === "operator" && platform.operator === to.id;
    const own = to.kind === "platform" && platform.id === to.id;
    const is = shared ? `operator:${now}` : own ? now : undefined;
    if (is !== undefined) pointElsewhere(ws, platform, (ref) => (ref === was ? is : undefined));
  }
}

/**
 * Hands a document over to another record: a platform's to its operator, so that others can cite it, an
 * operator's to the one platform that cites it, or to another record altogether. Evidence follows where the
 * platform can still cite it.
 */
export function moveSource(ws: Workspace, written: string, to: string): void {
  const found = documentIn(ws, written);
  const { kind, record, source } = found;
  const target = nameOf(to);
  const other = recordIn(ws, target.kind, target.id);
  const [from, key] = [keyOf(kind, record.id), keyOf(target.kind, target.id)];
  if (from === key) throw new UsageError(`${key} has ${source.id} already.`);
  if (kind === "operator")
    refuseLoss(ws, record.id, source.id, key, target.kind === "platform" ? target.id : undefined);
  const now = idIn(other.sources, source, record.id);
  if (!other.sources.some((s: Source) => s.id === now)) other.sources.push({ ...source, id: now });
  record.sources = record.sources.filter((s: Source) => s !== source);
  follow(ws, found, target, now);
  moveExceptions(ws, from, key, source.id, now);
  ws.done.push(`document ${source.id} moves from ${from} to ${key}${now === source.id ? "" : ` as ${now}`}`);
}
