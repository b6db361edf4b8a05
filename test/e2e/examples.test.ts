import { execFile, spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { parse } from "csv-parse/sync";
import { type Browser, chromium } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { CHROMIUM_ARGS, executablePath, realServer, requireChromium } from "./browser.ts";

/* Every file in examples/ does what it says, with a real server over the real records. */
const { base } = realServer();
const run = promisify(execFile);
const PYTHON = resolve("build/tools/bin/python");
const has = (command: string): boolean => spawnSync("sh", ["-c", `command -v ${command}`]).status === 0;
const missing = [
  ...["Rscript", "soffice"].filter((command) => !has(command)),
  ...(existsSync(PYTHON) ? [] : [PYTHON]),
];
if (missing.length > 0 && process.env["CI"])
  throw new Error(`Not here: ${missing.join(", ")}. .ci/run installs them.`);

let dir: string;
beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), "examples-"));
});
afterAll(() => rmSync(dir, { recursive: true, force: true }));

/** An example's text, with the server of the tests. */
const example = (name: string): string =>
  readFileSync(join("examples", name), "utf8").replaceAll("http://localhost:8787", base());

const download = async (name: string): Promise<string> =>
  (await fetch(`${base()}/download/latest/${name}`)).text();
const rowsOf = (text: string): Record<string, string>[] => parse(text, { columns: true });

const node = (name: string, args: string[], env: Record<string, string> = {}) =>
  run(process.execPath, [join("examples", name), ...args], {
    env: { ...process.env, AI_DATA_USE: base(), ...env },
  });

