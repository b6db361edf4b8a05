import type { ServerResponse } from "node:http";
import type { Socket } from "node:net";
import { Problem } from "../../api/index.ts";
import type { Step } from "../serve/step.ts";
import { writeProblem } from "./write-problem.ts";

/** A response that has not been finished, and when its request arrived. */
interface Pending {
  res: ServerResponse;
  /** In ticks. */
  since: number;
}

/** How often late answers are looked for, in seconds. */
const TICK = 1;

/** What the handler still writes on a response that was answered for it has no effect. */
function discardRest(res: ServerResponse): void {
  res.setHeader = res.writeHead = () => res;
  res.write = () => false;
  res.end = () => res;
}

/**
 * Answers requests that take too long with 503. All are looked at once per tick, because a timer for each request
 * would cost more than many answers do.
 */
export class Deadlines {
  readonly #seconds: number;
  readonly #sockets = new Map<Socket, Pending[]>();
  readonly #timer: NodeJS.Timeout;
  #now = 0;

  /** @param tick in seconds, for tests */
  constructor(seconds: number, tick = TICK) {
    this.#seconds = seconds;
    this.#timer = setInterval(() => this.#look(tick), tick * 1000).unref();
  }

  /** Watches a request. */
  readonly step: Step = ({ socket }, res, next) => {
    let pending = this.#sockets.get(socket);
    if (!pending) {
      pending = [];
      this.#sockets.set(socket, pending);
      socket.once("close", () => this.#sockets.delete(socket));
    }
    // More than one only where requests are pipelined.
    while (pending[0]?.res.writableFinished) pending.shift();
    pending.push({ res, since: this.#now });
    next();
  };

  #look(tick: number): void {
    this.#now += tick;
    for (const pending of this.#sockets.values())
      for (const { res, since } of pending)
        if (!res.headersSent && !res.writableEnded && this.#now - since > this.#seconds) this.#late(res);
  }

  #late(res: ServerResponse): void {
    const detail = `The answer took more than ${this.#seconds} seconds.`;
    writeProblem(res, new Problem("took-too-long", detail), { Connection: "close" });
    discardRest(res);
  }

  /** Is a response on this connection under way, whose beginning was sent? */
  hasBegun(socket: Socket): boolean {
    return (this.#sockets.get(socket) ?? []).some(({ res }) => res.headersSent && !res.writableFinished);
  }

  close(): void {
    clearInterval(this.#timer);
  }
}
