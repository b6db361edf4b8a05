import type { AddressInfo } from "node:net";
import { serve } from "@hono/node-server";
import { getConnInfo } from "@hono/node-server/conninfo";
import { createApp, OriginError, type OriginOptions, originSource, type Services } from "../api/index.ts";
import { pathOf } from "../db/embedded/index.ts";
import { DatabaseError } from "../db/index.ts";
import { connectLibsql, type LibsqlDatabase } from "../db/libsql.ts";
import { ReleaseError } from "../history/rebuild.ts";
import { InvalidDataset } from "../records/load.ts";
import { terminalLine } from "../text/terminal.ts";
import { compressed, type Fetch } from "./compress.ts";
import { withDocsAssets } from "./docs-assets.ts";
import { EmbeddedDatabase } from "./serve/embedded.ts";
import { Generations } from "./serve/generations.ts";
import { Stopping } from "./serve/stop.ts";
import { withSiteAssets } from "./site/assets.ts";
import { withSite } from "./site/compose.ts";
import { loadSite } from "./site/load.ts";

/** The server's configuration, read once from the environment. */
export interface NodeConfig {
  port: number;
  host: string;
  /** `file:…` is built from `data`; `libsql://…` is read as it was published. */
  databaseUrl: string;
  authToken: string | undefined;
  data: string;
  origin: OriginOptions;
}

/** The start failed; the message is one line for the person who started it. */
export class StartError extends Error {}

/** Reads the environment. @throws {StartError} for an invalid port */
export function configFrom(env: Readonly<Record<string, string | undefined>>): NodeConfig {
  const port = Number(env["PORT"] ?? 8787);
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new StartError(`PORT=${env["PORT"]} is not a port: give a whole number from 0 to 65535.`);
  return {
    port,
    host: env["HOST"] ?? "localhost",
    databaseUrl: env["DATABASE_URL"] ?? "file:build/ai-data-use.db",
    authToken: env["TURSO_AUTH_TOKEN"],
    data: env["DATA_DIR"] ?? "data",
    origin: { publicUrl: env["PUBLIC_URL"], trustProxy: env["TRUST_PROXY"] },
  };
}

/** One line for the person who started it. */
export function oneLine(error: unknown): string {
  if (error instanceof InvalidDataset) {
    const [first] = error.problems;
    const more =
      error.problems.length > 1 ? ` (and ${error.problems.length - 1} more: npm run validate)` : "";
    return first
      ? `${first.file}:${first.line}:${first.column} ${first.code}: found ${first.found}; expected ${first.expected}. ${first.fix}${more}`
      : error.message;
  }
  if ([StartError, OriginError, DatabaseError, ReleaseError].some((known) => error instanceof known))
    return (error as Error).message;
  return error instanceof Error ? `Could not start: ${error.message}` : String(error);
}

/** The API alone, with the files of its reference. */
export function apiHandlerOf(given: Services): Fetch {
  const app = createApp(given);
  return withDocsAssets((request, env) => app.fetch(request, env));
}

/** Everything that this process answers, before compression. */
export const handlerOf = (given: Services): Fetch =>
  withSiteAssets(withSite(apiHandlerOf(given), () => loadSite(given)));

/** Where a server that listens is reached. */
export const addressOf = ({ host }: Pick<NodeConfig, "host">, { port }: AddressInfo): string =>
  `http://${host.includes(":") ? `[${host}]` : host}:${port}`;

/** Why a server cannot listen, in one line. @param script what was started, as people call it */
export function cannotListen(
  { port, host }: Pick<NodeConfig, "port" | "host">,
  error: NodeJS.ErrnoException,
  script: string,
): string {
  if (error.code === "EADDRINUSE")
    return `Port ${port} on ${host} is taken. Stop what uses it, or choose another: PORT=8788 ${script}`;
  if (error.code === "EACCES")
    return `Port ${port} may not be used by this user. Choose one above 1023: PORT=8787 ${script}`;
  return `Cannot listen on ${host}:${port}: ${error.message}`;
}

/** An open database, and how changes of it are followed. */
interface Served {
  database: LibsqlDatabase;
  follow(show: (database: LibsqlDatabase) => void): void;
  close(): void;
}

/** Opens the database; an embedded one is brought up to date with the records first. */
async function openDatabase({ databaseUrl, authToken, data }: NodeConfig): Promise<Served> {
  if (!databaseUrl.startsWith("file:"))
    return { database: await connectLibsql(databaseUrl, authToken), follow: () => {}, close: () => {} };
  const say = (line: string): void => console.log(terminalLine(line));
  const embedded = new EmbeddedDatabase({ path: pathOf(databaseUrl), data, say });
  const database = await embedded.open();
  return {
    database,
    follow: (show) => void embedded.follow(show),
    close: () => embedded.close(),
  };
}

async function main(): Promise<void> {
  const config = configFrom(process.env);
  const origin = originSource(config.origin, getConnInfo);
  const served = await openDatabase(config);
  const stopping = new Stopping();
  const generations = new Generations(served.database, handlerOf, {
    notReady: stopping.notReady,
    origin,
    publicUrl: config.origin.publicUrl,
  });
  served.follow(generations.show);
  const server = serve(
    { fetch: stopping.holding(compressed(generations.fetch)), port: config.port, hostname: config.host },
    (info: AddressInfo) => {
      console.log(`AI Data Use is at ${addressOf(config, info)} (reference: /docs)`);
    },
  );
  server.on("error", (error: NodeJS.ErrnoException) => {
    console.error(cannotListen(config, error, "npm start"));
    process.exit(1);
  });
  stopping.onSignal(
    server,
    async () => {
      served.close();
      await generations.close();
      process.exit(0);
    },
    () => process.exit(1),
  );
}

if (process.argv[1] === new URL(import.meta.url).pathname)
  main().catch((error: unknown) => {
    console.error(terminalLine(oneLine(error)));
    process.exit(1);
  });
