/** What spreadsheets take for the beginning of a formula: in a CSV file that they open, and where a person edits a cell. */
const FORMULA = /^\s*[=+\-@]/;

/** Would a spreadsheet take a text for a formula? */
export const looksLikeFormula = (text: string): boolean => FORMULA.test(text);
