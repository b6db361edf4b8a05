import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import {
  type ChangeClass,
  isDay,
  type LedgerChange,
  type ReleaseLedger,
  releaseSchema,
  whyInvalid,
} from "../model/index.ts";
import { type Records, recordHashes } from "../records/load.ts";
import type { Json } from "../text/json.ts";
import { classifiedChanges } from "./classify.ts";
import { type Migration, migrateRecords, versionAfter } from "./migrate.ts";
import { MIGRATIONS } from "./migrations/index.ts";
import { notesFor } from "./notes.ts";
import { digestOf, ReleaseError, stepAll } from "./rebuild.ts";

/** Versions in the order in which they were cut. */
export const byVersion = (a: string, b: string): number => {
  const [x, y] = [a, b].map((v) => v.split(".").map(Number));
  return (x?.map((n, i) => n - (y?.[i] ?? 0)).find((d) => d !== 0) ?? 0) as number;
};

/** The version of the release after the last, cut on a day: `YYYY.MM.N`. */
export function nextVersion(last: string | undefined, date: string): string {
  const month = `${date.slice(0, 4)}.${date.slice(5, 7)}`;
  return last?.startsWith(`${month}.`) ? `${month}.${Number(last.split(".")[2]) + 1}` : `${month}.1`;
}

/** What a release is cut with. */
export interface CutOptions {
  date: string;
  /** Notes by hand, in addition to those made from the changes. */
  written?: string | undefined;
  /** Why the answers of a record changed, where a person decided it; the rest is proposed by the fields. */
  classes?: Readonly<Record<string, ChangeClass>> | undefined;
  /** The steps of the record format. */
  migrations?: readonly Migration[] | undefined;
}

/** The changes of a record, each with its class. */
const classified = (
  record: string,
  before: Json | undefined,
  after: Json | undefined,
  given: ChangeClass | undefined,
): LedgerChange[] =>
  // What a person says of a record is why its answers changed; its sources and words stay what they are.
  classifiedChanges(record, before, after).map((change) =>
    change.class === "policy" ? { ...change, class: given ?? change.class } : change,
  );

/**
 * Cuts a release: compares the records with those of the last one, migrated to the present format where it is
 * in an older one: a change of format is not a change of a platform.
 * @throws {ReleaseError} when nothing changed, or the day is before the last release's
 */
export function cutRelease(
  ledgers: readonly ReleaseLedger[],
  records: Records,
  { date, written, classes = {}, migrations = MIGRATIONS }: CutOptions,
): ReleaseLedger {
  const last = ledgers.at(-1);
  if (!isDay(date)) throw new ReleaseError(`${date} is not a valid date (YYYY-MM-DD).`);
  if (last && date < last.date)
    throw new ReleaseError(`A release of ${date} cannot follow ${last.version} of ${last.date}.`);
  const released = last?.records ?? {};
  const gone = Object.keys(released).find((key) => !records.has(key));
  if (gone)
    throw new ReleaseError(
      `${gone} is gone. Records are never deleted: give it \`withdrawn\`, with a date and a reason.`,
    );
  const hashes = recordHashes(records);
  const keys = Object.keys(hashes)
    .filter((key) => hashes[key] !== released[key])
    .sort();
  // Only what changed is rebuilt: cutting does not slow down with the records and releases there are.
  const before = migrateRecords(stepAll(ledgers, { only: new Set(keys), migrations }), migrations);
  const changes = keys.flatMap((record) =>
    classified(record, before.get(record), records.get(record), classes[record]),
  );
  if (changes.length === 0)
    throw new ReleaseError(`Nothing changed since ${last?.version ?? "the beginning"}.`);
  const ledger = {
    schemaVersion: versionAfter(migrations),
    version: nextVersion(last?.version, date),
    date,
    previous: last ? { version: last.version, digest: last.digest } : null,
    notes: { generated: notesFor(changes, before, records), written: written ?? null },
    records: hashes,
    changes,
  };
  return { ...ledger, digest: digestOf(ledger) };
}

const folder = (dataDir: string): string => join(dataDir, "releases");

/**
 * Reads the ledgers of the data directory, in order.
 * @throws {ReleaseError} for a file that is not a ledger
 */
export function readReleases(dataDir: string): ReleaseLedger[] {
  if (!existsSync(folder(dataDir))) return [];
  return readdirSync(folder(dataDir))
    .filter((name) => name.endsWith(".json"))
    .map((name) => {
      const path = join(folder(dataDir), name);
      try {
        return releaseSchema.parse(JSON.parse(readFileSync(path, "utf8")));
      } catch (error) {
        throw new ReleaseError(`${path} is not a release ledger: ${whyInvalid(error)}`);
      }
    })
    .sort((a, b) => byVersion(a.version, b.version));
}

/** Writes a ledger; one change a line, so that a diff of the file is readable. */
export function writeRelease(dataDir: string, ledger: ReleaseLedger): string {
  const path = join(folder(dataDir), `${ledger.version}.json`);
  if (existsSync(path)) throw new ReleaseError(`${path} exists already: a release is cut once.`);
  mkdirSync(folder(dataDir), { recursive: true });
  const { changes, ...rest } = ledger;
  const head = JSON.stringify(rest, null, 2).replace(/\n}$/, "");
  writeFileSync(
    path,
    `${head},\n  "changes": [\n${changes.map((c) => `    ${JSON.stringify(c)}`).join(",\n")}\n  ]\n}\n`,
  );
  return path;
}
