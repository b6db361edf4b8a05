import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { npmPackage } from "../peers/install.ts";

/** One request of a load. */
export interface LoadRequest {
  path: string;
  headers?: Readonly<Record<string, string>>;
}

/** What a load generator counted. */
export interface Counted {
  requests: number;
  seconds: number;
  /** Answers with a status of 400 or more, and requests without an answer. */
  errors: number;
}

/** Sends requests, in turn, over some connections that stay open, for some seconds. */
export type Load = (url: string, requests: readonly LoadRequest[], seconds: number) => Promise<Counted>;

const CONNECTIONS = 32;

async function outputOf(command: string, args: string[]): Promise<string> {
  const child = spawn(command, args, { stdio: ["ignore", "pipe", "inherit"] });
  let output = "";
  child.stdout.on("data", (chunk: Buffer) => {
    output += chunk;
  });
  const [code] = (await once(child, "close")) as [number | null];
  if (code !== 0) throw new Error(`${command} ended with ${code}: ${output}`);
  return output;
}

/** A script for wrk: it formats all requests first, and reports counts as JSON. */
const script = (requests: readonly LoadRequest[]): string => `
local all = {}
local at = 0
init = function()
${requests.map(({ path, headers = {} }) => `  all[#all + 1] = wrk.format("GET", ${JSON.stringify(path)}, {${Object.entries(headers).map(([name, value]) => `[${JSON.stringify(name)}] = ${JSON.stringify(value)}`)}})`).join("\n")}
end
request = function()
  at = at % #all + 1
  return all[at]
end
done = function(summary)
  local e = summary.errors
  io.write(string.format('{"requests": %d, "seconds": %f, "errors": %d}\\n', summary.requests, summary.duration / 1e6, e.connect + e.read + e.write + e.status + e.timeout))
end
`;

/** Runs a command with a program in a file: a mixed day is too long for an argument. @returns the last line of its output, JSON */
async function countedBy(
  command: string,
  name: string,
  program: string,
  argsWith: (file: string) => string[],
): Promise<Counted> {
  const dir = mkdtempSync(join(tmpdir(), "bench-load-"));
  try {
    const file = join(dir, name);
    writeFileSync(file, program);
    const output = await outputOf(command, argsWith(file));
    return JSON.parse(output.trim().split("\n").at(-1) ?? "") as Counted;
  } finally {
    rmSync(dir, { recursive: true });
  }
}

const wrk: Load = (url, requests, seconds) =>
  countedBy("wrk", "requests.lua", script(requests), (file) => [
    ...["-t1", `-c${CONNECTIONS}`, `-d${seconds}s`, "-s", file, url],
  ]);

const autocannon =
  (module: string): Load =>
  (url, requests, seconds) => {
    const options = { url, connections: CONNECTIONS, duration: seconds, requests };
    const program = `require(${JSON.stringify(module)})(${JSON.stringify(options)}).then((r) => console.log(JSON.stringify({ requests: r.requests.total, seconds: r.duration, errors: r.errors + r["4xx"] + r["5xx"] })))`;
    return countedBy(process.execPath, "load.cjs", program, (file) => [file]);
  };

/** The load generator of this machine, in a process of its own: wrk if it is installed, otherwise autocannon. */
export async function loadGenerator(): Promise<{ name: string; load: Load }> {
  // It has no option that ends with 0.
  if (spawnSync("wrk", ["-v"]).error === undefined) return { name: "wrk", load: wrk };
  return { name: "autocannon 8.0.0", load: autocannon(npmPackage("autocannon", "8.0.0")) };
}
