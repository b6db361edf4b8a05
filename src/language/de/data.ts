import type { CATEGORY, DATA_CATEGORY } from "../../model/index.ts";
import type { Kind } from "../../policy/answer.ts";
import { type Cases, masculine, type Noun, notYours, plural } from "./grammar.ts";

/* Kinds and categories of data as nouns. */

/** A category of data. */
export const CATEGORIES: Readonly<Record<keyof typeof DATA_CATEGORY, Noun>> = {
  profile: { ...plural("Profilangaben"), yours: { acc: "Ihr Profil", dat: "Ihrem Profil" } },
  posts: plural("Beiträge", { dative: "Beiträgen" }),
  comments: plural("Kommentare", { dative: "Kommentaren" }),
  "private-messages": plural("Nachrichten", { adjective: "privat" }),
  "public-content": plural("Inhalte", { adjective: "öffentlich", dative: "Inhalten" }),
  "private-content": plural("Inhalte", { adjective: "nicht öffentlich", dative: "Inhalten" }),
  prompts: plural("Eingaben", { after: "an die KI" }),
  outputs: {
    ...plural("Antworten", { after: "der KI" }),
    yours: { acc: "die Antworten der KI", dat: "den Antworten der KI" },
  },
  feedback: plural("Rückmeldungen", { after: "zu Antworten der KI" }),
  uploads: plural("Dateien", { adjective: "hochgeladen" }),
  photos: plural("Fotos"),
  videos: plural("Videos"),
  audio: plural("Tonaufnahmen"),
  meetings: plural("Besprechungen"),
  "source-code": masculine("Quellcode"),
  usage: { ...plural("Nutzungsdaten"), bare: "Nutzungsdaten (Aufrufe, Klicks und Ähnliches)" },
  "search-history": plural("Suchanfragen"),
  "purchase-history": plural("Käufe", { dative: "Käufen" }),
  location: plural("Standortdaten"),
  device: plural("Gerätedaten"),
  contacts: plural("Kontakte", { dative: "Kontakten" }),
  email: plural("E-Mails"),
  "job-applications": plural("Bewerbungen"),
  support: plural("Anfragen", { after: "an den Kundendienst" }),
  "third-party-data": notYours("Angaben anderer über Sie", "Angaben anderer über Sie", "Angaben anderer"),
  "web-data": notYours("Daten aus dem offenen Internet"),
  "customer-content": plural("Inhalte", { dative: "Inhalten", after: "im Arbeitsbereich" }),
  "deidentified-data": notYours("Daten ohne direkten Personenbezug"),
  "sensitive-data": {
    ...plural("Daten", { adjective: "sensibl" }),
    bare: "sensible Daten (Gesundheit, Glaube und Ähnliches)",
  },
  "minors-data": notYours("Daten Minderjähriger"),
  "payment-data": plural("Zahlungsdaten"),
};

const INPUT_FOR_FEATURES = plural("Eingaben", { after: "in KI-Funktionen" });

/** A kind of data. */
const KINDS: Readonly<Record<Kind, Noun>> = {
  "ai-interactions": plural("KI-Chats"),
  published: plural("Inhalte", { adjective: "veröffentlicht", dative: "Inhalten" }),
  messages: plural("Nachrichten", { adjective: "privat" }),
  files: plural("Dateien"),
  activity: notYours("Daten über Ihr Verhalten"),
  account: plural("Kontoangaben"),
  "from-others": notYours("Angaben anderer über Sie"),
};

/** Other words where a service is mainly for one kind of data. */
const KINDS_BY_CATEGORY: Partial<Record<keyof typeof CATEGORY, Partial<Record<Kind, Noun>>>> = {
  "ai-assistant": { "ai-interactions": plural("Chats") },
  "ai-maker": { "ai-interactions": plural("Eingaben", { after: "samt Ergebnissen" }) },
  mail: {
    messages: plural("E-Mails"),
    "ai-interactions": plural("Fragen", { after: "an die KI" }),
  },
  work: {
    files: plural("Inhalte", { adjective: "gespeichert", dative: "Inhalten" }),
    "ai-interactions": INPUT_FOR_FEATURES,
  },
  code: {
    files: masculine("Code", { adjective: "privat" }),
    published: masculine("Code", { adjective: "öffentlich" }),
    "ai-interactions": INPUT_FOR_FEATURES,
  },
  home: { "ai-interactions": plural("Spracheingaben") },
};

/** A kind of data of a service. */
export const kindNoun = (kind: Kind, category: keyof typeof CATEGORY): Noun =>
  KINDS_BY_CATEGORY[category]?.[kind] ?? KINDS[kind];

/** Further data that is not named. */
export const OTHER_DATA: Cases = { acc: "weitere Daten", dat: "weiteren Daten" };
