import { readFileSync } from "node:fs";
import fc from "fast-check";
import { expect, test } from "vitest";
import { watchStateSchema } from "../../src/model/index.ts";
import { loadDataset } from "../../src/records/load.ts";
import { compareDocument } from "../../src/watch/compare.ts";
import type { CitedDocument } from "../../src/watch/documents.ts";
import type { Commit, History, Version } from "../../src/watch/history.ts";
import { Text } from "../../src/watch/text.ts";

/* What holds for every history of a document. */
const SENTENCES = [
  "We use AI.",
  "We train our models with posts.",
  "Your data is yours.",
  "Cookies are kept for a day.",
  "An LLM reads along.",
  "Write to us.",
];
const text = fc.shuffledSubarray(SENTENCES, { minLength: 3 }).map((s) => s.join("\n\n"));
const step = fc.record({ text: fc.option(text, { nil: null }), capture: fc.boolean() });

function compared(texts: readonly { text: string | null; capture: boolean }[]) {
  const versions = texts.map(({ text, capture }, index): Version => {
    const commit: Commit = {
      index,
      hash: String(index).padStart(40, "0"),
      day: "2025-01-01",
      subject: "",
      capture,
    };
    return { commit, path: "x.md", blob: text };
  });
  const head: Commit = { ...(versions.at(-1) as Version).commit, index: versions.length, day: "2026-01-01" };
  const history = { head, versions: () => versions, pathOf: () => undefined } as unknown as History;
  const document: CitedDocument = {
    record: "platforms/x",
    archive: "a/b",
    path: "x.md",
    sources: [],
    citedBy: [],
    current: true,
    passages: [],
    names: [],
    commits: [],
    readUntil: "2025-01-01",
  };
  const read = async (v: Version): Promise<Text> => new Text(v.blob as string);
  return compareDocument(document, versions[0] as Version, history, read, async () => false);
}

test("whatever happened in between, a document that says the same again did not move", () =>
  fc.assert(
    fc.asyncProperty(text, fc.array(step), async (first, between) => {
      const moved = await compared([
        { text: first, capture: false },
        ...between,
        { text: first, capture: false },
      ]);
      expect(moved).toBeUndefined();
    }),
  ));

test("changes of capture alone never bring sentences about AI", () =>
  fc.assert(
    fc.asyncProperty(text, fc.array(text, { minLength: 1 }), async (first, later) => {
      const moved = await compared([
        { text: first, capture: false },
        ...later.map((t) => ({ text: t, capture: true })),
      ]);
      expect(moved?.ai ?? []).toEqual([]);
      expect(moved?.changes ?? []).toEqual([]);
    }),
  ));

test("a sentence is shown in at most eight words, and once", () =>
  fc.assert(
    fc.asyncProperty(text, text, async (first, last) => {
      const moved = await compared([
        { text: first, capture: false },
        { text: last, capture: false },
      ]);
      for (const { words, was } of moved?.ai ?? [])
        expect(Math.max(words.split(" ").length, (was ?? "").split(" ").length)).toBeLessThanOrEqual(8);
      fc.pre(!moved?.fate); // A text that lost most of its words is not compared.
      const shown = (moved?.ai ?? [])
        .flatMap((a) => (a.change === "reworded" ? 2 : 1))
        .reduce((a, b) => a + b, 0);
      const differ = [...new Set([...new Text(first).ai, ...new Text(last).ai])].filter(
        (s) => new Text(first).ai.has(s) !== new Text(last).ai.has(s),
      );
      expect(shown).toBe(differ.length);
    }),
  ));

test("the committed state is of its form, and names records and sources that are there", () => {
  const state = watchStateSchema.parse(JSON.parse(readFileSync("data/watch.json", "utf8")));
  const { platforms, operators } = loadDataset("data");
  const unknown = Object.entries(state.records).flatMap(([key, { sources }]) => {
    const platform = platforms.find((p) => `platforms/${p.id}` === key);
    const shared = operators.find((o) => o.id === platform?.operator)?.sources ?? [];
    const known = [...(platform?.sources ?? []).map((s) => s.id), ...shared.map((s) => `operator:${s.id}`)];
    return platform ? sources.filter((s) => !known.includes(s)) : [key];
  });
  expect(unknown).toEqual([]);
});
