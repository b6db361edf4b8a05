import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type Node, type ParseError, parseTree, printParseErrorCode } from "jsonc-parser";

/** Which sort of record a file contains, known from its folder. */
export type RecordKind = "platform" | "operator";

const FOLDERS: Record<RecordKind, string> = { platform: "platforms", operator: "operators" };

/** A JSON file as read: its text, its parsed tree (for locations) and its value. */
export interface TextFile {
  /** Path for people: relative to where the command was run, or as it was given. */
  path: string;
  text: string;
  tree: Node | undefined;
  value: unknown;
  syntaxErrors: { offset: number; message: string }[];
}

/** A record's file as read. */
export interface RecordFile extends TextFile {
  kind: RecordKind;
  /** The file's name without `.json`, which must be the record's id. */
  id: string;
}

/** Parses a text as strict JSON, keeping what locations need. */
export function parseText(path: string, text: string): TextFile {
  const errors: ParseError[] = [];
  const tree = parseTree(text, errors, { disallowComments: true, allowTrailingComma: false });
  let value: unknown;
  if (errors.length === 0) value = JSON.parse(text);
  return {
    path,
    text,
    tree,
    value,
    syntaxErrors: errors.map((e) => ({ offset: e.offset, message: printParseErrorCode(e.error) })),
  };
}

/** Parses a record's text. */
export const parseRecord = (kind: RecordKind, id: string, path: string, text: string): RecordFile => ({
  kind,
  id,
  ...parseText(path, text),
});

/** The folder of a sort of record under the data directory. */
export const folderOf = (dataDir: string, kind: RecordKind): string => join(dataDir, FOLDERS[kind]);

/** The path of a record's file. */
export const fileOf = (dataDir: string, kind: RecordKind, id: string): string =>
  join(folderOf(dataDir, kind), `${id}.json`);

/** Reads one record's file. @throws the file system's error when it cannot be read. */
export const readRecord = (kind: RecordKind, id: string, path: string): RecordFile =>
  parseRecord(kind, id, path, readFileSync(path, "utf8"));

/** Reads every record's file of the data directory, in order of their names. */
export function readRecords(dataDir: string): RecordFile[] {
  return (Object.keys(FOLDERS) as RecordKind[]).flatMap((kind) => {
    const folder = folderOf(dataDir, kind);
    return readdirSync(folder)
      .filter((name) => name.endsWith(".json"))
      .sort()
      .map((name) => readRecord(kind, name.slice(0, -".json".length), join(folder, name)));
  });
}

/** Reads data/exceptions.json; undefined where there is none. */
export function readExceptions(dataDir: string): TextFile | undefined {
  const path = join(dataDir, "exceptions.json");
  return existsSync(path) ? parseText(path, readFileSync(path, "utf8")) : undefined;
}
