import { createServer, type Server } from "node:http";
import { type AddressInfo, isIPv6 } from "node:net";
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";
import { ObserveError } from "./error.ts";
import type { Observer } from "./observed.ts";

/** Where metrics are served, and what they ask the server. */
export interface MetricsOptions {
  port: number;
  host: string;
  /** The release that is served now; undefined while it cannot be read. */
  release: () => Promise<string | undefined>;
  /** Calls back with the number of open connections. */
  connections: (report: (count: number) => void) => void;
}

/** Metrics for Prometheus on their own port. */
export interface Metrics {
  observe: Observer;
  /** Where they are. */
  url: string;
  close(): Promise<void>;
}

/** Upper bounds in seconds: answers from memory take less than a millisecond, cold ones up to a second. */
const BUCKETS = [0.0005, 0.002, 0.01, 0.05, 0.2, 1, 5, 20];

function metricsIn(registry: Registry, { release, connections }: MetricsOptions): Observer {
  const registers = [registry];
  const requests = new Counter({
    name: "http_requests_total",
    help: "Requests by the template of their path, class of status, and whether the answer was in memory.",
    labelNames: ["method", "route", "status", "cache"],
    registers,
  });
  const limited = new Counter({
    name: "http_rate_limited_total",
    help: "Requests that were refused with 429.",
    registers,
  });
  const incomplete = new Counter({
    name: "http_incomplete_total",
    help: "Answers that were not sent whole: the client went away, or took nothing for too long.",
    registers,
  });
  const duration = new Histogram({
    name: "http_request_duration_seconds",
    help: "Time from the headers of the request to the end of the answer.",
    labelNames: ["route", "cache"],
    buckets: BUCKETS,
    registers,
  });
  new Gauge({
    name: "http_connections",
    help: "Open connections.",
    registers,
    async collect() {
      this.set(await new Promise<number>(connections));
    },
  });
  new Gauge({
    name: "publication_info",
    help: "The release that is served; the value is always 1.",
    labelNames: ["release"],
    registers,
    async collect() {
      const now = await release();
      this.reset();
      this.set({ release: now ?? "unknown" }, 1);
    },
  });
  collectDefaultMetrics({ register: registry });
  return ({ method, route, status, cache, complete, seconds }) => {
    requests.inc({ method, route, status: `${Math.floor(status / 100)}xx`, cache });
    duration.observe({ route, cache }, seconds);
    if (status === 429) limited.inc();
    if (!complete) incomplete.inc();
  };
}

const serverOf = (registry: Registry): Server =>
  createServer(async (req, res) => {
    if (req.url !== "/metrics") {
      res.writeHead(404).end();
      return;
    }
    res.writeHead(200, { "Content-Type": registry.contentType });
    res.end(await registry.metrics());
  });

/** Serves metrics at `/metrics`. Rejects if it cannot listen. */
export async function startMetrics(options: MetricsOptions): Promise<Metrics> {
  const registry = new Registry();
  const observe = metricsIn(registry, options);
  const server = serverOf(registry);
  await new Promise<void>((listening, failed) => {
    server
      .once("error", (error: NodeJS.ErrnoException) =>
        failed(
          error.code === "EADDRINUSE"
            ? new ObserveError(`METRICS_PORT=${options.port} is taken. Stop what uses it, or choose another.`)
            : error,
        ),
      )
      .listen(options.port, options.host, listening);
  });
  const { port } = server.address() as AddressInfo;
  const host = isIPv6(options.host) ? `[${options.host}]` : options.host;
  return {
    observe,
    url: `http://${host}:${port}/metrics`,
    close: async () => {
      registry.clear();
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    },
  };
}
