import { XMLParser } from "fast-xml-parser";
import { strFromU8, unzipSync } from "fflate";

/* Reads .xlsx as far as the exports use the format. */

interface Cell {
  value: string | number | boolean;
  style: "plain" | "date" | "quoted" | "bold";
}

/** A sheet of a workbook. */
export interface ReadSheet {
  /** Rows with the header; days as `YYYY-MM-DD`. */
  rows: (string | number | boolean | null)[][];
  /** The cells of a column, without its header. */
  cells(column: string): Cell[];
  formulas: number;
}

const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: "",
  parseTagValue: false,
  trimValues: false,
  ignoreDeclaration: true,
  isArray: (name) => ["row", "c", "sheet", "si"].includes(name),
});
const STYLES = ["plain", "date", "quoted", "bold"] as const;

type Xml = Record<string, unknown>;

const text = (t: unknown): string =>
  String(typeof t === "object" && t !== null ? ((t as Xml)["#text"] ?? "") : (t ?? "")).replaceAll(
    /_x([0-9A-F]{4})_/gi,
    (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)),
  );

function cellOf(c: Xml, shared: readonly string[]): Cell {
  const style = STYLES[Number(c["s"] ?? 0)] as Cell["style"];
  if (c["t"] === "s") return { value: shared[Number(c["v"])] as string, style };
  if (c["t"] === "inlineStr") return { value: text((c["is"] as Xml)["t"]), style };
  if (c["t"] === "b") return { value: c["v"] === "1", style };
  const number = Number(c["v"]);
  if (style !== "date") return { value: number, style };
  return { value: new Date(Date.UTC(1899, 11, 30) + number * 86_400_000).toISOString().slice(0, 10), style };
}

/** `B2` → 1. */
const columnOf = (ref: string): number =>
  [...ref.replace(/\d+$/, "")].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;

function sheetOf(document: string, shared: readonly string[]): ReadSheet {
  const { worksheet } = parser.parse(document) as { worksheet: { sheetData: { row: Xml[] } } };
  const rows = worksheet.sheetData.row.map((row) => {
    const cells = new Map(
      ((row["c"] as Xml[] | undefined) ?? []).map((c) => [columnOf(String(c["r"])), cellOf(c, shared)]),
    );
    return cells;
  });
  const width = rows[0]?.size ?? 0;
  const values = rows.map((row) => Array.from({ length: width }, (_, i) => row.get(i)?.value ?? null));
  return {
    rows: values,
    cells: (column) => rows.slice(1).flatMap((row) => row.get(values[0]?.indexOf(column) ?? -1) ?? []),
    formulas: document.split("<f>").length - 1,
  };
}

/** The sheets of a workbook by their names. */
export function readWorkbook(file: Uint8Array): Map<string, ReadSheet> {
  const parts = unzipSync(file);
  const part = (path: string): string => strFromU8(parts[path] as Uint8Array);
  const { workbook } = parser.parse(part("xl/workbook.xml")) as { workbook: { sheets: { sheet: Xml[] } } };
  const { sst } = parser.parse(part("xl/sharedStrings.xml")) as { sst: { si?: Xml[] } };
  const shared = (sst.si ?? []).map(({ t }) => text(t));
  return new Map(
    workbook.sheets.sheet.map(({ name }, i) => [
      String(name),
      sheetOf(part(`xl/worksheets/sheet${i + 1}.xml`), shared),
    ]),
  );
}
