import { execFile } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import { createRequire } from "node:module";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { unzipSync } from "fflate";
import { type BrowserContext, chromium, type Page, type Worker } from "playwright-core";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { buildExtension } from "../../extension/build.ts";
import { CHROMIUM_ARGS, executablePath, requireChromium } from "./browser.ts";

/*
 * The browser extension in Chromium: sites are answered by the test, and everything else that the browser asks for
 * goes to a proxy, which writes it down.
 */
const SCREENSHOTS = "build/screenshots";
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

let dir: string;
let built: string;
let zip: string;
let proxy: Server;
let origin: string;
/** What the browser asks for of its own, and the connections that it opens for the sites that a test visits. */
const OF_THE_BROWSER =
  /^(CONNECT|POST http:\/\/)\s?([\w.-]+\.google(apis)?\.com|www\.linkedin\.com|signal\.org|unknown\.example|chatgpt\.com)(:443$|\/service\/update2)/;

/** What left the browser otherwise. */
let asked: string[] = [];
const note = (request: string): void => {
  if (!OF_THE_BROWSER.test(request)) asked.push(request);
};

/** What the server has at /download/latest/extension.json. */
let newest = "";

beforeAll(async () => {
  requireChromium();
  mkdirSync(SCREENSHOTS, { recursive: true });
  dir = mkdtempSync(join(tmpdir(), "extension-e2e-"));
  proxy = createServer((request, response) => {
    note(`${request.method} ${request.url} ${JSON.stringify(request.headers)}`);
    const found = request.url?.endsWith("/download/latest/extension.json") && newest !== "";
    response.writeHead(found ? 200 : 404, {
      "Content-Type": "application/json",
      "Access-Control-Allow-Origin": "*",
    });
    response.end(found ? newest : "{}");
  });
  proxy.on("connect", (request, socket) => {
    note(`CONNECT ${request.url}`);
    socket.end();
  });
  await new Promise<void>((ready) => proxy.listen(0, "127.0.0.1", ready));
  origin = `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`;
  built = join(dir, "built");
  zip = await buildExtension({ out: built, origin });
});
afterAll(() => {
  proxy?.close();
  rmSync(dir, { recursive: true, force: true });
});
beforeEach(() => {
  asked = [];
  newest = "";
});

interface Opened {
  context: BrowserContext;
  worker: Worker;
  id: string;
}

/** A browser with the extension, as if the person had given it these optional permissions. */
async function withExtension(
  permissions: readonly string[],
  run: (opened: Opened) => Promise<void>,
  language = "en",
): Promise<void> {
  const profile = mkdtempSync(join(dir, "profile-"));
  const copy = mkdtempSync(join(dir, "copy-"));
  cpSync(built, copy, { recursive: true });
  const manifest = JSON.parse(readFileSync(join(copy, "manifest.json"), "utf8")) as { permissions: string[] };
  const given = { ...manifest, permissions: [...manifest.permissions, ...permissions] };
  writeFileSync(join(copy, "manifest.json"), JSON.stringify(given));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath,
    headless: false,
    locale: language,
    env: { ...process.env, LANGUAGE: language } as Record<string, string>,
    args: [
      ...CHROMIUM_ARGS,
      "--headless=new",
      "--disable-component-update",
      `--lang=${language}`,
      `--disable-extensions-except=${copy}`,
      `--load-extension=${copy}`,
      `--proxy-server=${origin}`,
      "--proxy-bypass-list=<-loopback>",
    ],
  });
  try {
    await context.route(/^https:\/\//, (route, request) => {
      // The background script's requests come here too.
      if (!request.isNavigationRequest()) note(`${request.method()} ${request.url()}`);
      return route.fulfill({ contentType: "text/html", body: "<!doctype html><title>A site</title>" });
    });
    const worker = context.serviceWorkers()[0] ?? (await context.waitForEvent("serviceworker"));
    await run({ context, worker, id: new URL(worker.url()).host });
  } finally {
    await context.close();
  }
}

/** The badge and the title of the tab that is shown. */
const toolbar = (worker: Worker): Promise<string[]> =>
  worker.evaluate(async () => {
    const [tab] = await chrome.tabs.query({ active: true });
    const tabId = tab?.id as number;
    return [await chrome.action.getBadgeText({ tabId }), await chrome.action.getTitle({ tabId })];
  });

/** The popup over the tab that is shown, as a tab of its own that is not shown. */
async function popupOver({ context, worker }: Opened): Promise<Page> {
  const [page] = await Promise.all([
    context.waitForEvent("page"),
    worker.evaluate(() => chrome.tabs.create({ url: chrome.runtime.getURL("popup.html"), active: false })),
  ]);
  await page.locator("main:not([aria-busy])").waitFor();
  return page;
}

