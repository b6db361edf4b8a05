import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PassThrough } from "node:stream";
import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { askAt } from "../../../src/entry/cli/ask.ts";
import { runNew } from "../../../src/entry/cli/new.ts";
import { runValidate } from "../../../src/entry/cli/validate.ts";
import { recordText } from "../../../src/records/format.ts";
import { operator } from "../../fixtures/records.ts";

/* The real prompts, over streams in place of a terminal. */
let data: string;
let shown: string;
let keys: PassThrough;
let terminal: { input: PassThrough; output: PassThrough };

beforeEach(() => {
  shown = "";
  keys = new PassThrough();
  // A terminal stays open when a question is answered.
  const output = new PassThrough();
  output.end = () => output;
  terminal = { input: keys, output };
  output.on("data", (chunk: Buffer) => {
    shown += chunk.toString();
  });
  data = join(mkdtempSync(join(tmpdir(), "ask-")), "data");
  for (const folder of ["platforms", "operators"]) mkdirSync(join(data, folder), { recursive: true });
  writeFileSync(join(data, "operators/example-corp.json"), recordText("operator", operator()));
  vi.spyOn(console, "log").mockImplementation(() => {});
  vi.spyOn(console, "error").mockImplementation(() => {});
});
afterEach(() => {
  vi.restoreAllMocks();
  rmSync(join(data, ".."), { recursive: true });
});

/** Waits for a question, then types. */
async function answer(question: string, typed: string): Promise<void> {
  await vi.waitFor(() => expect(shown).toContain(question), 10_000);
  await sleep(50);
  keys.write(typed);
  await sleep(50);
  keys.write("\r");
}
const options = { domain: [], document: [], archive: [], dryRun: false };

test("what was not given is asked for, and makes a valid record", async () => {
  const done = runNew(undefined, { ...options, data }, askAt(terminal));
  await answer("Its domain:", "acme.com");
  await answer("Its id, the file's name:", "");
  await answer("Its name:", " & Co");
  await answer("What is it mainly?", "messag");
  await answer("Who runs it?", "no such company");
  await answer("The company's usual name:", "Acme Inc");
  await answer("Where it is seated", "france");
  await answer("privacy policy (empty: not known):", "https://acme.com/privacy");
  await answer("its terms (empty: not known):", "");
  expect(await done).toBe(0);
  expect(runValidate([], { data, json: false })).toBe(0);
  const record = JSON.parse(readFileSync(join(data, "platforms/acme.json"), "utf8"));
  expect([record.name, record.operator, record.category, record.sources.length]).toEqual([
    "& Co",
    "acme-inc",
    "messaging",
    1,
  ]);
  expect(JSON.parse(readFileSync(join(data, "operators/acme-inc.json"), "utf8")).jurisdiction).toBe("FR");
});

test("a wrong answer gets a message, and the question again", async () => {
  const done = runNew(
    "acme",
    { ...options, data, category: "work", operator: "example-corp" },
    askAt(terminal),
  );
  await answer("Its domain:", "nonsense");
  await answer("is not a domain or URL", `${"\b".repeat(8)}acme.com`);
  await answer("Its name:", "");
  await answer("privacy policy (empty", "");
  await answer("its terms (empty", "");
  expect(await done).toBe(0);
  expect(JSON.parse(readFileSync(join(data, "platforms/acme.json"), "utf8")).domains).toEqual([
    { host: "acme.com", role: "main" },
  ]);
});

test("Ctrl-C at a question writes nothing, and is no success", async () => {
  const done = runNew(
    "acme",
    { ...options, data, category: "work", operator: "example-corp" },
    askAt(terminal),
  );
  await answer("Its domain:", "acme.com");
  await vi.waitFor(() => expect(shown).toContain("Its name:"), 10_000);
  keys.write("\x03");
  expect(await done).toBe(1);
  expect(console.error).toHaveBeenCalledWith("Nothing was written.");
});
