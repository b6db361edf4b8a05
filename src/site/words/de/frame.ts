import type { Words } from "../en/index.ts";
import { count } from "./counts.ts";

export const page: Words["page"] = {
  skip: "Zum Inhalt springen",
  navigation: "Hauptmenü",
  platforms: "Plattformen",
  events: "Ereignisse",
  checklist: "Meine Liste",
  languages: { en: "English", de: "Deutsch" },
  about:
    "AI Data Use hält mit Belegen fest, was Online-Plattformen mit den Daten von Menschen tun, um KI zu trainieren. Diese Seiten setzen keine Cookies, laden nichts von anderen Seiten und verfolgen niemanden.",
  licence: "Daten: CC BY 4.0. Archivierte Kopien: Open Terms Archive (ODC-By).",
  release: (version) => `Stand: ${version}.`,
  json: "Diese Seite als JSON",
  method: "Methode",
  compare: "Vergleich",
  plans: "Tarife",
  myths: "Was nicht hilft",
  stats: "Statistik",
  developers: "Für Entwickler",
  api: "API",
  downloads: "Downloads",
  vendorReview: "Anbieterprüfung",
  source: "Quelltext und Korrekturen",
};

export const search: Words["search"] = {
  label: "Plattform finden",
  example: "z. B. linkedin.com",
  button: "Suchen",
  title: "Suche",
  pageTitle: (q) => (q === "" ? "Suche" : `Suche: ${q}`),
  results: "Treffer",
  found: (n, q) =>
    n === 0 ? `Nichts gefunden für „${q}“.` : `${count(n, "Plattform", "Plattformen")} gefunden für „${q}“.`,
  meant: "Meinten Sie:",
};

export const chooser: Words["chooser"] = {
  label: "Für wen die Antwort gilt",
  region: "Wo Sie wohnen",
  plan: "Ihr Tarif",
  age: "Ihr Alter",
  account: "Ihr Konto",
  anywhere: "Nicht gewählt",
  button: "Antwort zeigen",
  plans: {
    free: "Kostenlos",
    paid: "Bezahlt",
    business: "Business",
    enterprise: "Enterprise",
    education: "Schule oder Hochschule",
    api: "API",
  },
  ages: { adult: "Volljährig", minor: "Unter 18" },
  accounts: {
    "signed-in": "Vorhanden",
    "signed-out": "Keines",
    "non-user": "Nutze ich nicht",
  },
};

export const feeds: Words["feeds"] = {
  events: (name) => `${name}: Ereignisse`,
  changes: (name) => `${name}: Änderungen am Eintrag`,
  allEvents: "AI Data Use: was Plattformen taten",
};

export const pager: Words["pager"] = { label: "Seiten", first: "Erste Seite", next: "Nächste Seite" };

export const categories: Words["categories"] = {
  "social-network": "soziale Netzwerke",
  messaging: "Messenger",
  "media-sharing": "Medien",
  "questions-and-answers": "Fragen und Antworten",
  "ai-assistant": "KI-Assistenten",
  "ai-maker": "KI-Generatoren",
  work: "Arbeit",
  code: "Werkzeuge für Entwickler",
  creative: "kreative Dienste",
  shopping: "Einkaufen",
  travel: "Reisen",
  finance: "Finanzen",
  dating: "Dating",
  health: "Gesundheit und Fitness",
  home: "Haus, Geräte und Autos",
  games: "Spiele",
  education: "Lernen",
  mail: "E-Mail",
  storage: "Dateispeicher",
  browser: "Browser und Suche",
  publishing: "Verlage und Medienhäuser",
};
