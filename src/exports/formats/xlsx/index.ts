import { join } from "node:path";
import { writtenFile } from "../../sink.ts";
import type { ExportTable, Value } from "../../tables.ts";
import { type DataFormat, pandas } from "../format.ts";
import { Archive, type Part } from "./archive.ts";
import { SharedTexts } from "./shared-texts.ts";
import { MOST_ROWS, rangeOf, sheetEnd, sheetRow, sheetStart } from "./sheet.ts";
import { type SheetInfo, sheetPath, workbookParts } from "./workbook.ts";

const PATH = "ai-data-use.xlsx";

interface Sheet {
  part: Part;
  info: SheetInfo;
}

/** A table while it is being written: a sheet, and another where one is full. */
class TableSheets {
  readonly #table: ExportTable;
  readonly #begin: (name: string) => Sheet;
  readonly #mostRows: number;
  readonly #shared: SharedTexts;
  #sheet: Sheet;
  #rows = 1;
  #full = 0;

  constructor(
    table: ExportTable,
    begin: (name: string) => Sheet,
    { mostRows, shared }: { mostRows: number; shared: SharedTexts },
  ) {
    this.#table = table;
    this.#begin = begin;
    this.#mostRows = mostRows;
    this.#shared = shared;
    this.#sheet = this.#next();
  }

  #next(): Sheet {
    const name = this.#table.name.replace(/^ai-data-use-/, "");
    const sheet = this.#begin(this.#full === 0 ? name : `${name} ${this.#full + 1}`);
    sheet.part.write(sheetStart(this.#table));
    this.#rows = 1;
    return sheet;
  }

  add(row: readonly Value[]): void {
    if (this.#rows === this.#mostRows) {
      this.end();
      this.#full++;
      this.#sheet = this.#next();
    }
    this.#sheet.part.write(sheetRow(this.#table, row, ++this.#rows, this.#shared));
  }

  end(): void {
    const { part, info } = this.#sheet;
    info.range = rangeOf(this.#table, this.#rows);
    part.write(sheetEnd(info.range));
    part.end();
  }
}

const DESCRIPTION = "The tables for people, as a workbook for Excel and other spreadsheets.";

/**
 * A workbook for Excel and other spreadsheets: the tables for people as sheets. Unlike CSV it is always UTF-8,
 * days are days, and text that begins with `=`, `+`, `-` or `@` is text.
 *
 * It is written with fflate and templates: write-excel-file 4.1.1 puts the present time into the file and holds
 * all cells in memory, hucre 1.0.0 streams workbooks of one sheet only, exceljs is no longer maintained.
 *
 * @param mostRows rows of a sheet at most
 */
export const workbook = (mostRows: number): DataFormat => ({
  name: "xlsx",
  mediaType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  description: DESCRIPTION,
  load: [pandas('pandas.read_excel("{url}").head()')],
  sinks(dir, { flat, preamble }) {
    const archive = new Archive(join(dir, PATH));
    const sheets: SheetInfo[] = [];
    const shared = new SharedTexts();
    const begin = (name: string) => {
      const info = { name, range: "" };
      sheets.push(info);
      return { part: archive.part(`xl/${sheetPath(sheets.length - 1)}`), info };
    };
    const about = preamble.map(({ table }) => table).filter(({ name }) => name === "about");
    const tables = new Map(
      [...flat, ...about].map((table) => [table, new TableSheets(table, begin, { mostRows, shared })]),
    );
    return [
      {
        tables: [...tables.keys()],
        rows(table, rows) {
          const into = tables.get(table);
          if (into) for (const row of rows) into.add(row);
        },
        async finish() {
          for (const table of tables.values()) table.end();
          for (const [path, text] of Object.entries(workbookParts(sheets, shared.part()))) {
            const part = archive.part(path);
            part.write(text);
            part.end();
          }
          archive.end();
          return writtenFile(dir, { path: PATH, description: DESCRIPTION, rows: null });
        },
      },
    ];
  },
});

/** The format, with as many rows in a sheet as Excel reads. */
export const xlsx = workbook(MOST_ROWS);
