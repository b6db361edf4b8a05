import { execFile } from "node:child_process";
import { mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";

const run = promisify(execFile);

/**
 * Packs packages and installs them into a new, empty folder, without a network.
 * @param dir the folder, which does not exist yet
 * @param packages the folders of packages that are built
 */
export async function installPacked(dir: string, packages: readonly string[]): Promise<void> {
  mkdirSync(dir);
  for (const folder of packages) await run("npm", ["pack", "--silent", folder, "--pack-destination", dir]);
  const tarballs = readdirSync(dir).map((name) => `./${name}`);
  writeFileSync(
    join(dir, "package.json"),
    JSON.stringify({ name: "consumer", private: true, type: "module" }),
  );
  await run("npm", ["install", "--offline", "--no-audit", "--no-fund", ...tarballs], { cwd: dir });
}
