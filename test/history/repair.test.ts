import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { chainFaults, faultInWords } from "../../src/history/chain.ts";
import { apply } from "../../src/history/compare.ts";
import { ledgerFile, ledgerText, readLedgerFiles } from "../../src/history/ledger-files.ts";
import { rebuild } from "../../src/history/rebuild.ts";
import { releaseProblems } from "../../src/history/release-problems.ts";
import { cutRelease, readReleases, writeRelease } from "../../src/history/releases.ts";
import { type RepairInput, repair } from "../../src/history/repair.ts";
import { verifyReleases } from "../../src/history/verify.ts";
import { byVersion } from "../../src/history/versions.ts";
import type { ReleaseLedger } from "../../src/model/index.ts";
import { type Records, recordsOf } from "../../src/records/load.ts";
import { canonical } from "../../src/text/canonical.ts";
import type { Json } from "../../src/text/json.ts";
import { testDataset } from "../fixtures/dataset.ts";

const first = recordsOf(testDataset());
const ALPHA = "platforms/alpha";
const GAMMA = "platforms/gamma";
const DEFAULT_STATE = "/practices/@training/rules/@rest/defaultState";
const withEdit = (records: Records, key: string, path: string, before: Json, after: Json): Records =>
  new Map([...records].map(([k, v]) => [k, k === key ? (apply(v, [{ path, before, after }]) as Json) : v]));
const summary = (records: Records, key: string, after: string): Records =>
  withEdit(records, key, "/summary", "An invented platform.", after);

const root = cutRelease([], first, { date: "2026-11-01" });
/** What the base branch released: a default of alpha. */
const onBase = withEdit(first, ALPHA, DEFAULT_STATE, "on", "asked");
const baseLedger = cutRelease([root], onBase, { date: "2026-11-20" });
const base = [root, baseLedger];
/** What another branch released meanwhile: a summary of gamma, said to be a correction. */
const elsewhere = withEdit(first, GAMMA, "/practices/@training/rules/@all/dataUse", "not-stated", "may-use");
const other = cutRelease([root], elsewhere, {
  date: "2026-12-01",
  written: "Gamma was wrong.",
  classes: { [GAMMA]: "correction" },
});
const merged = withEdit(onBase, GAMMA, "/practices/@training/rules/@all/dataUse", "not-stated", "may-use");

const fileOf = (ledger: ReleaseLedger, text = ledgerText(ledger)) =>
  ledgerFile(`${ledger.version}.json`, text);
const conflict = (ours: ReleaseLedger, theirs: ReleaseLedger): string =>
  `<<<<<<< HEAD\n${ledgerText(ours)}=======\n${ledgerText(theirs)}>>>>>>> other\n`;
const input = (given: Partial<RepairInput>): RepairInput => ({
  base: { name: "main", files: base.map((l) => fileOf(l)) },
  there: [],
  committed: [],
  records: merged,
  today: "2026-12-02",
  ...given,
});
/** The ledgers after a repair. */
function ledgersAfter(
  { there }: Pick<RepairInput, "there">,
  done: ReturnType<typeof repair>,
): ReleaseLedger[] {
  const kept = there.filter(
    (f) => !done.remove.includes(f.path) && !done.write.some((w) => w.version === f.version),
  );
  const written = done.write.map(({ version, text }) => ledgerFile(`${version}.json`, text));
  return [...kept, ...written]
    .map((f) => f.ledger as ReleaseLedger)
    .sort((a, b) => byVersion(a.version, b.version));
}
const bytes = (records: Records): string => canonical(Object.fromEntries(records));

