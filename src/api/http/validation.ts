import type * as z from "zod";
import { nearest } from "../../text/nearest.ts";
import { type Fault, Problem } from "./problem.ts";

/** A query; a parameter that is given more than once is a list. */
type Given = Readonly<Record<string, string | readonly string[]>>;

/** The faults of an issue, one for each parameter. */
function faultsOf(
  issue: z.core.$ZodIssue,
  known: readonly string[],
  given: Given,
): (Fault & { unknown: boolean })[] {
  if (issue.code === "unrecognized_keys")
    return issue.keys.map((key) => {
      const near = nearest(key, known);
      return {
        unknown: true,
        parameter: key,
        detail:
          known.length > 0
            ? `${key}: there is no such parameter here. Known: ${known.join(", ")}.`
            : `${key}: this path takes no parameters.`,
        nearest: near ? [near] : [],
      };
    });
  const parameter = String(issue.path[0] ?? "");
  const hints = issue.code === "custom" ? (issue.params?.["nearest"] as string[] | undefined) : undefined;
  const message = Array.isArray(given[parameter])
    ? "is given more than once."
    : given[parameter] === undefined
      ? "is missing."
      : issue.message;
  return [{ unknown: false, parameter, detail: `${parameter}: ${message}`, nearest: hints }];
}

/** Turns a failed validation into a problem that names every parameter at fault. */
export function invalid(error: z.ZodError, known: readonly string[], given: Given): Problem {
  const faults = error.issues.flatMap((issue) => faultsOf(issue, known, given));
  const detail = faults
    .map((f) => `${f.detail}${f.nearest?.length ? ` Did you mean ${f.nearest.join(" or ")}?` : ""}`)
    .join(" ");
  return new Problem(
    faults.some((f) => f.unknown) ? "unknown-parameter" : "invalid-parameter",
    detail,
    faults.map(({ unknown: _, ...fault }) => fault),
  );
}
