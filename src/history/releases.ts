import { existsSync } from "node:fs";
import { join } from "node:path";

import {
  type ChangeClass,
  isDay,
  type LedgerChange,
  type ReadAgreement,
  type ReleaseLedger,
} from "../model/index.ts";

import { type Records, recordHashes } from "../records/load.ts";
import { writeWhole } from "../records/write-whole.ts";
import type { Json } from "../text/json.ts";
import { digestOf } from "./chain.ts";
import { classifiedChanges } from "./classify.ts";
import { ledgerText, readLedgerFiles, releasesFolder } from "./ledger-files.ts";
import { type Migration, migrateRecords, versionAfter } from "./migrate.ts";
import { MIGRATIONS } from "./migrations/index.ts";
import { notesFor } from "./notes.ts";
import { stepAll } from "./rebuild.ts";
import { ReleaseError } from "./release-error.ts";
import { renamesBetween, underNewKeys } from "./renames.ts";
import { byVersion, nextVersion } from "./versions.ts";

/** What a release is cut with. */
export interface CutOptions {
  date: string;
  /** Notes by hand, in addition to those made from the changes. */
  written?: string | undefined;
  /** How far the records of an earlier release agree with a second reading. */
  agreement?: ReadAgreement | undefined;
  /** Why the answers of a record changed, where a person decided it; the rest is proposed by the fields. */
  classes?: Readonly<Record<string, ChangeClass>> | undefined;
  /** The class that a change has already, where the release was cut before; undefined where it is new. */
  classOf?: ((change: LedgerChange) => ChangeClass | undefined) | undefined;
  /** The steps of the record format. */
  migrations?: readonly Migration[] | undefined;
}

/** No record differs from the last release. */
export class NothingChanged extends ReleaseError {}

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

/** The changes of a record: that it was renamed, then what else changed in it. */
const changesOf = (
  record: string,
  renamedFrom: string | undefined,
  before: Records,
  after: Records,
  given: ChangeClass | undefined,
): LedgerChange[] => [
  ...(renamedFrom === undefined ? [] : [{ record, renamedFrom, class: "editorial" as const, path: "" }]),
  ...classified(record, before.get(record), after.get(record), given),
];

/**
 * Cuts a release: compares the records with those of the last one, migrated to the present format where it is
 * in an older one: a change of format is not a change of a platform.
 * @throws {ReleaseError} when nothing changed, or the day is before the last release's
 */
export function cutRelease(
  ledgers: readonly ReleaseLedger[],
  records: Records,
  { date, written, agreement, classes = {}, classOf, migrations = MIGRATIONS }: CutOptions,
): ReleaseLedger {
  const last = ledgers.at(-1);
  if (!isDay(date)) throw new ReleaseError(`${date} is not a valid date (YYYY-MM-DD).`);
  if (last && date < last.date)
    throw new ReleaseError(`A release of ${date} cannot follow ${last.version} of ${last.date}.`);
  const released = last?.records ?? {};
  const renames = renamesBetween(Object.keys(released), records);
  const renamed = new Set(renames.values());
  const gone = Object.keys(released).find((key) => !records.has(key) && !renamed.has(key));
  if (gone)
    throw new ReleaseError(
      `${gone} is gone. Records are never deleted: give it \`withdrawn\`, with a date and a reason; a renamed one keeps its former id among its aliases (npm run move -- --help).`,
    );
  const hashes = recordHashes(records);
  const keys = Object.keys(hashes)
    .filter((key) => hashes[key] !== released[key])
    .sort();
  // Only what changed is rebuilt: cutting does not slow down with the records and releases there are.
  const only = new Set([...keys, ...renamed]);
  const before = underNewKeys(migrateRecords(stepAll(ledgers, { only, migrations }), migrations), renames);
  const changes = keys
    .flatMap((record) => changesOf(record, renames.get(record), before, records, classes[record]))
    .map((change) => ({ ...change, class: classOf?.(change) ?? change.class }));
  if (changes.length === 0)
    throw new NothingChanged(`Nothing changed since ${last?.version ?? "the beginning"}.`);
  const ledger = {
    schemaVersion: versionAfter(migrations),
    version: nextVersion(last?.version, date),
    date,
    previous: last ? { version: last.version, digest: last.digest } : null,
    notes: { generated: notesFor(changes, before, records), written: written ?? null },
    ...(agreement && { agreement }),
    records: hashes,
    changes,
  };
  return { ...ledger, digest: digestOf(ledger) };
}

/**
 * Reads the ledgers of the data directory, in order.
 * @throws {ReleaseError} for a file that is not a ledger
 */
export function readReleases(dataDir: string): ReleaseLedger[] {
  return readLedgerFiles(dataDir)
    .filter(({ fault }) => fault?.kind !== "partial")
    .map(({ path, ledger, fault }) => {
      if (ledger) return ledger;
      throw new ReleaseError(
        `${path}:${fault?.line} is not a release ledger: ${fault?.found}. ${fault?.fix}`,
      );
    })
    .sort((a, b) => byVersion(a.version, b.version));
}

/** Writes a ledger: all of it, or nothing. @throws {ReleaseError} where there is one of this version */
export function writeRelease(dataDir: string, ledger: ReleaseLedger): string {
  const path = join(releasesFolder(dataDir), `${ledger.version}.json`);
  if (existsSync(path)) throw new ReleaseError(`${path} exists already: a release is cut once.`);
  writeWhole([{ path, text: ledgerText(ledger) }]);
  return path;
}
