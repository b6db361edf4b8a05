import type {
  CATEGORY,
  CELL,
  CERTAINTY,
  CHANGE_CLASS,
  DATA_CATEGORY,
  DATA_USE,
  DEFAULT_STATE,
  DOMAIN_ROLE,
  EVENT_TYPE,
  GRADE,
  KIND,
  LEGAL_BASIS,
  MODEL,
  PURPOSE,
  RECIPIENT,
  SOURCE_KIND,
  VERDICT,
  WITHDRAWAL,
} from "../../model/index.ts";
import { saying } from "../words.ts";
import { CATEGORIES } from "./data.ts";

/* The words for the terms of the vocabularies. docs/languages.md says which word stands for which. */

/** A verdict, short. */
export const verdictInGerman = saying<typeof VERDICT>({
  "no-choice": "keine Wahl",
  mixed: "unterschiedlich",
  "on-by-default": "voreingestellt an",
  disputed: "widersprüchlich",
  asked: "vorher gefragt",
  "off-by-default": "voreingestellt aus",
  "not-stated": "nicht angegeben",
  "not-used": "nicht verwendet",
});

/** How firmly a use is known. */
export const certaintyInGerman = saying<typeof CERTAINTY>({
  practised: "vom Unternehmen bestätigt",
  permitted: "laut Bedingungen erlaubt, nicht bestätigt",
  "general-licence": "die Bedingungen würden es erlauben; KI wird nicht erwähnt",
});

/** A verdict with how firmly it is known: `voreingestellt an (laut Bedingungen erlaubt, nicht bestätigt)`. */
export function answerInGerman({
  verdict,
  certainty,
}: {
  verdict: keyof typeof VERDICT;
  certainty: keyof typeof CERTAINTY | null;
}): string {
  if (certainty === null) return verdictInGerman(verdict);
  const words = verdict === "not-stated" ? "Voreinstellung nicht angegeben" : verdictInGerman(verdict);
  if (certainty === "practised") return verdict === "not-stated" ? `verwendet, ${words}` : words;
  return `${words} (${certaintyInGerman(certainty)})`;
}

/** What the documents say about a use. */
export const dataUseInGerman = saying<typeof DATA_USE>({
  uses: "vom Unternehmen bestätigt",
  "may-use": "laut Bedingungen erlaubt, nicht bestätigt",
  "does-not-use": "vom Unternehmen verneint",
  "not-stated": "nicht angegeben",
  disputed: "widersprüchlich",
});

/** What happens to a person who does nothing. */
export const defaultInGerman = saying<typeof DEFAULT_STATE>({
  on: "voreingestellt an",
  off: "voreingestellt aus",
  asked: "vorher gefragt, nichts vorausgewählt",
  "asked-on": "vorher gefragt, Ja vorausgewählt",
  "no-choice": "keine Wahl",
  "not-stated": "Voreinstellung nicht angegeben",
});

/** What a use is for. */
export const purposeInGerman = saying<typeof PURPOSE>({
  "train-ai": "KI-Training",
  "human-review": "Prüfung durch Menschen, um KI zu verbessern",
  "license-to-third-parties": "Verkauf oder Lizenz an andere Firmen für KI-Training",
  "share-with-affiliates": "Weitergabe an Firmen desselben Konzerns für KI-Training",
  "allow-third-party-crawlers": "Sammeln durch fremde Crawler für KI-Training",
  "fine-tune-customer-model": "ein Modell nur für einen Kunden",
  "evaluate-ai": "Bewerten und Testen von KI",
  "safety-review": "Prüfung auf Sicherheit und Missbrauch",
  "ai-feature-processing": "KI-Funktionen, die auf Eingaben antworten",
  "personalise-with-ai": "Personalisierung mit KI",
});

/** What kind of model a use is for. */
export const modelInGerman = saying<typeof MODEL>({
  generative: "generative Modelle",
  other: "Modelle, die sortieren, empfehlen, einordnen oder erkennen",
  unstated: "Modelle, deren Art die Dokumente nicht nennen",
});

/** A kind of data, as a heading. */
export const kindInGerman = saying<typeof KIND>({
  "ai-interactions": "KI-Chats",
  published: "Veröffentlichte Inhalte",
  messages: "Private Nachrichten",
  files: "Dateien",
  activity: "Verhalten",
  account: "Kontoangaben",
  "from-others": "Angaben anderer",
});

/** Who trains, as a heading. */
export const cellInGerman = saying<typeof CELL>({
  own: "eigene KI",
  others: "KI anderer",
  crawlers: "fremde Crawler",
  "other-models": "Ranking- und andere Modelle",
});