const optionsOf = async ({ context, id }: Opened): Promise<Page> => {
  const page = await context.newPage();
  await page.goto(`chrome-extension://${id}/options.html`);
  await page.locator("#region option:nth-child(2)").waitFor({ state: "attached" });
  return page;
};

const axeFindings = (page: Page): Promise<string[]> =>
  page.evaluate(
    `${axe}; axe.run().then((r) => r.violations.flatMap((v) => v.nodes.map((n) => v.id + " " + n.target)))`,
  );

test("a site that is known, one that is not, and another service: the toolbar and the popup", () =>
  withExtension(["tabs"], async (opened) => {
    const { context, worker } = opened;
    const [page = await context.newPage()] = context.pages();
    await page.goto("https://www.linkedin.com/feed/");
    await expect.poll(() => toolbar(worker)).toEqual(["ON", "LinkedIn: on by default"]);
    const popup = await popupOver(opened);
    expect(await popup.locator("h1").textContent()).toBe("LinkedIn");
    expect(await popup.locator("#sentence").textContent()).toContain("unless you switch it off");
    expect(await popup.locator("#words").textContent()).toBe("on by default");
    expect(await popup.locator("#switch use").getAttribute("href")).toBe("#s-on-by-default");
    expect(await popup.locator("#person").textContent()).toBe("For: rest of the world, plan: Free");
    expect(await popup.getByRole("link").getAttribute("href")).toBe(`${origin}/en/platforms/linkedin`);
    expect(await axeFindings(popup)).toEqual([]);
    await popup.setViewportSize({ width: 392, height: 420 });
    await popup.screenshot({ path: join(SCREENSHOTS, "extension-popup.png") });
    await popup.close();

    await page.goto("https://signal.org/");
    await expect.poll(() => toolbar(worker)).toEqual(["✓", "Signal: not used"]);
    await page.goto("https://unknown.example/");
    await expect.poll(() => toolbar(worker)).toEqual(["", "AI Data Use"]);
    const unknown = await popupOver(opened);
    expect(await unknown.locator("h1").textContent()).toBe("unknown.example");
    expect(await unknown.locator("#sentence").textContent()).toContain("is not in our data");
    expect(await unknown.getByRole("link").count()).toBe(0);
    expect(await axeFindings(unknown)).toEqual([]);
    expect(asked).toEqual([]);
  }));

test("the place and the plan decide, in German", () =>
  withExtension(
    ["tabs"],
    async (opened) => {
      const { context, worker } = opened;
      const [page = await context.newPage()] = context.pages();
      const options = await optionsOf(opened);
      expect(await axeFindings(options)).toEqual([]);
      await options.getByLabel("Wo Sie wohnen").selectOption({ label: "Deutschland" });
      await options.getByLabel("Ihr Tarif").selectOption("business");
      await options.getByText("Gespeichert.").waitFor();
      await options.screenshot({ path: join(SCREENSHOTS, "extension-options-de.png"), fullPage: true });
      await options.close();
      await page.goto("https://chatgpt.com/");
      await expect
        .poll(() => toolbar(worker))
        .toEqual(["AUS", expect.stringMatching(/^ChatGPT: voreingestellt aus/)]);
      const popup = await popupOver(opened);
      expect(await popup.locator("html").getAttribute("lang")).toBe("de");
      expect(await popup.locator("#person").textContent()).toBe("Für: Deutschland, Tarif: Business");
      expect(await popup.getByRole("link", { name: "Die ganze Antwort" }).getAttribute("href")).toBe(
        `${origin}/de/platforms/chatgpt?region=DE&plan=business`,
      );
      expect(asked).toEqual([]);
    },
    "de",
  ));

test("without the permission it does not know which site a tab has, and asks no one", () =>
  withExtension([], async ({ context, worker }) => {
    const [page = await context.newPage()] = context.pages();
    await page.goto("https://www.linkedin.com/feed/");
    expect(
      await worker.evaluate(async () => (await chrome.tabs.query({ active: true })).map(({ url }) => url)),
    ).toEqual([undefined]);
    expect(await toolbar(worker)).toEqual(["", "AI Data Use"]);
    expect(asked).toEqual([]);
  }));

