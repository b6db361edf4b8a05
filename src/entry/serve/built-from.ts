import { readFileSync } from "node:fs";
import { rename, writeFile } from "node:fs/promises";
import { isDeepStrictEqual } from "node:util";
import { EDITION } from "../../db/edition.ts";
import { type DataFiles, dataFiles, fileSha256, haveSameContent } from "../../records/data-files.ts";

/*
 * Beside a database file, `<path>.data` notes what it was built from: the edition of its rows, the SHA-256 of the
 * file, and the files of the data directory. A start with the same three need not read the records. The note is
 * only ever a shortcut: where it is missing, damaged or about another file, the records are read and compared.
 */

/** What is noted about a database. */
interface Note {
  edition: string;
  /** Of the database file. */
  sha256: string;
  data: DataFiles;
}

const noteOf = (path: string): string => `${path}.data`;

function readNote(path: string): Note | undefined {
  try {
    const note = JSON.parse(readFileSync(noteOf(path), "utf8")) as Partial<Note>;
    return /^\d+$/.test(note.data?.at ?? "") && note.data?.files ? (note as Note) : undefined;
  } catch {
    return undefined;
  }
}

/** Notes what a database was built from. That it cannot be written only makes the next start slower. */
export async function writeNote(path: string, sha256: string, data: DataFiles): Promise<void> {
  const note: Note = { edition: EDITION, sha256, data };
  const beside = `${noteOf(path)}.${process.pid}`;
  await writeFile(beside, JSON.stringify(note))
    .then(() => rename(beside, noteOf(path)))
    .catch(() => {});
}

/** A data directory beside what is noted about a database. */
export interface Compared {
  /** The directory's files now. */
  now: DataFiles;
  /** Whether a database file with this SHA-256 was built from the same files, in this edition. */
  isOf(sha256: string): boolean;
  /** How many files were read to know: the next start would read them too, unless it is noted anew. */
  reads: number;
}

/** Compares a data directory with what is noted about a database; undefined where the directory cannot be read. */
export function compareWithNote(path: string, dataDir: string): Compared | undefined {
  const note = readNote(path);
  try {
    let reads = 0;
    const now = dataFiles(dataDir, note?.data, (file) => {
      reads++;
      return fileSha256(file);
    });
    const same = note?.edition === EDITION && haveSameContent(note.data, now);
    return { now, isOf: (sha256) => same && note.sha256 === sha256, reads };
  } catch {
    return undefined;
  }
}

/**
 * Whether nothing in a data directory was written since it was looked at. Otherwise it is not known which state
 * of the files was read in the meantime.
 */
export function isUntouched(dataDir: string, before: DataFiles): boolean {
  try {
    return isDeepStrictEqual(dataFiles(dataDir, before).files, before.files);
  } catch {
    return false;
  }
}
