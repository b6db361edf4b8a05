import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Browser, chromium } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { operator, platform, policySource, practice, rule } from "../fixtures/records.ts";
import { type Running, start } from "./process.ts";

/* The preview as its author sees it, in a real browser. */
const executablePath = process.env["CHROMIUM"] ?? "/usr/bin/chromium";
let dir: string;
let preview: Running;
let browser: Browser;
const save = (more: object) =>
  writeFileSync(
    join(dir, "data/platforms/example.json"),
    JSON.stringify(platform([practice([rule("all")])], { sources: [policySource], ...more })),
  );

beforeAll(async () => {
  if (!existsSync(executablePath))
    throw new Error(`No browser at ${executablePath}: apt-get install chromium, or name one in CHROMIUM.`);
  dir = mkdtempSync(join(tmpdir(), "preview-e2e-"));
  for (const folder of ["platforms", "operators"]) mkdirSync(join(dir, "data", folder), { recursive: true });
  writeFileSync(join(dir, "data/operators/example-corp.json"), JSON.stringify(operator()));
  save({});
  preview = start(process.execPath, ["src/entry/cli/adu.ts", "preview", "--data", join(dir, "data")], {
    PORT: "0",
    HOST: "127.0.0.1",
  });
  browser = await chromium.launch({
    executablePath,
    args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
  });
});
afterAll(async () => {
  await browser?.close();
  await preview?.stop();
  rmSync(dir, { recursive: true, force: true });
});

test("a page that is open shows what is saved, and says when it is wrong", async () => {
  const [, base] = await preview.until(/at (http:\/\/127\.0\.0\.1:\d+);/);
  const page = await browser.newPage();
  const errors: string[] = [];
  page.on("pageerror", (e) => errors.push(e.message));
  page.on("console", (m) => m.type() === "error" && errors.push(m.text()));
  await page.goto(`${base}/platforms/example?region=DE`);
  await page.getByRole("heading", { level: 1, name: "Example" }).waitFor();
  save({ name: "Saved again" });
  await page.getByRole("heading", { level: 1, name: "Saved again" }).waitFor();
  save({ name: "Wrong", category: "nonsense" });
  await page.getByRole("alert").waitFor();
  expect(await page.getByRole("heading", { level: 1, name: "Saved again" }).count()).toBe(1);
  await page.getByRole("link", { name: "See what is wrong" }).click();
  await page.getByText("SCH003 at /category").waitFor();
  save({ name: "Mended" });
  await page.getByText("The records are valid.").waitFor();
  expect(errors).toEqual([]);
});
