import type { IncomingMessage } from "node:http";
import type { RateLimiterRes } from "rate-limiter-flexible";
import RateLimiterMemory from "rate-limiter-flexible/lib/RateLimiterMemory.js";
import {
  isAboutServer,
  type RateLimit,
  rateLimited,
  rateLimitLeft,
  rateLimitPolicy,
} from "../../api/index.ts";
import type { Step } from "../serve/step.ts";
import { Places } from "./places.ts";
import { writeProblem } from "./write-problem.ts";

/** Who sends a request; undefined for a client that has no limits. */
export type ClientOf = (req: IncomingMessage) => string | undefined;

/** Limits how many requests each client may send. Its state is the number of requests by place, and no address. */
export function rateLimit(limit: RateLimit, clientOf: ClientOf): Step {
  const limiter = new RateLimiterMemory({ points: limit.requests, duration: limit.seconds, keyPrefix: "" });
  const places = new Places();
  const policy = rateLimitPolicy(limit);
  const secondsOf = ({ msBeforeNext }: RateLimiterRes): number => Math.max(1, Math.ceil(msBeforeNext / 1000));
  return (req, res, next) => {
    const client = clientOf(req);
    if (client === undefined || isAboutServer(req.url ?? "")) return next();
    const say = (state: RateLimiterRes): void => {
      res.setHeader("RateLimit-Policy", policy);
      res.setHeader("RateLimit", rateLimitLeft(state.remainingPoints, secondsOf(state)));
    };
    limiter.consume(places.of(client)).then(
      (state) => {
        say(state);
        next();
      },
      (state: RateLimiterRes) => {
        say(state);
        const wait = secondsOf(state);
        writeProblem(res, rateLimited(limit, wait), { "Retry-After": String(wait) });
      },
    );
  };
}
