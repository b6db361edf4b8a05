import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";

/*
 * The CPU time of all exports of a generated dataset, of this or an earlier build, in seconds:
 *
 *   node bench/exports.ts <working copy> <platforms>
 */
const [build = ".", platforms = "10000"] = process.argv.slice(2);
process.chdir(build);
const load = (path: string) => import(pathToFileURL(resolve(path)).href);
const { generated } = await load("bench/generate.ts");
const { writeExports } = await load("src/exports/write.ts");
const dataset = generated(Number(platforms));
const dir = mkdtempSync(join(tmpdir(), "bench-exports-"));
try {
  const before = process.cpuUsage();
  await writeExports(dir, dataset);
  const { user, system } = process.cpuUsage(before);
  console.log((user + system) / 1e6);
} finally {
  rmSync(dir, { recursive: true });
}
