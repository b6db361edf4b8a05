import { withoutCommands } from "../../text/terminal.ts";

/*
 * Escapes contributed text in Markdown: it reads as it was written, and has no effect. Anyone can contribute a
 * record.
 */

/** Characters that are invisible or change the direction of text: controls, formats, line separators. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu;
/** An invisible joiner. It breaks what GitHub would turn into a link or a mention. */
const JOINER = "\u2060";

const visible = (text: string): string => text.replace(UNSEEN, "\uFFFD");

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
