import type { Words } from "../en/index.ts";
import { count } from "./counts.ts";

export const evidence: Words["evidence"] = {
  title: "Belege",
  lead: "Worauf jede Antwort beruht. Ein Zitat zeigt die ersten und letzten Wörter und öffnet das Dokument an dieser Stelle.",
  legend:
    "„Eigene Worte, archiviert“: Jeder kann die Stelle mit einer öffentlichen Kopie vergleichen. „Eigene Worte“: im Dokument gesehen, ohne archivierte Stelle. „Von anderen berichtet“: nur Presse, Behörden oder Forschung.",
  grades: { A: "eigene Worte, archiviert", B: "eigene Worte", C: "von anderen berichtet" },
  documents: (n) => count(n, "Dokument", "Dokumente"),
  short: "Worauf jede Antwort beruht; die Zitate sind einen Klick entfernt.",
  pageTitle: (name) => `${name}: Belege`,
  description: (name) =>
    `Worauf die Antworten zu ${name} und KI-Training beruhen: die eigenen Worte des Dienstes, mit Links zu den Dokumenten und zu archivierten Kopien.`,
  back: (name) => `Zurück zur Antwort für ${name}`,
  archived: (day) => `Kopie vom ${day}`,
  purpose: "Wofür",
  recipients: "Durch",
  includes: "Als genutzt genannt",
  excludes: "Als ausgenommen genannt",
  basis: "Genannte Rechtsgrundlage",
  since: "Seit",
  note: "Hinweis",
};
