import { mkdirSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { type Browser, type BrowserContext, chromium, type Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { CHROMIUM_ARGS, executablePath, realServer, requireChromium } from "./browser.ts";

/* The site as people use it: Debian's Chromium, the real records, with and without JavaScript. */
const SCREENSHOTS = "build/screenshots";
const axe = createRequire(import.meta.url).resolve("axe-core/axe.min.js");

const real = realServer();
let base: string;
let browser: Browser;

beforeAll(async () => {
  requireChromium();
  mkdirSync(SCREENSHOTS, { recursive: true });
  base = real.base();
  browser = await chromium.launch({
    executablePath,
    args: CHROMIUM_ARGS,
  });
});
afterAll(async () => {
  await browser?.close();
});

type Options = Parameters<Browser["newContext"]>[0];
let context: BrowserContext;
let errors: string[];
let foreign: string[];

/** A page in a browser of its own, whose errors and requests to other sites are noted. */
async function open(options: Options = {}): Promise<Page> {
  context = await browser.newContext({ locale: "en-GB", ...options });
  const page = await context.newPage();
  page.on("pageerror", (error) => errors.push(error.message));
  page.on("console", (message) => message.type() === "error" && errors.push(message.text()));
  page.on("request", (request) => {
    if (!request.url().startsWith(base)) foreign.push(request.url());
  });
  return page;
}
beforeEach(() => {
  errors = [];
  foreign = [];
});
afterEach(async () => {
  await context?.close();
  expect(errors).toEqual([]);
  expect(foreign).toEqual([]);
});

const SWITCH = /^https:\/\/www\.linkedin\.com\//;

describe.each([true, false])("with JavaScript: %s", (javaScriptEnabled) => {
  test("from the home page to the switch of LinkedIn in Germany in three interactions", async () => {
    const page = await open({ javaScriptEnabled });
    await page.goto(base);
    await page.getByRole("searchbox", { name: "Find a platform" }).fill("linked in");
    await page.keyboard.press("Enter");
    await page.waitForURL(/\/platforms\/linkedin$/);
    expect(await page.locator(".headline").textContent()).toContain("unless you switch it off");

    await page.getByLabel("Where you live").selectOption({ label: "Germany" });
    await page.getByRole("button", { name: "Show answer" }).click();
    await page.waitForURL(/region=DE/);
    expect(await page.locator(".sum").textContent()).toContain(
      "for people in Germany on the free plan, today",
    );
    expect(await page.locator(".sum strong").textContent()).toBe("on by default");

    const first = page.getByRole("link", { name: "Open the setting on linkedin.com" }).first();
    expect(await first.getAttribute("href")).toMatch(SWITCH);
    expect(await page.locator("#choices .steps").first().locator("li").count()).toBeGreaterThan(2);
  });

  test("the choice goes along to other pages and languages", async () => {
    const page = await open({ javaScriptEnabled });
    await page.goto(`${base}/platforms?region=DE&plan=paid`);
    await page.getByRole("link", { name: "ChatGPT", exact: true }).click();
    await page.waitForURL(/\/platforms\/chatgpt\?region=DE&plan=paid$/);
    await page.getByRole("link", { name: "Deutsch" }).click();
    await page.waitForURL(/\/de\/platforms\/chatgpt\?region=DE&plan=paid$/);
    expect(await page.locator("html").getAttribute("lang")).toBe("de");
    expect(await page.getByLabel("Wo Sie wohnen").inputValue()).toBe("DE");
  });

  test("platforms are compared, added and removed with a form", async () => {
    const page = await open({ javaScriptEnabled });
    await page.goto(`${base}/compare`);
    await page.getByLabel("Platforms to compare, separated by commas").fill("LinkedIn, Reddit");
    await page.getByRole("button", { name: "Compare" }).click();
    await page.waitForURL(/compare\?ids=linkedin%2Creddit$/);
    const heads = () => page.locator(".sides").first().locator("thead th a").allTextContents();
    expect(await heads()).toEqual(["LinkedIn", "Remove", "Reddit", "Remove"]);
    await page.getByLabel("Add a platform").fill("twitter");
    await page.getByRole("button", { name: "Add" }).click();
    await page.waitForURL(/ids=linkedin%2Creddit%2Cx$/);
    await page.getByRole("link", { name: "Remove Reddit" }).click();
    await page.waitForURL(/ids=linkedin%2Cx$/);
    expect(await heads()).toEqual(["LinkedIn", "Remove", "X", "Remove"]);
    await page
      .locator(".sides")
      .first()
      .getByRole("link", { name: "Data for Generative AI Improvement", exact: true })
      .click();
    await page.waitForURL(/\/platforms\/linkedin#control-/);
  });

  test("plans of a platform, and of its category", async () => {
    const page = await open({ javaScriptEnabled });
    await page.goto(`${base}/platforms/chatgpt`);
    await page.getByRole("link", { name: "Plans side by side" }).click();
    await page.waitForURL(/chatgpt\/plans$/);
    expect(await page.locator(".sides").first().locator("tbody tr").first().locator("td").count()).toBe(6);
    await page.getByRole("link", { name: "Plans of similar platforms" }).click();
    await page.waitForURL(/plans\?category=ai-assistant$/);
    await page.getByRole("rowheader", { name: "ChatGPT" }).waitFor();
  });

  test("filters of the list", async () => {
    const page = await open({ javaScriptEnabled });
    await page.goto(`${base}/platforms`);
    await page.getByLabel("Type of service").selectOption("messaging");
    await page.getByLabel("What happens").selectOption("not-used");
    await page.getByRole("button", { name: "Show" }).click();
    await page.waitForURL(/category=messaging/);
    await page.getByRole("link", { name: "Signal", exact: true }).waitFor();
    expect(await page.locator(".platform .v-not-used").count()).toBe(await page.locator(".platform").count());
  });
});

describe("the choice on the device", () => {
  test("is applied where the address names none, and forgotten when it is taken back", async () => {
    const page = await open();
    await page.goto(`${base}/platforms/linkedin`);
    await page.getByLabel("Where you live").selectOption("DE");
    await page.getByRole("button", { name: "Show answer" }).click();
    await page.waitForURL(/linkedin\?region=DE$/);
    await page.goto(`${base}/platforms/reddit`);
    await page.waitForURL(/reddit\?region=DE$/);
    await page.goto(`${base}/platforms/reddit?region=FR`);
    expect(await page.getByLabel("Where you live").inputValue()).toBe("FR");
    await page.getByLabel("Where you live").selectOption("");
    await page.getByRole("button", { name: "Show answer" }).click();
    await page.waitForURL(/reddit$/);
    await page.reload();
    expect(page.url()).toMatch(/reddit$/);
  });
});

test("the browser's language decides where the address names none", async () => {
  const page = await open({ locale: "de-AT" });
  await page.goto(base);
  expect(await page.locator("html").getAttribute("lang")).toBe("de");
  await page.getByRole("searchbox", { name: "Plattform finden" }).waitFor();
});

test("the keyboard alone: skip link, search, choice, switch", async () => {
  const page = await open();
  await page.goto(`${base}/platforms/linkedin?region=DE`);
  const focused = () => page.evaluate(() => document.activeElement?.textContent?.trim() ?? "");
  await page.keyboard.press("Tab");
  expect(await focused()).toBe("Skip to the content");
  await page.keyboard.press("Enter");
  const reached: string[] = [];
  for (let i = 0; i < 12; i++) {
    await page.keyboard.press("Tab");
    reached.push(await focused());
    const outline = await page.evaluate(
      () => getComputedStyle(document.activeElement as Element).outlineStyle,
    );
    expect(outline).not.toBe("none");
  }
  expect(reached).toContain("Open the setting on linkedin.com");
  expect(reached).toContain("Show answer");
});

test("printed: the steps with their addresses, without forms and navigation", async () => {
  const page = await open();
  await page.goto(`${base}/platforms/linkedin?region=DE`);
  await page.emulateMedia({ media: "print" });
  expect(await page.locator(".chooser").isVisible()).toBe(false);
  expect(await page.locator("nav").first().isVisible()).toBe(false);
  expect(await page.locator("#choices .steps").first().isVisible()).toBe(true);
  const address = await page
    .locator("#choices .control a.button")
    .first()
    .evaluate((link) => getComputedStyle(link, "::after").content);
  expect(address).toContain("https://www.linkedin.com/");
  await page.screenshot({ path: join(SCREENSHOTS, "linkedin-print.png"), fullPage: true });
});

const PAGES = {
  home: "/en",
  platform: "/en/platforms/linkedin?region=DE",
  "platform-de": "/de/platforms/linkedin?region=DE",
  "platform-message": "/en/platforms/reddit?region=DE",
  evidence: "/en/platforms/linkedin/evidence?region=DE",
  directory: "/en/platforms?region=DE",
  operator: "/de/operators/meta?region=DE",
  events: "/en/events",
  search: "/en/search?q=chat",
  category: "/en/categories/ai-assistant?region=DE",
  compare: "/en/compare?ids=linkedin,x,reddit&region=DE",
  "compare-ten":
    "/de/compare?ids=linkedin,x,reddit,facebook,instagram,tiktok,pinterest,bluesky,snapchat,youtube",
  "compare-time": "/de/compare?id=linkedin&from=2024-01-01&to=2026-01-01&region=DE",
  "compare-empty": "/en/compare",
  plans: "/en/plans?category=ai-assistant",
  "platform-plans": "/de/platforms/chatgpt/plans?region=DE",
  myths: "/en/myths?category=messaging",
  stats: "/en/stats?region=DE",
  "stats-de": "/de/stats",
  developers: "/en/developers",
  method: "/en/method",
  "method-de": "/de/method",
  download: "/en/download",
  problems: "/en/problems",
  problem: "/de/problems/rate-limited",
  missing: "/en/platforms/linkdin",
  wrong: "/en/platforms/linkedin?region=Germany",
  "checklist-choose": "/en/checklist?region=DE",
  checklist: "/de/checklist?region=DE&ids=linkedin,facebook,chatgpt,x,reddit,signal,kimi,atlassian,nothing",
  "vendor-choose": "/en/vendor-review",
  "vendor-review": "/de/vendor-review?region=DE&ids=slack,zoom,chatgpt,atlassian,nothing",
};

interface AxeResult {
  violations: { id: string; nodes: { target: string[]; failureSummary?: string }[] }[];
}

describe.each([
  [390, "light"],
  [390, "dark"],
  [1280, "light"],
  [1280, "dark"],
] as const)("%i px, %s", (width, colorScheme) => {
  test.each(Object.entries(PAGES))(
    "%s: axe finds nothing, and nothing is wider than the window",
    async (name, path) => {
      const page = await open({
        viewport: { width, height: width < 600 ? 844 : 900 },
        colorScheme,
        bypassCSP: true,
      });
      await page.goto(`${base}${path}`);
      errors = errors.filter((error) => !/status of 40[04]/.test(error));
      await page.addScriptTag({ path: axe });
      const { violations } = await page.evaluate(() =>
        (window as unknown as { axe: { run(options: object): Promise<AxeResult> } }).axe.run({
          runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
        }),
      );
      const found = violations.flatMap(({ id, nodes }) =>
        nodes.map((n) => `${id} ${n.target.join(" ")} ${n.failureSummary}`),
      );
      expect(found).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
      const suffix = colorScheme === "dark" ? "-dark" : "";
      await page.screenshot({ path: join(SCREENSHOTS, `${name}-${width}${suffix}.png`), fullPage: true });
    },
  );
});

/** Adds up how far things move while a page loads (Cumulative Layout Shift). */
const noteShifts = (page: Page): Promise<unknown> =>
  page.addInitScript(() => {
    Object.assign(window, { moved: 0 });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as unknown as { value: number }[])
        (window as unknown as { moved: number }).moved += entry.value;
    }).observe({ type: "layout-shift", buffered: true });
  });

