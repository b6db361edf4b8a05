import type { Words } from "../en/index.ts";

export const problems: Words["problems"] = {
  meant: "Meinten Sie:",
  all: "Alle Plattformen",
  known: {
    "unknown-parameter": {
      title: "Dieser Link hat einen Teil, den wir nicht kennen",
      help: "Vielleicht wurde er unvollständig kopiert. Entfernen Sie den Teil nach dem Fragezeichen.",
    },
    "invalid-parameter": {
      title: "Eine Angabe in diesem Link ist ungültig",
      help: "Öffnen Sie die Seite ohne den Teil nach dem Fragezeichen, und wählen Sie dort neu.",
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
    "unknown-region": {
      title: "Diesen Ort haben wir nicht",
      help: "Wählen Sie auf der Seite ein Land, oder fragen Sie nach dem Rest der Welt.",
    },
    "unknown-page": {
      title: "Diese Liste hat keine solche Seite",
      help: "Beginnen Sie mit der ersten Seite, und folgen Sie den Links zu den nächsten.",
    },
    "empty-period": {
      title: "Dieser Zeitraum endet, bevor er beginnt",
      help: "Vertauschen Sie die beiden Tage, oder lassen Sie einen davon leer.",
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
};
