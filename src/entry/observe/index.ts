import { ObserveError } from "./error.ts";
import type { MetricsOptions } from "./metrics.ts";
import { type Observer, type ObservingSteps, observing } from "./observed.ts";
import { checkOtel } from "./otel.ts";

export { ObserveError } from "./error.ts";
export type { ObservingSteps } from "./observed.ts";

type Env = Readonly<Record<string, string | undefined>>;

/** What is observed, read from the environment. */
export interface ObserveConfig {
  format: "text" | "json";
  access: boolean;
  metrics: Pick<MetricsOptions, "port" | "host"> | undefined;
  traces: boolean;
}

function oneOf<T extends string>(env: Env, name: string, values: readonly [T, ...T[]]): T {
  const text = env[name] || values[0];
  const value = values.find((known) => known === text);
  if (value === undefined)
    throw new ObserveError(
      `${name}=${text} is not one of ${values.join(", ")}. The default is ${values[0]}.`,
    );
  return value;
}

function metricsFrom({ METRICS_PORT: text, METRICS_HOST: host }: Env): ObserveConfig["metrics"] {
  if (!text) return undefined;
  const port = Number(text);
  if (!/^\d+$/.test(text) || port > 65_535)
    throw new ObserveError(`METRICS_PORT=${text} is not a port: give a whole number from 0 to 65535.`);
  return { port, host: host || "localhost" };
}

/** Reads the environment. @throws {ObserveError} */
export function observeConfigFrom(env: Env): ObserveConfig {
  checkOtel(env);
  return {
    format: oneOf(env, "LOG_FORMAT", ["text", "json"]),
    access: oneOf(env, "ACCESS_LOG", ["off", "on"]) === "on",
    metrics: metricsFrom(env),
    traces:
      env["OTEL_SDK_DISABLED"]?.toLowerCase() !== "true" &&
      Boolean(env["OTEL_EXPORTER_OTLP_ENDPOINT"] || env["OTEL_EXPORTER_OTLP_TRACES_ENDPOINT"]),
  };
}

/** What observes requests; nothing where all is off. */
export interface Observing {
  steps: ObservingSteps | undefined;
  /** Where metrics are served. */
  metricsUrl: string | undefined;
  close(): Promise<void>;
}

interface ObserveOptions extends Pick<MetricsOptions, "release" | "connections"> {
  config: ObserveConfig;
  env: Env;
  access: Observer;
  /** One line for the person who runs the server. */
  say: (line: string) => void;
}

/** Starts what is configured. The libraries of what is off are not loaded. */
export async function observe({ config, env, access, say, ...server }: ObserveOptions): Promise<Observing> {
  const metrics =
    config.metrics && (await (await import("./metrics.ts")).startMetrics({ ...config.metrics, ...server }));
  const traces = config.traces ? await (await import("./traces.ts")).startTraces(env, say) : undefined;
  const observers = [config.access ? access : undefined, metrics?.observe, traces?.observe].filter(
    (observer) => observer !== undefined,
  );
  return {
    steps: observers.length > 0 ? observing(observers) : undefined,
    metricsUrl: metrics?.url,
    close: async () => {
      await Promise.all([metrics?.close(), traces?.close()]);
    },
  };
}
