import type { LedgerChange, ReleaseLedger } from "../model/index.ts";
import type { Records } from "../records/load.ts";
import { isObject, type Json } from "../text/json.ts";
import { apply, type Change, ChangeError, invert } from "./compare.ts";
import { type Migration, migrateRecords } from "./migrate.ts";
import { MIGRATIONS } from "./migrations/index.ts";
import { ReleaseError } from "./release-error.ts";
import { withId } from "./renames.ts";

const changeOf = ({ path, before, after, order }: LedgerChange): Change =>
  order
    ? { path, order }
    : {
        path,
        ...(before !== undefined && { before: before as Json }),
        ...(after !== undefined && { after: after as Json }),
      };

/** A release's changes of fields, record by record. */
const byRecord = (ledger: ReleaseLedger): Map<string, LedgerChange[]> =>
  Map.groupBy(
    ledger.changes.filter((change) => change.renamedFrom === undefined),
    (change) => change.record,
  );

/** The records that a release renamed: the former key by the new one. */
export const renamesIn = ({ changes }: Pick<ReleaseLedger, "changes">): Map<string, string> =>
  new Map(changes.flatMap(({ record, renamedFrom }) => (renamedFrom ? [[record, renamedFrom]] : [])));

/** Every record that a release changed, under its former key too. */
export const touchedBy = ({ changes }: Pick<ReleaseLedger, "changes">): Set<string> =>
  new Set(changes.flatMap((c) => (c.renamedFrom ? [c.record, c.renamedFrom] : [c.record])));

/** How a release's changes are applied. */
interface StepOptions {
  /** Undone in the state after it, instead of applied to the state before it. */
  back?: boolean;
  /** Only to these records. */
  only?: ReadonlySet<string>;
  /** The steps of the record format. */
  migrations?: readonly Migration[];
}

/** The steps of the format up to the version that a release was cut in. */
const stepsUpTo = (version: number, migrations: readonly Migration[]): readonly Migration[] =>
  migrations.slice(0, version - 1);

/** A state in the format of a release. A record without a version is left as it is: nothing dates it. */
export function inFormatOf(
  { schemaVersion }: ReleaseLedger,
  records: Records,
  migrations: readonly Migration[],
): Records {
  const older = [...records].filter(([, record]) => {
    const version = isObject(record) ? record["schemaVersion"] : undefined;
    return typeof version === "number" && version < schemaVersion;
  });
  if (older.length === 0) return records;
  const migrated = migrateRecords(new Map(older), stepsUpTo(schemaVersion, migrations));
  return new Map([...records].map(([key, record]) => [key, migrated.get(key) ?? record]));
}

/** Gives records their other ids, all at once. @param ways former key and new key, by the new or the former one */
function rename(
  records: Map<string, Json>,
  ways: readonly (readonly [from: string, to: string])[],
  version: string,
): void {
  const moved = ways.map(([from, to]) => [to, records.get(from)] as const);
  for (const [from] of ways) records.delete(from);
  for (const [to, record] of moved) {
    if (record === undefined || records.has(to))
      throw new ReleaseError(
        `${version}: ${to} cannot be renamed: ${record === undefined ? "it is not there" : "its other id is taken"}. The ledger or the records were edited.`,
      );
    records.set(to, withId(record, to));
  }
}

/**
 * Applies a release's changes. Where the release was cut in a later format than the state before it, that state
 * is migrated first: a ledger lists only what differs after that. What no change touches is shared.
 * @throws {ReleaseError} when they do not fit
 */
export function step(
  records: Records,
  ledger: ReleaseLedger,
  { back = false, only, migrations = MIGRATIONS }: StepOptions = {},
): Map<string, Json> {
  const next = new Map(back ? records : inFormatOf(ledger, records, migrations));
  const renames = [...renamesIn(ledger)].filter(([key]) => !only || only.has(key));
  if (!back)
    rename(
      next,
      renames.map(([to, from]) => [from, to] as const),
      ledger.version,
    );
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
  if (back) rename(next, renames, ledger.version);
  // A record that is new to the state comes last: everywhere else they are in order.
  const added = [...next.keys()].some((key) => !records.has(key));
  return added ? new Map([...next].sort(([a], [b]) => (a < b ? -1 : 1))) : next;
}

/** The state of the dataset at a release, in its own format, rebuilt from the ledgers alone. Ledgers in order. */
export const rebuild = (
  ledgers: readonly ReleaseLedger[],
  version: string,
  migrations: readonly Migration[] = MIGRATIONS,
): Records => {
  const at = ledgers.findIndex((l) => l.version === version);
  if (at === -1) throw new ReleaseError(`There is no release ${version}.`);
  return stepAll(ledgers.slice(0, at + 1), { migrations });
};

/** Some records under every key that they had. */
function underEveryKey(ledgers: readonly ReleaseLedger[], keys: ReadonlySet<string>): Set<string> {
  const all = new Set(keys);
  for (const ledger of ledgers.toReversed())
    for (const [to, from] of renamesIn(ledger)) if (all.has(to)) all.add(from);
  return all;
}

/** The state after some ledgers, or some of its records. */
export function stepAll(ledgers: readonly ReleaseLedger[], { only, ...options }: StepOptions): Records {
  const keys = only && underEveryKey(ledgers, only);
  return ledgers.reduce<Records>(
    (records, ledger) => step(records, ledger, keys ? { ...options, only: keys } : options),
    new Map(),
  );
}
