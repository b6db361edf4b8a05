import { rmSync } from "node:fs";
import { join } from "node:path";
import {
  address,
  asItIs,
  type Bench,
  emptyFolder,
  fingerprint,
  program,
  publishing,
  type State,
  starting,
  Tally,
} from "./service.ts";

const over = (url: string) => async (path: string) => {
  const response = await fetch(url + path);
  return { status: response.status, body: await response.text() };
};

type Kind = "start" | "publish" | "shared";

/** Two that write one file at once. @returns what the file must hold afterwards */
const KINDS: readonly (readonly [Kind, Kind])[] = [
  ["start", "start"],
  ["publish", "publish"],
  ["start", "publish"],
  ["shared", "shared"],
];

const shared = (path: string, data: string) => program(["bench/reliability/shared.ts", path, data]);

async function one(
  kind: Kind,
  path: string,
  { data }: State,
  { tally, whole }: { tally: Tally; whole: ReadonlySet<string> },
): Promise<string | undefined> {
  if (kind !== "start") {
    const { code, output } = await (kind === "shared" ? shared(path, data) : publishing(`file:${path}`, data))
      .ended;
    if (code !== 0) tally.fail(`${kind} ended with ${code}: ${output.trim()}`);
    return kind === "shared" ? output.trim().split("\n").at(-1) : undefined;
  }
  const server = starting(`file:${path}`, data);
  const url = await address(server);
  // While the other one publishes, one answer can be from before and the next from after.
  let served: string | undefined;
  for (let tries = 0; url && tries < 10 && !whole.has(served ?? ""); tries++) {
    await new Promise((resolve) => setTimeout(resolve, 1000));
    served = await fingerprint(over(url)).catch((error: unknown) => String(error));
  }
  if (served === undefined) tally.fail(`start ended: ${server.output().trim()}`);
  server.child.kill("SIGTERM");
  await server.ended;
  return served;
}

/** Pairs of processes that write the same file at once, new or with another state. */
export async function pairs(bench: Bench, count: number, lane = 0): Promise<Tally> {
  const { dir, states } = bench;
  const tally = new Tally();
  const folder = emptyFolder(dir, `pairs-${lane}`);
  const [a, b, old] = states as [State, State, State];
  const whole = new Set([a.fingerprint, b.fingerprint]);
  for (let i = 0; i < count && !bench.stopped; i++) {
    tally.done++;
    const kinds = KINDS[i % KINDS.length] as (typeof KINDS)[number];
    const fresh = Math.floor(i / KINDS.length) % 2 === 0;
    const path = join(emptyFolder(folder, String(i)), "db");
    if (!fresh)
      await (kinds[0] === "shared" ? shared(path, old.data) : publishing(`file:${path}`, old.data)).ended;
    // Two servers have the same records; what two publish may differ.
    const second = kinds[0] === "start" && kinds[1] === "start" ? a : b;
    const served = await Promise.all([
      one(kinds[0], path, a, { tally, whole }),
      one(kinds[1], path, second, { tally, whole }),
    ]);
    const left = kinds[0] === "shared" ? served.at(-1) : await asItIs(path);
    if (left === undefined || !whole.has(left)) tally.fail(`${kinds.join(" + ")}: the file is ${left}`);
    for (const [n, seen] of served.entries())
      if (seen !== undefined && !whole.has(seen))
        tally.fail(`${kinds.join(" + ")}: number ${n} answered ${seen}`);
    tally.add(`${kinds.join(" + ")}, ${fresh ? "new file" : "old file"}`);
    rmSync(join(folder, String(i)), { recursive: true });
  }
  rmSync(folder, { recursive: true });
  return tally;
}
