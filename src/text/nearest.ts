import { distance } from "fastest-levenshtein";

const sorted = (text: string): string => [...text].sort().join("");

/**
 * Whether two edits of a word are a plain typing error: letters that changed places, or any in a long word. Short
 * words have so many neighbours that two wrong letters are another one.
 * @param long the letters of a long word
 */
const isTwoTyped = (written: string, meant: string, long: number): boolean =>
  written.length >= long || sorted(written) === sorted(meant);

/** The letters of a long word where the person is asked, and where it is written without asking. */
const LONG = { asked: 7, written: 8 } as const;

/** The most edits between what was written and a word that was likely meant. */
const mostEdits = (written: string): number =>
  Math.max(written.length >= 4 ? 2 : 1, Math.floor(written.length / 3));

/**
 * The candidate nearest to what was written (edit distance, case ignored), if it is near
 * enough to be a likely typing error: at most a third of its length, and at least two edits
 * for words of four letters or more. In words of fewer than seven letters, two edits must be
 * letters that changed places: `canva` is not `sana`. It has a letter of it in its place.
 */
export function nearest(written: string, candidates: Iterable<string>): string | undefined {
  const wanted = written.toLowerCase();
  const allowed = mostEdits(wanted);
  let best: { candidate: string; edits: number } | undefined;
  for (const candidate of candidates) {
    // At least as many edits as the lengths differ: long text is not compared with every candidate.
    if (Math.abs(candidate.length - wanted.length) > allowed) continue;
    const meant = candidate.toLowerCase();
    const edits = distance(wanted, meant);
    const isOther =
      edits >= Math.max(wanted.length, meant.length) || (edits > 1 && !isTwoTyped(wanted, meant, LONG.asked));
    if (edits <= allowed && !isOther && (!best || edits < best.edits)) best = { candidate, edits };
  }
  return best?.candidate;
}

/** The question that follows an unknown name, with a space before it; empty where nothing is near. */
export function didYouMean(written: string, candidates: Iterable<string>): string {
  const near = nearest(written, candidates);
  return near === undefined ? "" : ` Did you mean ${near}?`;
}

const digits = (text: string): string => text.replace(/\D+/g, " ").trim();

/** Is this part of a name the other, mistyped? One letter, two that changed places, or two in a long word. Short words (uk, us) are never. */
function mistyped(written: string, meant: string): boolean {
  if (written === meant) return true;
  const edits = distance(written, meant);
  return (
    Math.min(written.length, meant.length) >= 4 &&
    (edits === 1 || (edits === 2 && isTwoTyped(written, meant, LONG.written)))
  );
}

/**
 * The candidate that was unambiguously meant, so that it can be written without asking: the only
 * one within two edits, with the same numbers, each of its parts a plain typing error.
 */
export function unambiguousMatch(written: string, candidates: Iterable<string>): string | undefined {
  const wanted = written.trim().toLowerCase();
  const near = [...new Set(candidates)].filter(
    (c) => Math.abs(c.length - wanted.length) <= 2 && distance(wanted, c.toLowerCase()) <= 2,
  );
  const [meant] = near;
  if (meant === undefined || near.length > 1 || digits(wanted) !== digits(meant)) return undefined;
  const [a, b] = [wanted.split("-"), meant.toLowerCase().split("-")];
  return a.length === b.length && a.every((part, i) => mistyped(part, b[i] as string)) ? meant : undefined;
}
