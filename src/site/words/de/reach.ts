import type { Words } from "../en/index.ts";

export const reach: Words["reach"] = {
  depends: "Mancherorts gelten andere Antworten",
  general: "Belege und Schritte, für Ihr Land und Ihren Tarif",
  more: "Schritte, Belege und andere Antworten",
  page: "Diese Antwort als Seite",
  llms: {
    notes: [
      "Jede Antwort hängt davon ab, wo ein Mensch wohnt, und von Tarif, Alter und Konto. Ohne Ort ist es die Antwort für den Rest der Welt. Jede Adresse nimmt die Parameter region (ISO 3166, zum Beispiel DE oder US-CA, oder EEA), plan, age und account an.",
      "Eine Erlaubnis in den Bedingungen ist nicht dasselbe wie eine Nutzung: „laut Bedingungen erlaubt, nicht bestätigt“ heißt nicht, dass der Dienst es tut. Was nicht angegeben ist, ist nicht bekannt.",
      "Jede Aussage hat Belege, mit Links zu den Dokumenten und zu archivierten Kopien. Daten: CC BY 4.0; nennen Sie AI Data Use als Quelle.",
    ],
    files: "Für Programme",
    about: {
      openapi: "die API (OpenAPI 3.1)",
      mcp: "Model Context Protocol (Streamable HTTP, POST): dieselben Antworten als Werkzeuge",
      lookup: "zu welcher Plattform eine Adresse, eine Domain oder eine App gehört, mit der Antwort",
      json: "eine Plattform als JSON; include=evidence,sources,events,myths ergänzt mehr",
      optOut: "nur was ein Mensch tun kann, Schritt für Schritt",
      events: "Feed: was Plattformen tun",
      changes: "Feed: was wir ändern",
      downloads: "der ganze Datensatz als Dateien",
      vocabulary: "jeder Begriff mit seiner Bedeutung",
    },
    site: "Die Seiten für Menschen",
  },
};
