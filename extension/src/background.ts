import { VERDICT_COLOURS } from "../../src/api/verdict-colours.ts";
import { hostOf, lookUp } from "./dataset.ts";
import { dataset, refresh, settings } from "./storage.ts";
import { inLanguage, message } from "./text.ts";

/*
 * Shows the answer of each tab's site in the toolbar, where the person gave the permission for it: without, the browser
 * does not say which site a tab has. Once a week it gets newer data, where the person chose so.
 */

/** The badge has white text, as the badges of the API have. */
const COLOURS: Readonly<Record<string, string>> = VERDICT_COLOURS;

/** Writes the badge and the title of a tab. Every navigation begins without them. */
async function show(tabId: number, url: string | undefined): Promise<void> {
  const host = hostOf(url);
  if (host === undefined) return;
  const [data, person] = await Promise.all([dataset(), settings()]);
  const found = lookUp(data, host, person);
  if (found === undefined) {
    await chrome.action.setBadgeText({ tabId, text: "" });
    await chrome.action.setTitle({ tabId, title: message("name") });
    return;
  }
  const { verdict, words } = found.answer;
  await chrome.action.setBadgeBackgroundColor({
    tabId,
    color: COLOURS[verdict] ?? VERDICT_COLOURS["not-stated"],
  });
  await chrome.action.setBadgeTextColor({ tabId, color: "#ffffff" });
  await chrome.action.setBadgeText({ tabId, text: message(`badge_${verdict}`) });
  await chrome.action.setTitle({ tabId, title: `${found.name}: ${inLanguage(data, words)}` });
}

/** A tab that is closed in the meantime needs no badge. */
const showTab = (tab: Pick<chrome.tabs.Tab, "id" | "url">): void => {
  if (tab.id !== undefined) void show(tab.id, tab.url).catch(() => {});
};

async function showAll(): Promise<void> {
  for (const tab of await chrome.tabs.query({})) showTab(tab);
}

chrome.tabs.onUpdated.addListener((_, { status, url }, tab) => {
  if (status !== undefined || url !== undefined) showTab(tab);
});
chrome.permissions.onAdded.addListener(() => void showAll());
chrome.storage.onChanged.addListener(() => void showAll());
chrome.runtime.onInstalled.addListener(() => void showAll());

const WEEKLY = "weekly";
const WEEK_IN_MINUTES = 7 * 24 * 60;

chrome.storage.onChanged.addListener(({ weekly }) => {
  if (weekly === undefined) return;
  if (weekly.newValue === true)
    void chrome.alarms.create(WEEKLY, { periodInMinutes: WEEK_IN_MINUTES, delayInMinutes: WEEK_IN_MINUTES });
  else void chrome.alarms.clear(WEEKLY);
});
chrome.alarms.onAlarm.addListener(async ({ name }) => {
  // What cannot be read now is tried again next week; the copy on the device is still there.
  if (name === WEEKLY && (await settings()).weekly) await refresh().catch(() => {});
});
