import { Command, CommanderError } from "commander";
import { didYouMean } from "../../text/nearest.ts";
import { UsageError } from "../../text/usage-error.ts";
import { printError } from "./print.ts";

/** The exit code of a wrong call, as in shells. Commands exit with 0 for done and 1 for "found something wrong". */
const USAGE = 2;

/**
 * A subcommand of `adu`: an unknown option or action gets one line with the nearest that exists, `--help`
 * shows examples.
 * @param name as people call it: `npm run <name>`
 * @param examples arguments of a call and what it does, shown after the options
 */
export function command(
  name: string,
  about: string,
  examples: readonly (readonly [call: string, does: string])[] = [],
): Command {
  const width = Math.max(0, ...examples.map(([call]) => call.length));
  const lines = examples.map(
    ([call, does]) =>
      `  npm run ${name}${call ? ` -- ${call.padEnd(width)}` : `    ${" ".repeat(width)}`}  ${does}`,
  );
  return new Command(`npm run ${name} --`)
    .description(about)
    .exitOverride()
    .addHelpText("after", lines.length > 0 ? `\nExamples:\n${lines.join("\n")}` : "");
}

/** Collects an option that can be given several times. */
export const collect = (value: string, before: readonly string[]): string[] => [...before, value];

/** `--archive <owner/name=clone>`, which can be given several times. */
export const ARCHIVE_OPTION = [
  "--archive <owner/name=clone>",
  "a public archive and a git clone of it; can be given several times",
  collect,
  [] as string[],
] as const;

/** `--data <dir>`. */
export const DATA_OPTION = ["--data <dir>", "the data directory", "data"] as const;

const FILE_ERRORS: Readonly<Record<string, string>> = {
  EACCES: "no permission to read or write it",
  EDQUOT: "there is no space left to write it",
  EEXIST: "there is such a file already",
  EFBIG: "the file would be too large to write it",
  EISDIR: "is a folder, not a file",
  ENOENT: "there is no such file or folder",
  ENOSPC: "there is no space left to write it",
  ENOTDIR: "a part of the path is a file, not a folder",
  EPERM: "no permission to read or write it",
  EROFS: "the file system can only be read",
};

/** Does a database say that the disk is full? Libraries wrap its error. */
const saysFull = (error: unknown): boolean =>
  error instanceof Error && (/SQLITE_FULL|disk is full/.test(error.message) || saysFull(error.cause));

/** Why a file could not be read or written; undefined for every other error. It is no bug of the command. */
function fileErrorInWords(error: unknown): string | undefined {
  if (saysFull(error)) return "The disk is full. Free some space and try again.";
  const { code = "", syscall, path } = error as NodeJS.ErrnoException;
  const reason = syscall === undefined ? undefined : FILE_ERRORS[code];
  // Reading a folder gives an error without its path.
  return reason === undefined ? undefined : `${path ?? "A path that was given"}: ${reason}.`;
}

/**
 * Parses the command line, runs the command's action, which gives an exit code, and sets it. A wrong call
 * exits with 2.
 * @param args without the interpreter and the script
 */
export async function run(program: Command, args: readonly string[]): Promise<void> {
  try {
    await program.parseAsync([...args], { from: "user" });
  } catch (error) {
    if (error instanceof UsageError) {
      process.exitCode = reportError(error);
      return;
    }
    const fileError = fileErrorInWords(error);
    if (fileError !== undefined) {
      printError(fileError);
      process.exitCode = 1;
      return;
    }
    if (!(error instanceof CommanderError)) throw error;
    // Commander suggests actions only where none is the default.
    const near =
      error.code === "commander.excessArguments"
        ? didYouMean(
            args[0] ?? "",
            program.commands.map((c) => c.name()),
          ).trim()
        : "";
    if (near) printError(`(${near})`);
    process.exitCode = error.exitCode === 0 ? 0 : USAGE;
  }
}

/** An action whose number is the exit code. */
export const exits =
  <A extends unknown[]>(action: (...given: A) => number | Promise<number>) =>
  async (...given: A): Promise<void> => {
    process.exitCode = await action(...given);
  };

// biome-ignore lint/suspicious/noExplicitAny: a class of errors, whatever its constructor takes
type ErrorClass = new (...args: any[]) => Error;

/**
 * Reports an error of a command: prints its message and gives the exit code, 2 for a wrong call and 1 for
 * what the command expects to find wrong. Every other error is a bug and is thrown again.
 * @param expected the classes of errors that mean that the data is wrong, not the call
 */
export function reportError(error: unknown, expected: readonly ErrorClass[] = []): 1 | 2 {
  const wrongCall = error instanceof UsageError;
  if (!wrongCall && !expected.some((known) => error instanceof known)) throw error;
  printError((error as Error).message);
  return wrongCall ? USAGE : 1;
}
