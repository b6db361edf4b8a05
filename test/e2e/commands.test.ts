import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { SUBCOMMANDS } from "../../src/entry/cli/adu.ts";
import { start } from "./process.ts";

/* The commands as a bundle, which has to do all that the sources do. */

/** A copy of the project, so that its sources can be changed. */
let root: string;
const run = (...args: string[]) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, ["src/entry/cli/run.mjs", ...args], {
    cwd: root,
    encoding: "utf8",
    env: { ...process.env, COLUMNS: "100" },
  });
  return { status, stdout, stderr };
};

beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), "commands-"));
  for (const name of ["src", "schema", "package.json", "package-lock.json"])
    cpSync(name, join(root, name), { recursive: true });
  for (const folder of ["data/platforms", "data/operators"])
    mkdirSync(join(root, folder), { recursive: true });
  cpSync("data/operators/meta.json", join(root, "data/operators/meta.json"));
  // Packages are found from the bundle's folder.
  spawnSync("ln", ["-s", join(process.cwd(), "node_modules"), join(root, "node_modules")]);
}, 60_000);
afterAll(() => rmSync(root, { recursive: true, force: true }));

describe("npm run validate", { timeout: 60_000 }, () => {
  const expected = { status: 0, stdout: "1 record, no problems.\n", stderr: "" };
  test("is a bundle, and knows what it found", () => {
    expect([run("validate"), run("validate")]).toEqual([expected, expected]);
  });
  test("sees a record that changed", () => {
    const file = join(root, "data/operators/meta.json");
    const text = readFileSync(file, "utf8");
    writeFileSync(file, text.replace('"id": "meta"', '"id": "mete"'));
    expect(run("validate")).toMatchObject({ status: 1, stdout: expect.stringContaining("IDS001") });
    writeFileSync(file, text);
    expect(run("validate")).toEqual(expected);
  });
  test.each([
    ["the model", "src/model/platform.ts", /^export /m, 'console.error("the model");\nexport '],
    ["a check", "src/records/checks/ids001-file-name.ts", /^export /m, 'console.error("a check");\nexport '],
  ])("sees that %s changed", (what, name, from, to) => {
    const file = join(root, name);
    const text = readFileSync(file, "utf8");
    writeFileSync(file, text.replace(from, to));
    expect(run("validate")).toEqual({ ...expected, stderr: `${what}\n` });
    writeFileSync(file, text);
    expect(run("validate")).toEqual(expected);
  });
});

test.each(Object.keys(SUBCOMMANDS))("%s --help is that of the sources", { timeout: 60_000 }, (name) => {
  const ofSources = spawnSync(process.execPath, ["src/entry/cli/adu.ts", name, "--help"], {
    encoding: "utf8",
  });
  expect(run(name, "--help")).toEqual({ status: 0, stdout: ofSources.stdout, stderr: "" });
});

test("a server whose bundle is deleted still answers what it had not loaded", {
  timeout: 90_000,
}, async () => {
  const server = start(
    process.execPath,
    [join(root, "src/entry/start.mjs")],
    { PORT: "0", HOST: "127.0.0.1", DATABASE_URL: `file:${join(root, "server.db")}` },
    root,
  );
  try {
    const [, url = ""] = await server.until(/AI Data Use is at (http:\S+)/);
    await expect.poll(() => fetch(`${url}/healthz`).then((answer) => answer.status)).toBe(200);
    rmSync(join(root, "build/server"), { recursive: true });
    const statusOf = async (path: string, Accept = "*/*") =>
      (await fetch(url + path, { headers: { Accept } })).status;
    expect(await statusOf("/", "text/html")).toBe(200);
    for (const path of [
      "/openapi.json",
      "/events.atom",
      "/events.ics",
      "/download",
      "/docs/assets/swagger-ui.css",
    ])
      expect([path, await statusOf(path)]).toEqual([path, 200]);
  } finally {
    await server.stop();
  }
});
