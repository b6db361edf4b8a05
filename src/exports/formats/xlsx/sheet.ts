import type { ExportTable, Value } from "../../tables.ts";
import { BOLD, cell, columnName, textCell } from "./cell.ts";
import type { SharedTexts } from "./shared-texts.ts";

/** Rows of a sheet at most, with its header (Excel's limits). */
export const MOST_ROWS = 1_048_576;

/** Widths of columns, in characters. */
const WIDTHS = { string: 24, date: 12, integer: 10, boolean: 10 } as const;

const HEAD = '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">';
/** The header stays in view. */
const VIEW =
  '<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>';

/** A worksheet part up to its first row of data. */
export const sheetStart = ({ columns }: Pick<ExportTable, "columns">): string => {
  const widths = columns.map(
    ({ type }, i) => `<col min="${i + 1}" max="${i + 1}" width="${WIDTHS[type]}" customWidth="1"/>`,
  );
  const names = columns.map(({ name }, i) => textCell(`${columnName(i)}1`, name, BOLD));
  return `${HEAD}${VIEW}<cols>${widths.join("")}</cols><sheetData><row r="1">${names.join("")}</row>`;
};

/** A row of data. @param number from 2 on */
export function sheetRow(
  { columns }: Pick<ExportTable, "columns">,
  row: readonly Value[],
  number: number,
  shared: SharedTexts,
): string {
  let cells = "";
  for (const [i, { type }] of columns.entries())
    cells += cell(`${columnName(i)}${number}`, row[i] ?? null, type, shared);
  return `<row r="${number}">${cells}</row>`;
}

/** The cells of a sheet with so many rows, `A1:Z9`. */
export const rangeOf = ({ columns }: Pick<ExportTable, "columns">, rows: number): string =>
  `A1:${columnName(columns.length - 1)}${rows}`;

/** The rest of a worksheet part: a filter for every column. */
export const sheetEnd = (range: string): string => `</sheetData><autoFilter ref="${range}"/></worksheet>`;
