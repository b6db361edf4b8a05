import { mkdirSync } from "node:fs";
import { createServer, type Server } from "node:http";
import { createRequire } from "node:module";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { type Browser, chromium, type Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { CHROMIUM_ARGS, executablePath, realServer } from "./browser.ts";

/* What other sites show, on another site with a strict policy, in Debian's Chromium. */
const SCREENSHOTS = "build/screenshots";
const axe = createRequire(import.meta.url).resolve("axe-core/axe.min.js");

const real = realServer();
let base: string;
let browser: Browser;
let host: Server;
let other: string;
/** The markup of the other site's page. */
let body = "";

beforeAll(async () => {
  mkdirSync(SCREENSHOTS, { recursive: true });
  base = real.base();
  host = createServer((_, res) => {
    res.writeHead(200, {
      "Content-Type": "text/html; charset=utf-8",
      "Content-Security-Policy": `default-src 'none'; script-src ${base}; connect-src ${base}; frame-src ${base}; require-trusted-types-for 'script'`,
    });
    res.end(
      `<!doctype html><html lang="en"><head><title>Another site</title><meta name="viewport" content="width=device-width"><script type="module" src="${base}/embed.js"></script></head><body><main><h1>Another site</h1>${body}</main></body></html>`,
    );
  });
  await new Promise<void>((listening) => host.listen(0, "localhost", listening));
  other = `http://localhost:${(host.address() as AddressInfo).port}`;
  browser = await chromium.launch({ executablePath, args: CHROMIUM_ARGS });
});
afterAll(async () => {
  await browser?.close();
  host?.close();
});

let page: Page;
let errors: string[];
type Options = Parameters<Browser["newContext"]>[0];
async function open(markup: string, options: Options = {}): Promise<void> {
  body = markup;
  page = await (await browser.newContext(options)).newPage();
  page.on("pageerror", (error) => errors.push(error.message));
  page.on("console", (message) => message.type() === "error" && errors.push(message.text()));
  await page.goto(other);
}
beforeEach(() => {
  errors = [];
});
afterEach(async () => {
  await page?.context().close();
});

const FALLBACK = '<a href="https://example.org/linkedin">LinkedIn and AI training</a>';
const element = (attributes: string): string => `<ai-data-use ${attributes}>${FALLBACK}</ai-data-use>`;

/** What axe finds. */
async function found(): Promise<string[]> {
  // The policy of the page refuses what is inserted into it; a test runs beside it.
  await page.evaluate(await (await import("node:fs/promises")).readFile(axe, "utf8"));
  const { violations } = await page.evaluate(() =>
    (
      window as unknown as { axe: { run(): Promise<{ violations: { id: string; help: string }[] }> } }
    ).axe.run(),
  );
  return violations.map(({ id, help }) => `${id}: ${help}`);
}

describe("the element", () => {
  test("shows the answer for the person, in the language of the page around it, under a strict policy", async () => {
    await open(
      `${element('platform="linkedin" region="DE"')}<div lang="de-AT">${element('platform="linkedin" region="DE" id="german"')}</div>`,
    );
    const english = page.locator("ai-data-use").first();
    await english.getByText("On by default").waitFor();
    expect(await english.locator(".sentence").textContent()).toContain("unless you switch it off");
    expect(await english.getByRole("link").allTextContents()).toEqual([
      "Open the setting on linkedin.com",
      "Steps, evidence and other answers",
      "AI Data Use · CC BY 4.0",
    ]);
    await page.locator("#german").getByText("Voreingestellt an").waitFor();
    expect(await found()).toEqual([]);
    expect(errors).toEqual([]);
  });
  test("follows its attributes", async () => {
    await open(element('platform="linkedin" region="DE"'));
    const shown = page.locator("ai-data-use");
    await shown.getByText("people in Germany").waitFor();
    await shown.evaluate((e) => e.setAttribute("region", "GB"));
    await shown.getByText("people in the United Kingdom").waitFor();
    await shown.evaluate((e) => e.setAttribute("platform", "signal"));
    await shown.getByText("Signal", { exact: true }).waitFor();
  });
  test("shows what is inside it where there is no answer, and without JavaScript", async () => {
    await open(element('platform="no-such-platform"'));
    await page.waitForTimeout(500);
    expect(await page.getByRole("link", { name: "LinkedIn and AI training" }).isVisible()).toBe(true);
    await page.context().close();
    await open(element('platform="linkedin"'), { javaScriptEnabled: false });
    expect(await page.getByRole("link", { name: "LinkedIn and AI training" }).isVisible()).toBe(true);
  });
  test("says the same as the frame", async () => {
    const frame = `<iframe src="${base}/en/embed/gmail?region=US" title="Gmail and AI training" width="400" height="420"></iframe>`;
    await open(element('platform="gmail" region="US"') + frame);
    const [one, two] = [page.locator("ai-data-use"), page.frameLocator("iframe")];
    await one.locator(".sentence").waitFor();
    expect(await one.locator(".sentence").textContent()).toBe(await two.locator(".sentence").textContent());
    expect(await one.getByRole("link").allTextContents()).toEqual(
      await two.getByRole("link").allTextContents(),
    );
    expect(errors).toEqual([]);
  });
});

describe("the frame", () => {
  test("is shown on another site, and no other page of ours is", async () => {
    const frame = (path: string) => `<iframe src="${base}${path}" title="${path}"></iframe>`;
    await open(frame("/en/embed/linkedin") + frame("/en/platforms/linkedin"));
    await page.frameLocator("iframe").first().getByRole("heading", { name: "LinkedIn" }).waitFor();
    expect(await page.frameLocator("iframe").nth(1).getByRole("heading").count()).toBe(0);
    expect(errors.filter((error) => error.includes("frame-ancestors"))).not.toEqual([]);
  });
  test("its links open outside of it", async () => {
    await open(
      `<iframe src="${base}/en/embed/linkedin?region=DE" title="LinkedIn" sandbox="allow-popups allow-popups-to-escape-sandbox" width="400" height="400"></iframe>`,
    );
    const [popup] = await Promise.all([
      page.context().waitForEvent("page"),
      page.frameLocator("iframe").getByRole("link", { name: "Steps, evidence" }).click(),
    ]);
    await popup.waitForURL(/\/en\/platforms\/linkedin\?region=DE$/);
  });
  test.each(["light", "dark"] as const)(
    "%s: axe finds nothing, and it is not wider than a phone",
    async (colorScheme) => {
      page = await (
        await browser.newContext({ viewport: { width: 320, height: 480 }, colorScheme })
      ).newPage();
      await page.goto(`${base}/de/embed/gmail?region=US`);
      expect(await found()).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
      await page.goto(`${base}/de/embed/linkedin?theme=${colorScheme === "light" ? "dark" : "light"}`);
      expect(await found()).toEqual([]);
    },
  );
});

test.each([
  [390, "light"],
  [390, "dark"],
  [1280, "light"],
  [1280, "dark"],
] as const)("screenshots: %i pixels, %s", async (width, colorScheme) => {
  const frame = `<iframe src="${base}/de/embed/gmail?region=US" title="Gmail" width="${Math.min(360, width)}" height="560"></iframe>`;
  const elements = [
    element('platform="linkedin" region="DE"'),
    element('platform="signal" lang="de" theme="dark"'),
    element('platform="gmail" region="US"'),
  ];
  await open(`${frame}<br>${elements.join("<br>")}`, {
    viewport: { width, height: 900 },
    colorScheme,
  });
  await page.locator("ai-data-use .sentence").nth(2).waitFor();
  await page.frameLocator("iframe").locator(".sentence").waitFor();
  const suffix = colorScheme === "dark" ? "-dark" : "";
  await page.screenshot({ path: join(SCREENSHOTS, `embed-${width}${suffix}.png`), fullPage: true });
});

test("a browser loads the picture of a page", async () => {
  page = await (await browser.newContext()).newPage();
  await page.goto(`${base}/de/platforms/linkedin?region=DE`);
  const url = await page.locator('meta[property="og:image"]').getAttribute("content");
  await page.goto(url ?? "");
  expect(
    await page
      .locator("img")
      .evaluate((image: HTMLImageElement) => [image.naturalWidth, image.naturalHeight]),
  ).toEqual([1200, 630]);
  expect((await (await fetch(`${base}/en/card/linkedin.png`)).arrayBuffer()).byteLength).toBeGreaterThan(
    20_000,
  );
});
