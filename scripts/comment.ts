import { command, exits, run } from "../src/entry/cli/command.ts";
import { runComment } from "../src/entry/cli/comment.ts";

await run(
  command(
    "comment",
    "Comments what npm run diff says on the pull request of a workflow's run. For .github/workflows/comment.yml.",
    [["what-changes.md", "the page that npm run diff -- --format markdown wrote"]],
  )
    .argument("<file>", "the page to comment")
    .action(exits((file: string) => runComment(file, process.env))),
);
