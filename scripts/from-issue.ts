import { command, exits, run } from "../src/entry/cli/command.ts";
import { runFromIssue } from "../src/entry/cli/from-issue.ts";

await run(
  command("from-issue", "Turns a filled issue form into a draft record, or into a list of what to look at.", [
    ["issue.md", "a file with the issue's body"],
    ["-", "the body from standard input, such as from gh issue view 12 --json body --jq .body"],
    ["issue.md --write", "write the draft of a missing platform"],
  ])
    .argument("<file>", "the issue's body; - for standard input")
    .option("--json", "as JSON", false)
    .option("--write", "write the draft into the data directory; nothing is overwritten", false)
    .option("--data <dir>", "the data directory", "data")
    .action(exits(runFromIssue)),
);
