import { execFile } from "node:child_process";
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { promisify } from "node:util";

const run = promisify(execFile);

/** Other runtimes of JavaScript. The packages have their programs; no test of the project needs them otherwise. */
const PACKAGES = { deno: "2.9.6", bun: "1.4.5" } as const;

const DIR = resolve("build/runtimes");

/** The program of a runtime, installed from npm when it is first needed; kept for the next run. */
export async function runtime(name: keyof typeof PACKAGES): Promise<string> {
  const program = join(DIR, "node_modules/.bin", name);
  if (existsSync(program)) return program;
  mkdirSync(DIR, { recursive: true });
  writeFileSync(
    join(DIR, "package.json"),
    JSON.stringify({ private: true, allowScripts: { deno: true, bun: true } }),
  );
  const packages = Object.entries(PACKAGES).map(([id, version]) => `${id}@${version}`);
  await run("npm", ["install", "--no-audit", "--no-fund", "--no-save", ...packages], { cwd: DIR });
  return program;
}
