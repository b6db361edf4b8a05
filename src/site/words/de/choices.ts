import type { Words } from "../en/index.ts";
import { count } from "./counts.ts";

/** Das Gesetz, wie ein Brief es nennt. */
const laws = {
  GDPR: " gemäß Artikel 21 der Datenschutz-Grundverordnung (DSGVO)",
  "UK-GDPR": " gemäß Artikel 21 der UK GDPR",
  CCPA: " und untersage ihren Verkauf und ihre Weitergabe nach dem California Consumer Privacy Act (CCPA)",
};

export const choices: Words["choices"] = {
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
};

export const letter: Words["letter"] = {
  subject: (platform) => `Widerspruch gegen KI-Training mit meinen Daten (${platform})`,
  body: (platform, law) =>
    `Sehr geehrte Damen und Herren,

ich widerspreche der Verwendung meiner personenbezogenen Daten bei ${platform} für das Training und die Verbesserung von KI-Modellen${law === undefined ? "" : laws[law]}.

Mein Konto: [Ihr Benutzername oder Ihre E-Mail-Adresse]
Meine Gründe: [Ihre Situation, zum Beispiel: Was ich teile, ist persönlich, und mit dieser Nutzung habe ich nicht gerechnet]

Bitte beenden Sie diese Nutzung, auch für Daten, die Sie bereits haben, und bestätigen Sie mir das innerhalb eines Monats. Wenn Sie ablehnen, nennen Sie mir bitte die Gründe.

Mit freundlichen Grüßen
[Ihr Name]`,
};
