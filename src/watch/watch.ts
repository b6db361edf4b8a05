import type { Archive } from "../evidence/archives.ts";
import { ArchiveError } from "../evidence/archives.ts";
import type { LoadedDataset } from "../records/load.ts";
import { compareDocument, type Movement } from "./compare.ts";
import { type CitedDocument, citedDocuments, lastRead, type Unwatched } from "./documents.ts";
import { type History, readHistory, type Version } from "./history.ts";
import { Text } from "./text.ts";

/** What to watch, and as if when it had been read. */
export interface WatchOptions {
  /** Keys of the records to watch; undefined: all. */
  records?: ReadonlySet<string> | undefined;
  /** The day before which a record was read, by its key, whatever it cites. */
  readBefore?: ReadonlyMap<string, string> | undefined;
  /** The same for every record. */
  since?: string | undefined;
}

/** A document that could not be watched, and why. */
export interface UnwatchedDocument {
  document: CitedDocument;
  why: Unwatched;
  /** The commit that the clone lacks. */
  commit: string | null;
}

/** What a walk over the archives found. */
export interface Watched {
  /** The day of the newest of what was read: the dataset or a HEAD. Nothing depends on the clock. */
  day: string;
  /** Archives in order of their names. */
  histories: ReadonlyMap<string, History>;
  /** Every document that was compared, with the version at which it was read. */
  documents: { document: CitedDocument; read: Version }[];
  movements: Movement[];
  unwatched: UnwatchedDocument[];
}

/** Reads the texts of an archive's versions, each content once. */
function reader(
  histories: ReadonlyMap<string, History>,
): (archive: string, version: Version) => Promise<Text> {
  const texts = new Map<string, Promise<Text>>();
  return (archive, version) => {
    const blob = version.blob as string;
    let text = texts.get(blob);
    if (!text) {
      const { archive: clone } = histories.get(archive) as History;
      text = clone.blob(blob).then((markdown) => {
        if (markdown === undefined)
          throw new ArchiveError(
            `${archive}: the clone lacks ${version.path} at ${version.commit.hash.slice(0, 12)}; fetch it in full`,
          );
        return new Text(markdown);
      });
      texts.set(blob, text);
    }
    return text;
  };
}

/**
 * Compares every document that the records cite with the HEAD of its archive.
 * @throws {ArchiveError} when a clone cannot be read
 */
export async function watch(
  dataset: LoadedDataset,
  archives: ReadonlyMap<string, Archive>,
  options: WatchOptions = {},
): Promise<Watched> {
  const names = [...archives.keys()].sort();
  const histories = new Map(
    await Promise.all(
      names.map(async (name) => [name, await readHistory(archives.get(name) as Archive)] as const),
    ),
  );
  const read = reader(histories);
  const day = [dataset.release.date, ...[...histories.values()].map((h) => h.head.day)]
    .sort()
    .at(-1) as string;
  const watched: Watched = { day, histories, documents: [], movements: [], unwatched: [] };

  for (const document of citedDocuments(dataset, watched.day)) {
    if (options.records && !options.records.has(document.record)) continue;
    const history = histories.get(document.archive);
    const version = history
      ? lastRead(document, history, options.readBefore?.get(document.record) ?? options.since)
      : { unwatched: "archive-not-given" as const };
    if ("unwatched" in version)
      watched.unwatched.push({ document, why: version.unwatched, commit: version.commit ?? null });
    else watched.documents.push({ document, read: version });
  }
  for (const { document, read: version } of watched.documents) {
    const others = watched.documents.filter(
      (o) => o.document.record === document.record && o.document !== document,
    );
    const known = async (sentence: string): Promise<boolean> => {
      for (const other of others)
        if ((await read(other.document.archive, other.read)).contains(sentence)) return true;
      return false;
    };
    const movement = await compareDocument(
      document,
      version,
      histories.get(document.archive) as History,
      (v) => read(document.archive, v),
      known,
    );
    if (movement) watched.movements.push(movement);
  }
  return watched;
}
