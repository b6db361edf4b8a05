import { readFileSync, statSync } from "node:fs";
import * as z from "zod";
import { isPage, saysNothing } from "../../review/diff/render.ts";
import { command, exits, reportError } from "./command.ts";
import { print } from "./print.ts";

/*
 * Posts the output of `npm run diff` as a comment on the pull request that a workflow ran for. The output
 * is treated as plain text; the pull request comes from GitHub's own event and API, never from anything
 * contributed.
 */

/** Where the command runs: what GitHub sets for every workflow. */
export interface CommentEnv {
  GITHUB_API_URL?: string | undefined;
  GITHUB_REPOSITORY?: string | undefined;
  GITHUB_EVENT_PATH?: string | undefined;
  GITHUB_TOKEN?: string | undefined;
}

/** The comment was not written; the message says why. */
class CommentError extends Error {
  override name = "CommentError";
}

/** GitHub's limit for a comment, in characters. */
const LIMIT = 65_536;
/** Identifies the comment, so that it can be updated. */
const MARKER = "<!-- what-changes -->";
/** Who writes comments with a workflow's token. */
const BOT = "github-actions[bot]";

const eventSchema = z.object({
  workflow_run: z.object({
    event: z.literal("pull_request"),
    head_sha: z.string().regex(/^[0-9a-f]{40}$/),
    head_branch: z.string().min(1),
    head_repository: z.object({ id: z.int(), owner: z.object({ login: z.string().min(1) }) }),
  }),
});
type Run = z.infer<typeof eventSchema>["workflow_run"];

const pullsSchema = z.array(
  z.object({
    number: z.int().positive(),
    head: z.object({ sha: z.string(), repo: z.object({ id: z.int() }).nullable() }),
    base: z.object({ repo: z.object({ full_name: z.string() }) }),
  }),
);
const commentsSchema = z.array(
  z.object({ id: z.int(), body: z.string().nullish(), user: z.object({ login: z.string() }).nullable() }),
);

/** GitHub's API for one repository. */
class Repository {
  readonly name: string;
  readonly #api: string;
  readonly #token: string;

  constructor(env: CommentEnv) {
    const { GITHUB_API_URL: api, GITHUB_REPOSITORY: name, GITHUB_TOKEN: token } = env;
    if (!api || !name || !token)
      throw new CommentError(
        "GITHUB_API_URL, GITHUB_REPOSITORY and GITHUB_TOKEN are not set: this runs in a workflow.",
      );
    [this.#api, this.name, this.#token] = [api, name, token];
  }

  async ask<T>(
    schema: z.ZodType<T>,
    path: string,
    init: { method?: string; body?: unknown } = {},
  ): Promise<T> {
    const response = await fetch(`${this.#api}/repos/${this.name}/${path}`, {
      method: init.method ?? "GET",
      headers: {
        accept: "application/vnd.github+json",
        authorization: `Bearer ${this.#token}`,
        "x-github-api-version": "2022-11-28",
      },
      ...(init.body !== undefined && { body: JSON.stringify(init.body) }),
      signal: AbortSignal.timeout(30_000),
    });
    if (!response.ok)
      throw new CommentError(
        `GitHub answered ${response.status} to ${init.method ?? "GET"} ${path.split("?")[0]}.`,
      );
    return schema.parse(await response.json());
  }

  /** The pull requests whose head is the commit of the run now, as GitHub knows them. */
  async pullsOf(run: Run): Promise<number[]> {
    const query = new URLSearchParams({
      state: "open",
      per_page: "100",
      head: `${run.head_repository.owner.login}:${run.head_branch}`,
    });
    const pulls = await this.ask(pullsSchema, `pulls?${query}`);
    return pulls
      .filter(
        (p) =>
          p.head.sha === run.head_sha &&
          p.head.repo?.id === run.head_repository.id &&
          p.base.repo.full_name === this.name,
      )
      .map((p) => p.number);
  }

  /** Our comment on a pull request, if there is one. */
  async commentOn(pull: number): Promise<number | undefined> {
    for (let page = 1; ; page++) {
      const comments = await this.ask(commentsSchema, `issues/${pull}/comments?per_page=100&page=${page}`);
      const ours = comments.find((c) => c.user?.login === BOT && c.body?.startsWith(MARKER));
      if (ours || comments.length < 100) return ours?.id;
    }
  }

  write(pull: number, comment: number | undefined, body: string): Promise<unknown> {
    if (comment === undefined)
      return this.ask(z.unknown(), `issues/${pull}/comments`, { method: "POST", body: { body } });
    return this.ask(z.unknown(), `issues/comments/${comment}`, { method: "PATCH", body: { body } });
  }
}

/** The text of the comment. @throws {CommentError} for what the diff would not have written */
function pageAt(path: string): string {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (!stat?.isFile()) throw new CommentError(`There is no file ${path}.`);
  if (stat.size > 4 * LIMIT)
    throw new CommentError(`${path} has ${stat.size} bytes; a comment takes ${LIMIT} characters.`);
  const page = readFileSync(path, "utf8");
  if (!isPage(page)) throw new CommentError(`${path} is not a page from npm run diff -- --format markdown.`);
  if (page.length + MARKER.length + 1 > LIMIT)
    throw new CommentError(`${path} has ${page.length} characters; a comment takes ${LIMIT}.`);
  return page;
}

function runOf(env: CommentEnv): Run {
  if (!env.GITHUB_EVENT_PATH)
    throw new CommentError("GITHUB_EVENT_PATH is not set: this runs in a workflow.");
  const event = eventSchema.safeParse(JSON.parse(readFileSync(env.GITHUB_EVENT_PATH, "utf8")));
  if (!event.success) throw new CommentError("The event is not the end of a run for a pull request.");
  return event.data.workflow_run;
}

/** Comments a page of the diff on the pull request of a run; prints, and gives the exit code: 0 done, 1 not. */
export async function runComment(path: string, env: CommentEnv): Promise<number> {
  try {
    const [page, run, repository] = [pageAt(path), runOf(env), new Repository(env)];
    const pulls = await repository.pullsOf(run);
    if (pulls.length === 0) print("No open pull request has this commit as its head any more: no comment.");
    for (const pull of pulls) {
      const comment = await repository.commentOn(pull);
      // Without changed records there is no comment, unless an earlier one must be corrected.
      if (comment === undefined && saysNothing(page)) {
        print(`Pull request ${pull} changes no record: no comment.`);
        continue;
      }
      await repository.write(pull, comment, `${MARKER}\n${page}`);
      print(`${comment === undefined ? "Commented on" : "Updated the comment on"} pull request ${pull}.`);
    }
    return 0;
  } catch (error) {
    return reportError(error, [CommentError]);
  }
}

export const program = command(
  "comment",
  "Posts the output of npm run diff on the pull request of a workflow's run. For .github/workflows/comment.yml.",
  [["what-changes.md", "the page that npm run diff -- --format markdown wrote"]],
)
  .argument("<file>", "the page to post")
  .action(exits((file: string) => runComment(file, process.env)));
