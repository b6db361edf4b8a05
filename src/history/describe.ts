import { changeInWords } from "../language/en/index.ts";
import {
  type ChangeClass,
  expandRegion,
  type LedgerChange,
  type Platform,
  type ReleaseLedger,
  type When,
} from "../model/index.ts";
import type { Records } from "../records/load.ts";
import { unescapeKey } from "../text/json.ts";
import { trusted } from "../text/trusted.ts";
import { type Change, compare } from "./compare.ts";
import { type Migration, migratePath, versionAfter } from "./migrate.ts";

import { sidesOf } from "./notes.ts";
import { isPresented } from "./presented.ts";

import { renamesIn } from "./rebuild.ts";
import { underNewKeys } from "./renames.ts";

/** A released change with what it can be found by. */
export interface DescribedChange extends LedgerChange {
  /** The record's name. */
  name: string;
  platform: string | null;
  operator: string;
  category: string | null;
  /** The purpose of the practice that changed; null where it is not about one. */
  purpose: string | null;
  /** Countries and subdivisions that the changed rule or control names, and the groups as named; null: everywhere. */
  regions: string[] | null;
  summary: string;
}

const member = <T extends { id: string }>(
  list: readonly T[] | undefined,
  id: string | undefined,
): T | undefined => list?.find((x) => x.id === id);

/** The ids named in a change's path, by their list: `/practices/@a/rules/@b/dataUse` → practices a, rules b. */
function idsIn(path: string): Record<string, string> {
  const parts = path.split("/").slice(1);
  return Object.fromEntries(
    parts.flatMap((part, i) =>
      part.startsWith("@") && i > 0 ? [[parts[i - 1] as string, unescapeKey(part.slice(1))]] : [],
    ),
  );
}

/** For whom what changed was, or is: the conditions before and after. */
function conditions(platform: Platform | undefined, path: string): (When | undefined)[] {
  const ids = idsIn(path);
  if (ids["rules"]) {
    const rule = member(member(platform?.practices, ids["practices"])?.rules, ids["rules"]);
    return rule ? [rule.when] : [];
  }
  if (ids["controls"]) {
    const control = member(platform?.controls, ids["controls"]);
    return control ? [control.when] : [];
  }
  if (ids["events"]) {
    const event = member(platform?.events, ids["events"]);
    return event ? [event.when] : [];
  }
  return [undefined];
}

function regionsOf(found: readonly (When | undefined)[]): string[] | null {
  if (found.length === 0 || found.some((when) => when?.regions === undefined)) return null;
  return [
    ...new Set(found.flatMap((when) => (when?.regions ?? []).flatMap((r) => [r, ...expandRegion(r)]))),
  ].sort();
}

/** The class that a ledger of an older format gave to the place, or to what contains it; words where it named neither. */
function classAt(path: string, classes: ReadonlyMap<string, ChangeClass>): ChangeClass {
  for (let at = path; ; at = at.slice(0, at.lastIndexOf("/"))) {
    const found = classes.get(at);
    if (found !== undefined) return found;
    if (at === "") return "editorial";
  }
}

/** A release's changes in the present format: those of the ledger, or, where it is of an older one, compared again. */
export function presentChanges(
  ledger: ReleaseLedger,
  before: Records,
  after: Records,
  migrations: readonly Migration[],
): LedgerChange[] {
  if (ledger.schemaVersion === versionAfter(migrations)) return ledger.changes;
  const was = underNewKeys(before, renamesIn(ledger));
  return [...Map.groupBy(ledger.changes, (change) => change.record)].flatMap(([record, changes]) => {
    const renamed = changes.filter((c) => c.renamedFrom !== undefined);
    const classes = new Map(
      changes.map((c) => [migratePath(c.path, ledger.schemaVersion, migrations), c.class]),
    );
    const differing = compare(was.get(record), after.get(record));
    return [
      ...renamed,
      ...differing.map((change) => ({ record, class: classAt(change.path, classes), ...change })),
    ];
  });
}

/**
 * A release's changes as people are shown them, in words and with what they can be found by, whichever format it
 * was cut in. The ledger has more: orders of lists that mean nothing to people (see {@link isPresented}).
 * @param before the state before it, in the present format
 * @param after its own state, in the present format
 */
export const describeChanges = (
  ledger: ReleaseLedger,
  before: Records,
  after: Records,
  migrations: readonly Migration[],
): DescribedChange[] => {
  const was = underNewKeys(before, renamesIn(ledger));
  return presentChanges(ledger, before, after, migrations)
    .filter((change) => isPresented(trusted<Change>(change), after.get(change.record)))
    .map((change) => describeChange(change, was, after));
};

function describeChange(change: LedgerChange, before: Records, after: Records): DescribedChange {
  const sides = sidesOf(change.record, before, after);
  const isPlatform = change.record.startsWith("platforms/");
  const [was, is] = [sides.before, sides.after].map((side) =>
    isPlatform ? trusted<Platform | undefined>(side?.record) : undefined,
  );
  const record = is ?? was;
  const id = change.record.split("/")[1] as string;
  const practice = idsIn(change.path)["practices"];
  const found = isPlatform ? [...conditions(was, change.path), ...conditions(is, change.path)] : [undefined];
  return {
    ...change,
    name: (sides.after ?? sides.before)?.record.name ?? id,
    platform: isPlatform ? id : null,
    operator: isPlatform ? (record?.operator ?? "") : id,
    category: record?.category ?? null,
    purpose: practice
      ? ((member(is?.practices, practice) ?? member(was?.practices, practice))?.purpose ?? null)
      : null,
    regions: change.path === "" ? null : regionsOf(found),
    summary: changeInWords(change, sides),
  };
}
