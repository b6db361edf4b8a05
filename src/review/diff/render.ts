import { countInWords, dateInWords, listInWords } from "../../language/en/index.ts";
import { CHANGE_CLASS, type ChangeClass, termsOf } from "../../model/index.ts";
import { escapeMarkdown } from "../../text/markdown.ts";
import { terminalLine } from "../../text/terminal.ts";
import type { DiffNode } from "./node.ts";
import { changesAnswers, type DatasetDiff, type RecordDiff } from "./records.ts";

/** GitHub takes comments of up to 65 536 characters; some are kept for what surrounds the page. */
const COMMENT_LIMIT = 60_000;

const TITLE = "## What changes for people";
const NOTHING = "Nothing changes between";

/** Is this a page of {@link renderMarkdown}? Pages begin with fixed words, so that nothing contributed can pass for one. */
export const isPage = (page: string): boolean => page.startsWith(`${TITLE}\n`);

/** Does a page say that nothing changes? */
export const saysNothing = (page: string): boolean =>
  page.startsWith(`${TITLE}\n\n${NOTHING} `) && !page.includes(INVALID);

const CLASS_WORDS: Readonly<Record<ChangeClass, string>> = {
  policy: "policy",
  correction: "correction",
  evidence: "evidence",
  editorial: "editorial",
};
const KIND_WORDS: Readonly<Record<RecordDiff["kind"], string>> = {
  new: "new record",
  changed: "",
  removed: "removed",
};

/** How many records were added, changed and removed, and in how many answers change. */
function summary({ base, head, moves, records, asOf }: DatasetDiff): string {
  if (records.length === 0 && moves.length > 0)
    return `Between ${base} and ${head}, nothing changes in any record but what moved. Today is ${dateInWords(asOf)}.`;
  if (records.length === 0) return `${NOTHING} ${base} and ${head}.`;
  const count = (kind: RecordDiff["kind"], verb: string) => {
    const n = records.filter((r) => r.kind === kind).length;
    return n === 0 ? [] : [`${countInWords(n, "record")} ${verb}`];
  };
  const counts = listInWords([
    ...count("changed", "changed"),
    ...count("new", "new"),
    ...count("removed", "removed"),
  ]);
  const people = records.filter((r) => r.kind === "changed" && changesAnswers(r)).length;
  const changed = records.some((r) => r.kind === "changed");
  const forPeople = !changed
    ? ""
    : people === 0
      ? " No answer changes for anyone."
      : ` Answers change in ${countInWords(people, "record")}.`;
  return `Between ${base} and ${head}: ${counts}.${forPeople} Today is ${dateInWords(asOf)}.`;
}

/** The classes of change, as proposed: `2 policy, 1 evidence`. */
const classes = ({ classes: counts }: RecordDiff): string =>
  termsOf(CHANGE_CLASS)
    .flatMap((c) => (counts[c] ? [`${counts[c]} ${CLASS_WORDS[c]}`] : []))
    .join(", ");

const title = (r: RecordDiff): string =>
  [`${r.name} (${r.record})`, KIND_WORDS[r.kind]].filter((x) => x !== "").join(", ");
const changesLine = (r: RecordDiff): string => {
  const named = classes(r);
  return named === ""
    ? "The record itself is unchanged; documents of its operator changed."
    : `Changes by class: ${named}.`;
};

const invalidLines = ({ invalid }: DatasetDiff): string[] =>
  invalid.map(({ side, record, problem }) => `${record}, in ${side}: ${problem}`);
const INVALID = "Not compared, because the record is not valid (npm run validate says how to fix it)";

const listed = (lines: readonly DiffNode[], safe: (text: string) => string, depth = 0): string[] =>
  lines.flatMap(({ text, under }) => [
    `${"  ".repeat(depth)}- ${safe(text)}`,
    ...listed(under ?? [], safe, depth + 1),
  ]);

const MOVED = "Renamed and moved";

/** The diff for a terminal. */
export function renderText(diff: DatasetDiff): string {
  const invalid = invalidLines(diff);
  return [
    terminalLine(summary(diff)),
    ...(invalid.length > 0 ? ["", `${INVALID}:`, ...invalid.map((line) => `- ${terminalLine(line)}`)] : []),
    ...(diff.moves.length > 0 ? ["", MOVED, ...listed(diff.moves, terminalLine, 1)] : []),
    ...diff.records.flatMap((r) => [
      "",
      terminalLine(title(r)),
      terminalLine(changesLine(r)),
      ...r.sections.flatMap((s) => [`  ${s.title}`, ...listed(s.lines, terminalLine, 2)]),
    ]),
    "",
  ].join("\n");
}

const recordMarkdown = (r: RecordDiff): string =>
  [
    `### ${escapeMarkdown(title(r))}`,
    "",
    escapeMarkdown(changesLine(r)),
    ...r.sections.flatMap((s) => [
      "",
      `**${escapeMarkdown(s.title)}**`,
      "",
      ...listed(s.lines, escapeMarkdown),
    ]),
    "",
  ].join("\n");

/** A record that does not fit is named. */
const shortened = (r: RecordDiff): string =>
  `- ${escapeMarkdown(title(r))}: ${escapeMarkdown(changesLine(r))}\n`;

/**
 * The diff as a pull request's comment. Records that do not fit are named, one
 * per line; those that do not fit even so are counted.
 * @param limit the greatest length, in UTF-16 code units
 */
export function renderMarkdown(diff: DatasetDiff, limit = COMMENT_LIMIT): string {
  const invalid = invalidLines(diff);
  let page = `${TITLE}\n\n${escapeMarkdown(summary(diff))}\n`;
  if (invalid.length > 0) page += `\n**${INVALID}**\n\n`;
  const available = limit - 200;
  const add = (text: string): boolean => {
    if (page.length + text.length > available) return false;
    page += text;
    return true;
  };
  const unnamed = invalid.filter((line) => !add(`- ${escapeMarkdown(line)}\n`)).length;
  if (diff.moves.length > 0) add(`\n### ${MOVED}\n\n`);
  const unsaid = diff.moves.filter((move) => !add(`${listed([move], escapeMarkdown).join("\n")}\n`)).length;
  if (unsaid > 0) page += `- And ${countInWords(unsaid, "further move")}.\n`;
  const left = diff.records.filter((r) => !add(`\n${recordMarkdown(r)}`));
  if (left.length > 0) add("\n**Too long for a comment**; `npm run diff` shows all of it:\n\n");
  const uncounted = left.filter((r) => !add(shortened(r))).length + unnamed;
  if (uncounted > 0) page += `\nAnd ${countInWords(uncounted, "further record")}.\n`;
  return page;
}
