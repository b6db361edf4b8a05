import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { compare } from "../../src/history/compare.ts";
import { describeChanges } from "../../src/history/describe.ts";
import { type Migration, migrateRecords } from "../../src/history/migrate.ts";
import { MIGRATIONS } from "../../src/history/migrations/index.ts";
import { rebuild } from "../../src/history/rebuild.ts";
import { cutRelease, readReleases } from "../../src/history/releases.ts";
import type { Records } from "../../src/records/load.ts";
import { diffDatasets } from "../../src/review/diff/records.ts";
import { placeOfDirectory, readSide } from "../../src/review/diff/sides.ts";
import type { Json, JsonObject } from "../../src/text/json.ts";

/*
 * A change of format is not a change of the platforms: it floods no list, feed or diff. Every format that the real
 * ledgers have had is tried, and one more that is invented: a field renamed, and texts that become objects.
 */
const ledgers = readReleases("data");
const FURTHER: Migration = {
  what: "summary becomes about; other domains become objects",
  platform: ({ summary, otherDomains, ...rest }) => ({
    ...rest,
    about: summary ?? null,
    ...(Array.isArray(otherDomains) && {
      otherDomains: otherDomains.map((host): Json => ({ host, role: "main" })),
    }),
  }),
  path: (path) => path.replace(/^\/summary$/, "/about"),
};
const FORMATS: readonly [name: string, migrations: readonly Migration[]][] = [
  ["the present format", MIGRATIONS],
  ["a further format", [...MIGRATIONS, FURTHER]],
];
/** The last release of each format. */
const lastOfEach = [...Map.groupBy(ledgers, (l) => l.schemaVersion).values()].map(
  (group) => group.at(-1)?.version as string,
);

const dir = mkdtempSync(join(tmpdir(), "formats-"));
afterAll(() => rmSync(dir, { recursive: true }));

/** Writes records as files, and reads them as a side of a diff. */
async function sideOf(name: string, records: Records) {
  const folder = join(dir, name);
  for (const kind of ["platforms", "operators"]) mkdirSync(join(folder, kind), { recursive: true });
  for (const [key, record] of records) {
    const file = join(folder, `${key}.json`);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, JSON.stringify(record));
  }
  return readSide(placeOfDirectory(folder), folder);
}

test.each(lastOfEach)(
  "diff migrates both sides: %s and its migrated records are the same",
  async (version) => {
    const released = rebuild(ledgers, version);
    const [base, head] = [
      await sideOf(`${version}-base`, released),
      await sideOf(`${version}-head`, migrateRecords(released, MIGRATIONS)),
    ];
    expect([base.invalid, head.invalid]).toEqual([[], []]);
    expect(diffDatasets(base, head, "2026-11-30").records).toEqual([]);
  },
);

describe.each(FORMATS)("in %s", (_, migrations) => {
  const at = (version: string): Records => migrateRecords(rebuild(ledgers, version), migrations);
  test.each(lastOfEach)("a change of format alone is nothing to release: %s", (version) => {
    const until = ledgers.slice(0, ledgers.findIndex((l) => l.version === version) + 1);
    expect(() => cutRelease(until, at(version), { date: "2027-01-01", migrations })).toThrow(
      `Nothing changed since ${version}.`,
    );
  });
  test.each(ledgers.slice(1).map((ledger, i) => [ledger.version, ledgers[i]?.version as string] as const))(
    "%s lists only what its ledger does",
    (version, previous) => {
      const ledger = ledgers.find((l) => l.version === version) as (typeof ledgers)[number];
      const [before, after] = [at(previous), at(version)];
      const shown = describeChanges(ledger, before, after, migrations);
      const records = new Set(ledger.changes.map((c) => c.record));
      expect(shown.filter((c) => !records.has(c.record))).toEqual([]);
      // Format 3 turned hosts into objects; only a release in it can list a change of them.
      const ofFormat = ledger.schemaVersion < 3 ? /schemaVersion|^\/domains/ : /schemaVersion/;
      expect(shown.filter((c) => ofFormat.test(c.path))).toEqual([]);
      // As many as the ledger has without its orders; a few fields of later formats follow from those of earlier
      // ones, and a list of words that became one of objects is listed by its members.
      const listed = ledger.changes.filter((c) => c.order === undefined).length;
      expect(shown.length).toBeLessThanOrEqual(Math.ceil(listed * 1.1));
      expect(shown.length).toBeGreaterThan(0);
      // The net change between the two releases is the same.
      const net = [...records].flatMap((key) =>
        compare(before.get(key), after.get(key)).map((c) => `${key}${c.path}`),
      );
      expect(shown.filter((c) => !net.includes(`${c.record}${c.path}`))).toEqual([]);
    },
  );
});

test("real changes across a change of format are listed, in the names of the present one", () => {
  const [old, present] = [
    rebuild(ledgers, "2026.11.5"),
    migrateRecords(rebuild(ledgers, "2026.11.5"), MIGRATIONS),
  ];
  const edited = new Map(present);
  const linkedin = present.get("platforms/linkedin") as JsonObject;
  edited.set("platforms/linkedin", { ...linkedin, name: "LinkedIn (new)" });
  expect(
    compare(migrateRecords(old, MIGRATIONS).get("platforms/linkedin"), edited.get("platforms/linkedin")),
  ).toEqual([{ path: "/name", before: "LinkedIn", after: "LinkedIn (new)" }]);
});
