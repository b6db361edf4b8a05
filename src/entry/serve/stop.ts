import type { Server as HttpServer } from "node:http";
import { Server } from "node:net";
import type { Step } from "./step.ts";

/** How long a server that is to stop may still take, in milliseconds. */
const GRACE = 10_000;

/** How long it still takes requests from clients that do not go elsewhere, in milliseconds. */
const DRAIN = 5000;

/** How long no request may have arrived before it closes, in milliseconds. */
const QUIET = 500;

/** How long no connection may have been opened before the listener is closed, and how long this is tried, in milliseconds. */
const HOLD = { quiet: 50, longest: 2000 };

/** How often it looks, in milliseconds. */
const POLL = 10;

const pause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Until the event loop has taken what has arrived, new connections among it. */
const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/**
 * Stops a server so that no request is lost. First it says that it is not ready and ends each connection
 * with the answer to its request, so that clients and load balancers go elsewhere. When no more requests
 * arrive, it closes. Clients that never go elsewhere are held for a moment, so that none of them is
 * connecting while the listener closes, and answered after that.
 */
export class Stopping {
  #stopping = false;
  /** How many requests and connections have arrived. */
  #requests = 0;
  #connections = 0;
  #held: Promise<void> | undefined;

  /** Why new requests should go to another server. */
  readonly notReady = (): string | undefined => (this.#stopping ? "This server is stopping." : undefined);

  /** The first step: notes that a request has arrived, and has it wait while the listener closes. */
  readonly hold: Step = (_req, res, next) => {
    this.#requests++;
    if (this.#stopping) res.shouldKeepAlive = false;
    if (this.#held) void this.#held.then(next);
    else next();
  };

  #follow(server: HttpServer): void {
    server.prependListener("connection", () => {
      this.#connections++;
    });
  }

  /** Waits until a count has not changed for a time, but not longer than another time. */
  async #quiet(count: () => number, milliseconds: number, longest: number): Promise<void> {
    const begin = performance.now();
    let seen = count();
    let since = begin;
    for (;;) {
      const now = performance.now();
      if (now - begin >= longest) return;
      if (count() !== seen) {
        seen = count();
        since = now;
      } else if (now - since >= milliseconds) {
        // A process that did not run for a while has not noticed yet what arrived meanwhile.
        await turn();
        if (count() === seen) return;
      }
      await pause(POLL);
    }
  }

  /** Waits until no more requests arrive, then until all are answered. */
  async #stop(server: HttpServer): Promise<void> {
    this.#stopping = true;
    await this.#quiet(() => this.#requests, QUIET, DRAIN);
    const { promise, resolve: release } = Promise.withResolvers<void>();
    this.#held = promise;
    await this.#quiet(() => this.#connections, HOLD.quiet, HOLD.longest);
    // Only the listener: closing the HTTP server also drops connections whose request has not been read yet.
    const closed = new Promise<void>((resolve) => Server.prototype.close.call(server, () => resolve()));
    this.#held = undefined;
    release();
    await this.#quiet(() => this.#requests, QUIET, GRACE);
    server.closeIdleConnections();
    await closed;
  }

  /** Stops on a signal. Calls `stopped` at the end, or `late` if requests take too long. */
  onSignal(server: HttpServer, stopped: () => Promise<void>, late: () => void): void {
    this.#follow(server);
    const stop = () => {
      setTimeout(late, GRACE).unref();
      void this.#stop(server).then(stopped);
    };
    process.once("SIGTERM", stop);
    process.once("SIGINT", stop);
  }
}
