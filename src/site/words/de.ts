import type { EN } from "./en.ts";

const listed = (items: readonly string[]): string =>
  new Intl.ListFormat("de", { type: "conjunction" }).format(items);
const count = (n: number, one: string, many: string): string => `${n} ${n === 1 ? one : many}`;

/** Das Gesetz, wie ein Brief es nennt. */
const laws = {
  GDPR: " gemäß Artikel 21 der Datenschutz-Grundverordnung (DSGVO)",
  "UK-GDPR": " gemäß Artikel 21 der UK GDPR",
  CCPA: " und untersage ihren Verkauf und ihre Weitergabe nach dem California Consumer Privacy Act (CCPA)",
};

/** Die Wörter der Seiten auf Deutsch. */
export const DE: typeof EN = {
  page: {
    skip: "Zum Inhalt springen",
    navigation: "Hauptmenü",
    platforms: "Plattformen",
    events: "Ereignisse",
    languages: { en: "English", de: "Deutsch" },
    about:
      "AI Data Use hält mit Belegen fest, was Online-Plattformen mit den Daten von Menschen tun, um KI zu trainieren. Diese Seiten setzen keine Cookies, laden nichts von anderen Seiten und verfolgen niemanden.",
    licence: "Daten: CC BY 4.0. Archivierte Kopien: Open Terms Archive (ODC-By).",
    release: (version) => `Stand: ${version}.`,
    json: "Diese Seite als JSON",
    api: "API",
    downloads: "Downloads",
    source: "Quelltext und Korrekturen",
  },
  search: {
    label: "Plattform finden",
    example: "Name oder Adresse, zum Beispiel LinkedIn",
    button: "Suchen",
    title: "Suche",
    pageTitle: (q) => (q === "" ? "Suche" : `Suche: ${q}`),
    results: "Treffer",
    found: (n, q) =>
      n === 0
        ? `Nichts gefunden für „${q}“.`
        : `${count(n, "Plattform", "Plattformen")} gefunden für „${q}“.`,
    meant: "Meinten Sie:",
  },
  chooser: {
    label: "Für wen die Antwort gilt",
    region: "Wo Sie wohnen",
    plan: "Ihr Tarif",
    age: "Ihr Alter",
    account: "Ihr Konto",
    anywhere: "Nicht gewählt",
    button: "Antwort zeigen",
    plans: {
      free: "Kostenlos",
      paid: "Bezahlt",
      business: "Business",
      enterprise: "Enterprise",
      education: "Schule oder Hochschule",
      api: "API",
    },
    ages: { adult: "Volljährig", minor: "Unter 18" },
    accounts: {
      "signed-in": "Vorhanden",
      "signed-out": "Keines",
      "non-user": "Nutze ich nicht",
    },
  },
  platform: {
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
  },
  choices: {
    title: "Was Sie tun können",
    total: (controls, actions) =>
      actions === null
        ? "Der erste Weg unten beendet jede Nutzung Ihrer Inhalte für generative KI, die sich beenden lässt."
        : `${count(actions, "Handgriff", "Handgriffe")} an ${count(controls, "Stelle", "Stellen")} beenden jede Nutzung Ihrer Inhalte für generative KI, die sich beenden lässt.`,
    noWay: "Sie können nichts dagegen tun: Ein Weg, es abzuschalten, ist nicht bekannt.",
    noNeed: "Es ist nichts bekannt, was zu tun wäre.",
    notFully: "Es ist nichts bekannt, was es vollständig beendet.",
    partial: "Was nur zum Teil hilft",
    partialLead: "Das beendet die Nutzung nicht vollständig, oder die Plattform darf ablehnen.",
    nothing: "Was sich durch nichts beenden lässt",
    kinds: {
      setting: "Einstellung",
      form: "Formular",
      email: "Nachricht",
      visibility: "Inhalte verbergen oder löschen",
      "account-deletion": "Die Plattform verlassen",
      signal: "Maschinenlesbares Signal",
      contract: "Anderer Vertrag oder Tarif",
    },
    steps: (n) => count(n, "Schritt", "Schritte"),
    protectsWhen: { on: "schützt, wenn sie an ist", off: "schützt, wenn sie aus ist" },
    noSteps: "Die Schritte sind nicht festgehalten.",
    openSetting: (host) => `Einstellung öffnen auf ${host}`,
    openForm: (host) => `Formular öffnen auf ${host}`,
    openPage: (host) => `Seite öffnen auf ${host}`,
    write: (address) => `An ${address} schreiben`,
    letter: "Text der Nachricht",
    details: "Mehr dazu, mit Belegen",
    who: "Wer",
    only: (actor) => `Nur ${actor} kann das tun`,
    where: "Wo",
    inApp: "Nur in der App",
    notInApp: "Im Browser, nicht in der App",
    inBrowser: "Im Browser",
    reach: "Gilt für",
    until: "Bis",
    actsOn: "Betrifft",
    past: "Früheres Training",
    how: (n) => (n === 0 ? "So geht es" : `So geht es in ${n === 1 ? "einem Schritt" : `${n} Schritten`}`),
    still: "Weiter genutzt",
    caveats: "Zu beachten",
    right: "Recht",
    note: "Hinweis",
  },
  letter: {
    subject: (platform) => `Widerspruch gegen KI-Training mit meinen Daten (${platform})`,
    body: (platform, law) =>
      `Sehr geehrte Damen und Herren,

ich widerspreche der Verwendung meiner personenbezogenen Daten bei ${platform} für das Training und die Verbesserung von KI-Modellen${law === undefined ? "" : laws[law]}.

Mein Konto: [Ihr Benutzername oder Ihre E-Mail-Adresse]
Meine Gründe: [Ihre Situation, zum Beispiel: Was ich teile, ist persönlich, und mit dieser Nutzung habe ich nicht gerechnet]

Bitte beenden Sie diese Nutzung, auch für Daten, die Sie bereits haben, und bestätigen Sie mir das innerhalb eines Monats. Wenn Sie ablehnen, nennen Sie mir bitte die Gründe.

Mit freundlichen Grüßen
[Ihr Name]`,
  },
  timeline: {
    title: "Was geschah",
    table: "Die letzten Ereignisse",
    all: (n) => `Alle ${count(n, "Ereignis", "Ereignisse")}`,
    earlierTable: "Frühere Ereignisse",
    earlier: (n) => count(n, "früheres Ereignis", "frühere Ereignisse"),
    picture: (first, last) =>
      `Zeitachse von ${first} bis ${last}; die Tabelle darunter enthält jedes Ereignis.`,
    legend:
      "Leere Zeichen: Etwas wurde ausgesetzt oder entfernt. Blasse Zeichen: für andere Menschen. Die Linie am Ende ist heute.",
    lanes: {
      training: "Training begann oder erfasste mehr Menschen",
      said: "Menschen wurden informiert",
      choice: "Eine Wahlmöglichkeit kam oder änderte sich",
      outside: "Berichte, Verträge, Behörden",
    },
  },
  evidence: {
    title: "Belege",
    lead: "Worauf jede Antwort beruht. Ein Zitat zeigt die ersten und letzten Wörter und öffnet das Dokument an dieser Stelle.",
    legend:
      "„Eigene Worte, archiviert“: Jeder kann die Stelle mit einer öffentlichen Kopie vergleichen. „Eigene Worte“: im Dokument gesehen, ohne archivierte Stelle. „Von anderen berichtet“: nur Presse, Behörden oder Forschung.",
    grades: { A: "eigene Worte, archiviert", B: "eigene Worte", C: "von anderen berichtet" },
    documents: (n) => count(n, "Dokument", "Dokumente"),
    short: "Worauf jede Antwort beruht; die Zitate sind einen Klick entfernt.",
    pageTitle: (name) => `${name}: Belege`,
    back: (name) => `Zurück zur Antwort für ${name}`,
    archived: (day) => `Kopie vom ${day}`,
    purpose: "Wofür",
    recipients: "Durch",
    includes: "Als genutzt genannt",
    excludes: "Als ausgenommen genannt",
    basis: "Genannte Rechtsgrundlage",
    since: "Seit",
    note: "Hinweis",
  },
  myths: { title: "Was nicht hilft", lead: "Was Menschen versuchen oder glauben." },
  unknown: { title: "Was nicht bekannt ist" },
  history: {
    title: "Dieser Eintrag",
    checked: (day) => `Zuletzt mit den Quellen verglichen am ${day}.`,
    feeds: "Als Feed verfolgen:",
    eventsFeed: "was die Plattform tut",
    changesFeed: "was wir ändern",
    wrong: "Stimmt etwas nicht? Sagen Sie es uns",
  },
  feeds: {
    events: (name) => `${name}: Ereignisse`,
    changes: (name) => `${name}: Änderungen am Eintrag`,
    allEvents: "AI Data Use: was Plattformen taten",
  },
  home: {
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
  },
  directory: {
    pageTitle: "Alle Plattformen: wer KI mit Ihren Daten trainiert",
    description: "Jede Plattform im Datensatz mit ihrer Antwort für Ihr Land und Ihren Tarif.",
    title: "Plattformen",
    filters: "Filter",
    search: "Wörter",
    category: "Art des Dienstes",
    kind: "Art der Daten",
    verdict: "Was geschieht",
    any: "Alle",
    button: "Zeigen",
    reset: "Filter entfernen",
    found: (n) => `${count(n, "Plattform", "Plattformen")}.`,
    list: "Liste",
  },
  events: {
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
    found: (n) => `${count(n, "Ereignis", "Ereignisse")}.`,
    subscribe: "Diese Liste abonnieren:",
    calendar: "Kalender",
    when: "Wann",
    what: "Was geschah",
  },
  operator: {
    pageTitle: (name) => `${name}: was seine Plattformen mit Ihren Daten für KI tun`,
    description: (name) => `Jede Plattform von ${name} mit ihrer Antwort für Ihr Land und Ihren Tarif.`,
    parent: "Gehört zu",
    owns: "Besitzt",
  },
  pager: { label: "Seiten", first: "Erste Seite", next: "Nächste Seite" },
  problems: {
    meant: "Meinten Sie:",
    all: "Alle Plattformen",
    known: {
      "unknown-parameter": {
        title: "Dieser Link hat einen Teil, den wir nicht kennen",
        help: "Vielleicht wurde er unvollständig kopiert. Entfernen Sie den Teil nach dem Fragezeichen, oder folgen Sie dem Vorschlag.",
      },
      "invalid-parameter": {
        title: "Eine Angabe in diesem Link ist ungültig",
        help: "Nehmen Sie einen der vorgeschlagenen Werte, oder wählen Sie auf der Seite neu.",
      },
      "unknown-platform": {
        title: "Diese Plattform haben wir nicht",
        help: "Vielleicht heißt sie hier anders. Suchen Sie danach, oder sehen Sie in der Liste nach.",
      },
      "unknown-operator": {
        title: "Dieses Unternehmen haben wir nicht",
        help: "Suchen Sie stattdessen nach einem seiner Dienste.",
      },
      "unknown-domain": {
        title: "Diese Website haben wir nicht",
        help: "Was sie mit Daten tut, ist uns deshalb nicht bekannt.",
      },
      "unknown-release": {
        title: "Diese Ausgabe gibt es nicht",
        help: "Der Link nennt eine Version, die es nicht gibt.",
      },
      "unknown-file": { title: "Diese Datei gibt es nicht", help: "Die Download-Seite nennt alle Dateien." },
      "unknown-path": {
        title: "Diese Seite gibt es nicht",
        help: "Der Link ist vielleicht alt oder vertippt. Suchen Sie stattdessen.",
      },
      "unsatisfiable-range": {
        title: "Diesen Teil hat die Datei nicht",
        help: "Laden Sie sie noch einmal von vorn.",
      },
      "method-not-allowed": { title: "Das ist hier nicht möglich", help: "Diese Seiten kann man nur lesen." },
      "not-acceptable": { title: "Diese Form hat die Seite nicht", help: "Öffnen Sie sie in einem Browser." },
      "uri-too-long": {
        title: "Dieser Link ist zu lang",
        help: "Suchen Sie stattdessen nach der Plattform.",
      },
      "unreadable-request": {
        title: "Die Anfrage war nicht lesbar",
        help: "Öffnen Sie die Seite noch einmal.",
      },
      "request-timeout": {
        title: "Die Anfrage kam zu langsam an",
        help: "Bitte versuchen Sie es noch einmal.",
      },
      "headers-too-large": {
        title: "Die Anfrage ist zu groß",
        help: "Löschen Sie die Cookies für diese Adresse, und versuchen Sie es noch einmal.",
      },
      "rate-limited": {
        title: "Zu viele Anfragen",
        help: "Bitte warten Sie eine Minute, und versuchen Sie es noch einmal.",
      },
      "took-too-long": {
        title: "Die Antwort hat zu lange gedauert",
        help: "Bitte versuchen Sie es in einer Minute noch einmal.",
      },
      busy: {
        title: "Im Moment fragen zu viele Menschen",
        help: "Bitte versuchen Sie es in einer Minute noch einmal.",
      },
      unavailable: {
        title: "Die Daten sind im Moment nicht lesbar",
        help: "Bitte versuchen Sie es in einer Minute noch einmal.",
      },
      internal: {
        title: "Bei uns ist etwas schiefgegangen",
        help: "Bitte versuchen Sie es noch einmal. Der Fehler wurde aufgezeichnet.",
      },
    },
  },
  categories: {
    "social-network": "soziale Netzwerke",
    messaging: "Messenger",
    "media-sharing": "Medien",
    "questions-and-answers": "Fragen und Antworten",
    "ai-assistant": "KI-Assistenten",
    "ai-maker": "KI-Generatoren",
    work: "Arbeit",
    code: "Werkzeuge für Entwickler",
    creative: "kreative Dienste",
    shopping: "Einkaufen",
    travel: "Reisen",
    finance: "Finanzen",
    dating: "Dating",
    health: "Gesundheit und Fitness",
    home: "Haus, Geräte und Autos",
    games: "Spiele",
    education: "Lernen",
    mail: "E-Mail",
    storage: "Dateispeicher",
    browser: "Browser und Suche",
    publishing: "Verlage und Medienhäuser",
  },
};
