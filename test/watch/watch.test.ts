import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { runWatch, type WatchCommandOptions } from "../../src/entry/cli/watch.ts";
import { findPassage, fingerprint, normalise } from "../../src/evidence/passages.ts";
import {
  dayOf,
  type Operator,
  type Passage,
  type Platform,
  type Source,
  watchStateSchema,
} from "../../src/model/index.ts";
import { type Queue, queueSchema } from "../../src/watch/queue.ts";
import { type TestArchive, testArchive } from "../fixtures/archive.ts";
import { event, hosts, operator, platform, practice, rule, uses } from "../fixtures/records.ts";

/* An invented service whose policy an archive keeps, and a record that cites it. */
const PATH = "Example/Privacy Policy.md";
const FILLER = Array.from(
  { length: 12 },
  (_, i) => `Paragraph ${i} tells of accounts, cookies and how long they are kept.`,
).join("\n\n");
const AI = "We use your posts to train our models.";
const HISTORY = "Since spring this notice also speaks of helpers.";
const policy = (ai = AI, rest = "") =>
  `# Privacy\n\n## How we use data\n\n${ai}\n\n${HISTORY}\n\n${rest}\n\n${FILLER}\n`;

let root: string;
let archive: TestArchive;
let out: string[];
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "watch-"));
  for (const d of ["data/platforms", "data/operators"]) mkdirSync(join(root, d), { recursive: true });
  archive = testArchive();
  out = [];
  vi.spyOn(console, "log").mockImplementation((lines: string) => void out.push(...lines.split("\n")));
  vi.spyOn(console, "error").mockImplementation((lines: string) => void out.push(...lines.split("\n")));
});
afterEach(() => {
  archive.remove();
  rmSync(root, { recursive: true });
  vi.restoreAllMocks();
});

const passage = (id: string, text: string, words: string, more: Partial<Passage> = {}): Passage => {
  const marks = {
    start: words.split(" ").slice(0, 3).join(" "),
    end: words.split(" ").slice(-2).join(" "),
    ...more,
  };
  const found = findPassage(normalise(text), marks);
  return { id, copy: 0, ...marks, sha256: "text" in found ? fingerprint(found.text) : "" };
};
const source = (commit: string, captured: string, text = policy(), more: Partial<Source> = {}): Source => ({
  id: "policy",
  kind: "policy",
  title: "Privacy Policy",
  publisher: "Example",
  url: "https://example.com/privacy",
  copies: [{ archive: archive.name, commit, path: PATH, captured }],
  passages: [passage("ai", text, AI, { heading: "How we use data" }), passage("history", text, HISTORY)],
  ...more,
});
const help: Source = {
  id: "help",
  kind: "help",
  title: "Help",
  publisher: "Example",
  url: "https://example.com/help",
};
const record = (sources: Source[], over: Partial<Platform> = {}): Platform =>
  platform([practice([uses("all", "no-choice")])], {
    sources: [...sources, help],
    events: [event("notice", "terms-changed", { observed: "2025-01-10" }, { evidence: ["policy#history"] })],
    ...over,
  });
function write(platforms: Platform[], operators: Operator[] = [operator()]): void {
  for (const p of platforms)
    writeFileSync(join(root, `data/platforms/${p.id}.json`), JSON.stringify(p, null, 2));
  for (const o of operators)
    writeFileSync(join(root, `data/operators/${o.id}.json`), JSON.stringify(o, null, 2));
}

const run = (more: Partial<WatchCommandOptions> = {}): Promise<number> =>
  runWatch({
    archive: [archive.given],
    data: join(root, "data"),
    out: join(root, "out"),
    record: [],
    readBefore: [],
    state: join(root, "watch.json"),
    write: false,
    json: false,
    ...more,
  });
const queue = (): Queue => queueSchema.parse(JSON.parse(readFileSync(join(root, "out/queue.json"), "utf8")));
const markdown = (): string => readFileSync(join(root, "out/queue.md"), "utf8");

