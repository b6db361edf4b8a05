import type { Operator, Platform, Source } from "../../model/index.ts";
import { canonical } from "../../text/canonical.ts";
import { UsageError } from "../../text/usage-error.ts";
import { citing, moveExceptions, pointElsewhere, sharedSources } from "./references.ts";
import { keyOf, operatorIn, platformIn, type Workspace } from "./workspace.ts";

/** The id under which a source can be in another record: its own, where that is free or the same document has it. */
export function idIn(sources: readonly Source[], source: Source, from: string): string {
  const taken = (id: string): boolean => {
    const there = sources.find((s) => s.id === id);
    return there !== undefined && canonical({ ...there, id: "" }) !== canonical({ ...source, id: "" });
  };
  if (!taken(source.id)) return source.id;
  let id = `${source.id}-${from}`;
  for (let n = 2; taken(id); n++) id = `${source.id}-${from}-${n}`;
  return id;
}

/** Puts one shared document into another operator's record, and takes it out of its own where nothing else cites it. */
function carry(
  ws: Workspace,
  platforms: readonly Platform[],
  id: string,
  from: Operator,
  to: Operator,
): void {
  const source = from.sources.find((s) => s.id === id);
  if (!source) return;
  const others = citing(ws, from.id, id);
  const now = idIn(to.sources, source, from.id);
  const there = to.sources.some((s) => s.id === now);
  if (!there) to.sources.push({ ...structuredClone(source), id: now });
  if (now !== id)
    for (const platform of platforms)
      pointElsewhere(ws, platform, (ref) => (ref === `operator:${id}` ? `operator:${now}` : undefined));
  const [old, key] = [keyOf("operator", from.id), keyOf("operator", to.id)];
  const as = now === id ? "" : ` as ${now}, because ${key} has another ${id}`;
  if (others.length > 0) {
    ws.done.push(
      `document ${id} ${there ? "is already in" : "is copied to"} ${key}${as}: ${others.join(", ")} cite${others.length === 1 ? "s" : ""} it in ${old}`,
    );
    return;
  }
  from.sources = from.sources.filter((s) => s.id !== id);
  moveExceptions(ws, old, key, id, now);
  ws.done.push(`document ${id} moves from ${old} to ${key}${as}`);
}

/** Moves platforms to another operator, with the documents of the former one that they cite. */
export function transfer(ws: Workspace, platforms: readonly Platform[], from: Operator, to: Operator): void {
  for (const platform of platforms) {
    platform.operator = to.id;
    ws.done.push(`${platform.id} is now run by ${to.name} (operators/${to.id}), not ${from.name}`);
  }
  for (const source of new Set(platforms.flatMap((p) => [...sharedSources(p)])))
    carry(
      ws,
      platforms.filter((p) => sharedSources(p).has(source)),
      source,
      from,
      to,
    );
}

/**
 * Moves a platform to another operator, with the documents of the former one that it cites: they move, or are
 * copied where other platforms cite them too.
 * @param from the operator whose documents it cites, where the record names the new one already
 */
export function moveToOperator(ws: Workspace, id: string, to: string, from: string | undefined): void {
  const platform = platformIn(ws, id);
  const [former, operator] = [operatorIn(ws, from ?? platform.operator), operatorIn(ws, to)];
  if (former === operator)
    throw new UsageError(
      `${to} runs ${id} already.${from === undefined ? " If the record was edited by hand, name the former operator: --from <operator>" : ""}`,
    );
  transfer(ws, [platform], former, operator);
}
