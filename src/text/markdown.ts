import { withVisibleCharacters } from "./characters.ts";
import { withoutCommands } from "./terminal.ts";

/*
 * Text of records, documents and file names in Markdown, as GitHub shows it: it reads as it was written, and has
 * no effect. Anyone can contribute a record.
 */

/** An invisible joiner. It breaks what GitHub would turn into a link, a mention, a reference or a picture. */
const JOINER = "\u2060";

const ADDRESS = /(https?:\/\/[^\s`<>]+)/;

const escapeWords = (text: string): string =>
  text
    .replace(/[\\`*_[\]<>&#~|$!]/g, "\\$&")
    .replace(
      /^(\s*)([-+=]|\d+[.)])/,
      (_, space: string, mark: string) => `${space}${mark.slice(0, -1)}\\${mark.slice(-1)}`,
    )
    .replace(/@(?=\w)/g, `@${JOINER}`)
    .replace(/\\#(?=\d)/g, `\\#${JOINER}`)
    // Also after an underscore, which is a letter in regular expressions and not to GitHub.
    .replace(/(GH)-(?=\d)/gi, `$1-${JOINER}`)
    .replace(/(www)\./gi, `$1${JOINER}.`)
    .replace(/:\/\//g, `:${JOINER}//`)
    .replace(/:(?=[\w+-]+:)/g, `:${JOINER}`);

/**
 * One line of words: no formatting, HTML, links, mentions, references to issues, pictures or workflow commands.
 * Web addresses are shown as code, so that they can be copied and are not links.
 */
export const escapeMarkdown = (text: string): string =>
  withVisibleCharacters(text)
    .split(ADDRESS)
    .map((part, i) => (i % 2 === 1 ? codeMarkdown(part) : escapeWords(part)))
    .join("");

/** One line of code, in which nothing is read as Markdown. A backtick, which would end it, becomes an apostrophe. */
export const codeMarkdown = (text: string): string =>
  `\`${withoutCommands(withVisibleCharacters(text)).replaceAll("`", "'")}\``;
