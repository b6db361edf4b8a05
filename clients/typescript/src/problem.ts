import type { Problem, ProblemCode } from "./api.ts";

/** An error that the server reports, as problem details (RFC 9457). */
export class ProblemError extends Error {
  override name = "ProblemError";
  /** The name of the problem, which does not change: `unknown-platform`, `invalid-parameter`, `rate-limited`. */
  readonly code: ProblemCode | (string & {});
  /** The HTTP status. */
  readonly status: number;
  /** Everything that the server says about it: the parameter at fault, the nearest valid values. */
  readonly problem: Problem;
  /** How many milliseconds the server asks to wait (Retry-After); undefined if it does not say. */
  readonly retryAfter: number | undefined;

  constructor(problem: Problem, retryAfter?: number) {
    super(problem.detail);
    this.problem = problem;
    this.status = problem.status;
    this.code = problem.type.replace(/^.*\//, "");
    this.retryAfter = retryAfter;
  }
}

/** Errors of a proxy or another server are not problem details: the status is all that is known. */
const unexplained = ({ status, statusText, url }: Response): Problem => ({
  type: "about:blank",
  title: statusText || `HTTP ${status}`,
  status,
  detail: `${url} answered ${status}${statusText && ` ${statusText}`} without an explanation.`,
  instance: url,
});

/** The milliseconds that Retry-After asks for: seconds or a date (RFC 9110, section 10.2.3). */
export function retryAfterOf(headers: Headers, now: number): number | undefined {
  const written = headers.get("Retry-After");
  if (written === null) return undefined;
  const milliseconds = /^\d+$/.test(written) ? Number(written) * 1000 : Date.parse(written) - now;
  return Number.isNaN(milliseconds) ? undefined : Math.max(0, milliseconds);
}

/** The error that a response reports. */
export async function problemOf(response: Response): Promise<ProblemError> {
  const isProblem = response.headers.get("Content-Type")?.startsWith("application/problem+json");
  const body = await response.text();
  return new ProblemError(
    isProblem ? (JSON.parse(body) as Problem) : unexplained(response),
    retryAfterOf(response.headers, Date.now()),
  );
}
