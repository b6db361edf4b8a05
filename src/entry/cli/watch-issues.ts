import { readFileSync } from "node:fs";
import { Octokit } from "@octokit/rest";
import { whyInvalid } from "../../model/index.ts";
import { UsageError } from "../../text/usage-error.ts";
import { syncIssues } from "../../watch/issues.ts";
import { type Queue, queueSchema } from "../../watch/queue.ts";
import { command, exits, reportError } from "./command.ts";
import { print } from "./print.ts";

/** Options of the command line and environment, already parsed. */
export interface IssuesCommandOptions {
  queue: string;
  repository?: string | undefined;
  token?: string | undefined;
  api: string;
  dryRun: boolean;
}

function readQueue(path: string): Queue {
  try {
    return queueSchema.parse(JSON.parse(readFileSync(path, "utf8")));
  } catch (error) {
    throw new UsageError(
      `--queue ${path}: not a review queue of this version (${whyInvalid(error)}). \`npm run watch -- … --out DIR\` writes one.`,
    );
  }
}

/** Brings the issues in line with a queue; prints, and gives the exit code: 0 done, 2 a wrong call. GitHub's own errors are thrown. */
export async function runIssues(options: IssuesCommandOptions): Promise<number> {
  try {
    const [owner, repo] = (options.repository ?? "").split("/");
    if (!owner || !repo)
      throw new UsageError("Which repository? Give --repository <owner/name>, or set GITHUB_REPOSITORY.");
    if (!options.token) throw new UsageError("GITHUB_TOKEN is not set; it needs permission to write issues.");
    const queue = readQueue(options.queue);
    const octokit = new Octokit({
      auth: options.token,
      baseUrl: options.api,
      userAgent: "ai-data-use-watch",
    });
    const steps = await syncIssues(queue, octokit, { owner, repo }, options.dryRun);
    for (const step of steps) print(`${step.do} ${step.record}${"number" in step ? ` #${step.number}` : ""}`);
    print(
      `${queue.items.length} records to review; ${steps.length} issues ${options.dryRun ? "would be " : ""}opened, updated or closed.`,
    );
    return 0;
  } catch (error) {
    return reportError(error);
  }
}

export const program = command(
  "watch:issues",
  "Opens, updates and closes one issue for each record whose documents moved, from the queue that `npm run watch` wrote. Needs GITHUB_TOKEN.",
  [
    ["--queue build/watch/queue.json --repository owner/name", "updates the repository's issues"],
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
  .action(
    exits((options: Omit<IssuesCommandOptions, "token">) =>
      runIssues({ ...options, token: process.env["GITHUB_TOKEN"] }),
    ),
  );
