import type { ExportInput } from "../input.ts";
import type { ExportTable } from "../tables.ts";
import { answers } from "./answers.ts";
import { controls } from "./controls.ts";
import { events } from "./events.ts";
import { headlines } from "./headlines.ts";
import { kinds } from "./kinds.ts";
import { exportTable } from "./table.ts";

/*
 * Tables for people and spreadsheets: a row is complete in itself, lists are joined by spaces (codes)
 * or " | " (text), and "any" is written out. Columns follow the model; each table's file has its exceptions.
 */

/** The tables for people, the shortest answer first. */
export const flatTables = ({ release }: Pick<ExportInput, "release">): ExportTable[] => [
  exportTable(headlines, release),
  exportTable(kinds, release),
  exportTable(answers, release),
  exportTable(events, release),
  exportTable(controls, release),
];
