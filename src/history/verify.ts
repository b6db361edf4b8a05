import type { ReleaseLedger } from "../model/index.ts";
import { hashOf, type Records, recordHash, recordHashes } from "../records/load.ts";
import { editFaults, faultInWords, linkFaults } from "./chain.ts";
import type { Migration } from "./migrate.ts";
import { MIGRATIONS } from "./migrations/index.ts";
import { inFormatOf, step, stepAll, touchedBy } from "./rebuild.ts";
import { ReleaseError } from "./release-error.ts";

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

/**
 * Goes back from the records of the last release: to nothing, or to the last change of format, which cannot be
 * undone; there it must meet the state before it, migrated.
 */
function backwards(
  ledgers: readonly ReleaseLedger[],
  today: Records,
  migrations: readonly Migration[],
): string[] {
  const problems: string[] = [];
  let records: Records = today;
  for (const [i, ledger] of [...ledgers.entries()].reverse()) {
    const before = ledgers[i - 1];
    records = step(records, ledger, { back: true });
    if (before && before.schemaVersion !== ledger.schemaVersion) {
      const state = inFormatOf(ledger, stepAll(ledgers.slice(0, i), { migrations }), migrations);
      return hashOf(recordHashes(records)) === hashOf(recordHashes(state))
        ? problems
        : [...problems, `${before.version}: rebuilt backwards, it differs from its migrated records`];
    }
    if (before)
      problems.push(...stepProblems(records, touchedBy(ledger), ledger.records, before, "backwards"));
  }
  return records.size > 0 ? [...problems, "Before the first release there are still records."] : problems;
}

/**
 * Checks that each ledger is unedited, follows the one before and rebuilds to the hashes
 * that it states: forwards from nothing and, where today's records are the last release's,
 * backwards from them. The time grows with the number of changes.
 * @returns what is wrong, in words; empty when everything is right
 */
export function verifyReleases(
  ledgers: readonly ReleaseLedger[],
  today?: Records,
  migrations: readonly Migration[] = MIGRATIONS,
): string[] {
  const links = linkFaults(ledgers);
  const problems = [...editFaults(ledgers), ...links].map(faultInWords);
  // Ledgers that do not follow each other do not rebuild either: one cause, reported once.
  if (links.length > 0) return problems;
  let records: Records = new Map();
  try {
    for (const [i, ledger] of ledgers.entries()) {
      records = step(records, ledger, { migrations });
      const before = ledgers[i - 1];
      // A change of format touches every record.
      const all = before?.schemaVersion === ledger.schemaVersion ? [] : records.keys();
      const touched = new Set([...all, ...touchedBy(ledger)]);
      problems.push(...stepProblems(records, touched, before?.records ?? {}, ledger, "forwards"));
    }
    const last = ledgers.at(-1);
    const released =
      last &&
      today &&
      today.size === Object.keys(last.records).length &&
      [...today].every(([key, record]) => last.records[key] === recordHash(record as object));
    return released ? [...problems, ...backwards(ledgers, today, migrations)] : problems;
  } catch (error) {
    if (!(error instanceof ReleaseError)) throw error;
    return [...problems, error.message];
  }
}
