import { type Exception, exceptionsSchema, type WatchState, watchStateSchema } from "../../model/index.ts";
import { fileOf, parseRecord, parseText, type RecordFile, type TextFile } from "../../records/files.ts";
import { formatted, recordText } from "../../records/format.ts";
import type { Problem } from "../../records/problems.ts";
import { type ValidatedDirectory, validate } from "../../records/validate.ts";
import { settleExceptions } from "./exceptions.ts";
import { keyOf, type Workspace } from "./workspace.ts";

export { moveDomain } from "./domain.ts";
export { moveToOperator } from "./operator.ts";
export { rename } from "./rename.ts";
export { moveSource } from "./source.ts";
export { merge, split, type Withdrawal, withdraw } from "./withdraw.ts";
export type { Workspace } from "./workspace.ts";

/** A data directory before a move. */
export interface Before {
  dataDir: string;
  directory: ValidatedDirectory;
  /** data/watch.json, as read; undefined where there is none. */
  watch: TextFile | undefined;
}

/** What a move comes to. */
export interface Moved {
  done: string[];
  write: { path: string; text: string }[];
  remove: string[];
  /** What would be wrong after it and is not wrong before: then nothing may be written. */
  problems: Problem[];
  /** How many problems that were there before remain. */
  remaining: number;
}

const exceptionsIn = (file: TextFile | undefined): Exception[] =>
  exceptionsSchema.safeParse(file?.value).data?.exceptions ?? [];

const watchIn = (file: TextFile | undefined): WatchState | undefined =>
  watchStateSchema.safeParse(file?.value).data;

function workspaceOf({ directory, watch }: Before): Workspace {
  const copies = <R>(records: ReadonlyMap<string, { record: R }>): Map<string, R> =>
    new Map([...records].map(([id, { record }]) => [id, structuredClone(record)]));
  return {
    platforms: copies(directory.dataset.platforms),
    operators: copies(directory.dataset.operators),
    exceptions: structuredClone(exceptionsIn(directory.exceptions)),
    watched: structuredClone(watchIn(watch)?.records ?? {}),
    renamed: new Map(),
    done: [],
  };
}

/** The records' files after a move; those that it did not change, and those that are not valid, as they are. */
function filesAfter({ dataDir, directory }: Before, ws: Workspace): RecordFile[] {
  const files = new Map(directory.files.map((file) => [`${file.kind}s/${file.id}`, file]));
  for (const former of ws.renamed.values()) files.delete(former);
  for (const [kind, records] of [
    ["platform", ws.platforms],
    ["operator", ws.operators],
  ] as const)
    for (const [id, record] of records) {
      const file = files.get(keyOf(kind, id));
      const loaded = directory.dataset[`${kind}s`].get(id)?.record;
      if (file && JSON.stringify(loaded) === JSON.stringify(record)) continue;
      files.set(keyOf(kind, id), parseRecord(kind, id, fileOf(dataDir, kind, id), recordText(kind, record)));
    }
  // In the order in which the files are read: checks that compare records report the later one.
  const at = (file: RecordFile) => (file.kind === "platform" ? `0${file.id}` : `1${file.id}`);
  return [...files.values()].sort((a, b) => (at(a) < at(b) ? -1 : 1));
}

const asFile = <F extends TextFile>(file: F, text: string): F => ({ ...file, ...parseText(file.path, text) });

function exceptionsAfter({ directory: { exceptions } }: Before, ws: Workspace): TextFile | undefined {
  if (!exceptions || JSON.stringify(exceptionsIn(exceptions)) === JSON.stringify(ws.exceptions))
    return exceptions;
  return asFile(
    exceptions,
    formatted(exceptions, { ...(exceptions.value as object), exceptions: ws.exceptions }),
  );
}

function watchAfter({ watch }: Before, ws: Workspace): TextFile | undefined {
  const state = watchIn(watch);
  if (!watch || !state || JSON.stringify(state.records) === JSON.stringify(ws.watched)) return watch;
  const records = Object.fromEntries(Object.entries(ws.watched).sort(([a], [b]) => (a < b ? -1 : 1)));
  return asFile(watch, `${JSON.stringify({ ...state, records }, null, 2)}\n`);
}

/** A problem without its position, under the record's new key. */
const nameOf = ({ code, record = "", place, found }: Problem, renamed: ReadonlyMap<string, string>): string =>
  JSON.stringify([code, renamed.get(record) ?? record, place, found]);

/** How often exceptions are settled: a settled one can make another needless. */
const ROUNDS = 3;

/** The files after a move, and the problems in them: those that it would cause, and those that were there before. */
function result(before: Before, ws: Workspace, today: string) {
  const files = filesAfter(before, ws);
  const exceptions = exceptionsAfter(before, ws);
  const { problems } = validate(files, today, exceptions);
  const renamed = new Map([...ws.renamed].map(([now, former]) => [former, now]));
  const known = new Set(before.directory.problems.map((p) => nameOf(p, renamed)));
  const added = problems.filter((p) => !known.has(nameOf(p, new Map())));
  return { files, exceptions, added, remaining: problems.length - added.length };
}

/**
 * Makes a move in a copy of the records, and says what it comes to. Nothing is written.
 * @param today the day with which dates are compared, `YYYY-MM-DD`
 * @throws {UsageError} for a move that makes no sense
 */
export function plan(before: Before, move: (ws: Workspace) => void, today: string): Moved {
  const ws = workspaceOf(before);
  move(ws);
  let after = result(before, ws, today);
  for (let round = 0; round < ROUNDS && settleExceptions(ws, after.added); round++)
    after = result(before, ws, today);
  const { directory, watch } = before;
  const old = new Map(
    [...directory.files, directory.exceptions, watch].flatMap((f) => (f ? [[f.path, f.text]] : [])),
  );
  const now = [...after.files, after.exceptions, watchAfter(before, ws)].flatMap((f) => (f ? [f] : []));
  const paths = new Set(now.map((f) => f.path));
  return {
    done: ws.done,
    write: now.filter((f) => old.get(f.path) !== f.text).map(({ path, text }) => ({ path, text })),
    remove: [...old.keys()].filter((path) => !paths.has(path)),
    problems: after.added,
    remaining: after.remaining,
  };
}
