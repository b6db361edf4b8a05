import { existsSync, readdirSync } from "node:fs";
import { basename, dirname } from "node:path";
import { openArchive } from "../../evidence/archives.ts";
import { loadHistory, stateAt } from "../../history/history.ts";
import { ReleaseError } from "../../history/release-error.ts";
import type { Platform } from "../../model/index.ts";
import { parseRecord, readRecord } from "../../records/files.ts";
import { InvalidDataset } from "../../records/invalid-dataset.ts";
import { formatProblem } from "../../records/problems.ts";
import { validate } from "../../records/validate.ts";
import { agreement } from "../../review/agreement/agreement.ts";
import { draw } from "../../review/agreement/draw.ts";
import { agreementText, readingsText } from "../../review/agreement/print.ts";
import { agreementOfReadings } from "../../review/agreement/readings.ts";
import { didYouMean } from "../../text/nearest.ts";
import { show } from "../../text/show.ts";
import { terminalJson } from "../../text/terminal.ts";
import { UsageError } from "../../text/usage-error.ts";
import { command, DATA_OPTION, exits, reportError } from "./command.ts";
import { print, printEscaped } from "./print.ts";

/** A record that is not valid. */
class InvalidRecordError extends Error {}

/** The text at `<rev>:<path>`, as git has it. */
async function textAt(named: string, root: string): Promise<string> {
  const [, rev = "", path = ""] = /^([^:\s]+):(.+)$/.exec(named) ?? [];
  if (rev !== "") {
    const repository = openArchive("this repository", root);
    try {
      const text = await repository.read(rev, path);
      if (text !== undefined) return text;
    } finally {
      repository.close();
    }
    throw new UsageError(
      `git has no ${path} at ${rev}; expected <revision>:<path from the repository's root>.`,
    );
  }
  const folder = dirname(named);
  const near = existsSync(folder) ? didYouMean(basename(named), readdirSync(folder)) : "";
  throw new UsageError(
    `There is no file ${named}.${near} Expected two records: a file, or <revision>:<path>.`,
  );
}

/** Reads one record. That it keeps to the schema is enough: it can be a draft outside data/. */
async function readPlatform(named: string, repository: string): Promise<Platform> {
  // A file with that name takes precedence.
  const draft = existsSync(named)
    ? readRecord("platform", "draft", named)
    : parseRecord("platform", "draft", named, await textAt(named, repository));
  const { dataset, problems } = validate([draft]);
  const record = dataset.platforms.get("draft")?.record;
  if (record) return record;
  throw new InvalidRecordError(
    `${named} is not a valid platform record:\n${problems.map(formatProblem).join("\n")}`,
  );
}

/**
 * Compares two records of one platform; prints, and gives the exit code: 0 compared, 1 a record is not valid,
 * 2 wrong call. Revisions are those of the git repository at `repository`.
 */
export async function runAgree(
  first: string,
  second: string,
  { json, repository = "." }: { json: boolean; repository?: string },
): Promise<number> {
  try {
    const [a, b] = [await readPlatform(first, repository), await readPlatform(second, repository)];
    if (a.id !== b.id)
      throw new UsageError(
        `${first} is about ${a.id}, ${second} about ${b.id}. Agreement needs two records of one platform, with the same \`id\`.`,
      );
    const found = agreement(a, b);
    if (json) printEscaped(terminalJson(found));
    else print(agreementText(found, [first, second]));
    return 0;
  } catch (error) {
    return reportError(error, [InvalidRecordError]);
  }
}

/** The second readings of a release: prints how far they agree with its records. */
export function runReadings(version: string, { data, json }: { data: string; json: boolean }): number {
  try {
    const found = agreementOfReadings(data, stateAt(loadHistory(data), version));
    if (json) printEscaped(terminalJson(found));
    else print(readingsText(found));
    return 0;
  } catch (error) {
    return reportError(error, [ReleaseError, InvalidDataset]);
  }
}

/** Draws platforms of a release for a second reading; prints their ids, a line each. */
export function runDraw(version: string, { data, count }: { data: string; count: string }): number {
  try {
    const ids = stateAt(loadHistory(data), version).platforms.map(({ id }) => id);
    if (!/^[1-9]\d*$/.test(count) || Number(count) > ids.length)
      throw new UsageError(`--count must be a whole number from 1 to ${ids.length}, not ${show(count)}.`);
    print(draw(ids, version, Number(count)).join("\n"));
    return 0;
  } catch (error) {
    return reportError(error, [ReleaseError, InvalidDataset]);
  }
}

export const program = command(
  "agree",
  "How far two people who recorded the same platform independently agree.",
  [
    ["mine.json theirs.json", "Cohen's κ per field, and every disagreement, worst first"],
    [
      "theirs:data/platforms/x.json data/platforms/x.json",
      "a record at a git revision, and one in the work tree",
    ],
    ["draw 2026.12.1 --count 40", "which platforms of a release to read a second time"],
    ["readings 2026.12.1", "κ per field over all second readings of a release"],
  ],
);
program
  .command("pair", { isDefault: true })
  .description("compare two records of one platform")
  .argument("<a>", "a record's file, or <git revision>:<path>")
  .argument("<b>", "the other record's")
  .option("--json", "as JSON", false)
  .action(exits((a: string, b: string, { json }: { json: boolean }) => runAgree(a, b, { json })));
program
  .command("draw")
  .description("draw platforms of a release for a second reading; its version is the seed")
  .argument("<version>", "the release")
  .requiredOption("--count <n>", "how many")
  .option(...DATA_OPTION)
  .action(exits(runDraw));
program
  .command("readings")
  .description("compare a release with its second readings, data/readings/<version>/<id>.json")
  .argument("<version>", "the release")
  .option("--json", "as JSON", false)
  .option(...DATA_OPTION)
  .action(exits(runReadings));
