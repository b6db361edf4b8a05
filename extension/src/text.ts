import type { Dataset } from "./dataset.ts";

/** A message in the browser's language (_locales). */
export const message = (name: string, ...values: string[]): string =>
  chrome.i18n.getMessage(name.replaceAll("-", "_"), values);

/** The language of messages. chrome.i18n.getUILanguage() can be another one. */
export const language = (): string => message("language");

/** The text of the browser's language among those of an answer. */
export const inLanguage = ({ languages }: Dataset, texts: readonly string[]): string =>
  texts[Math.max(0, languages.indexOf(language()))] ?? "";

/** A day in words. */
export const dayInWords = (day: string): string =>
  new Date(`${day}T00:00:00Z`).toLocaleDateString(language() === "de" ? "de-DE" : "en-GB", {
    dateStyle: "long",
    timeZone: "UTC",
  });

/** Writes the texts of a page: each element with `data-text` names its message. */
export function writeTexts(): void {
  document.documentElement.lang = language();
  for (const element of document.querySelectorAll<HTMLElement>("[data-text]"))
    element.textContent = message(element.dataset["text"] ?? "");
}

/** The element with an id. @throws {Error} where the page has none */
export function byId<T extends HTMLElement = HTMLElement>(id: string): T {
  const element = document.getElementById(id);
  if (element === null) throw new Error(`No element #${id}.`);
  return element as T;
}
