import type { RequestListener } from "node:http";
import type { Step } from "./step.ts";

/** A server's listener: each request goes through the steps in their order, and to `last` if all pass it on. */
export const chain = (steps: readonly Step[], last: RequestListener): RequestListener =>
  steps.reduceRight<RequestListener>(
    (next, step) => (req, res) => step(req, res, () => next(req, res)),
    last,
  );
