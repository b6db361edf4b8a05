import { command, exits, run } from "../src/entry/cli/command.ts";
import { runFix } from "../src/entry/cli/fix.ts";

await run(
  command("fix", "Mends what needs nobody's judgement, and writes records in their canonical form.", [
    ["", "every record, and data/exceptions.json"],
    ["linkedin operators/meta", "only these"],
    ["--check", "say what would change, and write nothing"],
  ])
    .argument("[records...]", "ids or files")
    .option("--check", "write nothing; exit 1 if something would change or is left", false)
    .option("--data <dir>", "the data directory", "data")
    .action(exits(runFix)),
);
