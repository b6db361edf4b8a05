import { formOf, type Shown } from "../../src/site/components/switch.tsx";
import { type Dataset, type Found, hostOf, lookUp } from "./dataset.ts";
import { dataset, type Settings, settings } from "./storage.ts";
import { byId, dayInWords, inLanguage, language, message, writeTexts } from "./text.ts";

/** A copy that is older may no longer be right. */
const OLD_DAYS = 60;

/** The page with the whole answer, for the same person. */
function pageOf({ origin, region }: Settings, { id, plan }: Found): string {
  const params = new URLSearchParams({ ...(region && { region }), ...(plan !== "free" && { plan }) });
  const query = params.size === 0 ? "" : `?${params}`;
  return `${origin}/${language()}/platforms/${id}${query}`;
}

function showAnswer(data: Dataset, chosen: Settings, found: Found): void {
  const { answer, name, plan } = found;
  byId("name").textContent = name;
  byId("sentence").textContent = inLanguage(data, answer.sentences);
  const form = formOf(answer as Shown);
  const drawing = byId("switch");
  drawing.setAttribute("class", `switch v-${form}`);
  drawing.querySelector("use")?.setAttribute("href", `#s-${form}`);
  byId("words").textContent = inLanguage(data, answer.words);
  const place =
    chosen.region === "" ? message("elsewhere") : inLanguage(data, data.places[chosen.region] ?? []);
  byId("person").textContent = message("person", place, message(`plan_${plan}`));
  byId<HTMLAnchorElement>("whole").href = pageOf(chosen, found);
  byId("answer").hidden = false;
}

writeTexts();
const [tab] = await chrome.tabs.query({ active: true, currentWindow: true });
const [data, chosen] = await Promise.all([dataset(), settings()]);
const host = hostOf(tab?.url);
const found = host === undefined ? undefined : lookUp(data, host, chosen);
if (found) showAnswer(data, chosen, found);
else {
  byId("name").textContent = host ?? message("name");
  byId("sentence").textContent = message(host === undefined ? "noSite" : "unknown");
}
byId("state").textContent = message("state", dayInWords(data.date));
byId("old").hidden = Date.now() - Date.parse(data.date) < OLD_DAYS * 86_400_000;
byId("options").addEventListener("click", () => void chrome.runtime.openOptionsPage());
byId("main").removeAttribute("aria-busy");
