import { Command, Option } from "commander";
import { LANGUAGES } from "../../../src/language/index.ts";
import { ALL_DIMENSIONS, termsOf, VERDICT } from "../../../src/model/index.ts";
import { FORMATS } from "./report.ts";

/** What `--fail-on` accepts: the verdicts, and `unknown` for what is not in the dataset. */
export const FAILURES: readonly string[] = [...termsOf(VERDICT), "unknown"];

const EXIT_CODES = `
Exit codes:
  0  answered
  1  no such platform
  2  wrong call
  3  an answer is one of those that --fail-on names
  4  the server did not answer`;

const option = (flags: string, description: string): Option => new Option(flags, description);

/** The options of every command that answers: the person, the language, where answers come from. */
function withOptions(command: Command): Command {
  for (const { facet, values, unspecified } of ALL_DIMENSIONS) {
    const made = option(
      `--${facet} <${facet}>`,
      values === null
        ? "a code (DE, US-CA), EU, EEA, or a country's name; default: the rest of the world"
        : `default: ${unspecified}`,
    );
    // The choices are for completion; wrong values get an error that says what would work.
    command.addOption(
      values === null ? made : made.choices(values as string[]).argParser((written: string) => written),
    );
  }
  return command
    .option("--as-of <day>", "the day asked about, YYYY-MM-DD; default: today (UTC)")
    .addOption(
      option("--lang <language>", "the language of the answer; default: en").choices(Object.keys(LANGUAGES)),
    )
    .option("--server <url>", "a server to ask; default: the installed records, without a network")
    .option(
      "--fail-on <verdicts>",
      `exit with 3 for these answers, separated by commas: ${FAILURES.join(", ")}`,
    );
}

/** What the commands do. Each gives its exit code. */
export interface Actions {
  show(written: string, options: ShowOptions): Promise<number>;
  check(file: string | undefined, options: CheckOptions): Promise<number>;
}

/** Options as they are written. */
export interface CommonOptions {
  lang?: keyof typeof LANGUAGES;
  server?: string;
  failOn?: string;
  region?: string;
  plan?: string;
  age?: string;
  account?: string;
  asOf?: string;
}
export interface ShowOptions extends CommonOptions {
  json: boolean;
}
export interface CheckOptions extends CommonOptions {
  /** The option of the whole program: the same as `--format json`. */
  json: boolean;
  format?: keyof typeof FORMATS;
}

/**
 * The command line.
 * @param exits receives the exit code of an action
 */
export function programOf(version: string, actions: Actions, exits: (code: number) => void): Command {
  const program = withOptions(new Command("ai-data-use"))
    .description("What online platforms do with people's data to train AI, and how to opt out.")
    .version(version)
    .argument("<platform>", "its name, id, domain, a URL or an app")
    .option("--json", "the answer for programs", false)
    .action(async (written: string, options: ShowOptions) => exits(await actions.show(written, options)))
    .addHelpText(
      "after",
      `${EXIT_CODES}

Examples:
  ai-data-use linkedin --region DE
  ai-data-use https://chatgpt.com --plan business --json
  ai-data-use check domains.txt --region DE --format markdown
  ai-data-use check domains.txt --fail-on on-by-default,no-choice`,
    );
  withOptions(program.command("check"))
    .description("the answers for a list of addresses or names, one a line")
    .argument("[file]", "the list; default: standard input")
    .addOption(option("--format <format>", "the form of the report").choices(Object.keys(FORMATS)))
    // Options before the word `check` count too.
    .action(async (file: string | undefined, _: object, command: Command) =>
      exits(await actions.check(file, command.optsWithGlobals<CheckOptions>())),
    )
    .addHelpText("after", EXIT_CODES);
  for (const command of [program, ...program.commands]) command.exitOverride();
  return program;
}
