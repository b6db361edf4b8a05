import { withVisibleCharacters } from "./characters.ts";

/*
 * Text of records, files and requests on a terminal and in the log of a workflow. It is shown as it was
 * written, and has no effect: no escape sequences, no direction overrides, no workflow commands. Anyone can
 * contribute a record.
 */

/** An invisible joiner: it breaks the beginning of a workflow command and nothing else. */
const JOINER = "\u2060";

/** The older form of a workflow command of GitHub Actions, which works anywhere in a line of a log. */
const COMMAND = /##\[/g;

/** Text without workflow commands that work at the beginning of a line. Escaping twice changes nothing. */
export const withoutLineCommands = (text: string): string =>
  text.replace(/^([ \t]*):(?=:)/gm, `$1:${JOINER}`);

/** Text without workflow commands that work inside a line. */
export const withoutCommands = (text: string): string => text.replace(COMMAND, `#${JOINER}#[`);

/**
 * Text for a terminal. Line feeds and tabs stay; every other control or invisible character is shown as an
 * escape (`\u001b`), and workflow commands of GitHub Actions are broken.
 */
export const terminalText = (text: string): string =>
  withoutLineCommands(withoutCommands(withVisibleCharacters(text, "\n\t")));

/** Text for one line of a terminal: line feeds and tabs are shown as escapes too. */
export const terminalLine = (text: string): string => terminalText(withVisibleCharacters(text));

/** JSON for a terminal and the log of a workflow: the same value, with everything unsafe escaped. */
export const terminalJson = (value: unknown): string =>
  withVisibleCharacters(JSON.stringify(value, null, 2), "\n").replace(COMMAND, "#\\u0023[");
