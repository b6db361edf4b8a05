import { readFileSync } from "node:fs";
import { Octokit } from "@octokit/rest";
import { syncIssues } from "../../watch/issues.ts";
import { type Queue, queueSchema } from "../../watch/queue.ts";
import { UsageError } from "./watch-options.ts";

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
      `--queue ${path}: no review queue of this version (${(error as Error).message.split("\n")[0]}). \`npm run watch -- … --out DIR\` writes one.`,
    );
  }
}

/** Brings the issues in line with a queue; prints, and gives the exit code: 0 done, 2 a wrong call. GitHub's own errors are thrown. */
export async function runIssues(options: IssuesCommandOptions): Promise<number> {
  try {
    const [owner, repo] = (options.repository ?? "").split("/");
    if (!owner || !repo)
      throw new UsageError("Which repository? Give --repository <owner/name>, or set GITHUB_REPOSITORY.");
    if (!options.token) throw new UsageError("GITHUB_TOKEN is not set; it needs the right to write issues.");
    const queue = readQueue(options.queue);
    const octokit = new Octokit({
      auth: options.token,
      baseUrl: options.api,
      userAgent: "ai-data-use-watch",
    });
    const steps = await syncIssues(queue, octokit, { owner, repo }, options.dryRun);
    for (const step of steps)
      console.log(`${step.do} ${step.record}${"number" in step ? ` #${step.number}` : ""}`);
    console.log(
      `${queue.items.length} records to review; ${steps.length} issues ${options.dryRun ? "would be " : ""}opened, updated or closed.`,
    );
    return 0;
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    console.error(error.message);
    return 2;
  }
}
