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

export const operator: Words["operator"] = {
  pageTitle: (name) => `${name}: was seine Plattformen mit Ihren Daten für KI tun`,
  description: (name) => `Jede Plattform von ${name} mit ihrer Antwort für Ihr Land und Ihren Tarif.`,
  parent: "Gehört zu",
  owns: "Besitzt",
};
