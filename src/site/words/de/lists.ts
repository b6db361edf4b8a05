import type { Words } from "../en/index.ts";
import { count } from "./counts.ts";

export const directory: Words["directory"] = {
  pageTitle: "Alle Plattformen: wer KI mit Ihren Daten trainiert",
  description: "Jede Plattform im Datensatz mit ihrer Antwort für Ihr Land und Ihren Tarif.",
  title: "Plattformen",
  filters: "Filter",
  search: "Wörter",
  category: "Art des Dienstes",
  kind: "Art der Daten",
  verdict: "Was geschieht",
  control: "Weg, es abzulehnen",
  any: "Alle",
  button: "Zeigen",
  reset: "Filter entfernen",
  found: (n) => `${count(n, "Plattform", "Plattformen")}.`,
  list: "Liste",
};

export const events: Words["events"] = {
  pageTitle: "Ereignisse: was Plattformen mit Daten für KI taten und tun werden",
  description:
    "Wann Training begann, Bedingungen sich änderten und Schalter kamen oder gingen, auf allen Plattformen, mit Feeds.",
  title: "Ereignisse",
  lead: "Was Plattformen taten und tun werden.",
  platform: "Plattform",
  type: "Was geschah",
  time: "Zeit",
  upcoming: "Noch bevorstehend",
  past: "Vergangen",
  since: "Ab dem",
  until: "Vor dem",
  found: (n) => `${count(n, "Ereignis", "Ereignisse")}.`,
  subscribe: "Diese Liste abonnieren:",
  calendar: "Kalender",
  when: "Wann",
  what: "Was geschah",
};

export const changes: Words["changes"] = {
  pageTitle: "Änderungen: was wir im Datensatz ergänzt, berichtigt oder aktualisiert haben",
  description: "Jede Änderung der Einträge, Ausgabe für Ausgabe, mit ihrer Wirkung auf die Antworten.",
  title: "Änderungen am Datensatz",
  lead: "Was wir ergänzt, berichtigt oder aktualisiert haben, Ausgabe für Ausgabe.",
  found: (n) => `${count(n, "Änderung", "Änderungen")}.`,
  feed: "AI Data Use: Änderungen am Datensatz",
};

export const releases: Words["releases"] = {
  pageTitle: "Ausgaben des Datensatzes von AI Data Use",
  pageTitleOf: (version) => `Ausgabe ${version} des Datensatzes von AI Data Use`,
  description: "Was jede Ausgabe des Datensatzes brachte. Eine Ausgabe ist zitierbar und ändert sich nie.",
  title: "Ausgaben",
  titleOf: (version) => `Ausgabe ${version}`,
  lead: "Eine Ausgabe ist ein Stand des Datensatzes, den man zitieren kann und der sich nie ändert.",
  of: (day) => `Veröffentlicht am ${day}.`,
  platforms: "Die Plattformen, wie sie damals waren",
};

export const operator: Words["operator"] = {
  pageTitle: (name) => `${name}: was seine Plattformen mit Ihren Daten für KI tun`,
  description: (name) => `Jede Plattform von ${name} mit ihrer Antwort für Ihr Land und Ihren Tarif.`,
  parent: "Gehört zu",
  owns: "Besitzt",
};
