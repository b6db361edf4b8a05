import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { UsageError } from "../text/usage-error.ts";
import { type Decoded, decode } from "./encoding.ts";
import { noTree, type Parsed, parseJson } from "./syntax.ts";

/** Which sort of record a file contains, known from its folder. */
export type RecordKind = "platform" | "operator";

const FOLDERS: Record<RecordKind, string> = { platform: "platforms", operator: "operators" };

/** A JSON file as read: its text, its parsed tree (for locations) and its value. */
export interface TextFile extends Omit<Parsed, "repaired"> {
  /** Path for people: relative to where the command was run, or as it was given. */
  path: string;
  /** Its text, without a byte order mark. */
  text: string;
  /** The text with what can be repaired without a person; undefined where nothing is. */
  repaired?: string;
}

/** A record's file as read. */
export interface RecordFile extends TextFile {
  kind: RecordKind;
  /** The file's name without `.json`, which must be the record's id. */
  id: string;
}

function parseDecoded(path: string, { text, faults, faithful }: Decoded): TextFile {
  if (!faithful) return { path, text, tree: noTree, value: undefined, regular: false, faults };
  const { repaired, ...parsed } = parseJson(text);
  const better = repaired ?? (faults.length > 0 ? text : undefined);
  return {
    path,
    text,
    ...parsed,
    faults: [...faults, ...parsed.faults],
    ...(better !== undefined && { repaired: better }),
  };
}

/** Parses a text as strict JSON, keeping what locations need. */
export const parseText = (path: string, text: string): TextFile =>
  parseDecoded(path, { text, faults: [], faithful: true });

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

/** A file that cannot be read as one, with the reason. */
const unreadable = (path: string, found: string, fix: string): TextFile => ({
  path,
  text: "",
  tree: noTree,
  value: undefined,
  regular: false,
  faults: [
    { code: "FIL001", offset: 0, length: 1, found, expected: "a file <id>.json that can be read", fix },
  ],
});

const REASONS: Readonly<Record<string, readonly [found: string, fix: string]>> = {
  EACCES: ["a file without permission to read it", "Allow reading it: chmod +r."],
  EPERM: ["a file without permission to read it", "Allow reading it: chmod +r."],
  EISDIR: ["a folder", "Move its records up, or the folder out of the data directory."],
  ENOENT: ["a link to a file that does not exist", "Remove the link, or restore the file."],
  ELOOP: ["a link that leads back to itself", "Remove the link."],
};

/** Reads a JSON file. What cannot be read is a fault of the file, not an error. */
export function readText(path: string): TextFile {
  try {
    return parseDecoded(path, decode(readFileSync(path)));
  } catch (error) {
    const { code = "" } = error as NodeJS.ErrnoException;
    const reason = REASONS[code];
    if (!reason && !/^E[A-Z]+$/.test(code)) throw error;
    return unreadable(
      path,
      ...(reason ?? ([`a file that cannot be read (${code})`, "Restore it."] as const)),
    );
  }
}

/** Reads one record's file. */
export const readRecord = (kind: RecordKind, id: string, path: string): RecordFile => ({
  kind,
  id,
  ...readText(path),
});

/** Files that editors and systems leave: locks (`.#signal.json`), backups, `.DS_Store`. */
const LEFTOVER = /^\.|~$|^#.*#$/;

/** An entry of a records' folder as a file; what is not a record is one that cannot be read. */
function entryOf(kind: RecordKind, folder: string, name: string, isFolder: boolean): RecordFile {
  const path = join(folder, name);
  if (isFolder)
    return {
      kind,
      id: name,
      ...unreadable(path, "a folder", `Move its records to ${folder}, or the folder out of it.`),
    };
  if (name.endsWith(".json")) return readRecord(kind, name.slice(0, -".json".length), path);
  const [stem = name] = name.split(".");
  const meant = `${stem.toLowerCase()}.json`;
  return {
    kind,
    id: name,
    ...unreadable(
      path,
      `the name ${name}, which is not that of a record`,
      /\.json/i.test(name) ? `Rename it to ${meant}.` : `Move it out of ${folder}.`,
    ),
  };
}

/**
 * Reads every entry of the records' folders, in order of their names. What is not a record's file (a folder,
 * another extension) is read as an invalid one, so that nothing is missing without notice.
 * @throws {UsageError} where there is no such folder
 */
export function readRecords(dataDir: string): RecordFile[] {
  return (Object.keys(FOLDERS) as RecordKind[]).flatMap((kind) => {
    const folder = folderOf(dataDir, kind);
    if (!existsSync(folder))
      throw new UsageError(
        `There is no folder ${folder}. A data directory has platforms/ and operators/; --data names another one.`,
      );
    return readdirSync(folder, { withFileTypes: true })
      .filter(({ name }) => !LEFTOVER.test(name))
      .sort((a, b) => (a.name < b.name ? -1 : 1))
      .map((entry) => entryOf(kind, folder, entry.name, entry.isDirectory()));
  });
}

/** Reads data/exceptions.json; undefined where there is none. */
export function readExceptions(dataDir: string): TextFile | undefined {
  const path = join(dataDir, "exceptions.json");
  return existsSync(path) ? readText(path) : undefined;
}
