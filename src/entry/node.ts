import type { AddressInfo } from "node:net";
import { getRequestListener } from "@hono/node-server";
import { getConnInfo } from "@hono/node-server/conninfo";
import {
  createApp,
  OriginError,
  type OriginOptions,
  originSource,
  proxies,
  type RateLimit,
  rateLimitFrom,
  type Services,
} from "../api/index.ts";
import { DatabaseError } from "../db/database.ts";
import { pathOf } from "../db/embedded/path.ts";
import { connectLibsql, type LibsqlDatabase } from "../db/libsql.ts";
import { ReleaseError } from "../history/release-error.ts";
import type { ServeMcp } from "../mcp/app.ts";
import { InvalidDataset } from "../records/invalid-dataset.ts";
import { terminalLine } from "../text/terminal.ts";
import type { Fetch } from "./compress.ts";
import { withDocsAssets } from "./docs-assets.ts";
import { requestClients } from "./limits/clients.ts";
import { Deadlines } from "./limits/deadlines.ts";
import { LimitError, type Limits, limitsFrom } from "./limits/limits.ts";
import { rateLimit } from "./limits/rate.ts";
import { ignoreBody, limitHeaders } from "./limits/requests.ts";
import { boundedServer } from "./limits/server.ts";
import { withMcp } from "./mcp.ts";
import { type ObserveConfig, ObserveError, observe, observeConfigFrom } from "./observe/index.ts";
import { logOf } from "./observe/log.ts";
import { chain } from "./serve/chain.ts";
import { EmbeddedDatabase } from "./serve/embedded.ts";
import { Generations } from "./serve/generations.ts";
import type { Step } from "./serve/step.ts";
import { Stopping } from "./serve/stop.ts";
import { EMBEDDED, REMOTE, Turns } from "./serve/turns.ts";
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
  rateLimit: RateLimit | undefined;
  limits: Limits;
  observe: ObserveConfig;
}

/** The start failed; the message is one line for the person who started it. */
export class StartError extends Error {}

/** Reads the environment. @throws {StartError} {@link OriginError} {@link LimitError} {@link ObserveError} for a wrong value */
export function configFrom(given: Readonly<Record<string, string | undefined>>): NodeConfig {
  // An empty value is as good as none, in files of variables for example.
  const env = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== ""));
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
    rateLimit: rateLimitFrom(env["RATE_LIMIT"]),
    limits: limitsFrom(env),
    observe: observeConfigFrom(env),
  };
}

/** Errors whose message is for the person who starts the server. */
const KNOWN = [StartError, OriginError, LimitError, ObserveError, DatabaseError, ReleaseError];

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
  if (KNOWN.some((known) => error instanceof known)) return (error as Error).message;
  return error instanceof Error ? `Could not start: ${error.message}` : String(error);
}

/** The API alone, with the files of its reference. */
export function apiHandlerOf(given: Services): Fetch {
  const app = createApp(given);
  return withDocsAssets((request, env) => app.fetch(request, env));
}

/** Answers MCP with the SDK, which is loaded for the first request: most servers never need it. */
const serveMcpHere: ServeMcp = async (request, mcp) =>
  (await import("../mcp/serve.ts")).serveMcp(request, mcp);

/**
 * Everything that this process answers, before compression.
 * @param isPublic whether websites may use its MCP (docs/mcp.md)
 */
export function handlerOf(given: Services, isPublic = false): Fetch {
  const api = apiHandlerOf(given);
  const site = withSiteAssets(withSite(api, () => loadSite(given)));
  return withMcp(site, given, { api, serve: serveMcpHere, isPublic });
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

/** An open database, and how changes of it are followed. */
interface Served {
  database: LibsqlDatabase;
  follow(show: (database: LibsqlDatabase) => void): void;
  close(): void;
}

/**
 * Opens the database; an embedded one is brought up to date with the records first.
 * @param say receives lines for the person who started the program
 * @throws {DatabaseError} {@link InvalidDataset} {@link ReleaseError}
 */
export async function openDatabase(
  { databaseUrl, authToken, data }: NodeConfig,
  say: (line: string) => void,
): Promise<Served> {
  if (!databaseUrl.startsWith("file:"))
    return { database: await connectLibsql(databaseUrl, authToken), follow: () => {}, close: () => {} };
  const embedded = new EmbeddedDatabase({ path: pathOf(databaseUrl), data, say });
  const database = await embedded.open();
  return {
    database,
    follow: (show) => void embedded.follow(show),
    close: () => embedded.close(),
  };
}

/** Serves until a signal. @throws with a message for {@link oneLine} */
async function serveForever(): Promise<void> {
  const config = configFrom(process.env);
  const log = logOf(config.observe.format);
  const origin = originSource(config.origin, getConnInfo);
  const served = await openDatabase(config, log.say);
  const stopping = new Stopping();
  const { publicUrl, trustProxy } = config.origin;
  const isPublic = publicUrl !== undefined || trustProxy !== undefined;
  const generations = new Generations(served.database, (given) => handlerOf(given, isPublic), {
    notReady: stopping.notReady,
    origin,
    publicUrl,
  });
  served.follow(generations.show);
  const believed = proxies(trustProxy);
  const clientOf = requestClients(believed);
  const { observe: observed, limits } = config;
  const observing = await observe({
    config: observed,
    env: process.env,
    access: log.access,
    say: log.say,
    release: generations.release,
    connections: (report) => server.getConnections((_, count) => report(count)),
  });
  const deadlines = new Deadlines(limits.answerSeconds);
  const steps: readonly (Step | undefined)[] = [
    observing.steps?.arrived,
    stopping.hold,
    limitHeaders(limits.headers),
    config.rateLimit && rateLimit(config.rateLimit, clientOf),
    observing.steps?.admitted,
    generations.step,
    // Only for what is computed: an answer from memory is written at once, and only for requests without a body.
    observing.steps?.computed,
    ignoreBody,
    deadlines.step,
  ];
  const turns = new Turns(
    config.databaseUrl.startsWith("file:") ? EMBEDDED : REMOTE,
    (req) => clientOf(req) ?? "",
  );
  const api = getRequestListener(turns.taking(generations.fetch), { hostname: config.host });
  const listener = chain(
    steps.filter((step) => step !== undefined),
    api,
  );
  const server = boundedServer(listener, { limits, proxies: believed, deadlines });
  server.listen(config.port, config.host, () => {
    const info = server.address() as AddressInfo;
    log.say(`AI Data Use is at ${addressOf(config, info)} (reference: /docs)`);
    if (observing.metricsUrl) log.say(`Metrics are at ${observing.metricsUrl}`);
  });
  server.on("error", (error: NodeJS.ErrnoException) => {
    console.error(cannotListen(config, error, "npm start"));
    process.exit(1);
  });
  stopping.onSignal(
    server,
    async () => {
      served.close();
      await generations.close();
      await observing.close();
      process.exit(0);
    },
    () => process.exit(1),
  );
}

/** The program: serves, or says in one line why it cannot. */
export const main = (): Promise<void> =>
  serveForever().catch((error: unknown) => {
    console.error(terminalLine(oneLine(error)));
    process.exit(1);
  });

if (process.argv[1] === new URL(import.meta.url).pathname) void main();
