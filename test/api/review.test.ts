import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createApp, services } from "../../src/api/index.ts";
import { publishHistory, Store } from "../../src/db/index.ts";
import { loadHistory } from "../../src/history/history.ts";
import type { WatchState } from "../../src/model/index.ts";
import { reviewState } from "../../src/policy/index.ts";
import { hashOf } from "../../src/records/load.ts";
import { ENGINES, type Engine } from "../fixtures/engines.ts";
import { testHistory } from "../fixtures/history.ts";

describe("the state of a review", () => {
  test.each<[string, Parameters<typeof reviewState>, ReturnType<typeof reviewState>]>([
    [
      "checked recently",
      ["2026-11-01", { state: "current", since: null }, "2026-11-24"],
      { state: "current", since: "2026-11-01" },
    ],
    [
      "no watched documents",
      ["2026-11-01", undefined, "2026-11-24"],
      { state: "current", since: "2026-11-01" },
    ],
    [
      "the day before it is due",
      ["2026-01-01", undefined, "2026-06-29"],
      { state: "current", since: "2026-01-01" },
    ],
    ["the day it is due", ["2026-01-01", undefined, "2026-06-30"], { state: "overdue", since: "2026-06-30" }],
    [
      "a document changed",
      ["2026-11-01", { state: "source-changed", since: "2026-11-10" }, "2026-11-24"],
      { state: "source-changed", since: "2026-11-10" },
    ],
    [
      "a document changed, and the review is overdue",
      ["2026-01-01", { state: "source-changed", since: "2026-02-01" }, "2026-11-24"],
      { state: "source-changed", since: "2026-02-01" },
    ],
  ])("%s", (_, given, expected) => expect(reviewState(...given)).toEqual(expected));
});

const watch = (through = "2026-11-22"): WatchState => ({
  schemaVersion: 1,
  archives: {
    "Example/versions": { head: "a".repeat(40), date: "2026-11-20", fetched: through },
    "Example/later": { head: "b".repeat(40), date: "2026-11-21", fetched: "2026-11-23" },
    "Example/quiet": { head: "c".repeat(40), date: "2023-12-14", fetched: "2026-11-21" },
  },
  records: {
    "platforms/alpha": {
      state: "source-changed",
      since: "2026-11-10",
      sources: ["operator:notice", "policy"],
      archives: ["Example/later", "Example/versions"],
    },
    "platforms/delta": { state: "current", since: null, sources: [], archives: ["Example/later"] },
  },
});

describe.each(ENGINES)("review in answers: %s", (_, open) => {
  let engine: Engine;
  let today: string;
  const put = (state: WatchState | undefined) =>
    publishHistory(engine.db, { ...testHistory(), watch: state }, { hash: hashOf });
  const app = () => createApp(services(new Store(engine.db), { today: () => today, pointerMilliseconds: 0 }));
  const review = async (path: string) =>
    ((await (await app().request(path)).json()) as { review: Record<string, unknown> }).review;
  beforeAll(async () => {
    engine = await open();
    today = "2026-11-24";
    await put(watch());
  });
  afterAll(() => engine.close());

  test("reports what changed, since when, and up to which day the record's own archives were read", async () => {
    expect(await review("/platforms/alpha")).toEqual({
      verified: "2026-11-01",
      openQuestionCount: 0,
      state: "source-changed",
      since: "2026-11-10",
      changedSources: ["operator:notice", "policy"],
      watchedThrough: "2026-11-22",
    });
    expect(await review("/platforms/delta")).toMatchObject({
      state: "current",
      watchedThrough: "2026-11-23",
    });
    expect(await review("/platforms/beta"), "no watched documents; checked in May").toMatchObject({
      state: "overdue",
      since: "2026-10-28",
      watchedThrough: null,
    });
  });
  test("the state depends on the day", async () => {
    const same = app();
    const state = async () =>
      ((await (await same.request("/platforms/delta")).json()) as { review: { state: string } }).review.state;
    expect(await state()).toBe("current");
    today = "2027-06-01";
    expect(await state()).toBe("overdue");
    today = "2026-11-24";
  });
  test("a past release has no review state: its answer never changes", async () => {
    expect(await review("/platforms/alpha?release=2026.11.2")).toMatchObject({
      state: null,
      since: null,
      changedSources: [],
      watchedThrough: null,
    });
  });
  test("a running server shows a later run of the watch without a new publication", async () => {
    const same = app();
    const state = async () =>
      ((await (await same.request("/platforms/alpha")).json()) as { review: { state: string } }).review.state;
    expect(await state()).toBe("source-changed");
    const { changed, rows } = await put({
      ...watch(),
      records: {
        "platforms/alpha": { state: "current", since: null, sources: [], archives: ["Example/quiet"] },
      },
    });
    expect([changed, rows, await state()]).toEqual([false, 0, "current"]);
    expect(await review("/platforms/alpha"), "a quiet archive that was read lately").toMatchObject({
      watchedThrough: "2026-11-21",
    });
    await put(undefined);
    expect(await review("/platforms/alpha")).toMatchObject({ state: "current", watchedThrough: null });
  });
});

test("an invalid watch file is an error that names the remedy", () => {
  const dir = mkdtempSync(join(tmpdir(), "watch-state-"));
  try {
    cpSync("data", dir, { recursive: true });
    expect(loadHistory(dir).watch?.schemaVersion).toBe(1);
    const state = JSON.parse(readFileSync(join(dir, "watch.json"), "utf8")) as WatchState;
    delete state.archives[Object.keys(state.archives)[0] as string];
    writeFileSync(join(dir, "watch.json"), JSON.stringify(state));
    expect(() => loadHistory(dir)).toThrow(
      /valid watch state: records\/.*\/archives\/\d: .* is not in archives \(and \d+ more\)/,
    );
    writeFileSync(join(dir, "watch.json"), "{}");
    expect(() => loadHistory(dir)).toThrow(
      /watch\.json is not a valid watch state: .*`npm run watch -- --write` writes it\./s,
    );
  } finally {
    rmSync(dir, { recursive: true });
  }
});
