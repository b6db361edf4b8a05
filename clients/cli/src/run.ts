import { readFileSync } from "node:fs";
import { text } from "node:stream/consumers";
import tab from "@bomb.sh/tab/commander";
import { CommanderError } from "commander";
import { partAsText, WIDEST } from "../../../src/entry/cli/part-as-text.ts";
import type { Audience } from "../../../src/model/index.ts";
import { ATTRIBUTION } from "../../../src/model/index.ts";
import { didYouMean } from "../../../src/text/nearest.ts";
import { terminalJson, terminalText } from "../../../src/text/terminal.ts";
import { UsageError } from "../../../src/text/usage-error.ts";
import { audienceOf } from "./audience.ts";
import { askFor, type Checked, checkAll, entriesOf } from "./check.ts";
import { type Dataset, Unavailable, UnknownPlatform } from "./dataset.ts";
import { explained } from "./explained.ts";
import { installedDataset, type Records } from "./installed.ts";
import { type CheckOptions, type CommonOptions, FAILURES, programOf, type ShowOptions } from "./program.ts";
import { FORMATS } from "./report.ts";
import { serverDataset } from "./server.ts";
import { viewFor } from "./view.ts";

/** The exit codes, which scripts can use. */
export const EXIT = { answered: 0, unknown: 1, usage: 2, found: 3, unavailable: 4 } as const;

/** Where the command reads and writes. */
export interface Terminal {
  out(text: string): void;
  err(text: string): void;
  stdin: NodeJS.ReadableStream & { isTTY?: boolean };
  columns: number | undefined;
}

/** What the command line is made with. */
export interface Setting {
  version: string;
  records: Records;
  terminal: Terminal;
}

/** The verdicts that make a call fail. @throws {UsageError} for what is none */
function failuresOf({ failOn = "" }: CommonOptions): string[] {
  const named = failOn
    .split(",")
    .map((word) => word.trim())
    .filter((word) => word !== "");
  for (const word of named)
    if (!FAILURES.includes(word))
      throw new UsageError(
        `--fail-on ${word} is not one of ${FAILURES.join(", ")}.${didYouMean(word, FAILURES)}`,
      );
  return named;
}

/** The list of a file or of standard input. @throws {UsageError} for none */
async function listOf(file: string | undefined, { stdin }: Terminal): Promise<string[]> {
  if (file === undefined && stdin.isTTY)
    throw new UsageError("Nothing to check: give a file, or pipe a list.");
  const read = async () => {
    if (file === undefined || file === "-") return text(stdin);
    try {
      return readFileSync(file, "utf8");
    } catch (error) {
      throw new UsageError(`${file} cannot be read: ${(error as Error).message}.`);
    }
  };
  const entries = entriesOf(await read());
  if (entries.length === 0)
    throw new UsageError("The list is empty: write one address or name in each line.");
  return entries;
}

/** What an option says of the dataset. @throws {UsageError} for what is not the address of a server */
function datasetOf({ server }: CommonOptions, records: Records): Dataset {
  if (server === undefined) return installedDataset(records);
  if (!/^https?:\/\//.test(server) || !URL.canParse(server))
    throw new UsageError(`--server ${server} is not a URL: write https:// and the server's name.`);
  return serverDataset(server);
}

const failureOf = ({ found }: Pick<Checked, "found">): string => found?.answer.headline.verdict ?? "unknown";

/** What a call asks: the person, where, and what makes it fail. Wrong options are reported before anything is asked. */
const asked = (options: CommonOptions, records: Records) => ({
  who: audienceOf(options) as Audience,
  dataset: datasetOf(options, records),
  failures: failuresOf(options),
  planGiven: options.plan !== undefined,
});

async function show(written: string, options: ShowOptions, { records, terminal }: Setting): Promise<number> {
  const { who, dataset, failures, planGiven } = asked(options, records);
  const found = await askFor(dataset, written, who, planGiven);
  const { release, answer } = found;
  if (options.json) terminal.out(terminalJson({ release, attribution: ATTRIBUTION, ...answer }));
  else {
    const view = viewFor(options.lang ?? "en", answer.audience as Audience);
    const part = explained({ view, ...found }, release);
    terminal.out(partAsText(part, Math.min(WIDEST, terminal.columns ?? WIDEST)));
  }
  return failures.includes(failureOf({ found })) ? EXIT.found : EXIT.answered;
}

async function check(
  file: string | undefined,
  options: CheckOptions,
  { records, terminal }: Setting,
): Promise<number> {
  const { who, dataset, failures, planGiven } = asked(options, records);
  const checked = await checkAll(dataset, await listOf(file, terminal), who, planGiven);
  terminal.out(
    FORMATS[options.format ?? (options.json ? "json" : "table")]({
      view: viewFor(options.lang ?? "en", who),
      checked,
    }),
  );
  return checked.some((each) => failures.includes(failureOf(each))) ? EXIT.found : EXIT.answered;
}

/** The exit code of an error, with its message printed. Every other error is a bug and is thrown again. */
function reported(error: unknown, { err }: Terminal): number {
  const code =
    error instanceof UnknownPlatform
      ? EXIT.unknown
      : error instanceof UsageError
        ? EXIT.usage
        : error instanceof Unavailable
          ? EXIT.unavailable
          : undefined;
  if (code === undefined) throw error;
  err(terminalText((error as Error).message));
  return code;
}

/** Runs the command line. @param args without the interpreter and the script @returns the exit code */
export async function run(args: readonly string[], setting: Setting): Promise<number> {
  let code: number = EXIT.answered;
  const program = programOf(
    setting.version,
    {
      show: (written, options) => show(written, options, setting),
      check: (file, options) => check(file, options, setting),
    },
    (given) => {
      code = given;
    },
  );
  for (const command of [program, ...program.commands])
    command.configureOutput({
      writeOut: (t) => setting.terminal.out(t.trimEnd()),
      writeErr: (t) => setting.terminal.err(t.trimEnd()),
    });
  const completion = tab(program);
  completion.argument("platform", (complete) => {
    for (const { id, name } of setting.records.catalogue) complete(id, name);
  });
  try {
    await program.parseAsync([...args], { from: "user" });
    return code;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.answered : EXIT.usage;
    return reported(error, setting.terminal);
  }
}
