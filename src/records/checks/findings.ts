import { firstDay } from "../../model/index.ts";
import { nearest, unambiguousMatch } from "../../text/nearest.ts";
import { type Edit, type Finding, type Path, show } from "../problems.ts";

/** As many names as a person reads; the others are counted. */
const listed = (names: readonly string[]): string =>
  names.length <= 30 ? names.join(", ") : `${names.slice(0, 30).join(", ")} and ${names.length - 30} more`;

/** A name that points to nothing, with the nearest known name. An unambiguous typing error can be fixed. */
export function unknown(
  path: Path,
  what: string,
  name: string,
  known: readonly string[],
  where: string,
  corrected: (meant: string) => string = (meant) => meant,
): Finding {
  const near = nearest(name, known);
  const meant = unambiguousMatch(name, known);
  return {
    path,
    found: `${what} ${show(name)}`,
    expected: known.length > 0 ? `one of ${listed(known)}` : `${what} in ${where}`,
    fix: near ? `Did you mean ${show(near)}?` : `Add it to ${where}, or use a name that is there.`,
    edits: meant === undefined ? [] : [{ path, set: corrected(meant) }],
  };
}

/** Ids that a list has more than once. */
export function* duplicateIds(items: readonly { id: string }[], path: Path): Generator<Finding> {
  const seen = new Set<string>();
  for (const [i, { id }] of items.entries()) {
    if (seen.has(id))
      yield {
        path: [...path, i, "id"],
        found: `${show(id)} a second time`,
        expected: "unique ids",
        fix: "Rename one of them, and the references to it.",
      };
    seen.add(id);
  }
}

/** A date that should be in the past and is not. */
export const future = (date: string | undefined, today: string, path: Path, what: string): Finding[] =>
  date !== undefined && firstDay(date) > today
    ? [
        {
          path,
          found: `${what} ${show(date)}`,
          expected: `a day up to today (${today})`,
          fix: "This date is in the future; correct it. For a planned change write `announced` and `effective`.",
        },
      ]
    : [];

/** Removes one member of a list. */
export const removal = (path: Path): readonly Edit[] => [{ path, remove: true }];
