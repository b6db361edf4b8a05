import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Browser, type BrowserContext, chromium, type Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, expect } from "vitest";
import { type Running, start } from "./process.ts";

/** Debian's Chromium, or another that CHROMIUM names. */
export const executablePath = process.env["CHROMIUM"] ?? "/usr/bin/chromium";

export const CHROMIUM_ARGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"];

/** @throws {Error} where there is no browser, and how to get one */
export function requireChromium(): void {
  if (!existsSync(executablePath))
    throw new Error(`No browser at ${executablePath}: apt-get install chromium, or name one in CHROMIUM.`);
}

/** A real server over the real records, for the tests of a file. */
export function realServer(): { base: () => string } {
  let dir: string;
  let server: Running;
  let base = "";
  beforeAll(async () => {
    dir = mkdtempSync(join(tmpdir(), "browser-"));
    server = start(process.execPath, ["src/entry/node.ts"], {
      PORT: "0",
      HOST: "127.0.0.1",
      DATABASE_URL: `file:${join(dir, "site.db")}`,
    });
    [, base = ""] = await server.until(/at (http:\/\/127\.0\.0\.1:\d+) /, 170_000);
  });
  afterAll(async () => {
    await server?.stop();
    rmSync(dir, { recursive: true, force: true });
  });
  return { base: () => base };
}

type Options = Parameters<Browser["newContext"]>[0];

/** Browsers on a server. After each test, the page had no errors and asked no other server. */
export function browserOn(base: () => string): {
  open: (options?: Options) => Promise<Page>;
  /** The URLs that were asked for. */
  requests: () => string[];
} {
  let browser: Browser;
  let context: BrowserContext | undefined;
  let errors: string[];
  let requests: string[];
  beforeAll(async () => {
    requireChromium();
    browser = await chromium.launch({ executablePath, args: CHROMIUM_ARGS });
  });
  afterAll(() => browser?.close());
  beforeEach(() => {
    [errors, requests] = [[], []];
  });
  afterEach(async () => {
    await context?.close();
    expect(errors).toEqual([]);
    expect(requests.filter((url) => !url.startsWith(base()))).toEqual([]);
  });
  return {
    requests: () => requests,
    async open(options = {}) {
      context = await browser.newContext({ locale: "en-GB", ...options });
      const page = await context.newPage();
      page.on("pageerror", (error) => errors.push(error.message));
      page.on("console", (message) => message.type() === "error" && errors.push(message.text()));
      page.on("request", (request) => requests.push(`${request.url()} ${request.postData() ?? ""}`.trim()));
      return page;
    },
  };
}
