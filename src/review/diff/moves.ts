import { renamesBetween } from "../../history/renames.ts";
import type { Operator, Platform, Source } from "../../model/index.ts";
import { canonical } from "../../text/canonical.ts";
import type { Json } from "../../text/json.ts";
import { trusted } from "../../text/trusted.ts";
import { type DiffNode, node, quoted } from "./node.ts";
import type { Side } from "./sides.ts";

/*
 * What moved between records: an id, a host, a document. Each is one line, instead of a removal here and an
 * addition there. The two sides are then compared as if it had not moved.
 */

/** What moved, and the two sides without it. */
export interface Moves {
  lines: DiffNode[];
  base: Side;
  head: Side;
}

const copyOf = (side: Side): Side => ({
  ...side,
  platforms: new Map(side.platforms),
  operators: new Map(side.operators),
});

/** The new keys of renamed records of one kind, by their former ids. */
function renamedIds<R extends Platform | Operator>(
  kind: "platforms" | "operators",
  before: ReadonlyMap<string, R>,
  after: ReadonlyMap<string, R>,
): Map<string, string> {
  const keyed = new Map([...after].map(([id, record]) => [`${kind}/${id}`, trusted<Json>(record)]));
  const renames = renamesBetween(
    [...before.keys()].map((id) => `${kind}/${id}`),
    keyed,
  );
  const idOf = (key: string): string => key.slice(kind.length + 1);
  return new Map([...renames].map(([to, from]) => [idOf(from), idOf(to)]));
}

/** Puts the renamed records of a side under their new ids. */
function underNewIds<R extends Platform | Operator>(
  before: Map<string, R>,
  after: ReadonlyMap<string, R>,
  renames: ReadonlyMap<string, string>,
): void {
  for (const [from, to] of renames) {
    const [was, is] = [before.get(from), after.get(to)];
    if (!was || !is) continue;
    before.delete(from);
    const { aliases: _, ...rest } = was;
    before.set(to, trusted<R>({ ...rest, id: to, ...(is.aliases && { aliases: is.aliases }) }));
  }
}

function renames(base: Side, head: Side): DiffNode[] {
  const platforms = renamedIds("platforms", base.platforms, head.platforms);
  const operators = renamedIds("operators", base.operators, head.operators);
  underNewIds(base.platforms, head.platforms, platforms);
  underNewIds(base.operators, head.operators, operators);
  for (const [id, platform] of base.platforms) {
    const operator = operators.get(platform.operator);
    if (operator !== undefined) base.platforms.set(id, { ...platform, operator });
  }
  for (const [id, operator] of base.operators) {
    const parent = operators.get(operator.parent ?? "");
    if (parent !== undefined) base.operators.set(id, { ...operator, parent });
  }
  return [
    ...[...platforms].map(([from, to]) => node(`${from} is now ${to}: /platforms/${from} redirects`)),
    ...[...operators].map(([from, to]) =>
      node(`the operator ${from} is now ${to}: /operators/${from} redirects`),
    ),
  ];
}

/** Who answers for each host: a platform that is not withdrawn before one that is. */
function owners({ platforms }: Side): Map<string, string> {
  const order = [...platforms.values()].sort((a, b) => Number(!a.withdrawn) - Number(!b.withdrawn));
  return new Map(order.flatMap((p) => p.domains.map(({ host }) => [host, p.id] as const)));
}

const withoutHost = (side: Side, id: string, host: string): void => {
  const platform = side.platforms.get(id);
  if (platform)
    side.platforms.set(id, { ...platform, domains: platform.domains.filter((d) => d.host !== host) });
};

function hosts(base: Side, head: Side): DiffNode[] {
  const [was, is] = [owners(base), owners(head)];
  return [...is].flatMap(([host, to]) => {
    const from = was.get(host);
    if (from === undefined || from === to) return [];
    // Where the former one keeps it (it is withdrawn), its domains did not change.
    if (!head.platforms.get(from)?.domains.some((d) => d.host === host)) withoutHost(base, from, host);
    if (!base.platforms.get(to)?.domains.some((d) => d.host === host)) withoutHost(head, to, host);
    return [node(`answers for ${host} now come from ${to}, not ${from}`)];
  });
}

/** The documents of every record, with the record's key. */
const documents = ({ platforms, operators }: Side): { key: string; source: Source }[] =>
  [
    ...[...platforms.values()].map((p) => ({ key: `platforms/${p.id}`, sources: p.sources })),
    ...[...operators.values()].map((o) => ({ key: `operators/${o.id}`, sources: o.sources })),
  ].flatMap(({ key, sources }) => sources.map((source) => ({ key, source })));

/** What makes two documents the same, whatever their ids are. */
const content = ({ id: _, ...rest }: Source): string => canonical(rest);

const recordsOf = (side: Side, key: string): Map<string, Platform | Operator> =>
  key.startsWith("platforms/") ? side.platforms : side.operators;

/** Adds a document to a record of one side, in the place that it has in the other's record. */
function addSource(side: Side, key: string, source: Source, other: Side): void {
  const id = key.replace(/^.*\//, "");
  const record = recordsOf(side, key).get(id);
  if (!record || record.sources.some((s) => s.id === source.id)) return;
  const order = (recordsOf(other, key).get(id)?.sources ?? []).map((s) => s.id);
  const after = order.slice(order.indexOf(source.id) + 1);
  const at = record.sources.findIndex((s) => after.includes(s.id));
  const list = record.sources.toSpliced(at === -1 ? record.sources.length : at, 0, source);
  recordsOf(side, key).set(id, trusted<Platform & Operator>({ ...record, sources: list }));
}

function sources(base: Side, head: Side): DiffNode[] {
  const [was, is] = [copyOf(base), copyOf(head)];
  const [there, here] = [documents(base), documents(head)];
  const key = (d: { key: string; source: Source }): string => `${d.key} ${content(d.source)}`;
  const [known, kept] = [new Set(there.map(key)), new Set(here.map(key))];
  const before = Map.groupBy(there, ({ source }) => content(source));
  return here.flatMap((now) => {
    const same = known.has(key(now)) ? undefined : before.get(content(now.source));
    const former = same?.find((d) => !kept.has(key(d))) ?? same?.[0];
    if (!former) return [];
    const moved = !kept.has(key(former));
    // Both sides have it in both places: evidence still finds it, and it is neither new nor gone.
    addSource(base, now.key, now.source, is);
    if (moved) addSource(head, former.key, former.source, was);
    const as = former.source.id === now.source.id ? "" : ` as ${now.source.id}`;
    return [
      node(
        `the document ${quoted(now.source.title)} (${former.source.id}) is ${moved ? "now" : "now also"} in ${now.key}${as}, ${moved ? "before in" : "copied from"} ${former.key}`,
      ),
    ];
  });
}

/** What moved between the records of two sides. */
export function movesBetween(was: Side, is: Side): Moves {
  const [base, head] = [copyOf(was), copyOf(is)];
  return { lines: [...renames(base, head), ...hosts(base, head), ...sources(base, head)], base, head };
}
