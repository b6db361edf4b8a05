/** One limit of the Node server, as docs/limits.md lists it. */
export interface Limit {
  /** The environment variable that changes it. */
  variable: string;
  default: number;
  unit: "seconds" | "bytes" | "";
}

/** The limits of the Node server. */
export const LIMITS = {
  connections: { variable: "MAX_CONNECTIONS", default: 10_000, unit: "" },
  connectionsPerClient: { variable: "MAX_CONNECTIONS_PER_CLIENT", default: 256, unit: "" },
  requestsPerConnection: { variable: "MAX_REQUESTS_PER_CONNECTION", default: 100_000, unit: "" },
  headerBytes: { variable: "MAX_HEADER_BYTES", default: 16_384, unit: "bytes" },
  headers: { variable: "MAX_HEADERS", default: 100, unit: "" },
  headersSeconds: { variable: "HEADERS_TIMEOUT", default: 15, unit: "seconds" },
  requestSeconds: { variable: "REQUEST_TIMEOUT", default: 30, unit: "seconds" },
  keepAliveSeconds: { variable: "KEEP_ALIVE_TIMEOUT", default: 5, unit: "seconds" },
  answerSeconds: { variable: "ANSWER_TIMEOUT", default: 20, unit: "seconds" },
  stalledSeconds: { variable: "STALLED_TIMEOUT", default: 30, unit: "seconds" },
} as const satisfies Readonly<Record<string, Limit>>;

/** The value of each limit. */
export type Limits = Readonly<Record<keyof typeof LIMITS, number>>;

/** A limit is not usable; the message names its variable and says what to write. */
export class LimitError extends Error {
  override name = "LimitError";
}

function read({ variable, default: byDefault, unit }: Limit, text: string | undefined): number {
  if (text === undefined || text === "") return byDefault;
  const value = Number(text);
  if (!/^\d+$/.test(text) || value < 1 || value > 1_000_000)
    throw new LimitError(
      `${variable}=${text} is not a limit: give a whole number from 1 to 1000000${unit === "" ? "" : `, in ${unit}`}. The default is ${byDefault}.`,
    );
  return value;
}

/** Reads the limits from the environment. @throws {LimitError} */
export function limitsFrom(env: Readonly<Record<string, string | undefined>>): Limits {
  const entries = Object.entries(LIMITS).map(([name, limit]) => [name, read(limit, env[limit.variable])]);
  const limits: Limits = Object.fromEntries(entries);
  // A connection on which an answer is computed is silent: it must not count as stalled before the answer is late.
  if (limits.stalledSeconds <= limits.answerSeconds)
    throw new LimitError(
      `STALLED_TIMEOUT=${limits.stalledSeconds} must be more than ANSWER_TIMEOUT=${limits.answerSeconds}.`,
    );
  if (limits.requestSeconds < limits.headersSeconds)
    throw new LimitError(
      `REQUEST_TIMEOUT=${limits.requestSeconds} must not be less than HEADERS_TIMEOUT=${limits.headersSeconds}.`,
    );
  return limits;
}
