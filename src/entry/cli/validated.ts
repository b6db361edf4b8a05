import { createHash } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, realpathSync, renameSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { type DataFiles, dataFiles, haveSameContent } from "../../records/data-files.ts";
import type { WrittenFiles } from "./written-files.ts";

/*
 * `npm run validate` notes for which files of a data directory it found no problem. A later run need not read what
 * has not changed since. A note is of one bundle of the code and one day, because both decide what is a problem;
 * the sources, which may change while they run, use none. Where a note is missing or damaged, everything is read.
 */

declare global {
  interface ImportMeta {
    /** The name of the bundle that this code is a part of (bundle/make.ts); undefined in the sources. */
    bundle?: string;
  }
}

/** Where the notes are. */
const NOTES = fileURLToPath(new URL("../../../build/validated", import.meta.url));

/** The files that commands write, beside the records. */
const WRITTEN = /^(releases\/|watch\.json$)/;

/** What was found without a problem. */
interface Note {
  bundle: string;
  /** `YYYY-MM-DD`. */
  today: string;
  data: DataFiles;
  /** Folders too: one that is not expected is a problem, even if it is empty. */
  folders: string[];
  /** How many records there are, if all of them are without a problem; null if not, or it is not known. */
  records: number | null;
  /** The files that commands write, if they are without a problem; null if not. */
  written: WrittenFiles | null;
  /** The keys of the records that are sound (records/validate.ts). */
  sound: readonly string[];
}

/** What is known of a data directory before it is read. */
export interface Known {
  /** How many records there are, if none of them can have a problem. */
  records: number | undefined;
  /** The files that commands write, if they can have no problem. */
  written: WrittenFiles | undefined;
  /** The keys of the records that are still sound: they have not changed, and no operator has. */
  sound: ReadonlySet<string>;
  /** Notes what was found in the directory, unless it was written to since. */
  note(found: Pick<Note, "records" | "written" | "sound">): void;
}

/** Nothing is known, and nothing is noted. */
const NOTHING: Known = { records: undefined, written: undefined, sound: new Set(), note: () => {} };

const foldersOf = (dataDir: string): string[] =>
  readdirSync(dataDir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => join(entry.parentPath, entry.name).slice(join(dataDir, "/").length))
    .sort();

/** A part of a directory. */
const partOf = ({ at, files }: DataFiles, part: RegExp): DataFiles => ({
  at,
  files: Object.fromEntries(Object.entries(files).filter(([path]) => part.test(path))),
});

const OPERATORS = /^operators\//;

/** The records that were sound and have not changed. */
function stillSound(note: Note, now: DataFiles): Set<string> {
  if (!haveSameContent(partOf(note.data, OPERATORS), partOf(now, OPERATORS))) return new Set();
  const hashOf = ({ files }: DataFiles, key: string): string | undefined => files[`${key}.json`]?.sha256;
  return new Set(
    note.sound.filter((key) => {
      const hash = hashOf(now, key);
      return hash !== undefined && hash === hashOf(note.data, key);
    }),
  );
}

const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

function read(path: string): Note | undefined {
  try {
    const note = JSON.parse(readFileSync(path, "utf8")) as Partial<Note>;
    return /^\d+$/.test(note.data?.at ?? "") && note.data?.files && note.folders && note.sound
      ? (note as Note)
      : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Looks at a data directory, and at what was noted about it.
 * @param notes the folder of the notes
 * @param bundle the name of the code's bundle; undefined for sources
 */
export function knownOf(
  dataDir: string,
  today: string,
  { notes = NOTES, bundle = import.meta.bundle }: { notes?: string; bundle?: string } = {},
): Known {
  if (bundle === undefined) return NOTHING;
  try {
    const path = join(notes, `${createHash("sha256").update(realpathSync(dataDir)).digest("hex")}.json`);
    const before = read(path);
    const own = before?.bundle === bundle && before.today === today ? before : undefined;
    const look = { data: dataFiles(dataDir, before?.data), folders: foldersOf(dataDir) };
    const same =
      own !== undefined && haveSameContent(own.data, look.data) && isSame(own.folders, look.folders);
    const sameWritten =
      own !== undefined &&
      haveSameContent(partOf(own.data, WRITTEN), partOf(look.data, WRITTEN)) &&
      isSame(
        own.folders.filter((f) => WRITTEN.test(`${f}/`)),
        look.folders.filter((f) => WRITTEN.test(`${f}/`)),
      );
    return {
      records: same ? (own.records ?? undefined) : undefined,
      written: sameWritten ? (own.written ?? undefined) : undefined,
      sound: own === undefined ? new Set() : stillSound(own, look.data),
      note(found) {
        const after = dataFiles(dataDir, look.data);
        if (!isSame(after.files, look.data.files) || !isSame(foldersOf(dataDir), look.folders)) return;
        write(path, { bundle, today, ...look, ...found });
      },
    };
  } catch {
    return NOTHING;
  }
}

/** Writes a note. That it cannot be written only makes the next run slower. */
function write(path: string, note: Note): void {
  try {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(`${path}.${process.pid}`, JSON.stringify(note));
    renameSync(`${path}.${process.pid}`, path);
  } catch {}
}
