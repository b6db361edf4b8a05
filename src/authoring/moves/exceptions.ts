import type { Problem } from "../../records/problems.ts";
import type { Workspace } from "./workspace.ts";

/** The exception that a finding of EXC003 is about: one that silences nothing. */
const indexOf = ({ code, pointer }: Problem): number | undefined =>
  code === "EXC003" ? Number(/^\/exceptions\/(\d+)/.exec(pointer)?.[1]) : undefined;

/**
 * Settles the exceptions that a move leaves without a finding. Two records that contradict each other are
 * reported at one of them, and a move can change which: the exception then goes to the other. Otherwise it is
 * removed.
 * @param added the problems that the move would cause
 * @returns whether anything was changed, so that the records have to be validated again
 */
export function settleExceptions(ws: Workspace, added: readonly Problem[]): boolean {
  const needless = added.flatMap((p) => indexOf(p) ?? []).flatMap((i) => ws.exceptions[i] ?? []);
  const open = added.filter((p) => p.code !== "EXC003");
  for (const exception of needless) {
    const at = open.findIndex((p) => p.code === exception.code);
    const [problem] = at === -1 ? [] : open.splice(at, 1);
    const place = `${exception.code} at ${exception.pointer} of ${exception.record}`;
    if (problem?.record) {
      Object.assign(exception, { record: problem.record, pointer: problem.place });
      ws.done.push(
        `the exception to ${place} is now for ${problem.place} of ${problem.record}: check its reason`,
      );
    } else {
      ws.exceptions = ws.exceptions.filter((e) => e !== exception);
      ws.done.push(`the exception to ${place} is no longer needed and is removed`);
    }
  }
  return needless.length > 0;
}
