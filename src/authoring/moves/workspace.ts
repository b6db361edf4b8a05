import type { Exception, Operator, Platform, WatchState } from "../../model/index.ts";
import type { RecordKind } from "../../records/files.ts";
import { didYouMean } from "../../text/nearest.ts";
import { UsageError } from "../../text/usage-error.ts";

/** The records and the files that name them, which moves change. */
export interface Workspace {
  platforms: Map<string, Platform>;
  operators: Map<string, Operator>;
  exceptions: Exception[];
  /** The last state of the watch, by record. */
  watched: WatchState["records"];
  /** The keys of renamed records: the former one by the new one. */
  renamed: Map<string, string>;
  /** What was done, a line each. */
  done: string[];
}

/** The kind and id that a name on the command line means: `vibe` is a platform, `operators/mistral` says it. */
export function nameOf(name: string): { kind: RecordKind; id: string } {
  const [folder, id] = name.includes("/") ? (name.split("/") as [string, string]) : ["platforms", name];
  if (folder === "platforms" || folder === "operators")
    return { kind: folder === "platforms" ? "platform" : "operator", id };
  throw new UsageError(`${name} is not a record: write a platform's id, or operators/<id>.`);
}

/** The records of a kind. */
export const recordsIn = (ws: Workspace, kind: RecordKind): Map<string, Platform> | Map<string, Operator> =>
  kind === "platform" ? ws.platforms : ws.operators;

function found<R extends Platform | Operator>(records: ReadonlyMap<string, R>, what: string, id: string): R {
  const record = records.get(id);
  if (record) return record;
  const now = [...records.values()].find(({ aliases }) => aliases?.includes(id))?.id;
  throw new UsageError(
    `There is no ${what} ${id}, or its record is not valid.${now ? ` ${id} is another name of ${now}.` : didYouMean(id, records.keys())}`,
  );
}

/** A platform, by its id. @throws {UsageError} with the nearest */
export const platformIn = (ws: Workspace, id: string): Platform => found(ws.platforms, "platform", id);

/** An operator, by its id. @throws {UsageError} with the nearest */
export const operatorIn = (ws: Workspace, id: string): Operator => found(ws.operators, "operator", id);

/** A record of either kind. @throws {UsageError} with the nearest */
export const recordIn = (ws: Workspace, kind: RecordKind, id: string): Platform | Operator =>
  kind === "platform" ? platformIn(ws, id) : operatorIn(ws, id);

/** A record's key: `platforms/<id>`. */
export const keyOf = (kind: RecordKind, id: string): string => `${kind}s/${id}`;
