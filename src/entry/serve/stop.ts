import type { IncomingMessage, ServerResponse } from "node:http";
import type { ServerType } from "@hono/node-server";

/** How long a server that is to stop may still take, in milliseconds. */
const GRACE = 10_000;

/** How long no request may have arrived before it closes, in milliseconds. */
const QUIET = 500;

/** How often it looks, in milliseconds. */
const POLL = 50;

/**
 * Stops a server so that no request is lost. First it says that it is not ready and ends each connection
 * with the answer to its request, so that clients and load balancers go elsewhere; when no more requests
 * arrive, it closes.
 */
export class Stopping {
  readonly #server: ServerType;
  /** Monotonic. */
  #lastArrival = 0;
  #since: number | undefined;

  constructor(server: ServerType) {
    this.#server = server;
    const arrived = () => {
      this.#lastArrival = performance.now();
    };
    server.prependListener("connection", arrived);
    server.prependListener("request", (_: IncomingMessage, response: ServerResponse) => {
      arrived();
      if (this.#since !== undefined) response.shouldKeepAlive = false;
    });
  }

  /** Why new requests should go to another server. */
  readonly notReady = (): string | undefined =>
    this.#since === undefined ? undefined : "This server is stopping.";

  /** Waits until no more requests arrive, then until all are answered. */
  async stop(): Promise<void> {
    const since = performance.now();
    this.#since = since;
    this.#lastArrival = since;
    const waitsLong = () => performance.now() - since > GRACE - QUIET;
    while (performance.now() - this.#lastArrival < QUIET && !waitsLong())
      await new Promise((resolve) => setTimeout(resolve, POLL));
    // Right after the event loop has accepted what was waiting: closing resets connections that are not accepted yet.
    await new Promise((resolve) => setImmediate(resolve));
    await new Promise((resolve) => this.#server.close(resolve));
  }

  /** Stops on a signal. Calls `stopped` at the end, or `late` if requests take too long. */
  onSignal(stopped: () => Promise<void>, late: () => void): void {
    const stop = () => {
      setTimeout(late, GRACE).unref();
      void this.stop().then(stopped);
    };
    process.once("SIGTERM", stop);
    process.once("SIGINT", stop);
  }
}
