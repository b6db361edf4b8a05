import { spawn } from "node:child_process";
import { copyFileSync, cpSync, mkdirSync, rmSync } from "node:fs";
import { join, resolve } from "node:path";
import type { Client } from "./client.ts";

const WORK = resolve("build/clients");
const PROGRAMS = resolve("test/clients/programs");

/** The environment of a client's lines. Caches are shared, so that each library is fetched and compiled once. */
const environment = (cwd: string): NodeJS.ProcessEnv => ({
  ...process.env,
  PATH: `${join(cwd, ".venv/bin")}:${process.env["PATH"]}`,
  CARGO_TARGET_DIR: join(WORK, "cargo-target"),
  GOFLAGS: "-mod=mod",
  PIP_DISABLE_PIP_VERSION_CHECK: "1",
  npm_config_audit: "false",
  npm_config_fund: "false",
  npm_config_update_notifier: "false",
});

/**
 * Runs one line.
 * @returns what it wrote to its standard output
 * @throws {Error} with the end of everything it wrote, where it fails
 */
async function sh(line: string, cwd: string): Promise<string> {
  const child = spawn("bash", ["-c", line], {
    cwd,
    env: environment(cwd),
    stdio: ["ignore", "pipe", "pipe"],
  });
  let [stdout, all] = ["", ""];
  child.stdout.on("data", (chunk) => {
    stdout += chunk;
    all += chunk;
  });
  child.stderr.on("data", (chunk) => {
    all += chunk;
  });
  const code = await new Promise((ended) => child.once("close", ended));
  if (code !== 0) throw new Error(`${line}\nended with ${code} in ${cwd}:\n${all.slice(-6000)}`);
  return stdout;
}

/**
 * Generates, builds and runs a client.
 * @param base the server's address, without a slash at the end
 * @returns the lines that its program prints
 * @throws {Error} where one of its lines fails, with what that wrote
 */
export async function runClient(client: Client, base: string): Promise<string[]> {
  const cwd = join(WORK, client.name);
  mkdirSync(cwd, { recursive: true });
  rmSync(join(cwd, "generated"), { recursive: true, force: true });
  cpSync(join(PROGRAMS, client.name), cwd, { recursive: true });
  copyFileSync(join("schema", client.description), join(cwd, client.description));
  for (const line of [client.install, client.generate, client.build]) if (line) await sh(line, cwd);
  if (client.examples) await sh(`${client.examples} ${base}`, cwd);
  return (await sh(`${client.run} ${base}`, cwd)).trimEnd().split("\n");
}
