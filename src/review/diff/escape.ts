/*
 * Escapes contributed text where it is shown: it reads as it was written, and has no effect. Anyone can
 * contribute a record.
 */

/** Characters that are invisible or change the direction of text: controls, formats, line separators. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu;
/** An invisible joiner. It breaks what GitHub would turn into a link or a mention. */
const JOINER = "\u2060";

/** The older form of a workflow command, which works anywhere in a line of a log. */
const COMMAND = /##\[/g;
const withoutCommands = (text: string): string => text.replace(COMMAND, `#${JOINER}#[`);

const visible = (text: string): string => text.replace(UNSEEN, "\uFFFD");

/** For a terminal and the log of a workflow: no escape sequences, no workflow commands. */
export const escapeText = (text: string): string =>
  withoutCommands(visible(text)).replace(/^(\s*):(?=:)/, `$1:${JOINER}`);

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
    .replace(/\b(GH)-(?=\d)/gi, `$1-${JOINER}`)
    .replace(/\b(www)\./gi, `$1${JOINER}.`)
    .replace(/:\/\//g, `:${JOINER}//`);

/**
 * For Markdown as GitHub shows it: no formatting, HTML, links, mentions, references to
 * issues or workflow commands. Web addresses are shown as code, so that they can be
 * copied and are not links.
 */
export const escapeMarkdown = (text: string): string =>
  visible(text)
    .split(ADDRESS)
    .map((part, i) => (i % 2 === 1 ? `\`${withoutCommands(part)}\`` : escapeWords(part)))
    .join("");

/** JSON in a workflow's log: the same value, without the beginnings of workflow commands. */
export const escapeJson = (value: unknown): string =>
  JSON.stringify(value, null, 2).replace(COMMAND, "#\\u0023[");
