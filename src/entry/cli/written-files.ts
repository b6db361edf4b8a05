import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type * as z from "zod";
import { readLedgerFiles } from "../../history/ledger-files.ts";
import { releaseProblems } from "../../history/release-problems.ts";
import { byVersion } from "../../history/versions.ts";
import { releaseSchema, watchStateSchema } from "../../model/index.ts";
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

/** Reads the ledgers and the state of the watch of a data directory. Everything that is wrong is a problem with its place. */
export function readWrittenFiles(data: string): WrittenFiles {
  const ledgers = readLedgerFiles(data).filter(({ fault }) => fault?.kind !== "partial");
  const state = join(data, "watch.json");
  const watch = existsSync(state) ? readWritten(state, watchStateSchema) : undefined;
  const complete = ledgers.every(({ ledger }) => ledger !== undefined);
  const last = ledgers
    .flatMap(({ ledger }) => ledger ?? [])
    .sort((a, b) => byVersion(a.version, b.version))
    .at(-1);
  // What is wrong inside a ledger has a place of its own, which says more than that it is not one.
  const inside = ledgers
    .filter(({ fault }) => fault?.kind === "not-a-ledger")
    .map(({ path }) => readWritten(path, releaseSchema));
  const precise = new Set(inside.flatMap(({ problems }) => problems.map((p) => p.file)));
  const others = releaseProblems(data).filter((p) => !precise.has(p.file));
  const read = [...inside, ...(watch ? [watch] : [])];
  return {
    files: read.flatMap(({ file }) => file ?? []),
    problems: [...others, ...read.flatMap(({ problems }) => problems)],
    ...(complete && last && { released: { version: last.version, records: Object.keys(last.records) } }),
  };
}
