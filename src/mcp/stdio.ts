import { serveStdio } from "@modelcontextprotocol/server/stdio";
import type { Given } from "./ask.ts";
import { mcpServer } from "./server.ts";

/**
 * Serves the Model Context Protocol on this process's standard input and output, until the input ends. Nothing else
 * may be written to the output.
 */
export const serveMcpOnStdio = (given: Given, log: (error: Error) => void = () => {}) =>
  serveStdio(() => mcpServer(given), { onerror: log, maxSubscriptions: 0 });
