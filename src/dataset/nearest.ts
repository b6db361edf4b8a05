import { distance } from "fastest-levenshtein";

/**
 * The candidate nearest to what was written (edit distance, case ignored), if it is near
 * enough to be a likely typing error: at most a third of its length, and at least two edits
 * are always allowed for words of four letters or more.
 */
export function nearest(written: string, candidates: Iterable<string>): string | undefined {
  const wanted = written.toLowerCase();
  let best: { candidate: string; edits: number } | undefined;
  for (const candidate of candidates) {
    const edits = distance(wanted, candidate.toLowerCase());
    if (!best || edits < best.edits) best = { candidate, edits };
  }
  const allowed = Math.max(wanted.length >= 4 ? 2 : 1, Math.floor(wanted.length / 3));
  return best && best.edits <= allowed ? best.candidate : undefined;
}

/** The question that follows an unknown name, with a space before it; empty where nothing is near. */
export function didYouMean(written: string, candidates: Iterable<string>): string {
  const near = nearest(written, candidates);
  return near === undefined ? "" : ` Did you mean ${near}?`;
}
