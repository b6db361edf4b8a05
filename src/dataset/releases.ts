import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type ChangeClass, isDay, type LedgerChange, type ReleaseLedger, releaseSchema, SCHEMA_VERSION } from "../model/index.ts";
import { proposeClass } from "./classify.ts";
import { apply, type Change, ChangeError, compare, invert, type Json } from "./compare.ts";
import { hashOf, type Records, recordHashes } from "./load.ts";
import { notesFor } from "./notes.ts";

/** The release cannot be cut, or the ledger does not hold; the message says where and what to do. */
export class ReleaseError extends Error {
  override name = "ReleaseError";
}

const withoutDigest = ({ digest: _, ...rest }: ReleaseLedger): Omit<ReleaseLedger, "digest"> => rest;
const digestOf = (ledger: Omit<ReleaseLedger, "digest">): string => hashOf(ledger);

const changeOf = ({ path, before, after, order }: LedgerChange): Change =>
  order ? { path, order } : { path, ...(before !== undefined && { before: before as Json }), ...(after !== undefined && { after: after as Json }) };

/** A release's changes, record by record. */
function byRecord(ledger: ReleaseLedger): Map<string, Change[]> {
  const groups = new Map<string, Change[]>();
  for (const change of ledger.changes) groups.set(change.record, [...(groups.get(change.record) ?? []), changeOf(change)]);
  return groups;
}

/** Applies a release's changes to the state before it, or with `back` takes them back from the state after it. */
export function step(records: Records, ledger: ReleaseLedger, back = false): Map<string, Json> {
  const next = new Map(records);
  for (const [record, changes] of byRecord(ledger)) {
    try {
      const value = apply(next.get(record), back ? invert(changes) : changes);
      if (value === undefined) next.delete(record);
      else next.set(record, value);
    } catch (error) {
      if (!(error instanceof ChangeError)) throw error;
      throw new ReleaseError(`${ledger.version}: ${record}${error.message}. The ledger or the records were edited.`);
    }
  }
  return next;
}

/** The state of the dataset at a release, rebuilt from the ledgers alone. Ledgers in order. */
export const rebuild = (ledgers: readonly ReleaseLedger[], version: string): Records => {
  const at = ledgers.findIndex((l) => l.version === version);
  if (at === -1) throw new ReleaseError(`There is no release ${version}.`);
  return ledgers.slice(0, at + 1).reduce<Map<string, Json>>((records, ledger) => step(records, ledger), new Map());
};

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
  /** Classes that somebody decided, by record; the others are proposed by the fields. */
  classes?: Readonly<Record<string, ChangeClass>> | undefined;
}

/**
 * Cuts a release: compares the records with those of the last one.
 * @throws {ReleaseError} when nothing changed, or the day is before the last release's
 */
export function cutRelease(ledgers: readonly ReleaseLedger[], records: Records, { date, written, classes = {} }: CutOptions): ReleaseLedger {
  const last = ledgers.at(-1);
  if (!isDay(date)) throw new ReleaseError(`${date} is no calendar day (YYYY-MM-DD).`);
  if (last && date < last.date) throw new ReleaseError(`A release of ${date} cannot follow ${last.version} of ${last.date}.`);
  const before: Records = last ? rebuild(ledgers, last.version) : new Map();
  const keys = [...new Set([...before.keys(), ...records.keys()])].sort();
  const gone = keys.find((key) => !records.has(key));
  if (gone) throw new ReleaseError(`${gone} is gone. Records are never deleted: give it \`withdrawn\`, with a date and a reason.`);
  const changes = keys.flatMap((record): LedgerChange[] =>
    compare(before.get(record), records.get(record)).map((change) => ({ record, class: classes[record] ?? proposeClass(change), ...change })),
  );
  if (changes.length === 0) throw new ReleaseError(`Nothing changed since ${last?.version ?? "the beginning"}.`);
  const ledger = {
    schemaVersion: SCHEMA_VERSION as 1,
    version: nextVersion(last?.version, date),
    date,
    previous: last ? { version: last.version, digest: last.digest } : null,
    notes: { generated: notesFor(changes, records), written: written ?? null },
    records: recordHashes(records),
    changes,
  };
  return { ...ledger, digest: digestOf(ledger) };
}

/**
 * Checks that the ledgers hold: each unedited, each following the one before, each
 * rebuilding to the hashes that it states, forwards from nothing and, where the records
 * of today are the last release's, backwards from them.
 * @returns what is wrong, in words; empty when everything holds
 */
export function verifyReleases(ledgers: readonly ReleaseLedger[], today?: Records): string[] {
  const problems: string[] = [];
  const check = (records: Records, ledger: ReleaseLedger, how: string) => {
    const stated = Object.keys(ledger.records).sort();
    const found = [...records.keys()].sort();
    if (stated.join() !== found.join()) problems.push(`${ledger.version}: rebuilt ${how}, it has other records than it states`);
    for (const [key, record] of records)
      if (ledger.records[key] !== undefined && ledger.records[key] !== hashOf(record))
        problems.push(`${ledger.version}: ${key}, rebuilt ${how}, has another hash than the ledger states`);
  };
  let records: Records = new Map();
  for (const [i, ledger] of ledgers.entries()) {
    const before = ledgers[i - 1];
    if (digestOf(withoutDigest(ledger)) !== ledger.digest)
      problems.push(`${ledger.version}: the ledger was edited after the release was cut (its digest differs)`);
    if ((ledger.previous?.version ?? null) !== (before?.version ?? null) || (ledger.previous?.digest ?? null) !== (before?.digest ?? null))
      problems.push(`${ledger.version}: it does not follow ${before?.version ?? "nothing"} as it stands`);
    try {
      records = step(records, ledger);
      check(records, ledger, "forwards");
    } catch (error) {
      if (!(error instanceof ReleaseError)) throw error;
      problems.push(error.message);
      return problems;
    }
  }
  const last = ledgers.at(-1);
  const released =
    last && today && [...today].every(([key, record]) => last.records[key] === hashOf(record)) && today.size === Object.keys(last.records).length;
  if (released) {
    let back: Records = today;
    for (const ledger of [...ledgers].reverse()) {
      check(back, ledger, "backwards");
      back = step(back, ledger, true);
    }
    if (back.size > 0) problems.push("Before the first release something is left over.");
  }
  return problems;
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
        throw new ReleaseError(`${path} is no release ledger: ${error instanceof Error ? error.message.split("\n")[0] : String(error)}`);
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
  writeFileSync(path, `${head},\n  "changes": [\n${changes.map((c) => `    ${JSON.stringify(c)}`).join(",\n")}\n  ]\n}\n`);
  return path;
}
