import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type * as z from "zod";
import { byVersion } from "../../history/releases.ts";
import { type ReleaseLedger, releaseSchema, watchStateSchema } from "../../model/index.ts";
import { readText, type TextFile } from "../../records/files.ts";
import { parseFile } from "../../records/parse.ts";
import type { Problem } from "../../records/problems.ts";
import type { Released } from "../../records/released.ts";

/** What is wrong with the files beside the records that commands write, and what the last ledger says. */
export interface WrittenFiles {
  /** Those with problems. */
  files: TextFile[];
  problems: Problem[];
  /** The last release; undefined where there is none, or a ledger cannot be read. */
  released?: Released;
}

interface Read<T> {
  value?: T;
  file?: TextFile;
  problems: Problem[];
}

/** Reads one file. Places are only computed for a file that is wrong: ledgers are large. */
function readWritten<T>(path: string, schema: z.ZodType<T>): Read<T> {
  try {
    const parsed = schema.safeParse(JSON.parse(readFileSync(path, "utf8")));
    if (parsed.success) return { value: parsed.data, problems: [] };
  } catch {
    // Not JSON, or not readable: what is wrong is found below.
  }
  const file = readText(path);
  return { file, problems: parseFile(file, schema).problems };
}

const ledgerPaths = (data: string): string[] => {
  const folder = join(data, "releases");
  return existsSync(folder)
    ? readdirSync(folder)
        .filter((name) => name.endsWith(".json") && !name.startsWith("."))
        .map((name) => join(folder, name))
    : [];
};

/** Reads the ledgers and the state of the watch of a data directory. Everything that is wrong is a problem with its place. */
export function readWrittenFiles(data: string): WrittenFiles {
  const ledgers = ledgerPaths(data).map((path) => readWritten<ReleaseLedger>(path, releaseSchema));
  const state = join(data, "watch.json");
  const all: Read<unknown>[] = [
    ...ledgers,
    ...(existsSync(state) ? [readWritten(state, watchStateSchema)] : []),
  ];
  const complete = ledgers.every((ledger) => ledger.value !== undefined);
  const last = ledgers
    .flatMap(({ value }) => value ?? [])
    .sort((a, b) => byVersion(a.version, b.version))
    .at(-1);
  return {
    files: all.flatMap(({ file }) => file ?? []),
    problems: all.flatMap(({ problems }) => problems),
    ...(complete && last && { released: { version: last.version, records: Object.keys(last.records) } }),
  };
}