/** A record read on 10 January, and what the archive kept after it. */
function readOnce(
  later: readonly (readonly [day: string, subject: string, text: string | null])[],
  over: Partial<Platform> = {},
): void {
  archive.commit("2025-01-01", "First record of Example Privacy Policy", {
    [PATH]: policy("An older text."),
  });
  const commit = archive.commit("2025-01-10", "Record new changes of Example Privacy Policy", {
    [PATH]: policy(),
  });
  for (const [day, subject, text] of later) archive.commit(day, subject, { [PATH]: text });
  archive.commit("2025-12-01", "Record new changes of something else", { "Other/Terms.md": "Nothing." });
  write([record([source(commit, "2025-01-10")], over)]);
}
const CHANGE = "Record new changes of Example Privacy Policy";
const UPGRADE = "Apply technical or declaration upgrade on Example Privacy Policy";

test("nothing moved: 0, an empty queue", async () => {
  readOnce([]);
  expect(await run()).toBe(0);
  expect(queue()).toMatchObject({ watched: 1, items: [], otherText: [], unwatched: [] });
  expect(out.at(-1)).toBe("1 documents compared: 0 records to review, 0 documents with other text only.");
});

test("words that an answer rests on are gone: 1, with the commits, the days, and what rests on them", async () => {
  readOnce([
    [
      "2025-03-01",
      CHANGE,
      policy("We use your posts and messages to train artificial intelligence of our partners."),
    ],
  ]);
  expect(await run()).toBe(1);
  const [item] = queue().items;
  expect(item).toMatchObject({
    record: "platforms/example",
    urgency: "answer",
    platforms: ["platforms/example"],
    since: "2025-03-01",
  });
  const [document] = item?.documents ?? [];
  expect(document).toMatchObject({
    read: { date: "2025-01-10" },
    head: { date: "2025-03-01" },
    changes: [{ date: "2025-03-01", passages: 1, ai: 1 }],
  });
  expect(document?.passages.map((p) => [p.ref, p.state])).toEqual([
    ["policy#ai", "changed"],
    ["policy#history", "stands"],
  ]);
  expect(document?.passages[0]?.facts).toEqual([
    {
      platform: "platforms/example",
      kind: "dataUse",
      practice: "training",
      id: "all",
      current: true,
      others: [],
    },
  ]);
  expect(document?.ai).toMatchObject({
    added: 0,
    removed: 0,
    reworded: 1,
    sentences: [
      {
        was: "we use your posts to train our models",
        words: "your posts and messages to train artificial intelligence",
      },
    ],
  });
  expect(document?.look[0]).toBe(
    "policy#ai has other words since 2025-03-01. It is evidence for example training/all: dataUse; nothing else supports it.",
  );
  expect(markdown()).toContain("- [ ] policy\\#ai has other words since 2025-03-01.");
});

test("sentences about AI come and go by count and in at most eight words each", async () => {
  const long =
    "From now on an assistant with artificial intelligence may read along wherever you write and keep what it needs for itself.";
  readOnce([["2025-03-01", CHANGE, policy(AI, `${long}\n\nYour parcels travel by train.`)]]);
  expect(await run()).toBe(1);
  const [item] = queue().items;
  expect(item?.urgency).toBe("ai-text");
  expect(item?.documents[0]?.ai).toMatchObject({ added: 1, removed: 0, reworded: 0 });
  for (const s of item?.documents[0]?.ai.sentences ?? [])
    expect(s.words.split(" ").length).toBeLessThanOrEqual(8);
  expect(markdown()).not.toContain("keep what it needs");
});

test.each([
  [
    "changes of capture",
    [["2025-03-01", UPGRADE, policy("Menu AI. We use other words for models to train.")]],
  ],
  [
    "an older archive's changes of capture",
    [["2025-03-01", "Refilter Example Privacy Policy", policy("AI page")]],
  ],
  [
    "text that vanishes and returns",
    [
      ["2025-03-01", CHANGE, policy("Nothing.")],
      ["2025-03-02", CHANGE, policy()],
    ],
  ],
  [
    "a document that is emptied and returns",
    [
      ["2025-03-01", CHANGE, "Please wait.\n"],
      ["2025-03-02", CHANGE, policy()],
    ],
  ],
  [
    "a document that goes and returns",
    [
      ["2025-03-01", CHANGE, null],
      ["2025-03-02", CHANGE, policy()],
    ],
  ],
  [
    "links, marks, line breaks and numbers of lists",
    [
      [
        "2025-03-01",
        CHANGE,
        policy(`1. We use [your posts](https://example.com/ai)\nto **train** our models.`),
      ],
    ],
  ],
  ["text that nothing rests on", [["2025-03-01", CHANGE, policy(AI, "We moved to another town.")]]],
] satisfies [string, Parameters<typeof readOnce>[0]][])("not reported: %s", async (_, later) => {
  readOnce(later);
  const code = await run();
  expect(queue().items.filter((i) => i.urgency !== "capture")).toEqual([]);
  if (!later.some(([, subject]) => subject !== CHANGE)) expect(code).toBe(0);
});

