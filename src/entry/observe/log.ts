import { terminalLine } from "../../text/terminal.ts";
import type { Observer } from "./observed.ts";

/** Where lines go. */
export interface Log {
  /** One line about the server itself, for the person who runs it. */
  say(line: string): void;
  /** Writes one line for each request. */
  access: Observer;
}

const json = (fields: object): string => JSON.stringify({ time: new Date().toISOString(), ...fields });

/**
 * The log on standard output: what the server says of itself as text, or with `LOG_FORMAT=json` as one JSON object
 * per line; requests always as JSON. It has no addresses and nothing that people typed.
 */
export function logOf(format: "text" | "json", write: (line: string) => void = console.log): Log {
  return {
    say: (line) =>
      write(format === "json" ? json({ level: "info", event: "server", message: line }) : terminalLine(line)),
    access: ({ requestId, method, route, status, cache, complete, seconds }) =>
      write(
        json({
          level: status >= 500 ? "error" : "info",
          event: "request",
          requestId,
          method,
          route,
          status,
          cache,
          complete,
          milliseconds: Math.round(seconds * 1e6) / 1000,
        }),
      ),
  };
}
