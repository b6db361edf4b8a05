/*
 * Changes of how an archive captures documents, as opposed to changes of the documents.
 */

/** How archives begin the subject of a commit that follows from a new way of capturing. "Refilter" is what older commits of Open Terms Archive say. */
const SUBJECTS = [
  /^apply technical or declaration upgrade\b/i,
  /^apply (?:technical|declaration) upgrade\b/i,
  /^refilter\b/i,
];

/** Does a commit's subject say that the way of capturing changed, and not the document? */
export const isCaptureChange = (subject: string): boolean =>
  SUBJECTS.some((pattern) => pattern.test(subject.trim()));

/** A copy with less than this part of the text before it was most likely captured badly: a blank page, an error, a wall. */
const KEPT = 0.35;

/** Did a document lose most of its text? Lengths are of normalised text. */
export const lostMost = (before: number, after: number): boolean => after < before * KEPT;

/** A text that went and came back before is news only once it has stayed as it is for so many days. */
export const SETTLED_DAYS = 14;
