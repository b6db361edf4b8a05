import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { runFingerprint, runVerify } from "../../src/entry/cli/evidence.ts";
import { openArchive } from "../../src/evidence/archives.ts";
import { platform, practice, rule } from "../fixtures/records.ts";

/* A real archive, as a clone with a work tree and a bare one. */
let root: string;
let commit: string;
let out: string[];
const options = (archive: string[] = [], more = {}) => ({
  archive,
  all: false,
  show: false,
  quiet: false,
  data: join(root, "data"),
  ...more,
});
const git = (...args: string[]) =>
  execFileSync(
    "git",
    ["-C", join(root, "clone"), "-c", "user.name=T", "-c", "user.email=t@example.org", ...args],
    { encoding: "utf8" },
  ).trim();
const file = () => join(root, "data/platforms/example.json");
const given = (clone = "clone") => [`Example/versions=${join(root, clone)}`];

const record = (over: object = {}) =>
  platform([practice([rule("all")])], {
    sources: [
      {
        id: "policy",
        kind: "policy",
        title: "Privacy Policy",
        publisher: "Example",
        url: "https://example.com/privacy",
        copies: [
          { archive: "Example/versions", commit, path: "Example/Privacy Policy.md", captured: "2025-01-01" },
        ],
        passages: [
          {
            id: "ai",
            copy: 0,
            heading: "How we use data",
            start: "We use",
            end: "to train AI",
            sha256: "0".repeat(64),
            ...over,
          },
        ],
      },
    ],
  });
const write = (value: object) => writeFileSync(file(), `${JSON.stringify(value, null, 2)}\n`);

beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), "evidence-"));
  for (const d of ["data/platforms", "data/operators", "clone/Example"])
    mkdirSync(join(root, d), { recursive: true });
  git("init", "-q");
  writeFileSync(
    join(root, "clone/Example/Privacy Policy.md"),
    "# Privacy\n\nWe use cookies.\n\n## How we use data\n\nWe use [your posts](https://example.com) to **train** AI. ÄÖ\n",
  );
  git("add", ".");
  git("commit", "-qm", "first");
  commit = git("rev-parse", "--short=12", "HEAD");
  writeFileSync(join(root, "clone/Example/Privacy Policy.md"), "gone\n");
  git("commit", "-qam", "second");
  execFileSync("git", ["clone", "-q", "--bare", join(root, "clone"), join(root, "bare")]);
});
afterAll(() => rmSync(root, { recursive: true }));
beforeEach(() => {
  out = [];
  vi.spyOn(console, "log").mockImplementation((line: string) => void out.push(line));
  vi.spyOn(console, "error").mockImplementation((line: string) => void out.push(line));
  write(record());
});

test.each(["clone", "bare"])(
  "fingerprint writes the hash of the passage at its commit, and only that (%s)",
  async (clone) => {
    const before = readFileSync(file(), "utf8");
    expect(await runFingerprint("example", ["policy#ai"], options(given(clone)))).toBe(0);
    const sha = /"sha256": "([0-9a-f]{64})"/.exec(readFileSync(file(), "utf8"))?.[1] ?? "";
    expect(sha).not.toBe("0".repeat(64));
    expect(readFileSync(file(), "utf8")).toBe(before.replace("0".repeat(64), sha));
    expect(await runVerify(["example"], options(given(clone)))).toBe(0);
    expect(out).toContain("example policy#ai: holds");
  },
);