/** Who gets to use the data. */
export const recipientInGerman = saying<typeof RECIPIENT>({
  operator: "das Unternehmen, das den Dienst betreibt",
  affiliates: "Firmen desselben Konzerns",
  partners: "Firmen unter Vertrag",
  "third-parties": "andere Firmen",
  customer: "der Geschäftskunde, dem die Daten gehören",
  public: "alle im offenen Internet",
});

/** The legal basis that is claimed. */
export const legalBasisInGerman = saying<typeof LEGAL_BASIS>({
  consent: "Einwilligung",
  contract: "Vertrag mit der Person",
  "legal-obligation": "rechtliche Verpflichtung",
  "legitimate-interests": "berechtigte Interessen",
});

/** A category of data. */
export const dataInGerman = (category: keyof typeof DATA_CATEGORY): string => CATEGORIES[category].bare;

/** What a platform mainly is, with an article. */
export const categoryInGerman = saying<typeof CATEGORY>({
  "social-network": "ein soziales Netzwerk",
  messaging: "ein Messenger",
  "media-sharing": "ein Dienst für Videos, Bilder oder Musik",
  "questions-and-answers": "ein Portal für Fragen und Antworten",
  "ai-assistant": "ein KI-Assistent",
  "ai-maker": "ein KI-Generator für Bilder, Ton, Video oder Text",
  work: "ein Werkzeug für Organisationen",
  code: "ein Werkzeug für Softwareentwicklung",
  creative: "ein Dienst für Kreative",
  shopping: "ein Onlineshop oder Marktplatz",
  travel: "ein Reisedienst",
  finance: "ein Finanzdienst",
  dating: "ein Dating-Dienst",
  health: "ein Gesundheits- und Fitnessdienst",
  home: "ein Dienst für Zuhause, Geräte oder Auto",
  games: "ein Spieledienst",
  education: "ein Lerndienst",
  mail: "ein E-Mail-Dienst",
  storage: "ein Dienst zum Speichern von Dateien",
  browser: "ein Browser oder eine Suchmaschine",
  publishing: "ein Verlag oder Medium",
});

/** What happened. */
export const eventTypeInGerman = saying<typeof EVENT_TYPE>({
  "training-began": "Training begann",
  "training-paused": "Training unterbrochen",
  "training-ended": "Training beendet",
  "terms-changed": "Bedingungen geändert",
  "control-added": "neue Wahlmöglichkeit",
  "control-removed": "Wahlmöglichkeit entfernt",
  "control-moved": "Wahlmöglichkeit verschoben",
  "default-changed": "Voreinstellung geändert",
  "region-added": "weitere Regionen",
  "region-removed": "weniger Regionen",
  announced: "angekündigt",
  "licensing-deal": "Lizenzvertrag",
  "regulator-action": "Aufsichtsbehörde",
  "court-action": "Gericht",
  reported: "von anderen berichtet",
  clarified: "klargestellt",
});

/** Why a record changed. */
export const changeClassInGerman = saying<typeof CHANGE_CLASS>({
  policy: "der Dienst hat etwas geändert",
  correction: "wir haben einen Fehler berichtigt",
  evidence: "neue oder bessere Belege",
  editorial: "nur der Wortlaut",
});

/** The kind of document a source is. */
export const sourceKindInGerman = saying<typeof SOURCE_KIND>({
  policy: "Datenschutzerklärung",
  terms: "Bedingungen",
  help: "Hilfeseite",
  announcement: "Ankündigung",
  settings: "Seite mit Einstellungen",
  regulator: "Aufsichtsbehörde",
  court: "Gerichtsdokument",
  news: "Presse",
  research: "Forschung",
});

/** What a host is for. */
export const domainRoleInGerman = saying<typeof DOMAIN_ROLE>({
  main: "Hauptseite",
  country: "Seite für ein Land",
  short: "Kurzlinks",
  app: "App",
  api: "für Entwickler",
});

/** Why a record was withdrawn. */
export const withdrawalInGerman = saying<typeof WITHDRAWAL>({
  closed: "es gibt den Dienst nicht mehr",
  merged: "der Dienst ist in einem anderen aufgegangen",
  split: "der Dienst wurde in mehrere aufgeteilt",
  duplicate: "ein anderer Eintrag behandelt dasselbe",
  "out-of-scope": "der Dienst gehört nicht in diese Sammlung",
  unsupported: "die Angaben lassen sich nicht belegen",
});

/** How well a fact is evidenced; null is not at all. */
export const gradeInGerman = (grade: keyof typeof GRADE | null): string =>
  grade === null
    ? "kein Beleg"
    : {
        A: "eigene Worte des Dienstes, archiviert und mit Fingerabdruck",
        B: "eigene Worte des Dienstes, ohne archivierte Stelle",
        C: "nur Berichte anderer",
      }[grade];
