import type { RequestListener, Server } from "node:http";
import { type AddressInfo, connect, type Socket } from "node:net";
import { proxies } from "../../../src/api/index.ts";
import { Deadlines } from "../../../src/entry/limits/deadlines.ts";
import { type Limits, limitsFrom } from "../../../src/entry/limits/limits.ts";
import { boundedServer } from "../../../src/entry/limits/server.ts";
import { chain } from "../../../src/entry/serve/chain.ts";
import type { Step } from "../../../src/entry/serve/step.ts";

/** A real server with limits, and the steps under test. */
export interface Served extends AsyncDisposable {
  server: Server;
  port: number;
  url: string;
}

interface ServeOptions {
  limits?: Partial<Limits>;
  trustProxy?: string;
  /** Steps before the handler. */
  steps?: readonly Step[];
  handler?: RequestListener;
  /** How often late answers are looked for, in seconds. */
  tick?: number;
}

/** Starts it; all defaults but those that are given. */
export async function serve({
  limits,
  trustProxy,
  steps = [],
  handler,
  tick,
}: ServeOptions): Promise<Served> {
  const all = { ...limitsFrom({}), ...limits };
  const deadlines = new Deadlines(all.answerSeconds, tick);
  const server = boundedServer(chain([deadlines.step, ...steps], handler ?? ((_, res) => res.end("ok"))), {
    limits: all,
    proxies: proxies(trustProxy),
    deadlines,
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  const { port } = server.address() as AddressInfo;
  return {
    server,
    port,
    url: `http://127.0.0.1:${port}`,
    async [Symbol.asyncDispose]() {
      deadlines.close();
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    },
  };
}

/** A connection on which bytes are written by hand. */
export interface Raw {
  socket: Socket;
  text: () => string;
  /** Resolves when the server ends the connection, with all that it sent. */
  ended: Promise<string>;
}

/** Opens a connection and sends text. */
export function raw(port: number, text = ""): Raw {
  const socket = connect(port, "127.0.0.1");
  let received = "";
  socket.on("data", (chunk) => {
    received += chunk.toString("latin1");
  });
  socket.on("error", () => {});
  if (text !== "") socket.write(text);
  const ended = new Promise<string>((resolve) => socket.once("close", () => resolve(received)));
  return { socket, text: () => received, ended };
}

/** The status and the problem of a raw response. */
export const problemIn = (response: string): { status: number; type: string } => ({
  status: Number(response.split(" ")[1]),
  type: (JSON.parse(response.slice(response.indexOf("\r\n\r\n"))) as { type: string }).type,
});
