import type { RequestListener } from "node:http";
import type { Step } from "./step.ts";

/** A server's listener: each request goes through the steps in their order, and to `last` if all pass it on. */
export const chain =
  (steps: readonly Step[], last: RequestListener): RequestListener =>
  (req, res) => {
    let at = 0;
    // One function for all steps, each of which calls it at most once.
    const next = (): void => {
      const step = steps[at++];
      if (step) step(req, res, next);
      else last(req, res);
    };
    next();
  };
