/** What a refinement of the model says about a value besides its message; reports and `npm run fix` read it. */
export interface IssueParams {
  /** Which rule it is, where it is not about the form of a single field. */
  rule?: "characters" | "normal form";
  /** What was found, where the value itself does not show it. */
  found?: string;
  /** Where in the text, in UTF-16 code units. */
  at?: { index: number; length: number };
  /** The value that was probably meant. */
  suggestion?: string;
  /** Is the suggestion only a guess, which a person must confirm? */
  unsure?: boolean;
}
