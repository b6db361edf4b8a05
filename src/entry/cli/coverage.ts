import { readFileSync } from "node:fs";
import { join } from "node:path";
import * as z from "zod";
import { countInWords } from "../../language/en/index.ts";
import { InvalidDataset } from "../../records/invalid-dataset.ts";
import { loadDataset } from "../../records/load.ts";
import { readLeads } from "../../review/coverage/leads.ts";
import { type Coverage, coverageSchema } from "../../review/coverage/schema.ts";
import { type Unaccounted, unaccounted } from "../../review/coverage/unaccounted.ts";
import { terminalJson } from "../../text/terminal.ts";
import { UsageError } from "../../text/usage-error.ts";
import { command, DATA_OPTION, exits, reportError } from "./command.ts";
import { print, printEscaped } from "./print.ts";

/** Options of the command line, already parsed. */
export interface CoverageOptions {
  data: string;
  leads: string;
  json: boolean;
}

/** `data/coverage.json` of a data directory. @throws {UsageError} for an invalid one */
export function readCoverage(dataDir: string): Coverage {
  const path = join(dataDir, "coverage.json");
  const { data, error } = coverageSchema.safeParse(JSON.parse(readFileSync(path, "utf8")));
  if (error) throw new UsageError(`${path}: ${z.prettifyError(error)}`);
  return data;
}

function inWords({ documents, changes, stale }: Unaccounted): string {
  const commits = changes.flatMap(({ changes }) => changes).length;
  return [
    ...documents.map(
      ({ archive, path, changes }) => `${archive} ${path}: no record (${changes.length} changes)`,
    ),
    ...changes.flatMap(({ archive, path, changes }) =>
      changes.map(({ day, commit }) => `${archive} ${path}: ${commit} of ${day} is no event`),
    ),
    ...stale.map((entry) => `data/coverage.json: ${entry}`),
    `Not accounted for: ${countInWords(documents.length, "document")}, ${countInWords(commits, "change")}. Wrong entries: ${stale.length}.`,
  ].join("\n");
}

/** Compares the dataset with a folder of leads; prints, and gives the exit code. */
export function runCoverage({ data, leads, json }: CoverageOptions): number {
  try {
    const { platforms, operators } = loadDataset(data);
    const left = unaccounted(readLeads(leads), [...platforms, ...operators], readCoverage(data));
    if (json) printEscaped(terminalJson(left));
    else print(inWords(left));
    return Object.values(left).every((list) => list.length === 0) ? 0 : 1;
  } catch (error) {
    return reportError(error, [InvalidDataset]);
  }
}

export const program = command(
  "coverage",
  "Which archived documents and changes on AI neither the records nor data/coverage.json account for.",
  [
    ["--leads ../leads", "reads a folder of leads (docs/coverage.md says what that is)"],
    ["--leads ../leads --json", "for a program"],
  ],
)
  .requiredOption("--leads <dir>", "a folder of leads, a JSON Lines file for each archive")
  .option("--json", "as JSON", false)
  .option(...DATA_OPTION)
  .action(exits(runCoverage));
