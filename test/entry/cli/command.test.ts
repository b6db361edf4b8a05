import { readFileSync } from "node:fs";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { collect, command, exits, reportError, run } from "../../../src/entry/cli/command.ts";
import { UsageError } from "../../../src/text/usage-error.ts";

let said: string;
beforeEach(() => {
  said = "";
  const hear = (text: string | Uint8Array) => {
    said += text;
    return true;
  };
  vi.spyOn(process.stderr, "write").mockImplementation(hear as never);
  vi.spyOn(process.stdout, "write").mockImplementation(hear as never);
  vi.spyOn(console, "error").mockImplementation((line: string) => void hear(`${line}\n`));
});
afterEach(() => {
  vi.restoreAllMocks();
  process.exitCode = 0;
});

const program = (does: (options: object) => number = () => 0) => {
  const cut = command("release", "Releases.", [
    ["", "cut one"],
    ["verify", "rebuild"],
  ]);
  cut
    .command("cut", { isDefault: true })
    .option("--dry-run", "write nothing", false)
    .option("--class <x>", "a class", collect, [])
    .action(exits(does));
  cut.command("verify").action(exits(() => 0));
  return cut;
};
const call = (...args: string[]) => run(program(), args);

test.each([
  [["--dry-rum"], "Did you mean --dry-run?"],
  [["verfy"], "Did you mean verify?"],
])("a misspelt option or action gets the nearest, and 2: %j", async (args, message) => {
  await call(...args);
  expect([said.includes(message), process.exitCode]).toEqual([true, 2]);
});

test("help shows the examples and exits with 0", async () => {
  await call("--help");
  expect(said).toContain("  npm run release            cut one\n  npm run release -- verify  rebuild");
  expect(process.exitCode).toBe(0);
});

test("what the action gives is the exit code, and options that repeat are collected", async () => {
  const got: unknown[] = [];
  await run(
    program((options) => {
      got.push(options);
      return 1;
    }),
    ["--class", "a", "--class", "b"],
  );
  expect([process.exitCode, got]).toEqual([1, [{ dryRun: false, class: ["a", "b"] }]]);
});

test("an error that a command expects is its message and an exit code; every other is thrown again", () => {
  class Expected extends Error {}
  expect(reportError(new UsageError("Give --out."))).toBe(2);
  expect(reportError(new Expected("The data is wrong."), [Expected])).toBe(1);
  expect(said).toBe("Give --out.\nThe data is wrong.\n");
  expect(() => reportError(new Expected("unexpected"))).toThrow("unexpected");
});

test("a file that cannot be read or written is one line, in every command", async () => {
  await run(
    program(() => readFileSync("src").length),
    ["cut"],
  );
  await run(
    program(() => readFileSync("no/such/file").length),
    ["cut"],
  );
  expect([said, process.exitCode]).toEqual([
    "A path that was given: is a folder, not a file.\nno/such/file: there is no such file or folder.\n",
    1,
  ]);
});

test("a wrong call that an action finds is one line too, and 2", async () => {
  await run(
    program(() => {
      throw new UsageError("Give \u001b[2J--out.");
    }),
    ["cut"],
  );
  expect([said, process.exitCode]).toEqual(["Give \\u001b[2J--out.\n", 2]);
});
