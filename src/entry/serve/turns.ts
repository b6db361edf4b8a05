import type { IncomingMessage } from "node:http";
import { isAboutServer, refuse } from "../../api/index.ts";
import { trusted } from "../../text/trusted.ts";
import type { Fetch } from "../compress.ts";

/** How much is computed at once, and how much may wait. */
export interface TurnLimits {
  /** Requests that are computed at once. */
  running: number;
  /** Requests of one client that may wait. */
  perClient: number;
  /** Requests of all clients that may wait: they take memory. */
  waiting: number;
}

/** For a database in a file: its statements do not wait for anything, so more at once would not be faster. */
export const EMBEDDED: TurnLimits = { running: 4, perClient: 256, waiting: 2048 };

/** For a database that is reached through the network: most of the time is waiting for its answers. */
export const REMOTE: TurnLimits = { ...EMBEDDED, running: 64 };

interface Connection {
  incoming: IncomingMessage;
}

/** Whose turn a request takes. The address of the connection, unless the server knows it better. */
export type ClientOf = (req: IncomingMessage) => string;
const addressOf: ClientOf = ({ socket }) => socket.remoteAddress ?? "";

/**
 * Gives requests that have to be computed their turns: a few at once, and between any two the event loop runs, so
 * that others are answered meanwhile. Clients take turns, however many requests each of them sends; a request that
 * finds too many waiting is answered with 503.
 */
export class Turns {
  readonly #limits: TurnLimits;
  readonly #clientOf: ClientOf;
  /** By client, the one whose turn is next first. */
  readonly #queues = new Map<string, (() => void)[]>();
  #waiting = 0;
  #running = 0;
  #scheduled = false;

  constructor(limits: TurnLimits, clientOf: ClientOf = addressOf) {
    this.#limits = limits;
    this.#clientOf = clientOf;
  }

  /** A handler whose requests take turns. */
  taking(fetch: Fetch): Fetch {
    return (request, env) => {
      const { incoming } = (env ?? {}) as Partial<Connection>;
      if (!env || !incoming || isAboutServer(incoming.url ?? "")) return fetch(request, env);
      const client = this.#clientOf(incoming);
      const ofClient = this.#queues.get(client)?.length ?? 0;
      if (ofClient >= this.#limits.perClient || this.#waiting >= this.#limits.waiting) {
        refuse(env);
        return fetch(request, env);
      }
      return this.#turn(client).then(async () => {
        try {
          // A client that is gone needs no answer.
          if (incoming.socket.destroyed) refuse(env);
          return await fetch(request, env);
        } finally {
          this.#running--;
          this.#begin();
        }
      });
    };
  }

  /** Resolves when it is this client's turn. */
  #turn(client: string): Promise<void> {
    return new Promise((resolve) => {
      const queue = this.#queues.get(client);
      if (queue) queue.push(resolve);
      else this.#queues.set(client, [resolve]);
      this.#waiting++;
      this.#begin();
    });
  }

  /** Begins the next one if there is room, once the event loop has run. */
  #begin(): void {
    if (this.#scheduled || this.#waiting === 0 || this.#running >= this.#limits.running) return;
    this.#scheduled = true;
    setImmediate(() => {
      this.#scheduled = false;
      this.#running++;
      this.#waiting--;
      this.#first()();
      this.#begin();
    });
  }

  /** Takes the first request of the client whose turn it is, who is then the last in line. */
  #first(): () => void {
    const [client, queue] = trusted<[string, (() => void)[]]>(this.#queues.entries().next().value);
    const begin = trusted<() => void>(queue.shift());
    this.#queues.delete(client);
    if (queue.length > 0) this.#queues.set(client, queue);
    return begin;
  }
}
