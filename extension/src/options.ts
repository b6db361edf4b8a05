import { dataset, originOf, refresh, saveSettings, settings } from "./storage.ts";
import { byId, dayInWords, inLanguage, language, message, writeTexts } from "./text.ts";

const status = byId("status");
const say = (text: string): void => {
  status.textContent = text;
};

const option = (value: string, text: string): HTMLOptionElement =>
  Object.assign(document.createElement("option"), { value, textContent: text });

writeTexts();
document.title = message("optionsTitle");
const [chosen, data] = await Promise.all([settings(), dataset()]);

const region = byId<HTMLSelectElement>("region");
const names = Object.entries(data.places).map(([code, texts]) => option(code, inLanguage(data, texts)));
const { compare } = new Intl.Collator(language());
region.append(
  option("", message("anywhere")),
  ...names.toSorted((a, b) => compare(a.textContent ?? "", b.textContent ?? "")),
);
region.value = chosen.region;

const plan = byId<HTMLSelectElement>("plan");
plan.append(...data.plans.map((name) => option(name, message(`plan_${name}`))));
plan.value = chosen.plan;

for (const field of [region, plan])
  field.addEventListener("change", async () => {
    await saveSettings({ [field.id]: field.value });
    say(message("saved"));
  });

const origin = byId<HTMLInputElement>("origin");
origin.value = chosen.origin;
origin.addEventListener("change", async () => {
  const written = originOf(origin.value.trim());
  origin.setAttribute("aria-invalid", String(written === undefined));
  if (written === undefined) return say(message("badOrigin"));
  origin.value = written;
  await saveSettings({ origin: written });
  say(message("saved"));
});

const weekly = byId<HTMLInputElement>("weekly");
weekly.checked = chosen.weekly;
weekly.addEventListener("change", async () => {
  await saveSettings({ weekly: weekly.checked });
  say(message("saved"));
});

const toolbar = byId<HTMLInputElement>("toolbar");
const TABS = { permissions: ["tabs"] } satisfies chrome.permissions.Permissions;
toolbar.checked = await chrome.permissions.contains(TABS);
toolbar.addEventListener("change", async () => {
  // The browser asks the person.
  if (toolbar.checked) toolbar.checked = await chrome.permissions.request(TABS);
  else await chrome.permissions.remove(TABS);
});

const state = byId("state");
state.textContent = message("state", dayInWords(data.date));
byId("refresh").addEventListener("click", async () => {
  try {
    const { date } = await refresh();
    state.textContent = message("state", dayInWords(date));
    say(message("refreshed", dayInWords(date)));
  } catch (error) {
    say(message("notRefreshed", origin.value, error instanceof Error ? error.message : String(error)));
  }
});
