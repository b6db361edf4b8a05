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
import { addressOf, cannotListen, configFrom, oneLine } from "../node.ts";
import { Preview, type Rebuilt } from "../preview/server.ts";

/** How long files must be quiet before they are read: an editor writes in several steps. */
const QUIET = 80;

function say(rebuilt: Rebuilt): void {
  const time = new Date().toTimeString().slice(0, 8);
  if (rebuilt.state === "published")
    console.log(`${time} ${countInWords(rebuilt.records, "record")} changed and shown.`);
  if (rebuilt.state === "mended") console.log(`${time} The records are valid again.`);
  if (rebuilt.state === "invalid") {
    const shown = rebuilt.serving
      ? "the last valid state is shown"
      : "nothing can be shown until the records are valid";
    console.log(`${time} ${countInWords(rebuilt.problems.length, "problem")}; ${shown}.`);
    for (const problem of rebuilt.problems) console.log(formatProblem(problem));
  }
}

/** Calls one after the other; calls that come while one waits are one. */
function calm(act: () => Promise<void>): () => void {
  let timer: NodeJS.Timeout | undefined;
  let running = Promise.resolve();
  return () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      running = running.then(act);
    }, QUIET);
  };
}

/**
 * Serves the records as they stand on disk and follows them until it is stopped. Gives the
 * exit code: 0 stopped, 1 could not listen, 2 wrong call.
 */
export async function runPreview(
  { data }: { data: string },
  env: Readonly<Record<string, string | undefined>>,
): Promise<number> {
  if (!existsSync(join(data, "platforms"))) {
    console.error(
      `There are no records under ${data}/: expected ${relative(".", fileOf(data, "platform", "<id>"))}.`,
    );
    return 2;
  }
  let config: ReturnType<typeof configFrom>;
  try {
    config = configFrom(env);
  } catch (error) {
    console.error(oneLine(error));
    return 2;
  }
  const scratch = mkdtempSync(join(tmpdir(), "preview-"));
  const database = await openLibsql(`file:${join(scratch, "preview.db")}`);
  const preview = new Preview(database, data);
  const watcher = watch(data, { ignoreInitial: true });
  const { promise: ended, resolve: end } = Promise.withResolvers<number>();
  const server = serve(
    { fetch: (request) => preview.fetch(request), port: config.port, hostname: config.host },
    async (info: AddressInfo) => {
      say(await preview.rebuild());
      console.log(
        `The records of ${data}/ are at ${addressOf(config, info)}; they are followed as they are saved. Stop with Ctrl-C.`,
      );
      const follow = calm(async () => {
        try {
          say(await preview.rebuild());
        } catch (error) {
          console.error(oneLine(error));
        }
      });
      watcher.on("all", follow);
    },
  );
  server.on("error", (error: NodeJS.ErrnoException) => {
    console.error(cannotListen(config, error, "npm run preview"));
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
