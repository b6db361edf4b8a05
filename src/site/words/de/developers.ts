import type { Words } from "../en/index.ts";

export const developers: Words["developers"] = {
  pageTitle: "Für Entwickler: API, Downloads, Badge und Feeds von AI Data Use",
  title: "Für Entwickler",
  description:
    "Eine öffentliche API ohne Schlüssel, der ganze Datensatz als Dateien, ein Badge, Feeds und ein npm-Paket, das offline funktioniert.",
  lead: "Alles auf dieser Website sind offene Daten, und auch ihre Seiten entstehen daraus. Ohne Konto, ohne Schlüssel.",
  api: "Schnittstelle",
  apiLead: "Dieselben Adressen wie die Seiten; Programme erhalten JSON. Unter /v1 erhalten es alle.",
  try: "Ausprobieren",
  reference: "Referenz aller Pfade und Parameter",
  openapi: "Beschreibung in OpenAPI 3.1",
  openapi30: "OpenAPI 3.0, für Generatoren, die das brauchen",
  paths: "Pfade",
  path: "Pfad",
  answers: "Was er beantwortet",
  rules: [
    "Namen, Aliasse und andere Schreibweisen von Plattformen funktionieren überall.",
    "Antworten haben ein starkes ETag und dürfen zwischengespeichert werden.",
    "release= antwortet aus einer früheren Ausgabe, die sich nie ändert; as_of= fragt nach einem früheren Tag.",
    "Fehler sind Problem Details (RFC 9457) und nennen den Wert, der funktionieren würde.",
  ],
  howToRead: "Wie Anfragen gelesen werden",
  problems: "Alle Fehler",
  downloads: "Dateien",
  downloadsText: "Excel, CSV, JSON, SQLite, Parquet und mehr: der aktuelle Stand und jede Ausgabe.",
  allFiles: "Alle Dateien",
  aboutFiles: "Über die Dateien",
  examples: "Beispiele: Anbieterprüfung, Seite im Browser, Webhook, Tabellenkalkulation, SQL, R",
  badge: "Badge für Ihre Seite",
  badgeText: "Zeigt die aktuelle Antwort auf Ihrer eigenen Seite. Mit region= geben Sie einen Ort an.",
  badgeAlt: (name) => `KI-Training bei ${name}: die aktuelle Antwort`,
  feeds: "Als Feed verfolgen",
  feedsText:
    "Was Plattformen taten und was wir geändert haben. Beide verstehen dieselben Filter wie ihre Listen: platform=, category=, region= und weitere.",
  events: "Was Plattformen taten",
  changes: "Was wir geändert haben",
  mcp: "KI-Anwendungen",
  mcpText:
    "Das Model Context Protocol (MCP) unter /mcp: Werkzeuge, die eine Website nachschlagen, für einen Menschen antworten, vergleichen, Ereignisse auflisten und suchen, mit Belegen. Tragen Sie diese Adresse in Claude, VS Code, Cursor oder einer anderen Anwendung ein, die MCP-Server nutzt.",
  aboutMcp: "Über die Werkzeuge, und wie man Anwendungen verbindet",
  packages: "npm-Paket",
  packagesText:
    "Die Einträge, ihre Typen und die Funktion, die für eine Person und einen Tag antwortet. Funktioniert offline, im Browser und in Node, ohne Abhängigkeiten.",
  aboutPackage: "Über das Paket",
  client: "Ein typisierter Client der API, für TypeScript",
  embed: "Auf Ihrer eigenen Seite",
  embedText: "Die aktuelle Antwort als Element Ihrer Seite, in einem Rahmen oder als Markdown.",
  aboutEmbed: "Über Rahmen, Elemente und Badges",
  markdown: "Jede Plattform als Markdown; /llms.txt nennt alle",
  extension: "Eine Browsererweiterung, die aus einer Kopie auf dem Gerät antwortet",
  licence: "Lizenz",
  licenceText:
    "Für die Daten gilt CC BY 4.0: Verwenden Sie sie, wofür Sie wollen, und nennen Sie die Quelle. Für den Code gilt MIT.",
  attribution: "Quellenangabe",
  code: "Code; lässt sich seitlich verschieben, wenn er breiter ist als das Fenster",
};

export const download: Words["download"] = {
  pageTitle: "Downloads: der Datensatz von AI Data Use als Excel, CSV, JSON, SQLite und Parquet",
  title: "Dateien zum Herunterladen",
  description: "Der ganze Datensatz als Dateien, mit Größen, Prüfsummen und Befehlen zum Laden.",
  lead: (version, day) => `Ausgabe ${version} vom ${day}. Frei verwendbar unter CC BY 4.0.`,
  releases: "Andere Ausgaben",
  people: "Für Menschen und Programme",
  loadLead: "Ein Befehl für jedes Werkzeug.",
  file: "Datei",
  rows: (rows) => `${rows} Zeilen`,
  contents: "Inhalt",
  load: "So wird sie geladen",
  hosts: "Hosts nach Region",
  hostsLead: "Kleine Dateien für Browsererweiterungen und Filter.",
  tables: "Normalisierte Tabellen",
  tablesLead:
    "Dieselben Tabellen sind in der SQLite-Datei und im SQL-Dump; datapackage.json beschreibt jede Spalte.",
};

export const problemPages: Words["problemPages"] = {
  title: "Fehler der API",
  lead: "Jeder Fehler der API hat eine Seite, die sagt, wie man ihn behebt.",
  error: "Fehler",
  status: "HTTP-Status",
  meaning: "Bedeutung",
  type: "Typ",
  inApi: "Titel in der API",
  remedy: "Für Programme",
  all: "Alle Fehler",
};
