import { mkdirSync } from "node:fs";
import type { AddressInfo } from "node:net";
import { dirname, resolve } from "node:path";
import { serve } from "@hono/node-server";
import { getConnInfo } from "@hono/node-server/conninfo";
import {
  createApp,
  OriginError,
  type OriginOptions,
  originSource,
  type Services,
  services,
} from "../api/index.ts";
import { DatabaseError, publishHistory, Store } from "../db/index.ts";
import { type LibsqlDatabase, openLibsql } from "../db/libsql.ts";
import { loadHistory } from "../history/history.ts";
import { ReleaseError } from "../history/rebuild.ts";
import { hashOf, InvalidDataset } from "../records/load.ts";
import { terminalLine } from "../text/terminal.ts";
import { compressed, type Fetch } from "./compress.ts";
import { withDocsAssets } from "./docs-assets.ts";
import { DirectoryDownloads } from "./downloads/directory.ts";

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

/** Opens the database; an embedded one is brought up to date with the records first. */
async function openDatabase({ databaseUrl, authToken, data }: NodeConfig): Promise<LibsqlDatabase> {
  if (!databaseUrl.startsWith("file:")) return openLibsql(databaseUrl, authToken);
  const history = loadHistory(data);
  mkdirSync(dirname(resolve(databaseUrl.slice("file:".length))), { recursive: true });
  const database = await openLibsql(databaseUrl);
  const { changed, rows } = await publishHistory(database.db, history, { hash: hashOf });
  if (changed)
    console.log(
      `Built ${databaseUrl} from ${data}/: ${history.head.platforms.length} platforms, ${rows} rows.`,
    );
  return database;
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

/** Everything that this process answers, before compression. */
export function handlerOf(given: Services): Fetch {
  const app = createApp(given);
  return withDocsAssets((request, env) => app.fetch(request, env));
}

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

/** How long requests under way may still take after SIGTERM, in milliseconds. */
const GRACE = 10_000;

/** How long no request may have arrived after SIGTERM before the server closes, in milliseconds. */
const DRAIN = 300;

async function main(): Promise<void> {
  const config = configFrom(process.env);
  const origin = originSource(config.origin, getConnInfo);
  const database = await openDatabase(config);
  const store = new Store(database.db);
  const downloads = new DirectoryDownloads(store, config.origin.publicUrl);
  const handler = compressed(handlerOf(services(store, { downloads, origin })));
  let arrived = 0;
  const server = serve(
    {
      fetch: (...request: Parameters<typeof handler>) => {
        arrived++;
        return handler(...request);
      },
      port: config.port,
      hostname: config.host,
    },
    (info: AddressInfo) => {
      console.log(`AI Data Use is at ${addressOf(config, info)} (reference: /docs)`);
    },
  );
  server.on("error", (error: NodeJS.ErrnoException) => {
    console.error(cannotListen(config, error, "npm start"));
    process.exit(1);
  });
  const close = () =>
    server.close(async () => {
      await downloads.close();
      database.close();
      process.exit(0);
    });
  const stop = () => {
    setTimeout(() => process.exit(1), GRACE).unref();
    // Closing drops connections whose request has not been read yet, so it waits until none arrives any more.
    const drain = (before: number) =>
      setTimeout(() => (arrived === before ? close() : drain(arrived)), DRAIN);
    drain(-1);
  };
  process.once("SIGTERM", stop);
  process.once("SIGINT", stop);
}

if (process.argv[1] === new URL(import.meta.url).pathname)
  main().catch((error: unknown) => {
    console.error(terminalLine(oneLine(error)));
    process.exit(1);
  });
