import { codeMarkdown, escapeMarkdown } from "../../text/markdown.ts";

/* Parts of a document in Markdown (CommonMark, with tables as GitHub has them). Text of records has no effect in it. */

/** Text of a record or of the site. */
export const text = escapeMarkdown;

/** A URL between angle brackets, in which only these characters have a meaning. */
const destination = (url: string): string =>
  `<${url.replace(/[<>\s\\]/g, (character) => encodeURIComponent(character))}>`;

/** A link. A URL shown as such is code, so that it can be copied. */
export const linked = (words: string, url: string): string => `[${text(words)}](${destination(url)})`;

/** A heading. */
export const heading = (level: number, words: string): string => `${"#".repeat(level)} ${text(words)}`;

/** A list; items that have several lines stay inside it. */
export const bullets = (items: readonly string[]): string =>
  items.map((item) => `- ${item.replaceAll("\n", "\n  ")}`).join("\n");

/** Steps in order. */
export const steps = (items: readonly string[]): string =>
  items.map((item, i) => `${i + 1}. ${text(item)}`).join("\n");

/** A table of cells that are text. */
export const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => "---"), ...rows]
    .map((cells, i) => `| ${cells.map((cell) => (i === 1 ? cell : text(cell))).join(" | ")} |`)
    .join("\n");

/** Words that are quoted. */
export const quoted = (words: string): string => `> ${words.replaceAll("\n", "\n> ")}`;

/** A message, as it is to be sent: lines of code, in a fence longer than any inside it. */
export function verbatim(lines: string): string {
  const longest = Math.max(2, ...[...lines.matchAll(/`+/g)].map(([ticks]) => ticks.length));
  const fence = "`".repeat(longest + 1);
  return `${fence}text\n${lines}\n${fence}`;
}

/** A document from its blocks; those that are empty are omitted. */
export const document = (blocks: readonly (string | undefined | false)[]): string =>
  `${blocks.filter(Boolean).join("\n\n")}\n`;

export { codeMarkdown as code };
