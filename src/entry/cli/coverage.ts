import { countInWords } from "../../language/en/index.ts";
import { InvalidDataset } from "../../records/invalid-dataset.ts";
import { loadDataset } from "../../records/load.ts";
import { readLeads } from "../../review/coverage/leads.ts";
import { readCoverage } from "../../review/coverage/read.ts";
import { type Unaccounted, unaccounted } from "../../review/coverage/unaccounted.ts";
import { terminalJson } from "../../text/terminal.ts";
import { command, DATA_OPTION, exits, reportError } from "./command.ts";
import { print, printEscaped } from "./print.ts";

/** Options of the command line, already parsed. */
export interface CoverageOptions {
  data: string;
  leads: string;
  json: boolean;
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