test("what a change of capture hides is said, as no change of the document", async () => {
  readOnce([["2025-03-01", UPGRADE, policy("Something else.")]]);
  expect(await run({ write: true })).toBe(1);
  const [item] = queue().items;
  expect(item).toMatchObject({ urgency: "capture", documents: [{ changes: [], ignored: { capture: 2 } }] });
  expect(item?.documents[0]?.passages[0]?.state).toBe("recaptured");
  expect(JSON.parse(readFileSync(join(root, "watch.json"), "utf8")).records["platforms/example"].state).toBe(
    "current",
  );
});

test("a change between changes of capture is found, and they are not named", async () => {
  readOnce([
    ["2025-02-01", UPGRADE, policy(AI, "Menu")],
    ["2025-03-01", CHANGE, policy("We sell your posts.", "Menu")],
    ["2025-04-01", UPGRADE, policy("We sell your posts.", "Other menu")],
  ]);
  expect(await run()).toBe(1);
  expect(queue().items[0]?.documents[0]?.changes.map((c) => c.date)).toEqual(["2025-03-01"]);
});

test("text that comes and goes is news only once it stays", async () => {
  const flapping = [
    ["2025-11-20", CHANGE, policy("We sell your posts.")],
    ["2025-11-22", CHANGE, policy()],
    ["2025-11-25", CHANGE, policy("We sell your posts.")],
  ] as const;
  readOnce(flapping);
  expect(await run()).toBe(0);
  archive.commit("2026-01-10", "Record new changes of something else", { "Other/Terms.md": "Nothing new." });
  expect(await run()).toBe(1);
  expect(queue().items[0]?.documents[0]?.changes.at(-1)?.date).toBe("2025-11-25");
});

test("a document that lost most of its text is reported, and its last full copy is compared", async () => {
  readOnce([
    ["2025-03-01", CHANGE, policy(AI, "Our assistant uses AI.")],
    ["2025-04-01", CHANGE, "Are you a robot?\n"],
  ]);
  expect(await run()).toBe(1);
  expect(queue().items[0]?.documents[0]).toMatchObject({
    urgency: "ai-text",
    fate: { kind: "emptied", since: { date: "2025-04-01" } },
    ai: { added: 1, removed: 0 },
  });
});

test("a document that the archive renamed is followed", async () => {
  readOnce([]);
  archive.commit("2025-12-05", "Rename Example to Sample", {
    [PATH]: null,
    "Sample/Privacy Policy.md": policy(),
  });
  expect(await run()).toBe(1);
  expect(queue().items[0]).toMatchObject({
    urgency: "capture",
    since: "2025-12-05",
    documents: [{ fate: { kind: "renamed", to: "Sample/Privacy Policy.md" } }],
  });
  archive.commit("2026-02-05", "Record new changes of Sample Privacy Policy", {
    "Sample/Privacy Policy.md": policy("We sell your posts."),
  });
  expect(await run()).toBe(1);
  expect(queue().items[0]?.documents[0]).toMatchObject({
    urgency: "answer",
    changes: [{ date: "2025-12-05" }, { date: "2026-02-05" }].slice(1),
  });
});

test("a document that the archive renamed and renamed back is followed to what changed afterwards", async () => {
  readOnce([]);
  const moved = "Sample/Privacy Policy.md";
  archive.commit("2025-12-05", "Rename Example to Sample", { [PATH]: null, [moved]: policy() });
  archive.commit("2025-12-06", "Rename Sample to Example", { [moved]: null, [PATH]: policy() });
  expect(await run()).toBe(0);
  archive.commit("2026-02-05", CHANGE, { [PATH]: policy("We sell your posts.") });
  expect(await run()).toBe(1);
  expect(queue().items[0]?.documents[0]).toMatchObject({
    urgency: "answer",
    fate: null,
    changes: [{ date: "2026-02-05" }],
  });
});

