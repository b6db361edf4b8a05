import { command, exits, run } from "../src/entry/cli/command.ts";
import { runIssues } from "../src/entry/cli/watch-issues.ts";

await run(
  command(
    "watch:issues",
    "Opens, updates and closes one issue per record that moved, from the queue that `npm run watch` wrote. Needs GITHUB_TOKEN.",
    [
      ["--queue build/watch/queue.json --repository owner/name", "brings the repository's issues in line"],
      ["--queue build/watch/queue.json --dry-run", "says what it would do"],
    ],
  )
    .requiredOption("--queue <file>", "the review queue as JSON")
    .option(
      "--repository <owner/name>",
      "the repository whose issues they are",
      process.env["GITHUB_REPOSITORY"],
    )
    .option("--api <url>", "the API's address", process.env["GITHUB_API_URL"] ?? "https://api.github.com")
    .option("--dry-run", "change nothing", false)
    .action(exits((options) => runIssues({ ...options, token: process.env["GITHUB_TOKEN"] }))),
);