describe("two branches that released at once", () => {
  test("are found, explained, and the command is named", () => {
    expect(chainFaults([...base, other]).map(faultInWords)).toEqual([
      "2026.12.1: it follows 2026.11.1, and so does 2026.11.2: two branches released at once. `npm run release -- repair --base main` keeps the releases of main as they are and cuts the others again after them.",
    ]);
    expect(verifyReleases([...base, other])).toHaveLength(1);
  });
  test("the base branch's ledger stays, the other release is cut again after it with its day, notes and classes", () => {
    const given = input({ there: [...base, other].map((l) => fileOf(l)) });
    const done = repair(given);
    const ledgers = ledgersAfter(given, done);
    expect(verifyReleases(ledgers, merged)).toEqual([]);
    expect(ledgers.slice(0, 2)).toEqual(base);
    expect(ledgers[2]).toMatchObject({
      version: "2026.12.1",
      date: "2026-12-01",
      previous: { version: "2026.11.2", digest: baseLedger.digest },
      notes: { written: "Gamma was wrong." },
      changes: other.changes,
    });
    expect(ledgers[2]?.changes.some((c) => c.class === "correction")).toBe(true);
    expect(done.done).toEqual([
      `2026.12.1 is cut again after 2026.11.2: 1 change, the same day, the same notes and classes.`,
    ]);
    expect(done.remove).toEqual([]);
  });
  test("the same number in both: the other gets the next one, whichever side it is on", () => {
    const same = cutRelease([root], elsewhere, { date: "2026-11-19", written: "Ours." });
    expect(same.version).toBe(baseLedger.version);
    for (const text of [conflict(baseLedger, same), conflict(same, baseLedger)]) {
      const given = input({ there: [fileOf(root), fileOf(baseLedger, text)] });
      const done = repair(given);
      const ledgers = ledgersAfter(given, done);
      expect(ledgers.map((l) => [l.version, l.date, l.notes.written])).toEqual([
        ["2026.11.1", "2026-11-01", null],
        ["2026.11.2", "2026-11-20", null],
        ["2026.11.3", "2026-11-20", "Ours."],
      ]);
      expect(ledgers[1]).toEqual(baseLedger);
      expect(bytes(rebuild(ledgers, "2026.11.3"))).toBe(bytes(merged));
      expect(done.done.join("\n")).toContain("2026.11.2 is cut again after 2026.11.2, as 2026.11.3: ");
    }
  });
  test("a conflict that was resolved by taking the wrong side, or a mixture, is repaired from the commits", () => {
    const same = cutRelease([root], elsewhere, { date: "2026-11-19" });
    const mixture = ledgerText({ ...same, changes: [...same.changes, ...baseLedger.changes] });
    for (const text of [ledgerText(same), mixture]) {
      const given = input({
        there: [fileOf(root), fileOf(same, text)],
        committed: [root, same, baseLedger].map((l) => fileOf(l)),
      });
      const ledgers = ledgersAfter(given, repair(given));
      expect(ledgers.map((l) => l.version)).toEqual(["2026.11.1", "2026.11.2", "2026.11.3"]);
      expect(ledgers[1]).toEqual(baseLedger);
      expect(verifyReleases(ledgers, merged)).toEqual([]);
    }
  });
  test("several releases of the other branch keep their order and their own changes", () => {
    const later = summary(elsewhere, "platforms/beta", "Another.");
    const second = cutRelease([root, other], later, { date: "2026-12-05" });
    const given = input({
      there: [...base, other, second].map((l) => fileOf(l)),
      records: summary(merged, "platforms/beta", "Another."),
    });
    const ledgers = ledgersAfter(given, repair(given));
    expect(ledgers.slice(2).map((l) => [l.version, l.date, l.changes])).toEqual([
      ["2026.12.1", "2026-12-01", other.changes],
      ["2026.12.2", "2026-12-05", second.changes],
    ]);
    expect(verifyReleases(ledgers, given.records)).toEqual([]);
  });
  test("where both changed one field, the record as it was merged is released, and this is said", () => {
    const both = cutRelease([root], withEdit(first, ALPHA, DEFAULT_STATE, "on", "off"), {
      date: "2026-12-01",
    });
    const resolved = withEdit(first, ALPHA, DEFAULT_STATE, "on", "no-choice");
    const given = input({ there: [...base, both].map((l) => fileOf(l)), records: resolved });
    const done = repair(given);
    expect(ledgersAfter(given, done)[2]?.changes).toEqual([
      { record: ALPHA, class: "policy", path: DEFAULT_STATE, before: "asked", after: "no-choice" },
    ]);
    expect(done.done).toContain(
      `${ALPHA}: both branches changed the same part; the record as it is now is released.`,
    );
  });
  test("different fields of one record are both kept, and edits that are not released stay unreleased", () => {
    const there = cutRelease([root], summary(first, ALPHA, "Theirs."), { date: "2026-12-01" });
    const records = summary(summary(onBase, ALPHA, "Theirs."), GAMMA, "Not released.");
    const given = input({ there: [...base, there].map((l) => fileOf(l)), records });
    const ledgers = ledgersAfter(given, repair(given));
    expect(ledgers[2]?.changes).toEqual([
      {
        record: ALPHA,
        class: "editorial",
        path: "/summary",
        before: "An invented platform.",
        after: "Theirs.",
      },
    ]);
    expect(bytes(rebuild(ledgers, "2026.12.1"))).toBe(bytes(summary(onBase, ALPHA, "Theirs.")));
  });
  test("a record that one branch renamed has the other's changes under its new id, whichever branch it was", () => {
    const rename = (records: Records): Records => {
      const { [GAMMA]: record, ...rest } = Object.fromEntries(records);
      const moved = { ...(record as object), id: "omega", aliases: ["gamma"] } as Json;
      return new Map(
        Object.entries({ ...rest, "platforms/omega": moved }).sort(([a], [b]) => (a < b ? -1 : 1)),
      );
    };
    const both = rename(elsewhere);
    const renaming = (date: string) => cutRelease([root], rename(first), { date });
    for (const [published, unpublished] of [
      [renaming("2026-11-20"), other],
      [
        cutRelease([root], elsewhere, { date: "2026-11-20" }),
        cutRelease([root], rename(first), { date: "2026-12-01" }),
      ],
    ] as const) {
      const files = [root, published].map((l) => fileOf(l));
      const given = input({
        base: { name: "main", files },
        there: [...files, fileOf(unpublished)],
        records: both,
      });
      const ledgers = ledgersAfter(given, repair(given));
      expect(verifyReleases(ledgers, both)).toEqual([]);
      expect(bytes(rebuild(ledgers, "2026.12.1"))).toBe(bytes(both));
      expect(ledgers[2]?.changes[0]?.record).toBe("platforms/omega");
    }
  });
  test("a release that changed the same as the base branch is dropped", () => {
    const twin = cutRelease([root], onBase, { date: "2026-12-01" });
    const given = input({ there: [...base, twin].map((l) => fileOf(l)), records: onBase });
    const done = repair(given);
    expect(done).toEqual({
      write: [],
      remove: ["2026.12.1.json"],
      done: ["2026.12.1 is dropped: the releases before it have everything that it changed."],
    });
  });
  test("nothing to repair", () =>
    expect(repair(input({ there: base.map((l) => fileOf(l)) }))).toEqual({
      write: [],
      remove: [],
      done: [],
    }));
  test("a base that is not in order itself is refused with what to name instead", () =>
    expect(() =>
      repair(input({ base: { name: "main", files: [...base, other].map((l) => fileOf(l)) } })),
    ).toThrow("The releases of main are not in order either: 2026.12.1: it follows 2026.11.1"));
  test("a release whose predecessor is nowhere is refused", () => {
    const lost = cutRelease([root, other], merged, { date: "2026-12-05" });
    expect(() => repair(input({ there: [...base, lost].map((l) => fileOf(l)) }))).toThrow(
      "2026.12.2 follows 2026.12.1 (digest ",
    );
  });
});