test("a document that was read elsewhere after a rename is watched under its new name", async () => {
  readOnce([]);
  const moved = "Sample/Privacy Policy.md";
  archive.commit("2025-12-05", "Rename Example to Sample", { [PATH]: null, [moved]: policy() });
  const elsewhere = testArchive("Example/elsewhere");
  try {
    const commit = elsewhere.commit("2025-12-20", CHANGE, { "x.md": policy() });
    const there = JSON.parse(readFileSync(join(root, "data/platforms/example.json"), "utf8")) as Platform;
    const copy = { archive: elsewhere.name, commit, path: "x.md", captured: "2025-12-20" };
    write([
      { ...there, sources: there.sources.map((s) => (s.copies ? { ...s, copies: [...s.copies, copy] } : s)) },
    ]);
    const both = { archive: [archive.given, elsewhere.given] };
    expect(await run(both)).toBe(0);
    archive.commit("2026-02-05", CHANGE, { [moved]: policy("We sell your posts.") });
    expect(await run(both)).toBe(1);
    expect(queue().unwatched).toEqual([]);
    expect(queue().items[0]?.documents).toMatchObject([{ urgency: "answer", fate: null }]);
  } finally {
    elsewhere.remove();
  }
});

test("a document that the archive removed is reported", async () => {
  readOnce([["2025-05-01", "Remove Example", null]]);
  expect(await run()).toBe(1);
  expect(queue().items[0]).toMatchObject({
    urgency: "capture",
    documents: [{ fate: { kind: "removed", since: { date: "2025-05-01" }, to: null } }],
  });
  expect(out.slice(0, 2)).toEqual([
    "capture platforms/example, since 2025-05-01",
    `        ${PATH} (Example/versions): removed 2025-05-01`,
  ]);
});

test("the same words elsewhere in the document still stand", async () => {
  readOnce([
    ["2025-03-01", CHANGE, `# Privacy\n\n${AI}\n\n## What happens to data\n\n${HISTORY}\n\n${FILLER}\n`],
  ]);
  expect(await run()).toBe(0);
});

test("an event's words being gone is less urgent, and what only the past rests on asks for nothing", async () => {
  const gone = policy().replace(HISTORY, "");
  readOnce([["2025-03-01", CHANGE, gone]]);
  expect(await run()).toBe(1);
  expect(queue().items[0]).toMatchObject({
    urgency: "detail",
    documents: [{ passages: [{ state: "stands" }, { ref: "policy#history", state: "gone" }] }],
  });

  const past = {
    practices: [
      practice([
        uses("before", "no-choice", { when: { until: "2025-02-01" } }),
        rule("now", { dataUse: "not-stated", evidence: { dataUse: ["help"] } }),
      ]),
    ],
  };
  readOnce([["2025-04-01", CHANGE, policy("We sell your posts.")]], past);
  expect(await run()).toBe(0);
  expect(queue().otherText).toHaveLength(1);
});

test("words that the record's author read in another document are no news; a document read later elsewhere was read here too", async () => {
  const other = "We train our models in the cellar.";
  archive.commit("2025-01-01", "First record", { [PATH]: policy() });
  const commit = archive.commit("2025-01-10", CHANGE, {
    "Example/Terms.md": `# Terms\n\n${other}\n\n${FILLER}`,
  });
  archive.commit("2025-03-01", CHANGE, { [PATH]: policy(AI, other) });
  const terms: Source = {
    ...source(commit, "2025-01-10"),
    id: "terms",
    url: "https://example.com/terms",
    passages: [],
    copies: [{ archive: archive.name, commit, path: "Example/Terms.md", captured: "2025-01-10" }],
  };
  const uses_ = {
    practices: [
      practice([
        uses("all", "no-choice", { evidence: { dataUse: ["policy#ai"], defaultState: ["terms", "help"] } }),
      ]),
    ],
  };
  write([record([source(commit, "2025-01-10"), terms], uses_)]);
  expect(await run()).toBe(0);

  archive.commit("2025-03-02", CHANGE, { [PATH]: policy("We sell your posts.") });
  expect(await run()).toBe(1);
  const second = testArchive("Example/other-versions");
  const later = second.commit("2025-03-05", "First record", { [PATH]: policy() });
  const twice = source(commit, "2025-01-10");
  write([
    record(
      [
        {
          ...twice,
          copies: [
            ...(twice.copies ?? []),
            { archive: second.name, commit: later, path: PATH, captured: "2025-03-05" },
          ],
        },
        terms,
      ],
      uses_,
    ),
  ]);
  expect(await run({ archive: [archive.given, second.given] })).toBe(0);
  second.remove();
});

