import type { Words } from "../en/index.ts";
import { count } from "./counts.ts";

const places = (n: number): string => count(n, "Stelle", "Stellen");

export const effort: Words["effort"] = {
  counted: (actions, n) =>
    actions === undefined
      ? `${places(n)}; die Schritte sind nicht festgehalten`
      : `${actions} an ${places(n)}`,
  nothing: "Nichts zu tun",
  asked: "Entscheiden, wenn Sie gefragt werden",
  partly: "Lässt sich begrenzen, nicht abschalten",
  impossible: "Kein Weg bekannt, es abzuschalten",
  unknown: "Nicht bekannt",
};

export const sides: Words["sides"] = {
  table: "Tabelle; lässt sich seitlich verschieben, wenn sie breiter ist als das Fenster",
  question: "Was",
  happens: "Was geschieht",
  effort: "Aufwand",
  wayOut: "Weg, es abzulehnen",
  none: "Keiner bekannt",
  open: "Direkter Link",
  openNamed: (control) => `Direkter Link: ${control}`,
  nothing: "Dazu ist nichts angegeben.",
  shortTitle: "Kurz gesagt",
  kindsTitle: "Im Einzelnen",
  kindsLead: "Wer mit welchen Daten generative KI trainiert, und was geschieht, wenn man nichts tut.",
  kindsCaption: "Antworten nach Art der Daten und danach, wer trainiert",
  moreTitle: "Fremde Crawler und Modelle, die sortieren und empfehlen",
};

export const compare: Words["compare"] = {
  pageTitle: "Plattformen vergleichen: wer KI mit Ihren Daten trainiert",
  title: "Plattformen vergleichen",
  titleOf: (names) => `Im Vergleich: ${names}`,
  timeOf: (name) => `${name}: was sich geändert hat`,
  description:
    "Was Plattformen mit Ihren Daten tun, um KI zu trainieren, nebeneinander und mit dem Weg, es abzulehnen.",
  lead: "Sehen Sie nebeneinander, was Plattformen mit jeder Art von Daten tun und wie aufwendig es ist, das abzulehnen.",
  link: "Mit anderen vergleichen",
  names: "Zu vergleichende Plattformen, durch Kommas getrennt",
  button: "Vergleichen",
  add: "Plattform hinzufügen",
  addButton: "Hinzufügen",
  remove: "Entfernen",
  removeNamed: (name) => `${name} entfernen`,
  byCategory: "Nach Art des Dienstes",
  byCategoryLead: "Auf jeder Seite führt ein Link zum Vergleich ihrer Plattformen.",
  caption: (whom) => `Was geschieht ${whom}`,
  timeCaption: "Was an den beiden Tagen galt",
  overTime: "Eine Plattform im Lauf der Zeit",
  overTimeLead: "Was an zwei Tagen galt.",
  from: "Früherer Tag",
  to: "Späterer Tag",
  between: "Was dazwischen geschah",
  noEvents: "Kein Ereignis ist festgehalten.",
};

export const category: Words["category"] = {
  pageTitle: (name) => `${name}: wer KI mit Ihren Daten trainiert`,
  description: (name, platforms) =>
    `${name}: ${platforms} nach dem, was sie mit Ihren Daten tun, um KI zu trainieren, und wie Sie das ablehnen.`,
  lead: (platforms) => `${platforms}, geordnet nach dem, was geschieht, wenn Sie nichts tun.`,
  compare: "Vergleichen",
  plans: "Nach Tarif",
  events: "Was geschah",
  myths: "Was nicht hilft",
  title: "Nach Art des Dienstes",
};

export const plans: Words["plans"] = {
  pageTitle: "Kostenlos, bezahlt, Business, Schule: was jeder Tarif mit Ihren Daten für KI tut",
  title: "Tarife im Vergleich",
  description:
    "Was Plattformen in kostenlosen, bezahlten, Business-, Enterprise-, Bildungs- und API-Tarifen mit Daten tun, um KI zu trainieren. Für Büros und Schulen.",
  lead: "Dieselbe Plattform behandelt Menschen mit kostenlosem Tarif und Organisationen oft verschieden.",
  hint: "Für einen Tarif, den eine Plattform nicht anbietet oder den ihre Dokumente nicht unterscheiden, gilt die Antwort ihrer allgemeinen Bedingungen.",
  filterHint: "„Was geschieht“ wählt nach dem Tarif aus, der unter „Ihr Tarif“ gewählt ist.",
  of: (name) => `${name}: Tarife im Vergleich`,
  ofPageTitle: (name) => `${name}: KI-Training in kostenlosen, Business- und Schultarifen?`,
  ofDescription: (name) =>
    `Was ${name} in jedem Tarif mit Daten tut, um KI zu trainieren: kostenlos, bezahlt, Business, Enterprise, Bildung und API.`,
  ofLead: "Was in jedem Tarif geschieht, wenn niemand etwas tut.",
  others: "Tarife ähnlicher Plattformen",
  caption: (whom) => `Was in jedem Tarif geschieht, ${whom}`,
  link: "Tarife im Vergleich",
};
