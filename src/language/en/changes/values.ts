import { differingExcerpts, shortened } from "../../../text/excerpt.ts";
import { countInWords, joinPresent, listInWords } from "../../../text/lists.ts";

/** The words for a value of a field; for each member of a list. */
export type InWords = (value: never) => string;

/** Texts that are longer are shown around their first difference. */
const LONG = 60;
/** How many members of a list a sentence names. */
const NAMED = 3;

const quoted = (text: string): string => `“${text}”`;

/** A value in running text: a term's own words, everything else between quotation marks. */
function words(value: unknown, inWords: InWords | undefined): string {
  if (inWords) return inWords(value as never);
  return typeof value === "string" ? quoted(shortened(value, LONG)) : shortened(JSON.stringify(value), LONG);
}

/** Some things by their names, and how many more there are. */
export const someOf = (names: readonly string[]): string =>
  listInWords(
    names.length <= NAMED ? names : [...names.slice(0, NAMED - 1), `${names.length - NAMED + 1} more`],
  );

/** A text that was reworded, cut around the first difference: `note reworded: “…say of it” → “…say about it”`. */
export const rewordedInWords = (label: string, before: string, after: string): string =>
  `${label} reworded: ${differingExcerpts(before, after).map(quoted).join(" → ")}`;

/** What is in one list and not in the other, both ways. */
export function membersChanged<T>(before: readonly T[], after: readonly T[]): { added: T[]; removed: T[] } {
  return {
    added: after.filter((x) => !before.includes(x)),
    removed: before.filter((x) => !after.includes(x)),
  };
}

/** What was added and removed, in words; empty where both are. */
export const addedAndRemoved = (added: readonly string[], removed: readonly string[]): string =>
  joinPresent(
    [added.length > 0 && `added ${someOf(added)}`, removed.length > 0 && `removed ${someOf(removed)}`],
    "; ",
  );

/** Members of a list that were added and removed; of texts, as many added as removed were reworded; ids and hosts are not. */
function listChange(
  label: string,
  before: readonly string[],
  after: readonly string[],
  inWords: InWords | undefined,
): string {
  const { added, removed } = membersChanged(before, after);
  const [was, is] = [removed[0], added[0]];
  const areTexts = [...added, ...removed].every((text) => text.includes(" "));
  if (!inWords && areTexts && was !== undefined && is !== undefined && added.length === removed.length) {
    const more = added.length > 1 ? `; and ${countInWords(added.length - 1, "more", "more")}` : "";
    return `${rewordedInWords(label, was, is)}${more}`;
  }
  const named = (members: readonly string[]): string[] => [...new Set(members.map((m) => words(m, inWords)))];
  const names = membersChanged(named(removed), named(added));
  // Pointers to the same document, but to other passages of it.
  const moved = named(added).filter((name) => !names.added.includes(name));
  const said = joinPresent(
    [addedAndRemoved(names.added, names.removed), moved.length > 0 && `other passages of ${someOf(moved)}`],
    "; ",
  );
  return `${label}: ${said || "in another order or number"}`;
}

const isText = (value: unknown): value is string => typeof value === "string";

/** A list of texts; a missing one is empty. */
const textsOf = (value: unknown): readonly string[] | undefined =>
  value === undefined ? [] : Array.isArray(value) && value.every(isText) ? value : undefined;

/** A value that is recorded now, or is no longer, or differs: `the default changed from asked first to on by default`. */
export function valueChange(
  label: string,
  before: unknown,
  after: unknown,
  inWords: InWords | undefined,
): string {
  const [was, is] = [textsOf(before), textsOf(after)];
  if (was && is) return listChange(label, was, is, inWords);
  if (before === undefined) return `${label} recorded: ${words(after, inWords)}`;
  if (after === undefined) return `${label} no longer recorded (it was ${words(before, inWords)})`;
  if (isText(before) && isText(after) && !inWords && Math.max(before.length, after.length) > LONG)
    return rewordedInWords(label, before, after);
  return `${label} changed from ${words(before, inWords)} to ${words(after, inWords)}`;
}
