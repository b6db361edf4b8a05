import { Command } from "commander";
import { run } from "./command.ts";

/*
 * The command line of the project: `npm run <command>` calls it (run.mjs).
 * Only the command asked for is loaded, so that checking records does not load the server.
 */

/** A command of `adu`. */
interface Subcommand {
  /** One line for the list of commands; `<command> --help` says more. */
  summary: string;
  load(): Promise<{ program: Command }>;
}

export const SUBCOMMANDS: Readonly<Record<string, Subcommand>> = {
  validate: { summary: "check the records", load: () => import("./validate.ts") },
  fix: { summary: "apply fixes that have one correct result", load: () => import("./fix.ts") },
  new: { summary: "start a record", load: () => import("./new.ts") },
  "from-issue": {
    summary: "turn a filled issue form into a draft",
    load: () => import("./from-issue.ts"),
  },
  move: { summary: "rename, merge, move and withdraw records", load: () => import("./move.ts") },
  evidence: { summary: "fingerprint and verify archived passages", load: () => import("./evidence.ts") },
  explain: { summary: "explain a record in plain sentences", load: () => import("./explain.ts") },
  preview: { summary: "serve the records while editing them", load: () => import("./preview.ts") },
  diff: { summary: "say what a change of records means for people", load: () => import("./diff.ts") },
  comment: { summary: "post a diff on a pull request", load: () => import("./comment.ts") },
  quality: { summary: "measure the dataset", load: () => import("./quality.ts") },
  coverage: { summary: "say what archives have and records leave out", load: () => import("./coverage.ts") },
  agree: { summary: "compare two independent records of a platform", load: () => import("./agree.ts") },
  release: { summary: "cut and verify releases", load: () => import("./release.ts") },
  migrate: { summary: "migrate records to the current format", load: () => import("./migrate.ts") },
  watch: { summary: "find documents that changed", load: () => import("./watch.ts") },
  "watch:archives": {
    summary: "list the archives that records cite",
    load: () => import("./watch-archives.ts"),
  },
  "watch:issues": {
    summary: "open an issue for each record to review",
    load: () => import("./watch-issues.ts"),
  },
  generate: {
    summary: "write the files that are generated and committed",
    load: () => import("./generate.ts"),
  },
  assets: { summary: "write the files that Workers serve at /docs", load: () => import("./assets.ts") },
  publish: { summary: "publish the records into a database", load: () => import("./publish.ts") },
  export: { summary: "write the downloads, or the API as files", load: () => import("./export.ts") },
  package: { summary: "write the npm package of a release", load: () => import("./package.ts") },
};

/** The list of commands, for `--help` and for the nearest name of an unknown one. */
function overview(): Command {
  const root = new Command("adu").description("AI Data Use: records, releases and servers.").exitOverride();
  for (const [name, { summary }] of Object.entries(SUBCOMMANDS))
    root.command(name).summary(summary).description(summary);
  return root;
}

/** A reader that stops early (`| head`) is no error: what is left need not be written. */
const endQuietly = (error: NodeJS.ErrnoException): void => {
  if (error.code !== "EPIPE") throw error;
  process.exit(process.exitCode ?? 0);
};

/** Runs one command and sets the exit code: 0 done, 1 something is wrong with the data, 2 wrong call. */
export async function main([name = "--help", ...args]: readonly string[]): Promise<void> {
  const [topic] = name === "help" ? args : [name];
  const known = topic !== undefined && Object.hasOwn(SUBCOMMANDS, topic) ? SUBCOMMANDS[topic] : undefined;
  if (known) await run((await known.load()).program, name === "help" ? ["--help"] : args);
  else await run(overview(), [name, ...args]);
}

/** The program. */
export async function start(args: readonly string[]): Promise<void> {
  process.stdout.on("error", endQuietly);
  process.stderr.on("error", endQuietly);
  await main(args);
}

if (import.meta.main) await start(process.argv.slice(2));