/** After two frames: what was drawn late has moved by then. */
const shifts = (page: Page): Promise<number> =>
  page.evaluate(async () => {
    for (let i = 0; i < 2; i++) await new Promise((drawn) => requestAnimationFrame(drawn));
    return (window as unknown as { moved: number }).moved;
  });

describe.each([390, 1280])("%i px", (width) => {
  test.each([
    ["for the first time", {}],
    ["with a list that is kept", { ids: ["linkedin", "reddit"], done: [] }],
  ])("nothing moves while a page loads, %s", async (_, checklist) => {
    const page = await open({ viewport: { width, height: 844 } });
    await page.goto(`${base}/en/method`);
    await page.evaluate((kept) => localStorage.setItem("checklist", JSON.stringify(kept)), checklist);
    await noteShifts(page);
    for (const [name, path] of Object.entries(PAGES)) {
      await page.goto(`${base}${path}`);
      expect(await shifts(page), name).toBeLessThan(0.01);
    }
    errors = errors.filter((error) => !/status of 40[04]/.test(error));
  });
});

test.each([
  ["200 %", 640],
  ["400 %", 320],
])("at %s of a window of 1280 pixels nothing is cut off", async (_, width) => {
  const page = await open({ viewport: { width, height: 450 }, deviceScaleFactor: 1280 / width });
  for (const path of Object.values(PAGES)) {
    await page.goto(`${base}${path}`);
    expect(await page.evaluate(() => document.documentElement.scrollWidth), path).toBeLessThanOrEqual(width);
  }
  errors = errors.filter((error) => !/status of 40[04]/.test(error));
});
