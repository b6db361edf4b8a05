import type { IncomingMessage } from "node:http";
import { routeOf } from "../../api/index.ts";
import { pathOf } from "../limits/write-problem.ts";
import type { Step } from "../serve/step.ts";

/** A request that was answered, or whose client went away. It has nothing that a person typed, and no address. */
export interface Observed {
  method: string;
  /** The template of the path. */
  route: string;
  status: number;
  /** Was the answer in memory? `none`: it was refused before that was looked up. */
  cache: "hit" | "miss" | "none";
  /** Was the whole answer sent? */
  complete: boolean;
  /** From the arrival of the headers to the end of the answer. */
  seconds: number;
  requestId: string;
  /** The `traceparent` of the client, if it sent one. */
  trace: string | undefined;
}

/** Receives every request when it has ended. */
export type Observer = (observed: Observed) => void;

/** Methods that HTTP defines; others are called `OTHER`, because their number is unlimited. */
const METHODS = new Set(["GET", "HEAD", "OPTIONS", "POST", "PUT", "DELETE", "PATCH", "TRACE"]);

/** The header with a request's id, which the answer repeats. */
const REQUEST_ID = "x-request-id";

/** The id of a request: its own if the API would take it, else a new one, which is added to its headers. */
function requestIdOf({ headers, rawHeaders }: IncomingMessage): string {
  const given = headers[REQUEST_ID]?.toString();
  if (given && given.length <= 255 && /^[\w\-=]+$/.test(given)) return given;
  const id = crypto.randomUUID();
  headers[REQUEST_ID] = id;
  const at = rawHeaders.findIndex((name, i) => i % 2 === 0 && name.toLowerCase() === REQUEST_ID);
  if (at === -1) rawHeaders.push(REQUEST_ID, id);
  else rawHeaders[at + 1] = id;
  return id;
}

/** The steps that observe requests: before all others, and around the step that answers from memory. */
export interface ObservingSteps {
  arrived: Step;
  admitted: Step;
  computed: Step;
}

/** Steps that report each request to observers. */
export function observing(observers: readonly Observer[]): ObservingSteps {
  const reached = new WeakMap<IncomingMessage, Observed["cache"]>();
  return {
    arrived: (req, res, next) => {
      const begin = performance.now();
      const requestId = requestIdOf(req);
      res.once("close", () => {
        const observed: Observed = {
          method: METHODS.has(req.method ?? "") ? (req.method as string) : "OTHER",
          route: routeOf(pathOf(req.url)),
          status: res.statusCode,
          cache: reached.get(req) ?? "none",
          complete: res.writableFinished,
          seconds: (performance.now() - begin) / 1000,
          requestId,
          trace: req.headers["traceparent"]?.toString(),
        };
        for (const observe of observers) observe(observed);
      });
      next();
    },
    admitted: (req, _, next) => {
      reached.set(req, "hit");
      next();
    },
    computed: (req, _, next) => {
      reached.set(req, "miss");
      next();
    },
  };
}
