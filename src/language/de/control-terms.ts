import type {
  ACTOR,
  CONTROL_KIND,
  CONTROL_SCOPE,
  EFFECT,
  FRICTION,
  PROTECTS,
  PROTECTS_WHEN,
  RIGHT,
} from "../../model/index.ts";
import { saying } from "../words.ts";

/* The words for the terms of controls. */

/** The kind of control, with an article. */
export const controlKindInGerman = saying<typeof CONTROL_KIND>({
  setting: "eine Einstellung",
  form: "ein Formular",
  email: "eine E-Mail",
  visibility: "Inhalte verbergen oder löschen",
  "account-deletion": "den Dienst verlassen",
  signal: "ein maschinenlesbares Signal",
  contract: "ein anderer Vertrag oder Tarif",
});

/** The position of a switch that protects. */
export const protectsWhenInGerman = saying<typeof PROTECTS_WHEN>({
  on: "an",
  off: "aus",
});

/** How much a control stops. */
export const protectsInGerman = saying<typeof PROTECTS>({
  fully: "beendet diese Verwendung",
  partly: "beendet diese Verwendung nur teilweise",
});

/** Who can act. */
export const actorInGerman = saying<typeof ACTOR>({
  user: "Sie",
  admin: "die Administration",
  owner: "die Inhaberin oder der Inhaber",
  guardian: "ein Elternteil oder Vormund",
});

/** How far a control reaches. */
export const scopeInGerman = saying<typeof CONTROL_SCOPE>({
  account: "das ganze Konto",
  workspace: "der ganze Arbeitsbereich",
  site: "eine Website, eine Community oder ein Kanal",
  item: "ein einzelner Inhalt",
  conversation: "eine Unterhaltung",
  device: "ein Gerät oder ein Browser",
});

/** What a control does to data already used, as a sentence. */
export const effectInGerman = saying<typeof EFFECT>({
  kept: "Bereits trainierte Modelle ändern sich dadurch nicht.",
  removed:
    "Das gilt auch rückwirkend: Bereits verwendete Daten werden entfernt, oder das Modell wird neu trainiert.",
  "left-out-of-next-training": "Früher gesammelte Daten werden beim nächsten Training nicht mehr verwendet.",
  "partners-asked": "Partner werden gebeten, sich daran zu halten.",
  "not-stated": "Was mit bereits verwendeten Daten geschieht, ist nicht angegeben.",
});

/** What makes a control harder than it looks, as a clause. */
export const frictionInGerman = saying<typeof FRICTION>({
  "needs-account": "Sie brauchen ein Konto",
  "needs-payment": "es kostet Geld",
  "may-be-refused": "der Dienst kann ablehnen",
  "several-forms": "es sind mehrere Formulare oder Schalter nötig",
  "not-in-app": "in der App geht es nicht",
  "app-only": "es geht nur in der App",
  "repeat-per-device": "Sie müssen es auf jedem Gerät oder in jedem Browser wiederholen",
  "repeat-per-item": "Sie müssen es für jeden Inhalt wiederholen",
  "label-misleads": "die Beschriftung passt nicht zur Wirkung",
  "needs-admin": "nur jemand anderes kann es tun, zum Beispiel die Administration",
  "loses-features": "manche Funktionen fallen dann weg",
  "needs-reason": "Sie müssen es begründen oder belegen",
  deadline: "für die volle Wirkung gab es eine Frist",
  "needs-identification": "Sie müssen Ihre Identität nachweisen",
});

/** The right that a control exercises. */
export const rightInGerman = saying<typeof RIGHT>({
  "GDPR-A7-3": "Widerruf der Einwilligung (DSGVO, Art. 7 Abs. 3)",
  "GDPR-A15": "Auskunft (DSGVO, Art. 15)",
  "GDPR-A17": "Löschung (DSGVO, Art. 17)",
  "GDPR-A18": "Einschränkung der Verarbeitung (DSGVO, Art. 18)",
  "GDPR-A21": "Widerspruch (DSGVO, Art. 21)",
  "UK-GDPR-A21": "Widerspruch (britische DSGVO, Art. 21)",
  "CCPA-opt-out": "Widerspruch gegen Verkauf oder Weitergabe (Kalifornien)",
  "US-state-opt-out": "Widerspruch nach dem Recht eines US-Bundesstaats",
});
