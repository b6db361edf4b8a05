/** What may be meant in place of a value that is not accepted. */
export interface Meant {
  /** Values that are accepted, the likeliest first. */
  values: readonly string[];
  /** A sentence that says what the value is instead, and names these values. Empty: they need no words. */
  explanation?: string | undefined;
}

/** One value that may be meant, or none. */
export const meaning = (value: string | undefined, explanation?: string): Meant => ({
  values: value === undefined ? [] : [value],
  explanation,
});
