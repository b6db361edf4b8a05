import { looksLikeFormula } from "../../../text/formula.ts";
import type { ColumnType, Value } from "../../tables.ts";

/** The most characters of a cell (Excel's limits). */
export const MOST_CHARACTERS = 32_767;

/** Indices of cell styles in {@link STYLES}. */
const DATE = 1;
const QUOTED = 2;
/** The style of the header. */
export const BOLD = 3;

/** xl/styles.xml. A cell of `QUOTED` stays text when a person edits it, as with an apostrophe before it. */
export const STYLES = `<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/></numFmts><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="4"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0" quotePrefix="1"/><xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/></cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`;

/** What no cell can contain: NUL, and the two code points that XML has not. */
const IMPOSSIBLE = /[\0\ufffe\uffff]/g;

/** Control characters, and what looks like the escape of one. Line feeds and tabs stay as they are. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is escaped
const ESCAPED = /_(?=x[0-9a-f]{4}_)|[\u0001-\u0008\u000b-\u001f]/gi;

const MARKUP: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/** What a text can have that a cell cannot contain as it is, or only if it is short enough. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is escaped
const SPECIAL = /[\0-\x08\x0b-\x1f&<>"_\ufffe\uffff]/;

/** Text as XML contains it. */
export const xml = (text: string): string => text.replaceAll(/[&<>"]/g, (c) => MARKUP[c] as string);

/** A text as a cell contains it: ST_Xstring (ISO/IEC 29500-1, 22.9.2.19), which writes characters as `_x000D_`. */
export function cellText(text: string): string {
  if (text.length <= MOST_CHARACTERS && !SPECIAL.test(text)) return text;
  const possible = text.replaceAll(IMPOSSIBLE, "\ufffd");
  const cut = possible.length > MOST_CHARACTERS ? `${possible.slice(0, MOST_CHARACTERS - 1)}…` : possible;
  const escaped = cut.replaceAll(
    ESCAPED,
    (c) => `_x${c.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}_`,
  );
  return xml(escaped);
}

const nameOfColumn = (index: number): string =>
  (index >= 26 ? nameOfColumn(Math.floor(index / 26) - 1) : "") + String.fromCharCode(65 + (index % 26));

const columnNames: string[] = [];

/** The column of an index: A, B, … Z, AA. */
export function columnName(index: number): string {
  const name = columnNames[index] ?? nameOfColumn(index);
  columnNames[index] = name;
  return name;
}

const DAY_MS = 86_400_000;
/** Day 0 of Excel's calendar, from March 1900 on; before, Excel has a 29 February 1900. */
const EPOCH = Date.UTC(1899, 11, 30);
const FIRST_DAY = "1900-03-01";

/** Space that XML readers may drop. Where there is none, cells do not say that it is kept: they are a quarter shorter. */
const SPACE = /^\s|\s$|\s\s|[\t\n\r]/;

/** The element of a text. */
export const textOf = (text: string): string =>
  `<t${SPACE.test(text) ? ' xml:space="preserve"' : ""}>${cellText(text)}</t>`;

/** A text cell. @param number of the text, if it is shared */
export function textCell(at: string, text: string, style: number, number?: number): string {
  const styled = style ? ` s="${style}"` : "";
  return number === undefined
    ? `<c r="${at}" t="inlineStr"${styled}><is>${textOf(text)}</is></c>`
    : `<c r="${at}" t="s"${styled}><v>${number}</v></c>`;
}

/** Numbers of texts that cells share. */
interface Numbered {
  numberOf(text: string): number | undefined;
}

/** A cell; nothing where it is empty. Text is never a formula: only a cell of another type can be one. */
export function cell(at: string, value: Value, type: ColumnType, shared: Numbered): string {
  if (value === null) return "";
  if (typeof value === "boolean") return `<c r="${at}" t="b"><v>${Number(value)}</v></c>`;
  if (typeof value === "number") return `<c r="${at}"><v>${value}</v></c>`;
  if (type === "date" && value >= FIRST_DAY)
    return `<c r="${at}" s="${DATE}"><v>${(Date.parse(value) - EPOCH) / DAY_MS}</v></c>`;
  return textCell(at, value, looksLikeFormula(value) ? QUOTED : 0, shared.numberOf(value));
}
