import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { Platform } from "../../src/model/index.ts";
import { readLeads } from "../../src/review/coverage/leads.ts";
import { coveragePage } from "../../src/review/coverage/page.ts";
import { readCoverage } from "../../src/review/coverage/read.ts";
import { unaccounted } from "../../src/review/coverage/unaccounted.ts";

const ARCHIVE = "OpenTermsArchive/pga-versions";
const lead = (path: string, ...commits: string[]) => ({
  archive: ARCHIVE,
  path,
  changes: commits.map((commit) => ({ day: "2026-01-02", commit, kind: "change" })),
});
const [FIRST, SECOND, THIRD] = ["aaaaaaaaaaaa", "bbbbbbbbbbbb", "cccccccccccc"] as const;
const NONE = { wanted: [], documents: [], changes: [] };
const citing = (path: string, ...commits: string[]) =>
  [
    {
      sources: [
        { copies: commits.map((commit) => ({ archive: ARCHIVE, path, commit, captured: "2026-01-02" })) },
      ],
    },
  ] as unknown as Platform[];

describe("what is left", () => {
  test("a document that no record cites, until the list says why", () => {
    const leads = [lead("A/Terms.md", FIRST)];
    expect(unaccounted(leads, [], NONE).documents).toEqual(leads);
    const documents = [{ archive: ARCHIVE, path: "A/Terms.md", why: "For advertisers." }];
    expect(unaccounted(leads, [], { ...NONE, documents })).toEqual({ documents: [], changes: [], stale: [] });
  });
  test("changes of a cited document that no record cites, until the list says why", () => {
    const leads = [lead("A/Terms.md", FIRST, SECOND, THIRD)];
    const changes = [{ archive: ARCHIVE, path: "A/Terms.md", why: "wording" as const, commits: [SECOND] }];
    expect(unaccounted(leads, citing("A/Terms.md", FIRST), { ...NONE, changes }).changes).toEqual([
      lead("A/Terms.md", THIRD),
    ]);
  });
  test("commits may be abbreviated to different lengths", () => {
    const leads = [lead("A/Terms.md", FIRST.slice(0, 7), SECOND.slice(0, 7), THIRD)];
    const changes = [{ archive: ARCHIVE, path: "A/Terms.md", why: "wording" as const, commits: [SECOND] }];
    const cited = citing("A/Terms.md", FIRST, THIRD.slice(0, 8));
    expect(unaccounted(leads, cited, { ...NONE, changes }).changes).toEqual([]);
  });
  test("not the first copy, and not a technical commit", () => {
    const changes = ["first", "technical"].map((kind) => ({ day: "2026-01-02", commit: THIRD, kind }));
    const leads = [{ archive: ARCHIVE, path: "A/Terms.md", changes }];
    expect(unaccounted(leads, citing("A/Terms.md", FIRST), NONE).changes).toEqual([]);
  });
  test("entries of the list that a record or the leads make wrong are named", () => {
    const documents = ["A/Terms.md", "B/Terms.md"].map((path) => ({
      archive: ARCHIVE,
      path,
      why: "Silent.",
    }));
    const left = unaccounted([lead("A/Terms.md", FIRST)], citing("A/Terms.md", FIRST), {
      ...NONE,
      documents,
    });
    expect(left.stale).toEqual([
      `${ARCHIVE} A/Terms.md: a record cites it`,
      `${ARCHIVE} B/Terms.md: not in the leads`,
    ]);
  });
});

describe("a folder of leads", () => {
  const folderWith = (text: string): string => {
    const folder = mkdtempSync(join(tmpdir(), "leads-"));
    writeFileSync(join(folder, "a.jsonl"), text);
    return folder;
  };
  const line = (path: string) =>
    JSON.stringify({ path, changes: [["2026-01-02", `${FIRST}dddd`, 1, 0, "change"]] });

  test("a path as git quotes it is the same document", () => {
    const text = [
      JSON.stringify({ archive: ARCHIVE }),
      line("DALL\\302\\267E/Terms.md"),
      line("DALL·E/Terms.md"),
    ];
    expect(readLeads(folderWith(text.join("\n")))).toEqual([lead("DALL·E/Terms.md", FIRST, FIRST)]);
  });
  test("a line that is none is named", () =>
    expect(() => readLeads(folderWith(`{"archive": "a/b"}\n{"path": 1}\n`))).toThrow(/a\.jsonl:2/));
  test("a folder without leads is an error", () =>
    expect(() => readLeads(mkdtempSync(join(tmpdir(), "leads-")))).toThrow("has no .jsonl files"));
});

test("the list is valid, and each document is on it once", () => {
  const { documents, wanted } = readCoverage("data");
  const keys = documents.map(({ archive, path }) => `${archive} ${path}`);
  expect(keys).toEqual([...new Set(keys)]);
  expect(wanted.map(({ name }) => name)).toEqual([...new Set(wanted.map(({ name }) => name))]);
});

test("the page shows what is wanted, by name, and escapes tables", () => {
  const page = coveragePage({ ...NONE, wanted: [{ name: "A|B", domains: ["a.example"], why: "Nothing." }] });
  expect(page).toContain("| A\\|B | a.example | Nothing. |");
});
