import { command, exits, run } from "../src/entry/cli/command.ts";
import { runGenerate } from "../src/entry/cli/generate.ts";

await run(
  command("generate", "Writes the files that are generated and committed.", [
    ["", "writes the stale ones"],
    ["--check", "fails when one is stale, and writes nothing"],
  ])
    .option("--check", "writes nothing and fails when a file is stale", false)
    .action(exits(runGenerate)),
);
