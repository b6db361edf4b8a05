import { command, exits, run } from "../src/entry/cli/command.ts";
import { runValidate } from "../src/entry/cli/validate.ts";

await run(
  command("validate", "Validates the records. docs/checks.md lists the checks.", [
    ["", "every record under data/"],
    ["linkedin operators/meta", "only what is wrong in these (the others are read for references)"],
    ["--json", "problems as JSON"],
    ["--format github", "annotations at the lines of a pull request"],
    ["--format sarif", "SARIF 2.1.0, for code-scanning services"],
  ])
    .argument("[records...]", "ids or files")
    .option("--json", "the same as --format json", false)
    .option("--format <form>", "human, json, sarif or github (left out: human)")
    .option("--data <dir>", "the data directory", "data")
    .action(exits(runValidate)),
);
