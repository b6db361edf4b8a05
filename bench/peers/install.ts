import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync } from "node:fs";
import { join, resolve } from "node:path";

/** Where peers are installed; it can be deleted. */
const PEERS = resolve("build/bench/peers");

/** A peer cannot be installed here; the message says why. */
export class NotInstalled extends Error {}

function run(command: string, args: string[]): void {
  const { status, error, stderr } = spawnSync(command, args, { encoding: "utf8" });
  if (error) throw new NotInstalled(`${command} is not installed`);
  if (status !== 0)
    throw new NotInstalled(`${command} ${args[0]} failed: ${stderr.trim().split("\n").at(-1)}`);
}

/** Installs an npm package of one version. @returns its folder @throws {NotInstalled} */
export function npmPackage(name: string, version: string): string {
  const dir = join(PEERS, `${name}-${version}`);
  const folder = join(dir, "node_modules", name);
  if (!existsSync(folder)) {
    mkdirSync(dir, { recursive: true });
    run("npm", [
      "install",
      "--prefix",
      dir,
      "--no-audit",
      "--no-fund",
      "--ignore-scripts",
      `${name}@${version}`,
    ]);
  }
  return folder;
}

/** Installs a Python package of one version into an environment of its own. @returns its program @throws {NotInstalled} */
export function pythonProgram(name: string, version: string): string {
  const dir = join(PEERS, `${name}-${version}`);
  const program = join(dir, "bin", name);
  if (!existsSync(program)) {
    run("python3", ["-m", "venv", dir]);
    run(join(dir, "bin/pip"), ["install", "--quiet", `${name}==${version}`]);
  }
  return program;
}
