import { Command, CommanderError } from "commander";
import { didYouMean } from "../../text/nearest.ts";

/** A mistake in how a command was called: 2, as shells have it. Commands give 0 for done and 1 for "found something wrong". */
const USAGE = 2;

/**
 * A command line as every script of this project has it: an unknown option or action is
 * answered in one line with the nearest that there is, `--help` shows examples.
 * @param name as people call it: `npm run <name>`
 * @param examples lines of a call and what it does, shown after the options
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

/** Collects an option that may be given several times. */
export const collect = (value: string, before: readonly string[]): string[] => [...before, value];

/**
 * Parses the command line, runs the command's action, which gives an exit code, and sets it.
 * What was called wrongly ends with 2.
 */
export async function run(program: Command, argv: readonly string[] = process.argv): Promise<void> {
  try {
    await program.parseAsync([...argv]);
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    // The library suggests actions only where none is the default.
    const near =
      error.code === "commander.excessArguments"
        ? didYouMean(
            argv[2] ?? "",
            program.commands.map((c) => c.name()),
          ).trim()
        : "";
    if (near) console.error(`(${near})`);
    process.exitCode = error.exitCode === 0 ? 0 : USAGE;
  }
}

/** An action whose number is the exit code. */
export const exits =
  <A extends unknown[]>(action: (...given: A) => number | Promise<number>) =>
  async (...given: A): Promise<void> => {
    process.exitCode = await action(...given);
  };
