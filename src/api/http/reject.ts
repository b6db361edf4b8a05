import * as z from "zod";
import type { Meant } from "./meant.ts";
import type { ProblemName } from "./problem.ts";
import type { Services } from "./services.ts";

/** What a suggestion can be made from. */
export interface Asking {
  s: Services;
  /** The path's `id`; undefined where it has none. */
  id: string | undefined;
}

/** Finds what may be meant. Called only for errors, so it may read the dataset and load modules. */
export type Meaning = (asking: Asking) => Meant | Promise<Meant>;

/** What an issue carries for the error that is made of it. */
export interface Rejection {
  meant?: Meaning | undefined;
  /** The entry of a list that is not accepted. */
  part?: string | undefined;
  /** The problem, where it is not `invalid-parameter`: the form is right, but there is no such thing. */
  problem?: ProblemName | undefined;
}

/** Adds an issue with what may be meant. @param message completes the parameter's name: `is empty.` */
export const reject = (ctx: z.core.$RefinementCtx, message: string, rejection: Rejection = {}) => {
  ctx.addIssue({ code: "custom", message, params: rejection, input: ctx.value });
  return z.NEVER;
};

/** What {@link reject} added to an issue. */
export const rejectionOf = (issue: z.core.$ZodIssue): Rejection =>
  issue.code === "custom" ? ((issue.params ?? {}) as Rejection) : {};