test("each example is short, says how to run it, and is listed", () => {
  const listed = [...readFileSync("examples/README.md", "utf8").matchAll(/^\| \[(.+?)\]\(/gm)].map(
    ([, n]) => n,
  );
  const files = readdirSync("examples").filter((name) => name !== "README.md");
  expect(files.sort()).toEqual(listed.sort());
  for (const name of files)
    expect([name, readFileSync(join("examples", name), "utf8").split("\n").length <= 61]).toEqual([
      name,
      true,
    ]);
});

describe("vendor-review.mjs", () => {
  const review = async (lines: string[], env: Record<string, string> = {}) => {
    const list = join(dir, "vendors.txt");
    writeFileSync(list, lines.join("\n"));
    return rowsOf((await node("vendor-review.mjs", [list], env)).stdout);
  };

  test("gives the answer of the API for each domain, URL and app", async () => {
    const rows = await review([
      "linkedin.com",
      "",
      "# ours",
      "https://app.slack.com/x",
      "us.zoom.videomeetings",
      "https://apps.apple.com/us/app/zoom/id546505307",
      "no.example",
    ]);
    expect(rows.map((r) => [r["vendor"], r["platform"], r["plan"]])).toEqual([
      ["linkedin.com", "LinkedIn", "business"],
      ["https://app.slack.com/x", "Slack", "business"],
      ["us.zoom.videomeetings", "Zoom", "business"],
      ["https://apps.apple.com/us/app/zoom/id546505307", "Zoom", "business"],
      ["no.example", "", "business"],
    ]);
    const { headline } = (await (await fetch(`${base()}/platforms/linkedin?plan=business`)).json()) as {
      headline: { verdict: string; sentence: string; control: { url: string } };
    };
    expect(rows[0]).toMatchObject({
      verdict: headline.verdict,
      answer: headline.sentence,
      where: headline.control.url,
    });
    expect((await fetch(rows[0]?.["page"] ?? "")).status).toBe(200);
  });

  test("an error of the API is shown with the vendor", async () =>
    await expect(review(["linkedin.com"], { REGION: "Germany" })).rejects.toThrow(
      /linkedin\.com: region: .*DE/,
    ));
});

describe("browser.html", () => {
  let browser: Browser;
  beforeAll(async () => {
    requireChromium();
    browser = await chromium.launch({ executablePath, args: CHROMIUM_ARGS });
  });
  afterAll(() => browser?.close());

  test("answers from a file, with the link to the switch; shows what is wrong", async () => {
    const page = await browser.newPage();
    const errors: string[] = [];
    page.on("pageerror", (error) => errors.push(error.message));
    await page.goto(`${pathToFileURL("examples/browser.html").href}?server=${base()}`);
    const ask = async (site: string): Promise<void> => {
      await page.fill("[name=url]", site);
      await page.click("button");
    };
    await page.fill("[name=region]", "DE");
    await ask("linkedin.com");
    await page.getByText("LinkedIn trains its AI with").waitFor();
    expect(await page.locator("#switch a").getAttribute("href")).toMatch(/^https:\/\/www\.linkedin\.com\//);
    expect(await page.locator("#credit").textContent()).toContain("CC BY 4.0");
    await ask("no.example");
    await page.getByText("No platform in the dataset has no.example.").waitFor();
    expect([await page.locator("#switch a").count(), errors]).toEqual([0, []]);
  });
});

describe("webhook.mjs", () => {
  interface Posted {
    text: string;
    changes: { id: string; summary: string; release: string }[];
  }
  const posted: Posted[] = [];
  let status = 200;
  let receiver: Server;
  beforeAll(async () => {
    receiver = createServer(async (request, response) => {
      const chunks = await request.toArray();
      if (status === 200) posted.push(JSON.parse(Buffer.concat(chunks).toString()) as Posted);
      response.writeHead(status).end();
    });
    await new Promise<void>((listening) => receiver.listen(0, "127.0.0.1", listening));
  });
  afterAll(() => receiver?.close());

  test("remembers the newest release, posts what is newer once, and tries again after a failure", async () => {
    const STATE = join(dir, "state.json");
    const { port } = receiver.address() as AddressInfo;
    const env = { STATE, EVERY: "0", FILTER: "class=correction", WEBHOOK: `http://127.0.0.1:${port}/` };
    const state = () => JSON.parse(readFileSync(STATE, "utf8")) as { etag: string; release: string };
    await node("webhook.mjs", [], env);
    const { release: newest } = state();
    expect(posted).toEqual([]);

    // As if it had asked last after an earlier release.
    const { items } = (await (await fetch(`${base()}/releases`)).json()) as {
      items: { version: string; date: string }[];
    };
    const { version, date } = items.at(-3) as { version: string; date: string };
    const wanted = rowsAfter(await allChanges(`/changes?class=correction&since=${date}`), version);
    expect(wanted.length).toBeGreaterThan(50);
    writeFileSync(STATE, JSON.stringify({ release: version, date }));
    status = 500;
    await expect(node("webhook.mjs", [], env)).rejects.toThrow("The webhook answered 500");
    expect(state().release).toBe(version);

    status = 200;
    await node("webhook.mjs", [], env);
    expect(posted.map(({ changes }) => changes.map((c) => c.id))).toEqual([wanted]);
    expect(posted[0]?.text.split("\n")).toHaveLength(wanted.length);
    expect(state().release).toBe(newest);
    await node("webhook.mjs", [], env);
    expect(posted).toHaveLength(1);
  });

  type Change = { id: string; release: string };
  async function allChanges(path: string): Promise<Change[]> {
    const { items, next } = (await (await fetch(base() + path)).json()) as {
      items: Change[];
      next: string | null;
    };
    return next === null ? items : [...items, ...(await allChanges(next))];
  }
  const rowsAfter = (changes: Change[], version: string): string[] =>
    changes
      .slice(
        0,
        changes.findIndex((c) => c.release === version),
      )
      .map((c) => c.id);
});

test.skipIf(!existsSync(PYTHON))("duckdb.sql over HTTP, without DuckDB's extension", async () => {
  writeFileSync(join(dir, "duckdb.sql"), example("duckdb.sql"));
  // Python's file systems in place of httpfs, which DuckDB downloads: the SQL is the same.
  const { stdout } = await run(PYTHON, [
    "-c",
    `import datetime,duckdb,fsspec,json,sys
class Http(fsspec.get_filesystem_class("http")):
  def modified(self,path): return datetime.datetime(2026,1,1,tzinfo=datetime.timezone.utc)
c=duckdb.connect()
c.register_filesystem(Http())
print(json.dumps([c.execute(s).fetchall() for s in c.extract_statements(open(sys.argv[1]).read())]))`,
    join(dir, "duckdb.sql"),
  ]);
  const [switches, years, plans] = JSON.parse(stdout) as [string[][], number[][], [string, number][]];
  expect(switches.filter(([name]) => name === "LinkedIn").length).toBeGreaterThan(1);
  const events = rowsOf(await download("ai-data-use-events.csv"));
  expect(years.reduce((sum, [, , , count = 0]) => sum + count, 0)).toBe(events.length);
  const byPlan = rowsOf(await download("ai-data-use-headlines.csv")).filter((r) => r["plan"] !== "any");
  expect(plans.reduce((sum, [, count]) => sum + count, 0)).toBe(
    new Set(byPlan.map((r) => r["platform"])).size,
  );
});

test.skipIf(!has("Rscript"))(
  "verdicts.R counts every platform with an answer, and draws a chart",
  async () => {
    const { stdout } = await run("Rscript", ["examples/verdicts.R", base(), join(dir, "chart.pdf")]);
    const platforms = new Set(rowsOf(await download("ai-data-use-kinds.csv")).map((r) => r["category"]));
    for (const category of platforms) expect(stdout).toContain(` ${category} `);
    expect(readFileSync(join(dir, "chart.pdf"), "latin1")).toMatch(/^%PDF/);
  },
);

describe("spreadsheets.md", () => {
  test("Excel and Google Sheets are asked for columns that there are", async () => {
    const text = example("spreadsheets.md");
    const [header = []] = parse(await download("ai-data-use-headlines.csv"), { to: 1 }) as string[][];
    const inExcel = [...text.matchAll(/each \[(\w+)\]|and \[(\w+)\]/g)].map(([, a, b]) => a ?? b);
    const chosen = /SelectColumns\(\w+, \{(.+?)\}/.exec(text)?.[1]?.match(/\w+/g) ?? [];
    expect([...inExcel, ...chosen].filter((name) => !header.includes(String(name)))).toEqual([]);
    expect(chosen.length).toBeGreaterThan(3);
    const inSheets = [...text.matchAll(/Col(\d+) (?:is )?`(\w+)`/g)].map(([, at, name]) => [
      name,
      Number(at),
    ]);
    expect(inSheets).toEqual(inSheets.map(([name]) => [name, header.indexOf(String(name)) + 1]));
    const used = new Set(
      [...(/=QUERY.*/.exec(text)?.[0].matchAll(/Col(\d+)/g) ?? [])].map(([, at]) => Number(at)),
    );
    expect([...used].sort()).toEqual(inSheets.map(([, at]) => at).sort());
    for (const [url] of text.matchAll(/http:[^"\s]+\/download[^"\s]+/g))
      expect((await fetch(url)).status).toBe(200);
  });

  test.skipIf(!has("soffice"))("LibreOffice has the cells of the CSV file", async () => {
    // A profile of its own: LibreOffice runs once for each.
    const profile = `-env:UserInstallation=${pathToFileURL(join(dir, "profile")).href}`;
    const commands = /```sh\n([^`]*)```/.exec(example("spreadsheets.md"))?.[1] ?? "";
    const toCsv = "'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1'";
    const script = `${commands}soffice --headless --convert-to ${toCsv} ai-data-use.ods`;
    await run("sh", ["-ec", script.replaceAll("soffice", `soffice ${profile}`)], { cwd: dir });
    const cells = (text: string): string[][] => parse(text);
    const sheet = readFileSync(join(dir, "ai-data-use-events.csv"), "utf8");
    expect(cells(sheet)).toEqual(cells(await download("ai-data-use-events.csv")));
  });
});
