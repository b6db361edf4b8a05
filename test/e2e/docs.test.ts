import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Browser, chromium } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Running, SERVER, start } from "./process.ts";

/* The reference as a person sees it, in a real browser. */
const executablePath = process.env["CHROMIUM"] ?? "/usr/bin/chromium";
let dir: string;
let node: Running;
let browser: Browser;
let base: string;

beforeAll(async () => {
  if (!existsSync(executablePath))
    throw new Error(`No browser at ${executablePath}: apt-get install chromium, or name one in CHROMIUM.`);
  dir = mkdtempSync(join(tmpdir(), "docs-"));
  node = start(process.execPath, [SERVER], {
    PORT: "0",
    HOST: "127.0.0.1",
    DATABASE_URL: `file:${join(dir, "test.db")}`,
  });
  base = (await node.until(/at (http:\/\/127\.0\.0\.1:\d+) /))[1] as string;
  browser = await chromium.launch({
    executablePath,
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
    ],
  });
});
afterAll(async () => {
  await browser?.close();
  await node?.stop();
  rmSync(dir, { recursive: true, force: true });
});

test("the reference loads only from here, shows every operation, and an operation can be tried", async () => {
  const page = await browser.newPage();
  const errors: string[] = [];
  const elsewhere: string[] = [];
  page.on("pageerror", (e) => errors.push(e.message));
  page.on("console", (m) => m.type() === "error" && errors.push(m.text()));
  page.on(
    "request",
    (r) => !r.url().startsWith(base) && !r.url().startsWith("data:") && elsewhere.push(r.url()),
  );
  await page.goto(`${base}/docs`);
  await page.waitForSelector("#operations-Platforms-getPlatform");
  expect(await page.locator(".opblock").count()).toBeGreaterThanOrEqual(12);
  await page.click("#operations-Platforms-getPlatform .opblock-summary-control");
  await page.click("#operations-Platforms-getPlatform .try-out__btn");
  await page.fill('#operations-Platforms-getPlatform input[placeholder="id"]', "linkedin");
  await page.click("#operations-Platforms-getPlatform .execute");
  await page.waitForSelector(
    "#operations-Platforms-getPlatform .live-responses-table tbody .response-col_status",
  );
  expect(
    await page
      .locator("#operations-Platforms-getPlatform .live-responses-table tbody .response-col_status")
      .first()
      .textContent(),
  ).toContain("200");
  expect([errors, elsewhere]).toEqual([[], []]);
});

test("the index is a page for a browser, and its links lead somewhere", async () => {
  const page = await browser.newPage();
  await page.goto(base);
  expect(await page.title()).toMatch(/^AI Data Use/);
  const all = await page.locator("a").evaluateAll((as) => as.map((a) => (a as HTMLAnchorElement).href));
  const links = all.filter((link) => link.startsWith(base));
  expect(links.length).toBeGreaterThan(10);
  for (const link of links)
    expect((await fetch(link, { headers: { Accept: "text/html, */*" } })).status, link).toBe(200);
});