describe("an operator's shared document", () => {
  const shared = (): void => {
    const commit = archive.commit("2025-01-10", CHANGE, { [PATH]: policy() });
    archive.commit("2025-03-01", CHANGE, { [PATH]: policy("We sell your posts.") });
    const cites = practice([
      uses("all", "no-choice", { evidence: { dataUse: ["operator:policy#ai"], defaultState: ["help"] } }),
    ]);
    const base = { sources: [help], events: [] };
    write(
      [
        platform([cites], base),
        platform([cites], { ...base, id: "sibling", domains: hosts("sibling.example") }),
        platform([practice([rule("all", { evidence: { dataUse: ["help"] } })])], {
          ...base,
          id: "loner",
          domains: hosts("loner.example"),
        }),
      ],
      [operator({ sources: [source(commit, "2025-01-10")] })],
    );
  };

  test("is one item, that names the platforms it concerns", async () => {
    shared();
    expect(await run()).toBe(1);
    expect(queue().items.map((i) => [i.record, i.platforms])).toEqual([
      ["operators/example-corp", ["platforms/example", "platforms/sibling"]],
    ]);
    expect(await run({ record: ["sibling"] })).toBe(1);
    expect(await run({ record: ["loner"] })).toBe(0);
  });

  test("makes each of them changed in the state", async () => {
    shared();
    await run({ write: true });
    const state = watchStateSchema.parse(JSON.parse(readFileSync(join(root, "watch.json"), "utf8")));
    expect(state.archives[archive.name]).toMatchObject({ date: "2025-03-01", fetched: dayOf(new Date()) });
    const changed = {
      state: "source-changed",
      since: "2025-03-01",
      sources: ["operator:policy"],
      archives: [archive.name],
    };
    expect(state.records).toEqual({ "platforms/example": changed, "platforms/sibling": changed });
  });
});

test("as if it had been read before a day, whatever the record cites", async () => {
  archive.commit("2025-01-10", CHANGE, { [PATH]: policy("We ask nobody.") });
  archive.commit("2025-02-01", UPGRADE, { [PATH]: policy("We ask nobody.", "Menu") });
  archive.commit("2025-03-01", CHANGE, { [PATH]: policy(AI, "Menu") });
  const commit = archive.commit("2025-04-01", CHANGE, { [PATH]: policy(AI, "Menu. A branch was closed.") });
  write([record([source(commit, "2025-04-01")])]);
  expect(await run()).toBe(0);
  for (const told of [{ readBefore: ["example=2025-02-15"] }, { since: "2025-02-15" }]) {
    expect(await run(told)).toBe(1);
    expect(queue().items[0]?.documents[0]).toMatchObject({
      read: { date: "2025-02-01" },
      changes: [
        { date: "2025-03-01", ai: 1 },
        { date: "2025-04-01", ai: 0, passages: 0 },
      ],
    });
  }
  expect(await run({ readBefore: ["example=2024-01-01"] })).toBe(0);
  expect(queue().unwatched).toMatchObject([{ why: "no-copy-before" }]);
});

test("a record's own name is no statement about AI; the same name in another's record is", async () => {
  readOnce([["2025-03-01", CHANGE, policy(AI, "Deep Learning Club moved to another town.")]], {
    name: "Deep Learning Club",
  });
  expect(await run()).toBe(0);
  write([
    { ...JSON.parse(readFileSync(join(root, "data/platforms/example.json"), "utf8")), name: "Example" },
  ]);
  expect(await run()).toBe(1);
});

test("most urgent first, and the same twice over", async () => {
  const commit = archive.commit(
    "2025-01-10",
    CHANGE,
    Object.fromEntries(["a", "b", "c"].map((x) => [`${x}.md`, policy()])),
  );
  archive.commit("2025-03-01", CHANGE, {
    "a.md": policy().replace(HISTORY, ""),
    "b.md": policy(AI, "An assistant uses AI."),
    "c.md": policy("We sell your posts."),
  });
  write(
    ["a", "b", "c"].map((id) =>
      record(
        [
          {
            ...source(commit, "2025-01-10"),
            copies: [{ archive: archive.name, commit, path: `${id}.md`, captured: "2025-01-10" }],
          },
        ],
        {
          id,
          domains: hosts(`${id}.example`),
        },
      ),
    ),
  );
  expect(await run()).toBe(1);
  expect(queue().items.map((i) => [i.record, i.urgency])).toEqual([
    ["platforms/c", "answer"],
    ["platforms/b", "ai-text"],
    ["platforms/a", "detail"],
  ]);
  const first = readFileSync(join(root, "out/queue.json"), "utf8");
  await run();
  expect(readFileSync(join(root, "out/queue.json"), "utf8")).toBe(first);
});

