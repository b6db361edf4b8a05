import { parseArgs } from "node:util";
import { startOurs } from "./harness/ours.ts";
import { ask, type Server, startServer } from "./harness/server.ts";
import { spreadOf } from "./harness/statistics.ts";

/*
 * What is not answered from memory: CPU time of the server from its start to its first answer, with a database that
 * is up to date, minus that of a bare node:http; and of answers that were never given before, in milliseconds.
 *
 *   npm run bench:cold                 20 starts, 2,000 answers of each kind
 *   npm run bench:cold -- --starts 50
 */
const { values } = parseArgs({
  options: { starts: { type: "string", default: "20" }, answers: { type: "string", default: "2000" } },
});

const BARE = `require("node:http").createServer((_, res) => res.end("{}")).listen(process.env.PORT, process.env.HOST)`;

/** CPU time from a server's start to its first answer, in milliseconds; 10 is the smallest difference that is seen. */
async function startOf(start: () => Promise<Server>): Promise<number> {
  const server = await start();
  const used = server.cpu() * 1000;
  await server.stop();
  return used;
}

const show = (numbers: readonly number[]): string => {
  const { median, low, high } = spreadOf(numbers);
  return `${median.toFixed(2)} (half of them ${low.toFixed(2)}–${high.toFixed(2)})`;
};

/** Different days: no two requests have the same answer in memory. */
const dayBefore = (n: number): string =>
  new Date(Date.UTC(2026, 10, 1) - n * 86_400_000).toISOString().slice(0, 10);

/** CPU of each answer in milliseconds, in rounds of a hundred. */
async function coldOf(server: Server, pathOf: (n: number) => string): Promise<number[]> {
  const ROUND = 100;
  const found: number[] = [];
  for (let n = 0; n < Number(values.answers); ) {
    const before = server.cpu();
    for (const until = n + ROUND; n < until; n++) {
      const { status } = await ask(`${server.url}${pathOf(n)}`);
      if (status !== 200) throw new Error(`${pathOf(n)}: ${status}`);
    }
    found.push(((server.cpu() - before) * 1000) / ROUND);
  }
  return found;
}

// The database is built, and the bundle made, if they are not there.
await (await startOurs()).stop();
const startBare = () => startServer("bare", () => [process.execPath, "-e", BARE], { ready: "/" });
const starts: number[] = [];
const bare: number[] = [];
for (let i = 0; i < Number(values.starts); i++) {
  starts.push(await startOf(startOurs));
  bare.push(await startOf(startBare));
}
console.log(`start to first answer, ms of CPU: ${show(starts)}; bare node:http ${show(bare)}`);
console.log(`the difference: ${show(starts.map((used, i) => used - (bare[i] ?? 0)))}`);

const server = await startOurs();
try {
  const list = await ask(`${server.url}/platforms?limit=100&fields=domains`);
  const { items } = JSON.parse(list.body.toString()) as { items: { id: string }[] };
  const platform = (n: number) => `/platforms/${items[n % items.length]?.id}?region=DE&as_of=${dayBefore(n)}`;
  const page = (n: number) => `/platforms?region=DE&as_of=${dayBefore(n)}`;
  const hot = () => "/healthz";
  for (const [name, pathOf] of Object.entries({
    "/platforms/{id}": platform,
    "/platforms": page,
    "a hot answer": hot,
  }))
    console.log(
      `${name}, each for another day, ms of CPU with a connection of its own: ${show(await coldOf(server, pathOf))}`,
    );
} finally {
  await server.stop();
}
