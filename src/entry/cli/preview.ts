import { existsSync, mkdtempSync, rmSync } from "node:fs";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { serve } from "@hono/node-server";
import { watch } from "chokidar";
import { openLibsql } from "../../db/libsql.ts";
import { countInWords } from "../../language/en/index.ts";
import { fileOf } from "../../records/files.ts";
import { formatProblem } from "../../records/problems.ts";
import { UsageError } from "../../text/usage-error.ts";
import { addressOf, cannotListen, configFrom, oneLine, StartError } from "../node.ts";
import { Preview, type Rebuilt } from "../preview/server.ts";
import { command, DATA_OPTION, exits, reportError } from "./command.ts";
import { print, printError } from "./print.ts";

/** How long files must not change before they are read, in milliseconds: an editor writes in several steps. */
const QUIET = 80;

function say(rebuilt: Rebuilt): void {
  const time = new Date().toTimeString().slice(0, 8);
  if (rebuilt.state === "published")
    print(`${time} ${countInWords(rebuilt.records, "record")} changed and shown.`);
  if (rebuilt.state === "fixed") print(`${time} The records are valid again.`);
  if (rebuilt.state === "invalid") {
    const shown = rebuilt.serving
      ? "the last valid state is shown"
      : "nothing can be shown until the records are valid";
    print(`${time} ${countInWords(rebuilt.problems.length, "problem")}; ${shown}.`);
    for (const problem of rebuilt.problems) print(formatProblem(problem));
  }
}

/** Runs an action once, after calls have stopped for {@link QUIET} ms. */
function debounced(act: () => unknown): () => void {
  let timer: NodeJS.Timeout | undefined;
  return () => {
    clearTimeout(timer);
    timer = setTimeout(act, QUIET);
  };
}

/** Runs an action one call after the other, never twice at a time. */
function oneAtATime(act: () => Promise<void>): () => Promise<void> {
  let running = Promise.resolve();
  return () => {
    running = running.then(act);
    return running;
  };
}

/**
 * Serves the records on disk and follows changes until it is stopped. Gives the exit code: 0 stopped,
 * 1 could not listen, 2 wrong call.
 */
export async function runPreview(
  { data }: { data: string },
  env: Readonly<Record<string, string | undefined>>,
): Promise<number> {
  let config: ReturnType<typeof configFrom>;
  try {
    if (!existsSync(join(data, "platforms")))
      throw new UsageError(
        `There are no records under ${data}/: expected ${relative(".", fileOf(data, "platform", "<id>"))}.`,
      );
    config = configFrom(env);
  } catch (error) {
    return reportError(error instanceof StartError ? new UsageError(error.message) : error);
  }
  const scratch = mkdtempSync(join(tmpdir(), "preview-"));
  const database = await openLibsql(`file:${join(scratch, "preview.db")}`);
  const preview = new Preview(database, data);
  const watcher = watch(data, { ignoreInitial: true });
  // A file that is added before the watcher has listed the folder would be taken as initial, and missed.
  const watching = new Promise<void>((resolve) => watcher.once("ready", () => resolve()));
  const rebuild = oneAtATime(async () => {
    try {
      say(await preview.rebuild());
    } catch (error) {
      printError(oneLine(error));
    }
  });
  const { promise: ended, resolve: end } = Promise.withResolvers<number>();
  const server = serve(
    { fetch: (request) => preview.fetch(request), port: config.port, hostname: config.host },
    async (info: AddressInfo) => {
      await watching;
      watcher.on("all", debounced(rebuild));
      await rebuild();
      print(
        `The records of ${data}/ are at ${addressOf(config, info)}; changes appear when files are saved. Stop with Ctrl-C.`,
      );
    },
  );
  server.on("error", (error: NodeJS.ErrnoException) => {
    printError(cannotListen(config, error, "npm run preview"));
    end(1);
  });
  process.once("SIGINT", () => end(0));
  process.once("SIGTERM", () => end(0));
  const code = await ended;
  await watcher.close();
  if ("closeAllConnections" in server) server.closeAllConnections();
  server.close();
  database.close();
  rmSync(scratch, { recursive: true, force: true });
  return code;
}

export const program = command(
  "preview",
  "Serves the records on disk; pages reload when a file is saved. PORT and HOST set the address (8787, localhost).",
  [
    ["", "the records under data/"],
    ["--data DIR", "those of another directory"],
  ],
)
  .option(...DATA_OPTION)
  .action(exits((options: { data: string }) => runPreview(options, process.env)));
