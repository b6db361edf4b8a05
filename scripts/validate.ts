import { runValidate } from "../src/dataset/validate-command.ts";
import { command, exits, run } from "../src/entry/cli.ts";

await run(
  command("validate", "Validates the records.", [
    ["", "every record under data/"],
    ["linkedin operators/meta", "only what is wrong in these (the others are read for references)"],
    ["--json", "problems as JSON"],
  ])
    .argument("[records...]", "ids or files")
    .option("--json", "problems as JSON", false)
    .option("--data <dir>", "the data directory", "data")
    .action(exits(runValidate)),
);
