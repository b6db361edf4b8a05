import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { LANGUAGES } from "../../../src/language/index.ts";
import { audience, type Platform } from "../../../src/model/index.ts";
import { resolve } from "../../../src/policy/index.ts";

/*
 * The headlines of real records in German, for adults on the free plan on 30 November 2026, for the same people as in
 * the English list. Each was read beside the English one. When a record changes, read its new sentence before
 * it is written here.
 */
const SENTENCES: readonly [platform: string, region: string, sentence: string][] = [
  [
    "linkedin",
    "DE",
    "LinkedIn trainiert die eigene KI mit Ihrem Profil, Ihren Beiträgen, Ihren Gruppennachrichten, Ihren Lebensläufen und Ihren KI-Chats, sofern Sie das nicht abschalten. Der Dienst sagt, dass er Ihre privaten Nachrichten nicht für KI-Training verwendet.",
  ],
  [
    "linkedin",
    "US",
    "LinkedIn trainiert die eigene KI mit Ihrem Profil, Ihren Beiträgen, Ihren Gruppennachrichten, Ihren Lebensläufen und Ihren KI-Chats, sofern Sie das nicht abschalten. Der Dienst sagt, dass er Ihre privaten Nachrichten nicht für KI-Training verwendet.",
  ],
  [
    "linkedin",
    "GB",
    "LinkedIn trainiert die eigene KI mit Ihrem Profil, Ihren Beiträgen, Ihren Gruppennachrichten, Ihren Lebensläufen und Ihren KI-Chats, sofern Sie das nicht abschalten. Der Dienst gibt Ihre veröffentlichten Inhalte auch an Firmen im eigenen Konzern weiter, die damit KI trainieren, sofern Sie das nicht abschalten. Der Dienst sagt, dass er Ihre privaten Nachrichten nicht für KI-Training verwendet.",
  ],
  [
    "x",
    "DE",
    "X trainiert die eigene KI mit Ihren veröffentlichten Inhalten und Ihren KI-Chats, sofern Sie das nicht abschalten. Der Dienst gibt diese Daten auch an Firmen im eigenen Konzern weiter, die damit KI trainieren, sofern Sie das nicht abschalten. Die Bedingungen erlauben auch KI-Training mit Ihren privaten Nachrichten; ob der Dienst das tut, hat er nicht gesagt. Der Dienst sagt, dass er Ihre geschützten Beiträge nicht für KI-Training verwendet.",
  ],
  [
    "github",
    "US",
    "GitHub trainiert die eigene KI mit Ihrem öffentlichen Code, und Sie können das nicht ablehnen. Der Dienst trainiert die eigene KI auch mit Ihren Eingaben in Copilot und dem dabei bearbeiteten Code, sofern Sie das nicht abschalten. Der Dienst sagt, dass er Ihren privaten Code nicht für KI-Training verwendet, außer Sie geben ihn der KI.",
  ],
  [
    "facebook",
    "US",
    "Facebook trainiert die eigene KI mit Ihren veröffentlichten Inhalten und Ihren KI-Chats, und Sie können das höchstens teilweise ablehnen. Der Dienst sagt, dass er Ihre privaten Nachrichten nicht für KI-Training verwendet, außer jemand teilt sie mit der KI.",
  ],
  [
    "facebook",
    "DE",
    "Facebook trainiert die eigene KI mit Ihren veröffentlichten Inhalten und Ihren KI-Chats, sofern Sie nicht widersprechen. Der Dienst sagt, dass er Ihre privaten Nachrichten nicht für KI-Training verwendet, außer jemand teilt sie mit der KI.",
  ],
  [
    "facebook",
    "GB",
    "Facebook trainiert die eigene KI mit Ihren veröffentlichten Inhalten, sofern Sie nicht widersprechen. Der Dienst trainiert die eigene KI auch mit Ihren KI-Chats, und Sie können das höchstens teilweise ablehnen. Der Dienst sagt, dass er Ihre privaten Nachrichten nicht für KI-Training verwendet, außer jemand teilt sie mit der KI.",
  ],
  [
    "reddit",
    "US",
    "Reddit gibt Ihre veröffentlichten Inhalte an andere Firmen weiter, die damit KI trainieren, und Sie können das nicht ablehnen.",
  ],
  ["bluesky", "DE", "Bluesky trainiert nach eigenen Angaben keine KI mit Ihren veröffentlichten Inhalten."],
  [
    "soundcloud",
    "US",
    "SoundCloud trainiert nach eigenen Angaben generative KI zum Nachahmen Ihrer Stimme, Ihrer Musik oder Ihres Aussehens nicht mit Ihren veröffentlichten Inhalten. In den Dokumenten, die wir gelesen haben, steht nicht, ob der Dienst andere KI damit trainiert.",
  ],
  [
    "alexa",
    "US",
    "Alexa trainiert die eigene KI mit Ihren Texteingaben, Abschriften Ihrer Gespräche und den Antworten von Alexa, und Sie können das nicht ablehnen. Der Dienst trainiert die eigene KI auch mit Ihren Sprachaufnahmen, sofern Sie das nicht abschalten.",
  ],
  [
    "alexa",
    "DE",
    "In den Dokumenten, die wir gelesen haben, steht nicht, ob Alexa KI mit Ihren eigenen Daten trainiert. Der Dienst trainiert die eigene KI mit öffentlichen Daten aus dem Internet, in denen Sie vorkommen können.",
  ],
  [
    "roblox",
    "US",
    "Roblox trainiert die eigene KI mit Ihren kostenlosen Inhalten im Shop und Ihren Sprachaufnahmen, und Sie können das nicht ablehnen. Der Dienst trainiert die eigene KI auch mit Ihren selbst erstellten Spielen und Ihren selbst erstellten Gegenständen, sofern Sie das nicht abschalten. Die Bedingungen erlauben auch KI-Training mit Ihren KI-Chats; ob der Dienst das tut, hat er nicht gesagt.",
  ],
  [
    "roblox",
    "DE",
    "Roblox trainiert die eigene KI mit Ihren kostenlosen Inhalten im Shop, und Sie können das nicht ablehnen. Der Dienst trainiert die eigene KI auch mit Ihren selbst erstellten Spielen und Ihren selbst erstellten Gegenständen, sofern Sie das nicht abschalten. Der Dienst trainiert KI-Modelle auch mit Ihren Sprachaufnahmen, aber nur, wenn Sie zustimmen. Die Bedingungen erlauben auch KI-Training mit Ihren KI-Chats; ob der Dienst das tut, hat er nicht gesagt.",
  ],
  [
    "slack",
    "US",
    "Slack trainiert nach eigenen Angaben keine generative KI mit Ihren gespeicherten Inhalten, Ihren privaten Nachrichten oder Ihren Eingaben in KI-Funktionen.",
  ],
  [
    "gmail",
    "US",
    "Gmail trainiert nach eigenen Angaben Gemini und andere allgemeine Modelle nicht mit Ihren E-Mails. Der Dienst darf laut den Bedingungen KI-Modelle mit Ihren E-Mails, Ihren Chats und Ihren Anrufen trainieren; Sie können das ablehnen, aber die Voreinstellung ist nicht angegeben. Ob der Dienst das tut, hat er nicht gesagt. In den Dokumenten, die wir gelesen haben, steht nicht, ob der Dienst KI mit Ihren Fragen an die KI trainiert.",
  ],
  [
    "gmail",
    "DE",
    "Gmail trainiert nach eigenen Angaben Gemini und andere allgemeine Modelle nicht mit Ihren E-Mails. Der Dienst darf laut den Bedingungen KI-Modelle mit Ihren E-Mails, Ihren Chats und Ihren Anrufen trainieren, aber nur, wenn Sie zustimmen. Ob der Dienst das tut, hat er nicht gesagt. Der Dienst darf laut den Bedingungen die eigene KI auch mit Ihren Fragen an die KI trainieren, und Sie können das höchstens teilweise ablehnen. Ob der Dienst das tut, hat er nicht gesagt.",
  ],
  [
    "imdb",
    "US",
    "In den Dokumenten, die wir gelesen haben, steht nicht, ob IMDb KI mit Ihren eigenen Daten trainiert. Die Bedingungen würden das erlauben, ohne KI zu erwähnen.",
  ],
  [
    "airbnb",
    "US",
    "Airbnb trainiert KI-Modelle mit Ihren veröffentlichten Inhalten, Ihren privaten Nachrichten und Ihren Kontoangaben; ob Sie das ablehnen können, ist nicht angegeben.",
  ],
  [
    "amazon",
    "US",
    "In den Dokumenten, die wir gelesen haben, steht nicht, ob Amazon KI mit Ihren eigenen Daten trainiert. Die Bedingungen würden das erlauben, ohne KI zu erwähnen.",
  ],
  [
    "artstation",
    "US",
    "ArtStation trainiert nach eigenen Angaben keine generative KI mit Ihren veröffentlichten Inhalten oder Ihren privaten Nachrichten.",
  ],
  [
    "atlassian",
    "US",
    "Jira and Confluence (Atlassian) trainiert die eigene KI mit Ihren gespeicherten Inhalten, sofern die Administration das nicht abschaltet. In den Dokumenten, die wir gelesen haben, steht nicht, ob der Dienst KI mit Ihren veröffentlichten Inhalten trainiert.",
  ],
  [
    "bandcamp",
    "US",
    "Bandcamp trainiert nach eigenen Angaben Modelle zum Erzeugen von Musik nicht mit Ihrer hochgeladenen Musik. In den Dokumenten, die wir gelesen haben, steht nicht, ob der Dienst andere KI damit trainiert. Die Bedingungen würden das erlauben, ohne KI zu erwähnen.",
  ],
  [
    "booking-com",
    "US",
    "Booking.com darf laut den Bedingungen die eigene KI mit Ihren veröffentlichten Inhalten, Ihren privaten Nachrichten und weiteren Daten trainieren, sofern Sie nicht widersprechen. Ob der Dienst das tut, hat er nicht gesagt.",
  ],
  [
    "chatgpt",
    "US",
    "ChatGPT trainiert die eigene KI mit Ihren Chats, sofern Sie das nicht abschalten. Der Dienst trainiert nach eigenen Angaben die eigenen Basismodelle nicht mit Ihren Angaben in ChatGPT Health.",
  ],
  ["claude", "US", "Claude trainiert die eigene KI mit Ihren Chats, sofern Sie das nicht abschalten."],
  [
    "cursor",
    "US",
    "Cursor trainiert die eigene KI mit Ihrem privaten Code, Ihren Eingaben in KI-Funktionen und Daten über Ihr Verhalten; Sie können das ablehnen, aber die Voreinstellung ist nicht angegeben.",
  ],
  [
    "dailymotion",
    "US",
    "Dailymotion darf laut den Bedingungen KI-Modelle mit Ihren öffentlichen und privaten Videos trainieren, und Sie können das nicht ablehnen. Ob der Dienst das tut, hat er nicht gesagt. Der Dienst darf laut den Bedingungen Ihre veröffentlichten Inhalte auch an andere Firmen weitergeben, die damit KI trainieren, und Sie können das höchstens teilweise ablehnen. Ob der Dienst das tut, hat er nicht gesagt.",
  ],
  [
    "deepseek",
    "US",
    "DeepSeek trainiert die eigene KI mit Ihren Chats, sofern Sie das nicht abschalten. Der Dienst gibt diese Daten auch an Firmen im eigenen Konzern weiter, die damit KI trainieren, sofern Sie das nicht abschalten.",
  ],
  [
    "deviantart",
    "US",
    "DeviantArt trainiert nach eigenen Angaben keine KI mit Ihren veröffentlichten Werken. In den Dokumenten, die wir gelesen haben, steht nicht, ob der Dienst KI mit Ihren KI-Chats oder Ihren privaten Nachrichten trainiert.",
  ],
  [
    "discord",
    "US",
    "In den Dokumenten, die wir gelesen haben, steht nicht, ob Discord KI mit Ihren eigenen Daten trainiert. Der Dienst trainiert Modelle, die sortieren, empfehlen oder einordnen.",
  ],
  [
    "ebay",
    "US",
    "eBay darf laut den Bedingungen KI-Modelle mit Ihren persönlichen Daten trainieren; Sie können das ablehnen, aber die Voreinstellung ist nicht angegeben. Ob der Dienst das tut, hat er nicht gesagt. In den Dokumenten, die wir gelesen haben, steht nicht, ob der Dienst KI mit Ihren veröffentlichten Inhalten oder Ihren privaten Nachrichten trainiert.",
  ],
  [
    "evernote",
    "US",
    "Evernote trainiert nach eigenen Angaben keine KI mit Ihren gespeicherten Inhalten oder Ihren Eingaben in KI-Funktionen.",
  ],
  [
    "gemini",
    "US",
    "Gemini trainiert die eigene KI mit Ihren Chats und Ihren hochgeladenen Dateien, sofern Sie das nicht abschalten. Der Dienst trainiert die eigene KI auch mit Aufnahmen von Stimme, Kamera und Bildschirm, aber nur, wenn Sie zustimmen.",
  ],
  [
    "gitlab",
    "US",
    "GitLab trainiert nach eigenen Angaben keine KI mit Ihrem privaten Code, Ihrem öffentlichen Code oder Ihren Eingaben in KI-Funktionen.",
  ],
  [
    "grammarly",
    "US",
    "Grammarly trainiert die eigene KI mit Ihren Texten und Ihren hochgeladenen Dateien, sofern Sie das nicht abschalten. Der Dienst trainiert KI-Modelle auch mit Ihren Aufnahmen, Ihren Besprechungen und Ihren Rückmeldungen, und Sie können das nicht ablehnen.",
  ],
  ["grok", "US", "Grok trainiert die eigene KI mit Ihren Chats, sofern Sie das nicht abschalten."],
  [
    "hugging-face",
    "US",
    "Hugging Face trainiert nach eigenen Angaben keine KI mit Ihren Chats in HuggingChat oder Ihren Eingaben an dort gehostete Modelle. In den Dokumenten, die wir gelesen haben, steht nicht, ob der Dienst KI mit Ihrem öffentlichen Code oder Ihrem privaten Code trainiert.",
  ],
  [
    "instagram",
    "US",
    "Instagram trainiert die eigene KI mit Ihren veröffentlichten Inhalten und Ihren KI-Chats, und Sie können das höchstens teilweise ablehnen. Der Dienst sagt, dass er Ihre privaten Nachrichten nicht für KI-Training verwendet, außer jemand teilt sie mit der KI.",
  ],
  ["kimi", "US", "Kimi trainiert die eigene KI mit Ihren Chats, sofern Sie nicht widersprechen."],
  [
    "last-fm",
    "US",
    "In den Dokumenten, die wir gelesen haben, steht nicht, ob Last.fm KI mit Ihren eigenen Daten trainiert. Die Bedingungen würden das erlauben, ohne KI zu erwähnen.",
  ],
  [
    "le-chat",
    "US",
    "Vibe (Le Chat) trainiert die eigene KI mit Ihren Chats, sofern Sie das nicht abschalten.",
  ],
  [
    "microsoft-copilot",
    "US",
    "Microsoft Copilot trainiert die eigene KI mit Ihren Chats in der älteren App, sofern Sie das nicht abschalten. Der Dienst trainiert nach eigenen Angaben Basismodelle nicht mit Ihren Chats in der neuen App.",
  ],
  [
    "miro",
    "US",
    "Miro trainiert nach eigenen Angaben keine KI mit Ihren gespeicherten Inhalten oder Ihren Eingaben in KI-Funktionen.",
  ],
  [
    "overleaf",
    "US",
    "Overleaf trainiert nach eigenen Angaben keine KI mit Ihren Eingaben in KI-Werkzeuge oder den Antworten darauf. In den Dokumenten, die wir gelesen haben, steht nicht, ob der Dienst KI mit Ihren Dateien trainiert.",
  ],
  [
    "paypal",
    "US",
    "PayPal darf laut den Bedingungen KI-Modelle mit Ihren persönlichen Daten samt Zahlungen trainieren, und Sie können das nicht ablehnen. Ob der Dienst das tut, hat er nicht gesagt.",
  ],
  [
    "perplexity",
    "US",
    "Perplexity trainiert KI-Modelle mit Ihren Suchanfragen, Ihren Chats und Ihren Dateien, sofern Sie das nicht abschalten. Der Dienst sagt, dass er E-Mails in einem verknüpften Postfach nicht für KI-Training verwendet.",
  ],
  [
    "pinterest",
    "US",
    "Pinterest trainiert die eigene KI mit Ihren veröffentlichten Inhalten, sofern Sie das nicht abschalten.",
  ],
  [
    "quora",
    "US",
    "Quora darf laut den Bedingungen die eigene KI mit Ihren veröffentlichten Inhalten trainieren, sofern Sie das nicht abschalten. Ob der Dienst das tut, hat er nicht gesagt.",
  ],
  [
    "replit",
    "US",
    "Replit darf laut den Bedingungen die eigene KI mit Ihrem Code, Ihren Eingaben und Ihren Beiträgen trainieren, und Sie können das nicht ablehnen. Ob der Dienst das tut, hat er nicht gesagt. Der Dienst darf laut den Bedingungen Ihre Eingaben und Ihre Beiträge auch an Firmen im eigenen Konzern weitergeben, die damit KI trainieren, und Sie können das nicht ablehnen. Ob der Dienst das tut, hat er nicht gesagt. Der Dienst trainiert die eigene KI mit Daten über Ihr Verhalten, und Sie können das nicht ablehnen.",
  ],
  ["signal", "US", "Signal trainiert nach eigenen Angaben keine KI mit Ihren privaten Nachrichten."],
  [
    "snapchat",
    "US",
    "Snapchat trainiert die eigene KI mit Ihren Eingaben in My AI und andere KI-Funktionen, und Sie können das nicht ablehnen. Die Bedingungen erlauben auch KI-Training mit Ihren veröffentlichten Inhalten; ob der Dienst das tut, hat er nicht gesagt. In den Dokumenten, die wir gelesen haben, steht nicht, ob der Dienst KI mit Ihren privaten Nachrichten trainiert.",
  ],
  [
    "spotify",
    "US",
    "Spotify trainiert die eigene KI mit Ihren Wiedergaben, Ihren Suchanfragen, Ihren Beiträgen und Ihren Spracheingaben, und Sie können das nicht ablehnen.",
  ],
  [
    "stack-overflow",
    "US",
    "Stack Overflow gibt Ihre veröffentlichten Inhalte an andere Firmen weiter, die damit KI trainieren, und Sie können das höchstens teilweise ablehnen. In den Dokumenten, die wir gelesen haben, steht nicht, ob der Dienst KI mit Ihren KI-Chats oder Ihren Dateien trainiert.",
  ],
  [
    "steam",
    "US",
    "In den Dokumenten, die wir gelesen haben, steht nicht, ob Steam KI mit Ihren eigenen Daten trainiert. Der Dienst trainiert Modelle, die sortieren, empfehlen oder einordnen.",
  ],
  [
    "tiktok",
    "US",
    "TikTok trainiert KI-Modelle mit Ihren Beiträgen, Ihren privaten Nachrichten und Ihren Eingaben in KI-Funktionen, und Sie können das höchstens teilweise ablehnen.",
  ],
  [
    "tinder",
    "US",
    "Tinder darf laut den Bedingungen KI-Modelle mit Ihren KI-Chats und Ihren privaten Nachrichten trainieren, und Sie können das höchstens teilweise ablehnen. Ob der Dienst das tut, hat er nicht gesagt. Der Dienst trainiert KI-Modelle mit Ihren Fotos, Ihrem Profil und gesammelten Daten über Sie, und Sie können das höchstens teilweise ablehnen.",
  ],
  [
    "trello",
    "US",
    "Trello trainiert KI-Modelle mit Ihren Anfragen an den Kundendienst, und Sie können das nicht ablehnen. In den Dokumenten, die wir gelesen haben, steht nicht, ob der Dienst KI mit Ihren gespeicherten Inhalten trainiert.",
  ],
  [
    "tumblr",
    "US",
    "Tumblr gibt Ihre veröffentlichten Inhalte an andere Firmen weiter, die damit KI trainieren, sofern Sie das nicht abschalten. In den Dokumenten, die wir gelesen haben, steht nicht, ob der Dienst KI mit Ihren privaten Nachrichten trainiert.",
  ],
  [
    "twitch",
    "US",
    "Twitch trainiert die eigene KI mit Ihren Streams, Ihren Beiträgen und Ihren Chatnachrichten, und Sie können das höchstens teilweise ablehnen.",
  ],
  [
    "viber",
    "US",
    "Viber trainiert nach eigenen Angaben keine KI mit Ihren privaten Nachrichten. In den Dokumenten, die wir gelesen haben, steht nicht, ob der Dienst KI mit Ihren KI-Chats oder Ihren veröffentlichten Inhalten trainiert.",
  ],
  ["vimeo", "US", "Vimeo trainiert nach eigenen Angaben keine KI mit Ihren hochgeladenen Videos."],
  ["wetransfer", "US", "WeTransfer trainiert nach eigenen Angaben keine KI mit Ihren Inhalten."],
  [
    "whatsapp",
    "US",
    "WhatsApp trainiert die eigene KI mit Ihren Chats mit Meta AI, und Sie können das höchstens teilweise ablehnen. Der Dienst sagt, dass er Ihre persönlichen Nachrichten nicht für KI-Training verwendet, außer jemand schickt sie an Meta AI.",
  ],
  [
    "wikipedia",
    "US",
    "Wikipedia gibt dort veröffentlichte Texte an andere Firmen weiter, die damit KI trainieren, und Sie können das nicht ablehnen.",
  ],
  [
    "wordpress-com",
    "US",
    "WordPress.com gibt die öffentlichen Inhalte Ihrer Websites an andere Firmen weiter, die damit KI trainieren, sofern die Inhaberin oder der Inhaber das nicht abschaltet. In den Dokumenten, die wir gelesen haben, steht nicht, ob der Dienst KI mit Ihren Dateien trainiert.",
  ],
  [
    "youtube",
    "US",
    "YouTube trainiert die eigene KI mit einem Teil der öffentlichen Videos, und Sie können das nicht ablehnen.",
  ],
  [
    "zoom",
    "US",
    "Zoom trainiert nach eigenen Angaben keine KI mit Ihren Gesprächen in Zoom, Ihren Nachrichten oder Ihren geteilten Inhalten.",
  ],
  // Practised with other data, beside content that is only permitted; other models than the denied ones.
  [
    "uber",
    "US",
    "Uber darf laut den Bedingungen KI-Modelle mit Ihren privaten Nachrichten trainieren, und Sie können das höchstens teilweise ablehnen. Ob der Dienst das tut, hat er nicht gesagt. Der Dienst trainiert KI-Modelle mit Ihren Fahrten, Ihren Bestellungen, Ihren Nutzungsdaten und Ihren Kontodaten, und Sie können das höchstens teilweise ablehnen.",
  ],
  [
    "match-com",
    "GB",
    "Match darf laut den Bedingungen KI-Modelle mit Ihren privaten Nachrichten trainieren, und Sie können das höchstens teilweise ablehnen. Ob der Dienst das tut, hat er nicht gesagt. Der Dienst trainiert KI-Modelle mit Ihren Kontoangaben, Daten über Ihr Verhalten und Angaben anderer über Sie, und Sie können das höchstens teilweise ablehnen.",
  ],
  [
    "google-drive",
    "US",
    "Google Drive trainiert nach eigenen Angaben Gemini und andere allgemeine Modelle nicht mit Ihren Dateien oder Ihren Dokumenten. In den Dokumenten, die wir gelesen haben, steht nicht, ob der Dienst andere KI damit trainiert.",
  ],
];

const platformOf = (id: string) => JSON.parse(readFileSync(`data/platforms/${id}.json`, "utf8")) as Platform;
const headline = (platform: Platform, region: string, plan: "free" | "business" = "free") =>
  LANGUAGES.de.headline(platform, resolve(platform, audience({ region, plan }, "2026-11-30")));

describe("the German sentence", () => {
  test.each(SENTENCES)("%s in %s", (id, region, sentence) =>
    expect(headline(platformOf(id), region)).toBe(sentence),
  );

  test("is tested for at least sixty platforms", () =>
    expect(new Set(SENTENCES.map(([id]) => id)).size).toBeGreaterThanOrEqual(60));
});
