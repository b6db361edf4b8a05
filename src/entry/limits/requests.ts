import { Problem } from "../../api/index.ts";
import { isMcp } from "../../mcp/path.ts";
import type { Step } from "../serve/step.ts";
import { pathOf, writeProblem } from "./write-problem.ts";

/** Refuses a request with more headers. The server itself reads one more than that, and drops the others. */
export const limitHeaders =
  (most: number): Step =>
  (req, res, next) => {
    if (req.rawHeaders.length <= most * 2) return next();
    const detail = `The request has more than ${most} headers.`;
    writeProblem(res, new Problem("headers-too-large", detail), { Connection: "close" });
  };

/**
 * Outside MCP, whose requests are read, a body has no meaning here: the request is answered without it, and the
 * connection ends instead of reading it.
 */
export const ignoreBody: Step = ({ method, headers, url }, res, next) => {
  if (method === "POST" && isMcp(pathOf(url))) return next();
  if (headers["transfer-encoding"] !== undefined || Number(headers["content-length"] ?? 0) !== 0)
    res.shouldKeepAlive = false;
  next();
};
