import type { ChangeClass, LedgerChange, ReleaseLedger } from "../model/index.ts";
import { type Records, recordHash } from "../records/load.ts";
import type { Json } from "../text/json.ts";
import { apply, type Change, ChangeError, invert } from "./compare.ts";
import { presentChanges } from "./describe.ts";
import { type Migration, migrateRecords } from "./migrate.ts";
import { renamesIn, stepAll } from "./rebuild.ts";
import { formerKeys, withId } from "./renames.ts";

/** What a release changed, in the present format, and the two states around it. */
interface Replayed {
  changes: readonly LedgerChange[];
  /** The records that it renamed: the former key by the new one. */
  renames: ReadonlyMap<string, string>;
  before: Records;
  after: Records;
}

/** A release's changes in the present format. @param lineage the releases before it, as its branch had them */
export function replayed(
  lineage: readonly ReleaseLedger[],
  ledger: ReleaseLedger,
  migrations: readonly Migration[],
): Replayed {
  const at = (ledgers: readonly ReleaseLedger[]) =>
    migrateRecords(stepAll(ledgers, { migrations }), migrations);
  const [before, after] = [at(lineage), at([...lineage, ledger])];
  return {
    changes: presentChanges(ledger, before, after, migrations),
    renames: renamesIn(ledger),
    before,
    after,
  };
}

const isSame = (a: Json | undefined, b: Json | undefined): boolean =>
  a === undefined || b === undefined ? a === b : recordHash(a as object) === recordHash(b as object);

/** Applies a change to a record; the record itself where it has the change already; undefined where they do not fit. */
function applied(record: Json | undefined, change: Change): { record: Json | undefined } | undefined {
  const attempt = (changes: readonly Change[]) => {
    try {
      return { record: apply(record, changes) };
    } catch (error) {
      if (error instanceof ChangeError) return undefined;
      throw error;
    }
  };
  // An order lists every member, so it fits only a record that has the same ones.
  if ("order" in change) return undefined;
  return attempt([change]) ?? (attempt(invert([change])) && { record });
}

/** What a record is after a release of another branch was put on top of it; undefined where both changed the same. */
function rebased(
  current: Json | undefined,
  before: Json | undefined,
  after: Json | undefined,
  changes: readonly Change[],
): { record: Json | undefined } | undefined {
  if (isSame(current, before)) return { record: after };
  if (isSame(current, after)) return { record: current };
  return changes.reduce<{ record: Json | undefined } | undefined>(
    (state, change) => state && applied(state.record, change),
    { record: current },
  );
}

/** The key under which a record is in a state: its own, or that of a record which has its id among its aliases. */
const keyNow = (records: Records, key: string): string =>
  records.has(key)
    ? key
    : ([...records.keys()].find(
        (k) =>
          k !== key && k.split("/")[0] === key.split("/")[0] && formerKeys(k, records.get(k)).includes(key),
      ) ?? key);

/**
 * The state after a release of another branch is put on top of a state. Where both changed the same part of a
 * record, the merged record is taken.
 * @param current the state to put it on, in the present format
 * @param merged the records as the merge left them
 * @returns the state, and the records that were taken as merged
 */
export function replay(
  current: Records,
  { changes, renames, before, after }: Replayed,
  merged: Records,
): { records: Records; taken: string[] } {
  const records = new Map(current);
  const taken: string[] = [];
  for (const [key, of] of Map.groupBy(changes, (change) => change.record)) {
    const plain = of
      .filter((change) => change.renamedFrom === undefined)
      .map(({ record: _, class: __, ...change }) => change as Change);
    const former = renames.get(key) ?? key;
    const now = keyNow(records, former);
    // Renamed here, on the other branch, or on neither: it has its other id before it is compared.
    const to = renames.has(key) ? key : now;
    const as = (record: Json | undefined) => (record === undefined ? undefined : withId(record, to));
    const fits = rebased(as(records.get(now)), as(before.get(former)), as(after.get(key)), plain);
    const record = fits ? fits.record : merged.get(to);
    if (!fits) taken.push(to);
    records.delete(now);
    if (record !== undefined) records.set(to, record);
  }
  return { records: new Map([...records].sort(([a], [b]) => (a < b ? -1 : 1))), taken };
}

/** The class that a release gave to each change. */
export function classesOf(
  changes: readonly LedgerChange[],
): (change: LedgerChange) => ChangeClass | undefined {
  const known = new Map(changes.map((c) => [`${c.record}${c.path}`, c.class]));
  return ({ record, path }) => known.get(record + path);
}
