import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { main, SUBCOMMANDS } from "../../../src/entry/cli/adu.ts";
import { command, run } from "../../../src/entry/cli/command.ts";

let said: string;
beforeEach(() => {
  said = "";
  const hear = (text: string | Uint8Array) => {
    said += text;
    return true;
  };
  vi.spyOn(process.stderr, "write").mockImplementation(hear as never);
  vi.spyOn(process.stdout, "write").mockImplementation(hear as never);
  vi.spyOn(console, "log").mockImplementation((line: string) => void hear(`${line}\n`));
  vi.spyOn(console, "error").mockImplementation((line: string) => void hear(`${line}\n`));
  process.exitCode = undefined;
});
afterEach(() => {
  vi.restoreAllMocks();
  process.exitCode = 0;
});

/** Calls `adu` and gives its exit code. */
const adu = async (...args: string[]) => {
  await main(args);
  return process.exitCode;
};

test.each([[[]], [["--help"]], [["help"]]])("lists the commands: adu %j", async (args) => {
  expect(await adu(...args)).toBe(0);
  for (const name of Object.keys(SUBCOMMANDS)) expect(said).toMatch(new RegExp(`^ {2}${name} +\\S`, "m"));
});

test.each([
  new Error("database or disk is full"),
  new Error("Failed query: insert into x", { cause: new Error("SQLITE_FULL: database or disk is full") }),
])("a full disk is said in one line, without SQL: %s", async (error) => {
  await run(
    command("x", "fails").action(() => Promise.reject(error)),
    [],
  );
  expect([process.exitCode, said]).toEqual([1, "The disk is full. Free some space and try again.\n"]);
});

test("an unknown command gets the nearest, and 2", async () => {
  expect(await adu("valdate")).toBe(2);
  expect(said).toContain("unknown command 'valdate'\n(Did you mean validate?)");
});

describe.each(Object.keys(SUBCOMMANDS))("%s", (name) => {
  test("has help with its name and options, and 0", async () => {
    expect(await adu(name, "--help")).toBe(0);
    expect(said).toContain(`Usage: npm run ${name} -- `);
    const shown = said;
    said = "";
    expect(await adu("help", name)).toBe(0);
    expect(said).toBe(shown);
  });

  test("does not know an option that does not exist, and gives 2", async () => {
    expect(await adu(name, "--no-such-option")).toBe(2);
    expect(said).toMatch(/unknown option '--no-such-option'|required option|missing required argument/);
  });
});

test.each<[string[], string]>([
  [["diff", "--formt", "json"], "Did you mean --format?"],
  [["watch", "--archiv", "a/b=c"], "Did you mean --archive?"],
  [["release", "verfy"], "Did you mean verify?"],
  [["agree", "mine.json"], "missing required argument 'b'"],
  [["validate", "--format", "jsn"], "Did you mean json?"],
])("a wrong call gets one line that helps, and 2: %j", async (args, message) => {
  expect(await adu(...args)).toBe(2);
  expect(said).toContain(message);
});

test("every npm script that calls adu names a command", () => {
  const { scripts } = JSON.parse(readFileSync("package.json", "utf8")) as { scripts: Record<string, string> };
  const called = Object.values(scripts).flatMap((script) =>
    [...script.matchAll(/cli\/run\.mjs (\S+)/g)].map(([, name]) => name),
  );
  expect(called.length).toBeGreaterThan(10);
  expect(called.filter((name) => !Object.hasOwn(SUBCOMMANDS, name as string))).toEqual([]);
});

/** The files and packages that a file loads when it is imported. */
function loadedBy(file: string, found = new Set<string>()): Set<string> {
  if (found.has(file)) return found;
  found.add(file);
  for (const [, types, target = ""] of readFileSync(file, "utf8").matchAll(
    /^(?:import|export)\s+(type\s)?[^"';]*?from\s+"([^"]+)"/gm,
  ))
    if (types === undefined) {
      if (target.startsWith(".")) loadedBy(join(dirname(file), target), found);
      else found.add(target);
    }
  return found;
}

test("a command loads what it needs: checking records loads neither the server nor a database", () => {
  const loaded = [...loadedBy("src/entry/cli/adu.ts"), ...loadedBy("src/entry/cli/validate.ts")];
  expect(loaded).toContain("src/records/validate.ts");
  expect(
    loaded.filter((path) => /^(src\/(api|db|exports)\/|hono|@hono|drizzle|@libsql|wrangler)/.test(path)),
  ).toEqual([]);
});

test("a reader that stops early ends the command without an error", () => {
  const { stderr, stdout } = spawnSync(
    "sh",
    [
      "-c",
      `"${process.execPath}" src/entry/cli/adu.ts validate --format sarif --data test/fixtures/broken/not-a-record | head -c 1`,
    ],
    { encoding: "utf8" },
  );
  expect([stdout, stderr]).toEqual(["{", ""]);
});

test("every command prints through one module, which escapes what records and files say", () => {
  const folder = "src/entry/cli";
  const direct = readdirSync(folder).filter(
    (file) =>
      file !== "print.ts" &&
      /console\.|process\.std(out|err)\.write/.test(readFileSync(join(folder, file), "utf8")),
  );
  expect(direct).toEqual([]);
});
