import { STYLES, xml } from "./cell.ts";

const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
const DOCUMENT = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const SHEETS = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml";

/** A sheet that was written. */
export interface SheetInfo {
  name: string;
  /** Its cells, `A1:Z9`. */
  range: string;
}

/** The part of a sheet. @param index from 0 on */
export const sheetPath = (index: number): string => `worksheets/sheet${index + 1}.xml`;

const relationshipId = (index: number): string => `rId${index + 1}`;

const contentTypes = (sheets: readonly SheetInfo[]): string =>
  `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${TYPE}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${TYPE}.styles+xml"/><Override PartName="/xl/sharedStrings.xml" ContentType="${TYPE}.sharedStrings+xml"/>${sheets.map((_, i) => `<Override PartName="/xl/${sheetPath(i)}" ContentType="${TYPE}.worksheet+xml"/>`).join("")}</Types>`;

const relationship = (id: string, type: string, target: string): string =>
  `<Relationship Id="${id}" Type="${DOCUMENT}/${type}" Target="${target}"/>`;

const relationships = (members: readonly string[]): string =>
  `<Relationships xmlns="${PACKAGE}/relationships">${members.join("")}</Relationships>`;

/** `A1:Z9` as `$A$1:$Z$9`. */
const absolute = (range: string): string => range.replaceAll(/([A-Z]+)(\d+)/g, "$$$1$$$2");

/** The workbook. Excel keeps the range of a sheet's filter in a hidden name, too. */
const workbook = (sheets: readonly SheetInfo[]): string =>
  `<workbook xmlns="${SHEETS}" xmlns:r="${DOCUMENT}"><sheets>${sheets.map(({ name }, i) => `<sheet name="${xml(name)}" sheetId="${i + 1}" r:id="${relationshipId(i)}"/>`).join("")}</sheets><definedNames>${sheets.map(({ name, range }, i) => `<definedName name="_xlnm._FilterDatabase" localSheetId="${i}" hidden="1">'${xml(name)}'!${absolute(range)}</definedName>`).join("")}</definedNames></workbook>`;

/**
 * The parts of a workbook beside its sheets, by their paths (ISO/IEC 29500-1, 12 and 18).
 * @param texts those that cells share
 */
export const workbookParts = (sheets: readonly SheetInfo[], texts: string): Record<string, string> => ({
  "[Content_Types].xml": contentTypes(sheets),
  "_rels/.rels": relationships([relationship("rId1", "officeDocument", "xl/workbook.xml")]),
  "xl/workbook.xml": workbook(sheets),
  "xl/_rels/workbook.xml.rels": relationships([
    ...sheets.map((_, i) => relationship(relationshipId(i), "worksheet", sheetPath(i))),
    relationship(relationshipId(sheets.length), "styles", "styles.xml"),
    relationship(relationshipId(sheets.length + 1), "sharedStrings", "sharedStrings.xml"),
  ]),
  "xl/styles.xml": STYLES,
  "xl/sharedStrings.xml": texts,
});