test("a commit that the clone lacks asks for a person; an archive that was not given does not", async () => {
  readOnce([]);
  write([record([source("ffffffffffff", "2025-01-10")])]);
  expect(await run()).toBe(1);
  expect(out[0]).toBe(
    `missing platforms/example: Example/versions has no commit ffffffffffff under its HEAD (${PATH})`,
  );
  const elsewhere = testArchive("Other/versions");
  elsewhere.commit("2025-01-01", "First", { "a.md": "a" });
  expect(await run({ archive: [elsewhere.given] })).toBe(0);
  expect(out.at(-1)).toBe(
    "0 documents compared: 0 records to review, 0 documents with other text only, 1 not compared (archive not given).",
  );
  elsewhere.remove();
});

test("a path that the archive gave up before the document was read elsewhere has nothing left to watch", async () => {
  const commit = archive.commit("2025-01-10", CHANGE, { [PATH]: policy() });
  archive.commit("2025-02-01", "Move", { [PATH]: null, "Elsewhere.md": "Quite another text.\n" });
  const later = archive.commit("2025-03-01", CHANGE, { "New/Privacy Policy.md": policy() });
  const first = source(commit, "2025-01-10");
  write([
    record([
      {
        ...first,
        copies: [
          ...(first.copies ?? []),
          { archive: archive.name, commit: later, path: "New/Privacy Policy.md", captured: "2025-03-01" },
        ],
      },
    ]),
  ]);
  expect(await run()).toBe(0);
  expect(queue()).toMatchObject({ watched: 1, unwatched: [{ path: PATH, why: "went-before" }] });
});

test("a clone that lacks contents that nothing cites is still walked", async () => {
  readOnce([["2025-03-01", CHANGE, policy("We sell your posts.")]]);
  archive.commit("2025-12-05", "Add", { "Other/Old.md": `${FILLER} old` });
  archive.commit("2025-12-06", "Rename and edit", { "Other/Old.md": null, "Other/New.md": `${FILLER} new` });
  const blob = spawnSync("git", ["-C", archive.path, "rev-parse", "HEAD~1:Other/Old.md"], {
    encoding: "utf8",
  }).stdout.trim();
  rmSync(join(archive.path, ".git/objects", blob.slice(0, 2), blob.slice(2)));
  expect(await run()).toBe(1);
  expect(queue().items[0]?.urgency).toBe("answer");
});

test.each<[string, Partial<WatchCommandOptions>, string]>([
  ["no archive", { archive: [] }, "Which archives? Give each as --archive <owner/name>=<clone>"],
  ["an archive of another form", { archive: ["nonsense"] }, "expected <owner/name>=<path of a git clone>"],
  [
    "an archive that does not exist",
    { archive: ["Example/versions=/nowhere"] },
    "Example/versions: /nowhere cannot be read as a git clone",
  ],
  [
    "an unknown record",
    { record: ["exmaple"] },
    "--record exmaple: there is no record platforms/exmaple. Did you mean platforms/example?",
  ],
  [
    "an unknown record, read before",
    { readBefore: ["exmaple=2025-01-01"] },
    "Did you mean platforms/example?",
  ],
  [
    "no day",
    { readBefore: ["example"] },
    "--read-before example: nothing is not a day; write YYYY-MM-DD, for example --read-before linkedin=2025-11-01",
  ],
  [
    "a day that does not exist",
    { since: "2025-02-30" },
    "--since: 2025-02-30 is not a day; write YYYY-MM-DD",
  ],
  [
    "writing a state that is not today's",
    { write: true, record: ["example"] },
    "--write stores the state of all records; it cannot be combined with",
  ],
])("a wrong call says how to fix it: %s", async (_, options, message) => {
  readOnce([]);
  expect(await run(options)).toBe(2);
  expect(out.join("\n")).toContain(message);
});
