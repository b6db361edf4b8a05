import type { Words } from "../en/index.ts";
import { count, listed } from "./counts.ts";

export const platform: Words["platform"] = {
  pageTitle: (name, canAct, place) =>
    `Trainiert ${name} KI mit Ihren Daten?${canAct ? " So widersprechen Sie" : ""}${place === undefined ? "" : ` (${place})`}`,
  question: (name) => `Trainiert ${name} KI mit Ihren Daten?`,
  how: (name) => `Wie widerspreche ich dem KI-Training bei ${name}?`,
  isA: (category) => category.replace(/^(ein|eine|einen|an?) /, "").replace(/^./, (c) => c.toUpperCase()),
  runBy: "betrieben von",
  today: "heute",
  whom: (person, day) => `für ${person}, ${day}`,
  noPlace: (places) =>
    `Kein Ort gewählt: Das ist die Antwort für den Rest der Welt. Andere Antworten gelten ${places}.`,
  review: {
    "source-changed": (day) =>
      `Ein Dokument hinter dieser Seite hat sich seit dem ${day} geändert. Bis zur Prüfung kann die Antwort veraltet sein.`,
    overdue: (day) => `Die Prüfung dieses Eintrags ist seit dem ${day} fällig. Er kann veraltet sein.`,
  },
  partly: (parts) => `teils ${listed(parts)}`,
  data: {
    title: "Ihre Daten im Einzelnen",
    lead: "Wer damit KI trainiert, und was geschieht, wenn Sie nichts tun.",
    silent: (kinds) => `Nichts angegeben ist zu: ${kinds}.`,
  },
  others: {
    title: "Andere Menschen, andere Antwort",
    details: "Die kurze Antwort ist gleich, Einzelheiten unterscheiden sich für:",
  },
};

export const timeline: Words["timeline"] = {
  title: "Was geschah",
  table: "Die letzten Ereignisse",
  all: (n) => `Alle ${count(n, "Ereignis", "Ereignisse")}`,
  picture: (first, last) =>
    `Zeitachse von ${first} bis ${last}; die Tabelle darunter enthält die letzten Ereignisse.`,
  legend:
    "Leere Zeichen: Etwas wurde ausgesetzt oder entfernt. Blasse Zeichen: für andere Menschen. Die Linie am Ende ist heute.",
  lanes: {
    training: "Training begann oder erfasste mehr Menschen",
    said: "Menschen wurden informiert",
    choice: "Eine Wahlmöglichkeit kam oder änderte sich",
    outside: "Berichte, Verträge, Behörden",
  },
};

export const myths: Words["myths"] = {
  title: "Was nicht hilft",
  lead: "Was Menschen versuchen oder glauben.",
};

export const unknown: Words["unknown"] = { title: "Was nicht bekannt ist" };

export const history: Words["history"] = {
  title: "Dieser Eintrag",
  checked: (day) => `Zuletzt mit den Quellen verglichen am ${day}.`,
  feeds: "Als Feed verfolgen:",
  eventsFeed: "was die Plattform tut",
  changesFeed: "was wir ändern",
  wrong: "Stimmt etwas nicht? Sagen Sie es uns",
};
