import { runAgree } from "../src/entry/cli/agree.ts";
import { command, exits, run } from "../src/entry/cli/command.ts";

await run(
  command("agree", "How far two people who recorded the same platform without sight of each other agree.", [
    ["mine.json theirs.json", "Cohen's κ per field, and every disagreement, worst first"],
    [
      "theirs:data/platforms/x.json data/platforms/x.json",
      "a record at a git revision, and one in the work tree",
    ],
  ])
    .argument("<a>", "a record's file, or <git revision>:<path>")
    .argument("<b>", "the other record's")
    .option("--json", "as JSON", false)
    .action(exits(runAgree)),
);
