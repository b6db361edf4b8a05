import { createApp, services } from "../../api/index.ts";
import { DatabaseError, Store } from "../../db/index.ts";
import { ReleaseError } from "../../history/release-error.ts";
import { asking, type Given } from "../../mcp/ask.ts";
import { InvalidDataset } from "../../records/invalid-dataset.ts";
import { UsageError } from "../../text/usage-error.ts";
import { configFrom, openDatabase, StartError } from "../node.ts";
import { command, exits, reportError } from "./command.ts";
import { printError } from "./print.ts";

/** What is asked, and how it is ended. */
interface Asked extends Given {
  close(): void;
}

/** A server on the web. @throws {UsageError} for what is not an origin */
function remote(server: string): Asked {
  const url = URL.canParse(server) ? new URL(server) : undefined;
  if (!url || !/^https?:$/.test(url.protocol) || `${url.origin}/` !== url.href)
    throw new UsageError(
      `--server ${server}: give the scheme and the host of a server, for example https://example.org.`,
    );
  return { ask: asking(fetch, url.origin), origin: url.origin, close: () => {} };
}

/** The records on this machine, without a server. Changes of the database are followed. */
async function local(env: Readonly<Record<string, string | undefined>>): Promise<Asked> {
  const config = configFrom(env);
  const served = await openDatabase(config, printError);
  const apiOf = ({ db }: (typeof served)["database"]) => createApp(services(new Store(db)));
  let api = apiOf(served.database);
  served.follow((database) => {
    api = apiOf(database);
  });
  return {
    ask: asking((request) => api.fetch(request), "http://localhost"),
    origin: config.origin.publicUrl,
    close: served.close,
  };
}

/** Serves until the input ends. Gives the exit code: 0 ended, 1 the records cannot be served, 2 wrong call. */
export async function runMcp(
  { server }: { server?: string },
  env: Readonly<Record<string, string | undefined>> = process.env,
): Promise<number> {
  try {
    const asked = server === undefined ? await local(env) : remote(server);
    const { serveMcpOnStdio } = await import("../../mcp/stdio.ts");
    serveMcpOnStdio(asked, (error) => printError(error.message));
    await new Promise((ended) => process.stdin.once("close", ended));
    asked.close();
    return 0;
  } catch (error) {
    return reportError(error instanceof StartError ? new UsageError(error.message) : error, [
      DatabaseError,
      InvalidDataset,
      ReleaseError,
    ]);
  }
}

export const program = command(
  "mcp",
  "Serves the Model Context Protocol on standard input and output, for AI applications that start it. It answers from the records here; DATABASE_URL names another database.",
  [
    ["", "from the records on this machine"],
    ["--server https://example.org", "from a server"],
  ],
)
  .option("--server <origin>", "a server to ask instead")
  .action(exits((options: { server?: string }) => runMcp(options)));