test("verify says what differs, and fails", async () => {
  expect(await runVerify([], options(given(), { all: true }))).toBe(1);
  expect(out[0]).toMatch(/^example policy#ai: differs: recorded 000000000000…, found [0-9a-f]{12}…$/);
  expect(out.at(-1)).toBe(
    "1 passages of 1 records: 0 hold, 0 not found, 1 differ, 0 not checked (archive not given)",
  );
});

test("verify says what is not found, and fails", async () => {
  write(record({ start: "We sell" }));
  expect(await runVerify(["example"], options(given()))).toBe(1);
  expect(out[0]).toBe(
    `example policy#ai: not found: its start (“We sell”) is not in Example/Privacy Policy.md at ${commit}`,
  );
});

test("verify says which archive was not given, and does not fail for it", async () => {
  expect(await runVerify(["example"], options())).toBe(0);
  expect(out[0]).toBe("example policy#ai: archive not given: --archive Example/versions=<git clone>");
});

test("a commit that the clone lacks is not found", async () => {
  const value = record();
  const [source] = value.sources;
  if (source?.copies?.[0]) source.copies[0].commit = "ffffffffffff";
  write(value);
  expect(await runVerify(["example"], options(given()))).toBe(1);
  expect(out[0]).toBe(
    "example policy#ai: not found: the clone of Example/versions has no Example/Privacy Policy.md at ffffffffffff",
  );
});

test.each<[string, () => Promise<number>, string]>([
  ["verify, an unknown record", () => runVerify(["exmaple"], options()), "Did you mean example?"],
  [
    "fingerprint, an unknown passage",
    () => runFingerprint("example", ["policy#al"], options()),
    "Did you mean policy#ai?",
  ],
  [
    "verify, nothing named",
    () => runVerify([], options()),
    "Which records? verify --all, or verify <record>…",
  ],
  [
    "an archive of another form",
    () => runVerify(["example"], options(["nonsense"])),
    "expected <owner/name>=<path of a git clone>",
  ],
  [
    "an archive that is none",
    () => runVerify(["example"], options(["Example/versions=/nowhere"])),
    "Example/versions: /nowhere cannot be read as a git clone",
  ],
])("a wrong call says how to fix it: %s", async (_, call, message) => {
  expect(await call()).toBe(2);
  expect(out.join("\n")).toContain(message);
});

test("thousands of passages take seconds", async () => {
  const value = record();
  const [source] = value.sources;
  const passage = source?.passages?.[0];
  if (source && passage)
    source.passages = Array.from({ length: 5000 }, (_, i) => ({ ...passage, id: `p${i}` }));
  write(value);
  expect(await runVerify(["example"], options(given("bare"), { quiet: true }))).toBe(1);
  expect(out.at(-1)).toContain("5000 differ");
}, 20_000);

describe("a path or commit that git would read otherwise is refused, and the other passages are checked", () => {
  const broken = (over: Record<string, unknown>) => {
    const value = record();
    const [source] = value.sources;
    const [copy, passage] = [source?.copies?.[0], source?.passages?.[0]];
    if (source && copy && passage) {
      source.copies = [copy, { ...copy, ...over } as typeof copy];
      source.passages = [
        { ...passage, id: "bad", copy: 1 },
        { ...passage, id: "good" },
      ];
    }
    write(value);
  };
  test.each<[string, Record<string, unknown>]>([
    ["a path that leads out", { path: "../Privacy Policy.md" }],
    ["a path from here", { path: "./Privacy Policy.md" }],
    ["a path from the root", { path: "/Example/Privacy Policy.md" }],
    ["a path of two lines", { path: "Example/Privacy Policy.md\nHEAD" }],
    ["a path with a control character", { path: "Example/\u0007.md" }],
    ["a folder", { path: "Example/" }],
    ["a path that is a number", { path: 1 }],
    ["a commit that is a search", { commit: ":/first" }],
    ["a commit of two lines", { commit: "abcdef0\nHEAD" }],
  ])("%s", async (_, over) => {
    broken(over);
    expect(await runVerify(["example"], options(given()))).toBe(1);
    expect(out[0]).toMatch(/^example policy#bad: not found: copies\/1 is not valid: (path|commit): /);
    expect(out[1]).toMatch(/^example policy#good: differs: /);
    expect(out).toHaveLength(3);
  });
  test.each([
    [{ copy: "0" }, "copy"],
    [{ start: undefined }, "start"],
  ])("a passage that is not one: %j", async (over, field) => {
    write(record(over));
    expect(await runVerify(["example"], options(given()))).toBe(1);
    expect(out[0]).toContain(`policy#ai: not found: the passage is not valid: ${field}: `);
  });
});

test("after git ended, every later question gets the same error", async () => {
  const archive = openArchive("Example/versions", "/nowhere");
  for (let i = 0; i < 2; i++)
    await expect(archive.read(commit, "x.md")).rejects.toThrow("cannot be read as a git clone");
});

test("a path of two lines shifts no later answer", async () => {
  const archive = openArchive("Example/versions", join(root, "clone"));
  try {
    const path = "Example/Privacy Policy.md";
    const answers = [`x\n${commit}:${path}`, "x\u0000", "Example", "x.md", path].map((p) =>
      archive.read(commit, p),
    );
    expect(await Promise.all(answers.slice(0, -1))).toEqual([undefined, undefined, undefined, undefined]);
    expect(await answers.at(-1)).toContain("# Privacy");
    expect(await archive.blob(git("rev-parse", `${commit}:${path}`))).toContain("# Privacy");
  } finally {
    archive.close();
  }
});
