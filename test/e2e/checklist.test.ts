import { mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { browserOn, realServer } from "./browser.ts";

/* The checklist as people use it: chosen, pasted, ticked, kept, printed; also without JavaScript. */
const SCREENSHOTS = "build/screenshots";
mkdirSync(SCREENSHOTS, { recursive: true });

const { base } = realServer();
const { open, requests } = browserOn(base);

const box = (page: Page, name: string) => page.getByRole("checkbox", { name, exact: true });
const TICK = "Data for Generative AI Improvement";

async function listOf(page: Page, ...names: string[]): Promise<void> {
  await page.goto(`${base()}/en/checklist`);
  for (const name of names) await box(page, name).check();
  await page.getByLabel("Where you live").selectOption("DE");
  await page.getByRole("button", { name: "Show my list" }).click();
  await page.getByRole("heading", { name: "To switch off", exact: true }).waitFor();
}

test("build a list, tick, reload: the ticks and the list are kept, and can be deleted", async () => {
  const page = await open();
  await listOf(page, "LinkedIn", "Signal", "X");
  expect(new URL(page.url()).search).toBe("?region=DE&ids=linkedin%2Csignal%2Cx");
  expect(await page.locator(".headline").textContent()).toBe(
    "2 services with something to switch off: 13 actions in all.",
  );
  const progress = page.locator("#progress");
  expect(await progress.textContent()).toBe("0 of 3 done. This list is kept on this device.");
  await box(page, TICK).check();
  expect(await progress.textContent()).toContain("1 of 3 done");

  await page.reload();
  expect(await box(page, TICK).isChecked()).toBe(true);
  expect(await progress.textContent()).toContain("1 of 3 done");
  await page.goto(`${base()}/en/checklist?region=DE`);
  expect(await page.locator("#chosen").textContent()).toBe("Chosen: 3");
  await page.getByRole("link", { name: "Open my list" }).click();
  expect(await box(page, TICK).isChecked()).toBe(true);

  await page.getByRole("button", { name: "Delete from this device" }).click();
  expect(await page.evaluate(() => [localStorage.getItem("checklist"), sessionStorage.length])).toEqual([
    null,
    0,
  ]);
  await page.reload();
  expect(await box(page, TICK).isChecked()).toBe(false);
});

test("a shared list does not replace one's own until it is kept", async () => {
  const page = await open();
  await listOf(page, "LinkedIn");
  await page.goto(`${base()}/en/checklist?ids=chatgpt,x&region=US`);
  expect(await page.locator("#progress").textContent()).toBe("0 of 3 done");
  await page.goto(`${base()}/en/checklist?region=DE`);
  expect(await page.locator("#chosen").textContent()).toBe("Chosen: 1");
  await page.goto(`${base()}/en/checklist?ids=chatgpt,x&region=US`);
  await page.getByRole("button", { name: "Keep on this device" }).click();
  expect(await page.locator("#progress").textContent()).toContain("This list is kept on this device.");
});

test("a platform's page adds it to the list", async () => {
  const page = await open();
  await listOf(page, "LinkedIn");
  await page.goto(`${base()}/en/platforms/chatgpt?region=DE`);
  await page.getByRole("link", { name: "Add to my checklist" }).click();
  await page.waitForURL(/ids=chatgpt%2Clinkedin/);
  expect(await page.locator("#progress").textContent()).toContain("This list is kept on this device.");
});

describe("a list of domains is read on the device", () => {
  const EXPORT =
    "name,url,username,password,note\nA,https://www.linkedin.com/uas/login,me@gmail.com,hunter2.secret,\nB,https://accounts.unknown.example/login,me@gmail.com,other.secret,\nC,https://chat.openai.com,me@gmail.com,x,\n";

  test("pasted: services are chosen, what is not in the data is named, and nothing of it is sent", async () => {
    const page = await open();
    await page.goto(`${base()}/en/checklist`);
    const before = requests().length;
    await page.getByText("Read them from a list instead").click();
    await page.getByLabel("Domains, or the text of an export").fill(EXPORT);
    await page.getByRole("button", { name: "Find my services" }).click();
    expect(await page.locator("#paste-found").textContent()).toBe("Services found: 2. Not in our data: 1.");
    expect(await page.getByLabel("Domains, or the text of an export").inputValue()).toBe("");
    expect(await box(page, "LinkedIn").isChecked()).toBe(true);
    expect(await box(page, "ChatGPT").isChecked()).toBe(true);
    expect(await box(page, "Gmail").isChecked()).toBe(false);
    // The browser may still be loading the icon.
    expect(
      requests()
        .slice(before)
        .filter((url) => !url.includes("/assets/favicon")),
    ).toEqual([]);

    await page.getByRole("button", { name: "Show my list" }).click();
    await page.getByRole("heading", { name: "Not in our data" }).waitFor();
    expect(await page.locator("#unknown li").allTextContents()).toEqual(["accounts.unknown.example"]);
    expect(requests().join("\n")).not.toMatch(/unknown\.example|secret|gmail\.com|hunter2/);
    expect(await page.evaluate(() => JSON.stringify(localStorage))).not.toMatch(/unknown\.example|secret/);
  });

  test("from a file", async () => {
    const page = await open();
    await page.goto(`${base()}/en/checklist`);
    await page.getByText("Read them from a list instead").click();
    await page.getByLabel("Or a file").setInputFiles({
      name: "export.json",
      mimeType: "application/json",
      buffer: Buffer.from(
        '{"items":[{"login":{"uris":[{"uri":"androidapp://com.linkedin.android"}],"password":"x.com"}}]}',
      ),
    });
    await page.getByText("Services found: 1. Not in our data: 0.").waitFor();
    expect(await box(page, "LinkedIn").isChecked()).toBe(true);
    expect(await box(page, "X").isChecked()).toBe(false);
  });

  test("nothing in it: it says what works", async () => {
    const page = await open();
    await page.goto(`${base()}/de/checklist`);
    await page.getByText("Stattdessen aus einer Liste einlesen").click();
    await page.getByLabel("Domains, oder der Text eines Exports").fill("keine Adresse");
    await page.getByRole("button", { name: "Meine Dienste finden" }).click();
    expect(await page.locator("#paste-found").textContent()).toContain("eine Domain je Zeile");
  });
});

test("without JavaScript: the form gives the same list", async () => {
  const page = await open({ javaScriptEnabled: false });
  await page.goto(`${base()}/de/checklist`);
  expect(await page.locator("[data-script]").first().isVisible()).toBe(false);
  await box(page, "LinkedIn").check();
  await box(page, "WhatsApp").check();
  await page.getByLabel("Wo Sie wohnen").selectOption("DE");
  await page.getByRole("button", { name: "Meine Liste zeigen" }).click();
  await page.waitForURL(/ids=linkedin&ids=whatsapp/);
  expect(await page.locator("#tasks h3").allTextContents()).toEqual(["LinkedIn", "WhatsApp"]);
  await page.getByRole("link", { name: "Dienste ändern" }).click();
  expect(await box(page, "WhatsApp").isChecked()).toBe(true);
  expect(await box(page, "Signal").isChecked()).toBe(false);
});

test("the keyboard alone: search in the list, choose, send, tick", async () => {
  const page = await open();
  await page.goto(`${base()}/en/checklist?region=DE`);
  await page.getByLabel("Search in the list").focus();
  await page.keyboard.type("linked");
  await page.keyboard.press("Enter");
  expect(await page.locator("#services li:visible").allTextContents()).toEqual(["LinkedIn"]);
  await page.keyboard.press("Tab");
  await page.keyboard.press("Space");
  expect(await page.locator("#chosen").textContent()).toBe("Chosen: 1");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await page.waitForURL(/ids=linkedin/);
  for (let i = 0; i < 30; i++) {
    await page.keyboard.press("Tab");
    if (await box(page, TICK).evaluate((element) => element === document.activeElement)) break;
  }
  await page.keyboard.press("Space");
  expect(await page.locator("#progress").textContent()).toContain("1 of 1 done");
});

test("the focus is never under the bar with the button", async () => {
  const page = await open({ viewport: { width: 390, height: 700 }, reducedMotion: "reduce" });
  await page.goto(`${base()}/en/checklist`);
  await box(page, "BeReal").focus();
  for (let i = 0; i < 60; i++) {
    await page.keyboard.press("Tab");
    const hidden = await page.evaluate(() => {
      const bar = document.querySelector(".submit")?.getBoundingClientRect();
      const element = document.activeElement as Element;
      const { bottom } = element.getBoundingClientRect();
      return element.closest(".submit") === null && bar !== undefined && bottom > bar.top + 1;
    });
    expect(hidden).toBe(false);
  }
});

test("printed: boxes, steps and addresses, without buttons and forms", async () => {
  const page = await open();
  await page.goto(`${base()}/en/checklist?region=DE&ids=linkedin,reddit,signal`);
  await page.emulateMedia({ media: "print" });
  for (const hidden of [".chooser", "#print", "#device", "nav"])
    expect(await page.locator(hidden).first().isVisible(), hidden).toBe(false);
  for (const shown of ["[data-task]", "#tasks .steps", "#stuck h2", "#order"])
    expect(await page.locator(shown).first().isVisible(), shown).toBe(true);
  await page.screenshot({ path: join(SCREENSHOTS, "checklist-print.png"), fullPage: true });
});

test("too many services: it says so before anything is sent", async () => {
  const page = await open();
  await page.goto(`${base()}/en/vendor-review`);
  await page.evaluate(() => {
    for (const element of document.querySelectorAll<HTMLInputElement>("[name=ids]")) element.checked = true;
  });
  const before = requests().length;
  await page.getByRole("button", { name: "Show the report" }).click();
  expect(await page.locator("#chosen").textContent()).toBe("A list has at most 40 services. Choose fewer.");
  // Browsers ask for the icon when they have time.
  expect(
    requests()
      .slice(before)
      .filter((url) => !url.includes("/assets/favicon")),
  ).toEqual([]);
});

test("the vendor review of some services, and its CSV file", async () => {
  const page = await open();
  await page.goto(`${base()}/en/vendor-review`);
  for (const name of ["Slack", "Zoom"]) await box(page, name).check();
  await page.getByLabel("Contract or plan").selectOption("enterprise");
  await page.getByRole("button", { name: "Show the report" }).click();
  await page.waitForURL(/plan=enterprise&ids=slack%2Czoom/);
  // What an organisation has is not the person's own choice.
  expect(await page.evaluate(() => localStorage.length)).toBe(0);
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: "Download as CSV" }).click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/^ai-data-use-vendor-review-enterprise-\d{4}-\d\d-\d\d\.csv$/);
  const rows: Record<string, string>[] = parse(readFileSync(await download.path()), {
    bom: true,
    columns: true,
  });
  expect(rows.map((row) => row["Service"])).toEqual(["Slack", "Zoom"]);
});
