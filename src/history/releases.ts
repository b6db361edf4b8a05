import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import {
  type ChangeClass,
  isDay,
  type LedgerChange,
  type ReleaseLedger,
  releaseSchema,
} from "../model/index.ts";
import { hashOf, type Records, recordHash, recordHashes } from "../records/load.ts";
import type { Json } from "../text/json.ts";
import { proposeClass } from "./classify.ts";
import { apply, type Change, ChangeError, compare, invert } from "./compare.ts";
import { type Migration, migrateRecord, versionAfter } from "./migrate.ts";
import { MIGRATIONS } from "./migrations/index.ts";
import { notesFor } from "./notes.ts";

/** The release cannot be cut, or the ledger does not hold; the message says where and what to do. */
export class ReleaseError extends Error {
  override name = "ReleaseError";
}

const withoutDigest = ({ digest: _, ...rest }: ReleaseLedger): Omit<ReleaseLedger, "digest"> => rest;
const digestOf = (ledger: Omit<ReleaseLedger, "digest">): string => hashOf(ledger);

const changeOf = ({ path, before, after, order }: LedgerChange): Change =>
  order
    ? { path, order }
    : {
        path,
        ...(before !== undefined && { before: before as Json }),
        ...(after !== undefined && { after: after as Json }),
      };

/** A release's changes, record by record. */
const byRecord = (ledger: ReleaseLedger): Map<string, LedgerChange[]> =>
  Map.groupBy(ledger.changes, (change) => change.record);

/** How a release's changes are applied. */
interface StepOptions {
  /** Taken back from the state after it, instead of applied to the state before it. */
  back?: boolean;
  /** Only to these records. */
  only?: ReadonlySet<string>;
}

/**
 * Applies a release's changes. What they do not touch is shared with the state that they were applied to.
 * @throws {ReleaseError} when they do not fit
 */
export function step(
  records: Records,
  ledger: ReleaseLedger,
  { back = false, only }: StepOptions = {},
): Map<string, Json> {
  const next = new Map(records);
  for (const [record, ledgerChanges] of byRecord(ledger)) {
    if (only && !only.has(record)) continue;
    const changes = ledgerChanges.map(changeOf);
    try {
      const value = apply(next.get(record), back ? invert(changes) : changes);
      if (value === undefined) next.delete(record);
      else next.set(record, value);
    } catch (error) {
      if (!(error instanceof ChangeError)) throw error;
      throw new ReleaseError(
        `${ledger.version}: ${record}${error.message}. The ledger or the records were edited.`,
      );
    }
  }
  // A record that is new to the state stands last: everywhere else they are in order.
  const added = [...next.keys()].some((key) => !records.has(key));
  return added ? new Map([...next].sort(([a], [b]) => (a < b ? -1 : 1))) : next;
}

/** The state of the dataset at a release, rebuilt from the ledgers alone. Ledgers in order. */
export const rebuild = (ledgers: readonly ReleaseLedger[], version: string): Records => {
  const at = ledgers.findIndex((l) => l.version === version);
  if (at === -1) throw new ReleaseError(`There is no release ${version}.`);
  return stepAll(ledgers.slice(0, at + 1));
};

/** The state after some ledgers, or some of its records. */
const stepAll = (ledgers: readonly ReleaseLedger[], only?: ReadonlySet<string>): Map<string, Json> =>
  ledgers.reduce<Map<string, Json>>(
    (records, ledger) => step(records, ledger, only ? { only } : {}),
    new Map(),
  );

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
  /** Notes by hand, beside those made from the changes. */
  written?: string | undefined;
  /** Why the answers of a record changed, where somebody decided it; all else is proposed by the fields. */
  classes?: Readonly<Record<string, ChangeClass>> | undefined;
  /** The steps of the record format. */
  migrations?: readonly Migration[] | undefined;
}

/**
 * The changes of a record, each with its class. What only the migration to another format
 * changed is editorial: nobody is told that a platform changed because we write it otherwise.
 */
function classified(
  record: string,
  before: Json | undefined,
  after: Json | undefined,
  given: ChangeClass | undefined,
  migrations: readonly Migration[],
): LedgerChange[] {
  const migrated = before === undefined ? undefined : migrateRecord(record, before, migrations);
  const real = migrated === before ? undefined : new Set(compare(migrated, after).map((c) => c.path));
  const classOf = (change: Change): ChangeClass => {
    if (real && !real.has(change.path)) return "editorial";
    const proposed = proposeClass(change);
    // What somebody says of a record is why its answers changed; its sources and words stay what they are.
    return proposed === "policy" ? (given ?? proposed) : proposed;
  };
  return compare(before, after).map((change) => ({ record, class: classOf(change), ...change }));
}

/**
 * Cuts a release: compares the records with those of the last one.
 * @throws {ReleaseError} when nothing changed, or the day is before the last release's
 */
