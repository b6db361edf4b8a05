import type {
  ACTOR,
  CATEGORY,
  CELL,
  CERTAINTY,
  CHANGE_CLASS,
  CONTROL_KIND,
  CONTROL_SCOPE,
  DATA_CATEGORY,
  DATA_USE,
  DEFAULT_STATE,
  DOMAIN_ROLE,
  EFFECT,
  EVENT_TYPE,
  FRICTION,
  GRADE,
  KIND,
  LEGAL_BASIS,
  MODEL,
  PROTECTS,
  PROTECTS_WHEN,
  PURPOSE,
  RECIPIENT,
  RIGHT,
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
  "general-licence": "eine allgemeine Lizenz würde es erlauben; KI wird nicht erwähnt",
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

/** The kind of control, with an article. */
export const controlKindInGerman = saying<typeof CONTROL_KIND>({
  setting: "eine Einstellung",
  form: "ein Formular",
  email: "eine E-Mail",
  visibility: "Inhalte verbergen oder löschen",
  "account-deletion": "den Dienst verlassen",
  signal: "ein maschinenlesbares Signal",
  contract: "ein anderer Vertrag oder Tarif",
});

/** The position of a switch that protects. */
export const protectsWhenInGerman = saying<typeof PROTECTS_WHEN>({
  on: "an",
  off: "aus",
});

/** How much a control stops. */
export const protectsInGerman = saying<typeof PROTECTS>({
  fully: "beendet diese Verwendung",
  partly: "beendet diese Verwendung nur teilweise",
});

/** Who can act. */
export const actorInGerman = saying<typeof ACTOR>({
  user: "Sie",
  admin: "die Administration",
  owner: "die Inhaberin oder der Inhaber",
  guardian: "ein Elternteil oder Vormund",
});

/** How far a control reaches. */
export const scopeInGerman = saying<typeof CONTROL_SCOPE>({
  account: "das ganze Konto",
  workspace: "der ganze Arbeitsbereich",
  site: "eine Website, eine Community oder ein Kanal",
  item: "ein einzelner Inhalt",
  conversation: "eine Unterhaltung",
  device: "ein Gerät oder ein Browser",
});

/** What a control does to data already used, as a sentence. */
export const effectInGerman = saying<typeof EFFECT>({
  kept: "Bereits trainierte Modelle ändern sich dadurch nicht.",
  removed:
    "Das gilt auch rückwirkend: Bereits verwendete Daten werden entfernt, oder das Modell wird neu trainiert.",
  "left-out-of-next-training": "Früher gesammelte Daten werden beim nächsten Training nicht mehr verwendet.",
  "partners-asked": "Partner werden gebeten, sich daran zu halten.",
  "not-stated": "Was mit bereits verwendeten Daten geschieht, ist nicht angegeben.",
});

/** What makes a control harder than it looks, as a clause. */
export const frictionInGerman = saying<typeof FRICTION>({
  "needs-account": "Sie brauchen ein Konto",
  "needs-payment": "es kostet Geld",
  "may-be-refused": "der Dienst kann ablehnen",
  "several-forms": "es sind mehrere Formulare oder Schalter nötig",
  "not-in-app": "in der App geht es nicht",
  "app-only": "es geht nur in der App",
  "repeat-per-device": "Sie müssen es auf jedem Gerät oder in jedem Browser wiederholen",
  "repeat-per-item": "Sie müssen es für jeden Inhalt wiederholen",
  "label-misleads": "die Beschriftung passt nicht zur Wirkung",
  "needs-admin": "nur jemand anderes kann es tun, zum Beispiel die Administration",
  "loses-features": "manche Funktionen fallen dann weg",
  "needs-reason": "Sie müssen es begründen oder belegen",
  deadline: "für die volle Wirkung gab es eine Frist",
  "needs-identification": "Sie müssen Ihre Identität nachweisen",
});

/** The right that a control exercises. */
export const rightInGerman = saying<typeof RIGHT>({
  "GDPR-A7-3": "Widerruf der Einwilligung (DSGVO, Art. 7 Abs. 3)",
  "GDPR-A15": "Auskunft (DSGVO, Art. 15)",
  "GDPR-A17": "Löschung (DSGVO, Art. 17)",
  "GDPR-A18": "Einschränkung der Verarbeitung (DSGVO, Art. 18)",
  "GDPR-A21": "Widerspruch (DSGVO, Art. 21)",
  "UK-GDPR-A21": "Widerspruch (britische DSGVO, Art. 21)",
  "CCPA-opt-out": "Widerspruch gegen Verkauf oder Weitergabe (Kalifornien)",
  "US-state-opt-out": "Widerspruch nach dem Recht eines US-Bundesstaats",
});

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