describe("newer data", () => {
  test("are read when the person asks, with one request that says nothing about them", () =>
    withExtension(["tabs"], async (opened) => {
      const { context, worker } = opened;
      const [page = await context.newPage()] = context.pages();
      await page.goto("https://www.linkedin.com/feed/");
      newest = readFileSync(join(built, "extension.json"), "utf8")
        .replace(/"date": "[\d-]+"/, '"date": "2099-01-02"')
        .replaceAll('"LinkedIn"', '"LinkedIn, newer"');
      const options = await optionsOf(opened);
      await options.getByRole("button", { name: "Get newer data now" }).click();
      await options.getByText("The data are now those of 2 January 2099.").waitFor();
      expect(asked).toHaveLength(1);
      expect(asked[0]).toContain(`GET ${origin}/download/latest/extension.json `);
      expect(asked[0]).not.toMatch(/linkedin|cookie|referer/i);
      await options.close();
      await expect.poll(() => toolbar(worker)).toEqual(["ON", "LinkedIn, newer: on by default"]);
    }));

  test.each([
    ["what is not the file", "[]"],
    ["nothing", ""],
  ])("%s does not replace the copy", (_, text) =>
    withExtension(["tabs"], async (opened) => {
      newest = text;
      const options = await optionsOf(opened);
      await options.getByRole("button", { name: "Get newer data now" }).click();
      await options.getByText("The copy on your device is still used.").waitFor();
      await options.getByLabel("Server for newer data").fill("ftp://example.org");
      await options.getByLabel("Server for newer data").press("Tab");
      await options.getByText("Give an address that begins with https://.").waitFor();
      await options.close();
      const [page = await opened.context.newPage()] = opened.context.pages();
      await page.goto("https://www.linkedin.com/feed/");
      await expect.poll(() => toolbar(opened.worker)).toEqual(["ON", "LinkedIn: on by default"]);
    }),
  );

  test("once a week only where the person chose so", () =>
    withExtension([], async (opened) => {
      const alarms = () =>
        opened.worker.evaluate(async () =>
          (await chrome.alarms.getAll()).map(({ name, periodInMinutes }) => [name, periodInMinutes]),
        );
      expect(await alarms()).toEqual([]);
      const options = await optionsOf(opened);
      await options.getByLabel("Get newer data from it once a week").check();
      await expect.poll(alarms).toEqual([["weekly", 10080]]);
      await options.getByLabel("Get newer data from it once a week").uncheck();
      await expect.poll(alarms).toEqual([]);
    }));
});

describe("the package", () => {
  test("asks for few permissions and runs no code from elsewhere", () => {
    const manifest = JSON.parse(readFileSync(join(built, "manifest.json"), "utf8")) as Record<
      string,
      unknown
    >;
    expect(manifest["permissions"]).toEqual(["activeTab", "alarms", "storage"]);
    expect(manifest["optional_permissions"]).toEqual(["tabs"]);
    for (const none of [
      "host_permissions",
      "content_scripts",
      "web_accessible_resources",
      "externally_connectable",
    ])
      expect(manifest[none], none).toBeUndefined();
    expect(JSON.stringify(manifest["content_security_policy"])).toContain(
      "default-src 'none'; script-src 'self'",
    );
    expect(manifest["version"]).toMatch(/^\d+\.\d+\.\d+$/);
  });

  test("both languages have every message", () => {
    const names = (code: string) =>
      Object.keys(
        JSON.parse(readFileSync(join(built, `_locales/${code}/messages.json`), "utf8")) as object,
      ).sort();
    expect(names("de")).toEqual(names("en"));
  });

  test("the same checkout gives the same bytes, and the zip file has the folder's files", async () => {
    const again = await buildExtension({ out: join(dir, "again"), origin });
    expect(readFileSync(again).equals(readFileSync(zip))).toBe(true);
    const files = unzipSync(new Uint8Array(readFileSync(zip)));
    expect(Object.keys(files)).toContain("manifest.json");
    expect(Buffer.from(files["background.js"] ?? []).toString()).toBe(
      readFileSync(join(built, "background.js"), "utf8"),
    );
  });

  test("Mozilla's linter finds nothing else in it than that Firefox does not read what Chromium does", async () => {
    const linter = createRequire(import.meta.url).resolve("addons-linter/bin/addons-linter");
    const { stdout } = await promisify(execFile)(process.execPath, [
      linter,
      zip,
      "--output",
      "json",
      "--boring",
    ]).catch((error: { stdout: string }) => error);
    const { errors, warnings } = JSON.parse(stdout) as Record<
      "errors" | "warnings",
      { code: string; message: string; file: string }[]
    >;
    // Chromium reads service_worker, and Firefox scripts.
    const expected = "BACKGROUND_SERVICE_WORKER_IGNORED";
    const found = [...errors, ...warnings].filter(({ code }) => code !== expected);
    expect(found.map(({ code, file, message }) => `${code} ${file}: ${message}`)).toEqual([]);
  });
});
