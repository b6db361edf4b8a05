import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { startOurs } from "./harness/ours.ts";
import { ask, type Server } from "./harness/server.ts";

/*
 * Resident memory of the server while many different valid URLs are asked for. It must not grow with their
 * number: everything that is kept has a budget in bytes.
 *
 *   npm run bench:memory                       1,000,000 URLs
 *   npm run bench:memory -- --urls 200000
 */
const { values } = parseArgs({
  options: { urls: { type: "string", default: "1000000" }, lines: { type: "string", default: "20" } },
});
const urls = Number(values.urls);
const every = Math.ceil(urls / Number(values.lines));

/** Requests under way at a time. */
const CONCURRENCY = 16;

const residentOf = (pid: number): number =>
  Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1]) / 1000;

const ENCODINGS = ["identity", "gzip", "br"];
const REGIONS = ["DE", "US", "GB", "FR", "IN", "BR", "JP", "US-CA"];

/** The n-th URL: another day, platform, region, or an ignored parameter. */
function urlOf(n: number, platforms: readonly string[]): string {
  const platform = platforms[n % platforms.length];
  const rest = Math.floor(n / platforms.length);
  const region = REGIONS[rest % REGIONS.length];
  const day = new Date(Date.UTC(2010, 0, 1) + (Math.floor(rest / REGIONS.length) % 6000) * 86_400_000);
  const asOf = day.toISOString().slice(0, 10);
  const kinds = [
    `/platforms/${platform}?region=${region}&as_of=${asOf}`,
    `/badge/${platform}.svg?region=${region}&as_of=${asOf}`,
    `/platforms/${platform}?region=${region}&utm_source=${n}`,
    `/lookup?url=https://${platform}.example/${n}&region=${region}&as_of=${asOf}`,
  ];
  return kinds[n % kinds.length] ?? "/";
}

async function load(server: Server): Promise<void> {
  const list = await ask(`${server.url}/platforms?limit=100&fields=domains`);
  const { items } = JSON.parse(list.body.toString()) as { items: { id: string }[] };
  const platforms = items.map((item) => item.id);
  let next = 0;
  const client = async () => {
    for (let n = next++; n < urls; n = next++) {
      await ask(`${server.url}${urlOf(n, platforms)}`, { "Accept-Encoding": ENCODINGS[n % 3] ?? "" });
      if ((n + 1) % every === 0) console.log(`${n + 1}\t${residentOf(server.pid).toFixed(0)} MB`);
    }
  };
  console.log(`0\t${residentOf(server.pid).toFixed(0)} MB`);
  await Promise.all(Array.from({ length: CONCURRENCY }, client));
}

const server = await startOurs();
try {
  await load(server);
} finally {
  await server.stop();
}
