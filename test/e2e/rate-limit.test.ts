import { afterAll, beforeAll, expect, test } from "vitest";
import { rateLimitFrom } from "../../src/api/index.ts";
import { freePort, type Running, start } from "./process.ts";

/* The limit of wrangler.toml, in workerd. */
let worker: Running;
let url: string;
beforeAll(async () => {
  const port = await freePort();
  // Without a dataset: the paths below do not read the database.
  worker = start("npx", ["wrangler", "dev", "--port", String(port)]);
  await worker.until(/Ready on/, 150_000);
  url = `http://localhost:${port}`;
});
afterAll(() => worker?.stop());

const ask = (address: string, path = "/problems") =>
  fetch(url + path, { headers: { "CF-Connecting-IP": address } });

test("a client that sends more than the limit gets 429, others do not", async () => {
  const { requests = 0 } = rateLimitFrom() ?? {};
  const statuses: number[] = [];
  // A window may begin while it counts, so twice as many are sent.
  for (let i = 0; i < requests * 2 + 20 && !statuses.includes(429); i += 20) {
    const answers = await Promise.all(Array.from({ length: 20 }, () => ask("192.0.2.1")));
    statuses.push(...answers.map(({ status }) => status));
    await Promise.all(answers.map((answer) => answer.text()));
  }
  expect(statuses.filter((status) => status === 200).length).toBeGreaterThanOrEqual(requests);
  const refused = await ask("192.0.2.1");
  expect([refused.status, refused.headers.get("Retry-After"), refused.headers.get("RateLimit")]).toEqual([
    429,
    "60",
    '"client";r=0;t=60',
  ]);
  expect(await refused.json()).toMatchObject({ type: "/problems/rate-limited", status: 429 });
  const other = await ask("192.0.2.2");
  expect([other.status, other.headers.get("RateLimit-Policy")]).toEqual([200, '"client";q=600;w=60']);
  expect((await ask("192.0.2.1", "/healthz")).status).toBe(200);
  // The same machine has no limit.
  expect((await fetch(`${url}/problems`)).headers.get("RateLimit-Policy")).toBeNull();
});
