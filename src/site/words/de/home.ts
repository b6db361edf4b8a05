import type { Words } from "../en/index.ts";

export const home: Words["home"] = {
  pageTitle: "AI Data Use: was Plattformen mit Ihren Daten tun und wie Sie es abschalten",
  description:
    "Welche Online-Dienste KI mit Ihren Daten trainieren, was ohne Ihr Zutun geschieht und der direkte Weg zum Schalter. Mit Belegen, für Ihr Land und Ihren Tarif.",
  title: "Was tun sie mit Ihren Daten, um KI zu trainieren, und wo ist der Schalter?",
  begin: "Womit anfangen",
  all: (n) => `Alle ${n} Plattformen`,
  worldTitle: "Die Lage",
  worldLead: "Was geschieht, wenn Menschen nichts tun.",
  world: (total, person) => `${total} Plattformen, für ${person}`,
  verdict: "Was geschieht",
  count: "Plattformen",
  permitted: (n) => `, davon ${n} nur laut Bedingungen erlaubt`,
  events: "Die letzten Ereignisse",
  allEvents: "Alle Ereignisse",
};
