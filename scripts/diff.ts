import { command, exits, run } from "../src/entry/cli/command.ts";
import { runDiff } from "../src/entry/cli/diff.ts";

await run(
  command("diff", "Says in plain words what changes for people between two states of the records.", [
    ["main..HEAD", "between two revisions; nothing is checked out"],
    ["main...HEAD", "since the two parted, as a pull request has it"],
    ["HEAD", "what the work tree changes"],
    ["--base old/data --head new/data", "between two data directories"],
    ["main..HEAD --format markdown", "as a pull request's comment"],
  ])
    .argument("[range]", "<base>..<head>, <base>...<head>, or <base> to compare with the work tree")
    .option("--base <dir>", "a data directory, instead of a revision")
    .option("--head <dir>", "a data directory, instead of a revision")
    .option("--format <format>", "text, markdown or json", "text")
    .option("--out <file>", "write to a file instead of the terminal")
    .option(
      "--as-of <day>",
      "the day by which present, future and past are told apart; left out: today (UTC)",
    )
    .option("--data <dir>", "the data directory", "data")
    .action(exits(runDiff)),
);
