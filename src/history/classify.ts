import type { ChangeClass } from "../model/index.ts";
import type { Change } from "./compare.ts";

/**
 * The class proposed for a change, by its field. A field that answers depend on is a policy
 * change until a person says that it was a correction; sources are evidence; a new record is
 * evidence of what was so before.
 */
const BY_PATH: readonly [RegExp, ChangeClass][] = [
  [/^$/, "evidence"],
  [/^\/sources(\/|$)/, "evidence"],
  [/\/evidence(\/|$)/, "evidence"],
  [/^\/practices\/@[^/]+\/rules\/@[^/]+\/(note)$/, "editorial"],
  [/^\/practices\/@[^/]+\/title$/, "editorial"],
  [/^\/practices(\/|$)/, "policy"],
  [/^\/controls\/@[^/]+\/(name|note|url|steps)$/, "editorial"],
  [/^\/controls(\/|$)/, "policy"],
  [/^\/events\/@[^/]+\/(title|detail)$/, "editorial"],
  [/^\/events\/@[^/]+\/.+/, "correction"],
  [/^\/events(\/|$)/, "policy"],
  [/^\/(operator|parent|withdrawn)$/, "policy"],
];

/** The class proposed for a change. A change of order is a policy change only among rules, whose order decides answers. */
export function proposeClass(change: Change): ChangeClass {
  if ("order" in change && !change.path.endsWith("/rules")) return "editorial";
  return BY_PATH.find(([pattern]) => pattern.test(change.path))?.[1] ?? "editorial";
}
