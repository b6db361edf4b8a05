import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import openApi from "../../schema/openapi.json" with { type: "json" };
import { freePort, type Running, SERVER, start } from "./process.ts";

/*
 * Schemathesis makes requests from the OpenAPI document and compares the answers with it: every value that the
 * document allows is accepted, every other one is refused, and every answer has a status, a media type and a form that
 * are documented. On Node with a libSQL file, and in workerd with D1. `npm run test:conformance` runs only this;
 * CONFORMANCE_EXAMPLES is how many requests of each kind are made for a path.
 */
const EXAMPLES = process.env["CONFORMANCE_EXAMPLES"] ?? "8";
/** Of random requests; the same every time, so that a failure is of a change. */
const SEED = process.env["CONFORMANCE_SEED"] ?? "1";
/** What a run may take: on a machine that has nothing else to do, it takes a minute and a half. */
const MINUTES = Number(EXAMPLES) > 50 ? 180 : 20;

const PROGRAM = resolve("build/tools/bin/schemathesis");
if (!existsSync(PROGRAM) && process.env["CI"])
  throw new Error(`${PROGRAM} is not here. .ci/run installs it.`);

/** What its report says of a run. */
interface Report {
  operations: { total: number; tested: number };
  phases: Record<string, { status: string }>;
  test_cases: { generated: number; unique_failures: number; errored: number };
}

let dir: string;
let node: Running;
let worker: Running;
let run: Running | undefined;
let at: { node: string; worker: string };
beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), "conformance-"));
  const port = await freePort();
  node = start(process.execPath, [SERVER], {
    PORT: "0",
    HOST: "127.0.0.1",
    RATE_LIMIT: "off",
    DATABASE_URL: `file:${join(dir, "test.db")}`,
  });
  // There, clients on the same machine have no limit.
  worker = start("npm", ["run", "dev:worker"], { PORT: String(port) });
  const [, base = ""] = await node.until(/at (http:\/\/127\.0\.0\.1:\d+) /);
  await worker.until(/Ready on/, 300_000);
  at = { node: base, worker: `http://localhost:${port}` };
  await writeDownloads(base);
}, 900_000);
afterAll(async () => {
  await run?.stop();
  await Promise.all([node?.stop(), worker?.stop()]);
  rmSync(dir, { recursive: true, force: true });
});

/** Asks for the downloads of every release: they are written when they are first asked for, which takes some seconds. */
async function writeDownloads(base: string): Promise<void> {
  const { items } = (await (await fetch(`${base}/releases`)).json()) as { items: { version: string }[] };
  for (const release of ["latest", ...items.map(({ version }) => version)])
    await vi.waitFor(
      async () => expect((await fetch(`${base}/download?release=${release}`)).status).toBe(200),
      { timeout: 120_000 },
    );
}

/** Runs every check in every phase against a server; the report, and what was printed. */
async function conformance(base: string): Promise<{ report: Report; output: string }> {
  const file = join(dir, "report.json");
  rmSync(file, { force: true });
  run = start(
    PROGRAM,
    [
      ...[
        "--config-file",
        resolve("test/e2e/schemathesis.toml"),
        "run",
        `${base}/openapi.json`,
        "--url",
        base,
      ],
      ...["--checks", "all", "--phases", "examples,coverage,fuzzing,stateful"],
      // Not a benchmark: the machine may do other things.
      ...["--max-response-time", "60"],
      ...["--max-examples", EXAMPLES, "--seed", SEED, "--no-color", "--generation-database", "none"],
      ...["--report", "json", "--report-json-path", file],
    ],
    {},
    dir,
  );
  await run.exit();
  if (!existsSync(file)) throw new Error(run.output());
  return { report: JSON.parse(readFileSync(file, "utf8")) as Report, output: run.output() };
}

describe.skipIf(!existsSync(PROGRAM))("the API does what its description says", () => {
  test.each(["node", "worker"] as const)(
    "%s",
    async (entry) => {
      const { report, output } = await conformance(at[entry]);
      const { operations, test_cases: cases } = report;
      console.info(
        `${entry}: ${operations.tested} operations, ${cases.generated} requests, ${cases.unique_failures} failures`,
      );
      expect([cases.unique_failures, cases.errored], output).toEqual([0, 0]);
      const all = Object.keys(openApi.paths).length;
      expect([operations.total, operations.tested]).toEqual([all, all]);
      expect(Object.entries(report.phases).map(([phase, { status }]) => [phase, status])).toEqual(
        ["examples", "coverage", "fuzzing", "stateful"].map((phase) => [phase, "success"]),
      );
      expect(cases.generated).toBeGreaterThan(1000);
    },
    MINUTES * 60_000,
  );
});
