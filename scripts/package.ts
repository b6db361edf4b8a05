import { command, exits, run } from "../src/entry/cli/command.ts";
import { runPackage } from "../src/entry/cli/package.ts";

await run(
  command(
    "package",
    "Writes the npm package of a release: its records, their types, and what they mean for one person.",
    [
      ["--out DIR", "of the last release"],
      ["--out DIR --release 2026.11.1", "of another"],
    ],
  )
    .option("--out <dir>", "where the package is written; a new folder")
    .option("--release <version>", "a release; left out: the last one")
    .option("--data <dir>", "the data directory", "data")
    .action(exits(runPackage)),
);
