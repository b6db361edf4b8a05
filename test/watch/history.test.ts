import { execFileSync } from "node:child_process";
import { rmSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { openArchive } from "../../src/evidence/archives.ts";
import {
  type History,
  readHistory,
  type Version,
  versionsFrom,
  versionsUpTo,
} from "../../src/watch/history.ts";
import { type TestArchive, testArchive } from "../fixtures/archive.ts";

/* Histories of real repositories. */
let archive: TestArchive;
beforeEach(() => {
  archive = testArchive();
});
afterEach(() => archive.remove());

const LINES = Array.from({ length: 30 }, (_, i) => `Line ${i} of a document that stays itself.`).join("\n");
const text = (n: number): string => `${LINES}\nVersion ${n}.\n`;
const day = (n: number): string => new Date(Date.UTC(2025, 0, 1 + n)).toISOString().slice(0, 10);

async function historyOf(): Promise<History> {
  const clone = openArchive(archive.name, archive.path);
  try {
    return await readHistory(clone);
  } finally {
    clone.close();
  }
}
const first = (history: History, path: string): Version => history.versions(path)[0] as Version;
const told = (versions: readonly Version[]): string[] => versions.map((v) => `${v.commit.day} ${v.path}`);

describe("a document is followed", () => {
  test("through a rename of its folder and back, to the change after it", async () => {
    archive.commit(day(0), "First", { "A/Policy.md": text(0) });
    archive.commit(day(1), "Rename A to B", { "A/Policy.md": null, "B/Policy.md": text(0) });
    archive.commit(day(2), "Rename B to A", { "B/Policy.md": null, "A/Policy.md": text(0) });
    archive.commit(day(3), "Change", { "A/Policy.md": text(1) });
    const history = await historyOf();
    const all = [
      `${day(0)} A/Policy.md`,
      `${day(1)} B/Policy.md`,
      `${day(2)} A/Policy.md`,
      `${day(3)} A/Policy.md`,
    ];
    const versions = versionsFrom(history, first(history, "A/Policy.md"));
    expect(told(versions)).toEqual(all);
    expect(told(versionsUpTo(history, versions.at(-1) as Version))).toEqual(all);
  });

  test("not to another document that later has its path", async () => {
    archive.commit(day(0), "First", { "A/Policy.md": text(0) });
    archive.commit(day(1), "Rename A to B", { "A/Policy.md": null, "B/Policy.md": text(0) });
    archive.commit(day(2), "Another A", { "A/Policy.md": "Something else altogether.\n" });
    const history = await historyOf();
    expect(told(versionsFrom(history, first(history, "A/Policy.md")))).toEqual([
      `${day(0)} A/Policy.md`,
      `${day(1)} B/Policy.md`,
    ]);
    expect(told(versionsUpTo(history, history.versions("A/Policy.md").at(-1) as Version))).toEqual([
      `${day(2)} A/Policy.md`,
    ]);
  });

  test("through every sequence of edits and renames, whichever version is the first", async () => {
    const step = fc.constantFrom("edit", "A", "B", "C");
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 6 }), async (steps) => {
        const own = testArchive();
        try {
          let [path, n] = ["A/Policy.md", 0];
          own.commit(day(0), "First", { [path]: text(n), "Other.md": "Something else.\n" });
          const expected = [`${day(0)} ${path}`];
          for (const [i, what] of steps.entries()) {
            const before = path;
            if (what === "edit") n++;
            else path = `${what}/Policy.md`;
            own.commit(day(i + 1), what, { ...(before !== path && { [before]: null }), [path]: text(n) });
            if (what === "edit" || before !== path) expected.push(`${day(i + 1)} ${path}`);
          }
          const clone = openArchive(own.name, own.path);
          const history = await readHistory(clone);
          clone.close();
          const all = versionsFrom(history, first(history, "A/Policy.md"));
          expect(told(all)).toEqual(expected);
          for (const [i, version] of all.entries()) {
            expect(told(versionsFrom(history, version))).toEqual(expected.slice(i));
            expect(told(versionsUpTo(history, version))).toEqual(expected.slice(0, i + 1));
          }
        } finally {
          own.remove();
        }
      }),
      { numRuns: 15 },
    );
  }, 60_000);
});

describe("the day on which a clone was brought up to date", () => {
  const at = (file: string, on: string): void => {
    const time = new Date(`${on}T22:00:00Z`);
    utimesSync(join(archive.path, ".git", file), time, time);
  };
  let head: string;
  beforeEach(() => {
    archive.commit("2024-05-01", "The only one", { "x.md": "x" });
    head = execFileSync("git", ["-C", archive.path, "rev-parse", "HEAD"], { encoding: "utf8" }).trim();
    at("HEAD", "2025-03-01");
  });
  const fetched = async (): Promise<string> => (await historyOf()).fetched;
  const fetchHead = (content: string, on: string): void => {
    writeFileSync(join(archive.path, ".git/FETCH_HEAD"), content);
    at("FETCH_HEAD", on);
  };

  test("is the day of the clone, however old the newest commit is", async () =>
    expect(await fetched()).toBe("2025-03-01"));
  test("is the day of the last fetch that HEAD follows", async () => {
    fetchHead(`${head}\t\tbranch 'main' of https://example.org/x\n`, "2025-06-01");
    expect(await fetched()).toBe("2025-06-01");
  });
  test("is that of the newest commit where HEAD does not follow what was fetched", async () => {
    fetchHead(`${"a".repeat(40)}\t\tbranch 'main' of https://example.org/x\n`, "2025-06-01");
    expect(await fetched()).toBe("2024-05-01");
  });
  test("is not that of a fetch that failed", async () => {
    fetchHead("", "2025-06-01");
    expect(await fetched()).toBe("2025-03-01");
  });
  test("is never before the newest commit", async () => {
    at("HEAD", "2020-01-01");
    expect(await fetched()).toBe("2024-05-01");
  });
  test("is read from a bare clone too", async () => {
    const bare = `${archive.path}-bare`;
    try {
      execFileSync("git", ["clone", "-q", "--bare", archive.path, bare]);
      const time = new Date("2025-04-01T12:00:00Z");
      utimesSync(join(bare, "HEAD"), time, time);
      const clone = openArchive(archive.name, bare);
      const { fetched: on } = await readHistory(clone);
      clone.close();
      expect(on).toBe("2025-04-01");
    } finally {
      rmSync(bare, { recursive: true, force: true });
    }
  });
});
