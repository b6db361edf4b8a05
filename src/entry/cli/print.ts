import { terminalText } from "../../text/terminal.ts";

/*
 * The one way in which commands print. Text of records, files and requests has no effect on the terminal or
 * the workflow that shows it.
 */

/** Prints a result. */
export const print = (text = ""): void => console.log(terminalText(text));

/** Prints what went wrong, or what a person should know in addition to the result. */
export const printError = (text: string): void => console.error(terminalText(text));

/** Prints what is safe already: reports escape the parts that they colour, and formats for programs escape themselves. */
export const printEscaped = (text: string): void => console.log(text);