export function cutRelease(
  ledgers: readonly ReleaseLedger[],
  records: Records,
  { date, written, classes = {}, migrations = MIGRATIONS }: CutOptions,
): ReleaseLedger {
  const last = ledgers.at(-1);
  if (!isDay(date)) throw new ReleaseError(`${date} is no calendar day (YYYY-MM-DD).`);
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
  const before = stepAll(ledgers, new Set(keys));
  const changes = keys.flatMap((record) =>
    classified(record, before.get(record), records.get(record), classes[record], migrations),
  );
  if (changes.length === 0)
    throw new ReleaseError(`Nothing changed since ${last?.version ?? "the beginning"}.`);
  const ledger = {
    schemaVersion: versionAfter(migrations),
    version: nextVersion(last?.version, date),
    date,
    previous: last ? { version: last.version, digest: last.digest } : null,
    notes: { generated: notesFor(changes, records), written: written ?? null },
    records: hashes,
    changes,
  };
  return { ...ledger, digest: digestOf(ledger) };
}

type Hashes = Readonly<Record<string, string>>;

/**
 * What is wrong with a state that a step led to. Only the records that the step touched are
 * hashed; the others must be stated as they were.
 */
function stepProblems(
  records: Records,
  touched: Iterable<string>,
  before: Hashes,
  { version, records: stated }: Pick<ReleaseLedger, "version" | "records">,
  how: string,
): string[] {
  const expected = new Map(Object.entries(before));
  for (const key of touched) {
    const record = records.get(key);
    if (record === undefined) expected.delete(key);
    else expected.set(key, recordHash(record as object));
  }
  const problems: string[] = [];
  if (
    expected.size !== Object.keys(stated).length ||
    [...expected.keys()].some((key) => stated[key] === undefined)
  )
    problems.push(`${version}: rebuilt ${how}, it has other records than it states`);
  for (const [key, hash] of expected)
    if (stated[key] !== undefined && stated[key] !== hash)
      problems.push(`${version}: ${key}, rebuilt ${how}, has another hash than the ledger states`);
  return problems;
}

const touchedBy = (ledger: ReleaseLedger): Set<string> => new Set(ledger.changes.map((c) => c.record));

/** Is each ledger unedited, and does it follow the one before? */
export function chainProblems(ledgers: readonly ReleaseLedger[]): string[] {
  return ledgers.flatMap((ledger, i) => {
    const before = ledgers[i - 1];
    const follows =
      (ledger.previous?.version ?? null) === (before?.version ?? null) &&
      (ledger.previous?.digest ?? null) === (before?.digest ?? null);
    return [
      ...(digestOf(withoutDigest(ledger)) === ledger.digest
        ? []
        : [`${ledger.version}: the ledger was edited after the release was cut (its digest differs)`]),
      ...(follows
        ? []
        : [`${ledger.version}: it does not follow ${before?.version ?? "nothing"} as it stands`]),
    ];
  });
}

/** Goes back from the records of the last release to nothing. */
function backwards(ledgers: readonly ReleaseLedger[], today: Records): string[] {
  const problems: string[] = [];
  let records: Records = today;
  for (const [i, ledger] of [...ledgers.entries()].reverse()) {
    const before = ledgers[i - 1];
    records = step(records, ledger, { back: true });
    if (before)
      problems.push(...stepProblems(records, touchedBy(ledger), ledger.records, before, "backwards"));
  }
  return records.size > 0 ? [...problems, "Before the first release something is left over."] : problems;
}

/**
 * Checks that the ledgers hold: each unedited, each following the one before, each
 * rebuilding to the hashes that it states, forwards from nothing and, where the records
 * of today are the last release's, backwards from them. Takes as long as there are changes.
 * @returns what is wrong, in words; empty when everything holds
 */
export function verifyReleases(ledgers: readonly ReleaseLedger[], today?: Records): string[] {
  const problems = chainProblems(ledgers);
  let records: Records = new Map();
  try {
    for (const [i, ledger] of ledgers.entries()) {
      records = step(records, ledger);
      problems.push(
        ...stepProblems(records, touchedBy(ledger), ledgers[i - 1]?.records ?? {}, ledger, "forwards"),
      );
    }
    const last = ledgers.at(-1);
    const released =
      last &&
      today &&
      today.size === Object.keys(last.records).length &&
      [...today].every(([key, record]) => last.records[key] === recordHash(record as object));
    return released ? [...problems, ...backwards(ledgers, today)] : problems;
  } catch (error) {
    if (!(error instanceof ReleaseError)) throw error;
    return [...problems, error.message];
  }
}

const folder = (dataDir: string): string => join(dataDir, "releases");

/**
 * Reads the ledgers of the data directory, in order.
 * @throws {ReleaseError} for a file that is no ledger
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
        throw new ReleaseError(
          `${path} is no release ledger: ${error instanceof Error ? error.message.split("\n")[0] : String(error)}`,
        );
      }
    })
    .sort((a, b) => byVersion(a.version, b.version));
}

/** Writes a ledger; one change a line, so that a diff of the file is readable. */
export function writeRelease(dataDir: string, ledger: ReleaseLedger): string {
  const path = join(folder(dataDir), `${ledger.version}.json`);
  if (existsSync(path)) throw new ReleaseError(`${path} is there already: a release is cut once.`);
  mkdirSync(folder(dataDir), { recursive: true });
  const { changes, ...rest } = ledger;
  const head = JSON.stringify(rest, null, 2).replace(/\n}$/, "");
  writeFileSync(
    path,
    `${head},\n  "changes": [\n${changes.map((c) => `    ${JSON.stringify(c)}`).join(",\n")}\n  ]\n}\n`,
  );
  return path;
}