describe("damaged files", () => {
  let dir: string;
  const path = (name: string) => join(dir, "releases", name);
  beforeEach(() => {
    dir = mkdtempSync(join(tmpdir(), "ledgers-"));
    mkdirSync(join(dir, "releases"));
    for (const ledger of base) writeRelease(dir, ledger);
  });
  afterEach(() => rmSync(dir, { recursive: true, force: true }));
  const found = () =>
    releaseProblems(dir).map((p) => `${p.file.replace(`${dir}/`, "")}:${p.line} ${p.code} ${p.found}`);

  test("a ledger is written whole; nothing is left beside it", () => {
    expect(readdirSync(join(dir, "releases")).sort()).toEqual(["2026.11.1.json", "2026.11.2.json"]);
    expect(readReleases(dir)).toEqual(base);
    expect(found()).toEqual([]);
  });
  test("what a stop left beside is reported and removed, and does not stop readers", () => {
    writeFileSync(path("2026.12.1.json.partial"), '{"schemaVersion": 2');
    expect(found()).toEqual([
      "releases/2026.12.1.json.partial:1 REL001 what a release left that was stopped while it was written",
    ]);
    expect(readReleases(dir)).toEqual(base);
    expect(repair(input({ base: undefined, there: readLedgerFiles(dir) }))).toMatchObject({
      write: [],
      remove: [path("2026.12.1.json.partial")],
    });
  });
  test("cut off in no commit: the release is cut again as it was", () => {
    const last = cutRelease(base, merged, { date: "2026-12-01", written: "By hand." });
    const whole = ledgerText(last);
    for (const length of [whole.length - 3, whole.indexOf('"changes"') + 30, whole.indexOf('"records"')]) {
      writeFileSync(path("2026.12.1.json"), whole.slice(0, length));
      expect(found()[0]).toContain("REL001 a ledger that ends in the middle: writing it was interrupted");
      expect(() => readReleases(dir)).toThrow("Run `npm run release -- repair`");
      const [written] = repair(input({ base: undefined, there: readLedgerFiles(dir) })).write;
      expect(written).toEqual({ version: "2026.12.1", text: whole });
    }
  });
  test("cut off before its day: the release is cut again today, and this is said", () => {
    const last = cutRelease(base, merged, { date: "2026-12-01" });
    const whole = ledgerText(last);
    writeFileSync(path("2026.12.1.json"), whole.slice(0, whole.indexOf('"date"') + 12));
    const { write, done } = repair(input({ base: undefined, there: readLedgerFiles(dir) }));
    expect(write).toEqual([
      { version: "2026.12.1", text: ledgerText(cutRelease(base, merged, { date: "2026-12-02" })) },
    ]);
    expect(done).toEqual([
      "2026.12.1 is cut again after 2026.11.2: 1 change, the day 2026-12-02, because its own cannot be read, and what can be read of its notes and classes.",
    ]);
  });
  test("cut off, edited or missing, but in a commit: restored to the same bytes", () => {
    const damages: [() => void, string][] = [
      [
        () => writeFileSync(path("2026.11.1.json"), ledgerText(root).slice(0, 3000)),
        "REL001 a ledger that ends in the middle: writing it was interrupted",
      ],
      [
        () => writeFileSync(path("2026.11.1.json"), ledgerText(root).replace('"An invented', '"A real')),
        "REL003 the ledger was edited after the release was cut (its digest differs)",
      ],
      [() => rmSync(path("2026.11.1.json")), "REL002 it follows 2026.11.1, which is missing"],
      [
        () => writeFileSync(path("2026.11.1.json"), ledgerText(root).replace("[", "[,")),
        "REL001 a file that is not JSON",
      ],
    ];
    for (const [damage, message] of damages) {
      damage();
      expect(found()).toHaveLength(1);
      expect(found()[0]).toContain(message);
      const { write, done } = repair(input({ there: readLedgerFiles(dir) }));
      expect(write).toEqual([{ version: "2026.11.1", text: ledgerText(root) }]);
      expect(done).toEqual(["2026.11.1 is restored as main has it."]);
      writeFileSync(path("2026.11.1.json"), ledgerText(root));
    }
  });
  test("a ledger under another name is reported, and put under its own", () => {
    const copy = path("2026.11.2 copy.json");
    writeFileSync(copy, ledgerText(baseLedger));
    expect(found()).toEqual(["releases/2026.11.2 copy.json:1 REL001 the ledger of 2026.11.2"]);
    expect(repair(input({ there: readLedgerFiles(dir) }))).toMatchObject({ write: [], remove: [copy] });
    rmSync(path("2026.11.2.json"));
    expect(repair(input({ base: undefined, there: readLedgerFiles(dir) }))).toMatchObject({
      write: [{ version: "2026.11.2", text: ledgerText(baseLedger) }],
      remove: [copy],
    });
  });
  test("conflict markers are named with their line, and nothing that no commit has is replaced", () => {
    writeFileSync(path("2026.11.2.json"), conflict(baseLedger, other).replace('"version"', '"verzion"'));
    expect(found()).toEqual([
      "releases/2026.11.2.json:1 REL001 conflict markers: two branches cut 2026.11.2",
    ]);
    expect(() => repair(input({ base: undefined, there: readLedgerFiles(dir) }))).toThrow(
      "no commit has 2026.11.2 as it was cut",
    );
    expect(readFileSync(path("2026.11.2.json"), "utf8")).toContain("<<<<<<<");
  });
});
