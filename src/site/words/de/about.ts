import type { Words } from "../en/index.ts";
import { count } from "./counts.ts";

export const mythsPage: Words["mythsPage"] = {
  pageTitle: "Was KI-Training nicht verhindert: Kettenbriefe, Abos, Löschen und mehr",
  title: "Was nicht hilft",
  description:
    "Was Menschen über KI-Training mit ihren Daten versuchen oder glauben, obwohl es nicht stimmt, und was stimmt, nach Plattformen.",
  lead: "Was Menschen versuchen oder glauben, und was stattdessen stimmt. Jede Aussage hat einen eigenen Link.",
  found: (myths, platforms) => `${count(myths, "Aussage", "Aussagen")} zu ${platforms}.`,
  more: "Was auf ähnlichen Plattformen nicht hilft",
  link: "Direktlink",
  linkTo: (platform, claim) => `Link hierher: ${platform}, ${claim}`,
};

export const chart: Words["chart"] = { table: "Die Zahlen als Tabelle", total: "Anzahl" };

export const stats: Words["stats"] = {
  pageTitle: "Statistik: wie viele Plattformen KI mit Daten von Menschen trainieren",
  title: "Statistik",
  description:
    "Wie viele Plattformen KI mit welchen Daten trainieren, was man tun kann, wie gut die Belege sind und wie es sich entwickelt hat.",
  lead: "Gezählt über alle Einträge, für die hier gewählte Person. Jede Plattform zählt einmal, egal wie viele Menschen sie nutzen.",
  kinds: "Nach Art der Daten",
  kindsLead:
    "Plattformen, die zu generativer KI etwas angeben. Eine Plattform kann in mehreren Zeilen stehen.",
  categories: "Nach Art des Dienstes",
  categoriesCaption: "Plattformen nach Art des Dienstes und danach, was geschieht",
  effort: "Wie man es ablehnt",
  effortLead: "Der nützlichste Weg, den die Person hat, nach seiner Art.",
  effortCaption: "Plattformen nach dem Weg, es abzulehnen",
  time: "Im Lauf der Zeit",
  timeLead:
    "Was am ersten Tag jedes Jahres galt, für die heute erfassten Plattformen. Eine Plattform, die es noch nicht gab oder deren frühere Dokumente nicht gelesen wurden, zählt meist als nicht angegeben.",
  timeCaption: "Plattformen nach dem, was an dem Tag geschah",
  day: "Tag",
  events: "Was geschah",
  yearsCaption: "Erfasste Ereignisse nach Jahr",
  typesCaption: "Erfasste Ereignisse nach ihrer Art",
  year: "Jahr",
  evidence: "Wie gut die Belege sind",
  evidenceLead: "Jede Regel jedes Eintrags, auch über Vergangenes, nach dem besten Beleg für jede Angabe.",
  gradesCaption: "Regeln nach Angabe und Güte des Belegs",
  fact: "Angabe",
  facts: {
    dataUse: "Ob Daten verwendet werden",
    defaultState: "Die Voreinstellung",
    data: "Welche Daten",
    legalBasis: "Die Rechtsgrundlage",
  },
  silenceCaption: "Was die Dokumente nicht angeben",
  silence: {
    dataUse: "Ob Daten verwendet werden, in Antworten für diese Person",
    defaultState: "Die Voreinstellung, wo Daten verwendet werden",
    effect: "Was eine Ablehnung für bereits verwendete Daten bedeutet",
  },
  silent: "Nicht angegeben",
  agreementCaption: (release: string, read: number, of: number) =>
    `Zwei Leser derselben Quellen: Ausgabe ${release}, ${read} von ${of} Plattformen, ausgelost, vor Korrekturen`,
  compared: "Verglichen",
  same: "Gleich",
  kappa: "Cohens κ",
  agreementFields: {
    kinds: "Welche Arten von Daten",
    model: "Welche Art von Modell",
    dataUse: "Ob Daten verwendet werden",
    defaultState: "Die Voreinstellung",
    verdict: "Was es für Menschen bedeutet",
    legalBasis: "Die Rechtsgrundlage",
    controls: "Was man tun kann",
    data: "Welche Daten genau",
  },
  of: "Von",
  total: "Insgesamt",
  totals: {
    platforms: "Plattformen",
    withdrawn: "Zurückgezogene Einträge",
    operators: "Unternehmen",
    practices: "Verwendungen von Daten",
    rules: "Regeln",
    controls: "Wege, es abzulehnen",
    events: "Ereignisse",
    sources: "Dokumente",
    passages: "Textstellen",
  },
};

export const method: Words["method"] = {
  pageTitle: "Methode: woher AI Data Use weiß, was Plattformen mit Ihren Daten tun",
  title: "Woher wir das wissen",
  description:
    "Woher jede Antwort kommt, was die Antworten und Belege bedeuten, wie oft geprüft wird, was nicht bekannt ist und wie man einen Fehler meldet.",
  lead: "Jede Antwort steht in den Dokumenten der Plattform, und wir sagen, wo. Sie müssen uns nicht glauben: Sie können jede nachprüfen.",
  documents: "Vom Dokument zur Antwort",
  steps: [
    "Mitwirkende lesen die Dokumente der Plattform: Datenschutzerklärungen, Bedingungen, Hilfeseiten, Ankündigungen.",
    "Sie halten jede Verwendung von Daten als Regeln fest: für wen, seit wann, was die Dokumente sagen und was voreingestellt ist. Jede Angabe nennt die Stelle, die das sagt.",
    "Ein Programm findet die Regel für eine Person: nach Wohnort, Tarif, Alter, Konto und Tag. Es deutet keine Texte: Derselbe Eintrag und dieselbe Person ergeben immer dieselbe Antwort, im selben Wortlaut.",
    "Bei jeder Änderung wird geprüft: Jede Angabe hat einen Beleg, Zeitangaben und Regeln widersprechen sich nicht, Zitate sind kurz. Ein Maintainer gibt sie frei.",
    "Eine Ausgabe hält den Stand fest. Jede Änderung wird mit Datum und Art veröffentlicht: Hat sich die Plattform geändert, oder haben wir uns berichtigt?",
  ],
  size: (platforms, rules, documents, passages) =>
    `In diesem Stand: ${platforms}, ${rules} Regeln, ${documents} Dokumente, ${passages} Textstellen.`,
  verdictsTitle: "Was die Antworten bedeuten",
  verdictsLead: "Für jemanden, der nichts tut.",
  verdicts: {
    "no-choice":
      "Die Daten werden oder dürfen verwendet werden, und nichts, was diese Person tun kann, verhindert das vollständig.",
    mixed: "Für Teile der Daten gilt Verschiedenes. Die Seite der Plattform nennt sie einzeln.",
    "on-by-default": "Die Daten werden verwendet, wenn die Person nichts unternimmt.",
    disputed: "Die Dokumente widersprechen sich.",
    asked: "Die Person wird gefragt, bevor es beginnt.",
    "off-by-default": "Die Daten werden erst verwendet, wenn die Person etwas dafür tut.",
    "not-stated":
      "Die Dokumente sagen nicht, ob die Daten verwendet werden oder was ohne Zutun geschieht. Schweigen ist kein Nein.",
    "not-used":
      "Die Plattform sagt, dass die Daten nicht verwendet werden. Ob das stimmt, lässt sich nur von innen prüfen.",
  },
  certaintyTitle: "Getan oder nur erlaubt",
  certaintyLead:
    "Bedingungen erlauben oft mehr, als ein Unternehmen nach eigenen Angaben tut. Eine Erlaubnis zeigen wir nie wie eine Verwendung.",
  certainties: {
    practised: "Das Unternehmen sagt, dass es das tut.",
    permitted:
      "Die Bedingungen erlauben es und nennen KI oder Training, aber nirgends steht, dass es geschieht. Der Schalter ist schraffiert, und im Text steht „darf“.",
    "general-licence":
      "Die Bedingungen erlauben jede Verwendung und erwähnen KI nicht. In der kurzen Antwort zählt das als nicht angegeben.",
  },
  certaintyNames: { practised: "Bestätigt", permitted: "Erlaubt", "general-licence": "Allgemeine Lizenz" },
  short: "Wie die kurze Antwort entsteht",
  shortText:
    "Sie handelt von generativer KI und von Inhalten: KI-Chats, veröffentlichten Inhalten, privaten Nachrichten und Dateien. Was getan wird, geht dem vor, was nur erlaubt ist. Modelle, die sortieren oder empfehlen, und fremde Crawler werden gezeigt, entscheiden sie aber nie. Gilt für Teile Verschiedenes, steht das da.",
  gradesTitle: "Wie gut die Belege sind",
  grade: (grade) => `Stufe ${grade}`,
  gradeMeanings: {
    A: "Eigene Worte der Plattform in einem Dokument, von dem ein öffentliches Archiv eine Kopie hat. Mit einem Fingerabdruck der Stelle kann jeder prüfen, dass die Kopie diese Worte enthält.",
    B: "Eigene Worte der Plattform in einem Dokument ohne archivierte Kopie der Stelle.",
    C: "Nur Berichte anderer: Presse, Forschung, Behörden oder Gerichte.",
  },
  gradeShare: (share, rules) => `Bei ${share} von ${rules} Regeln beruht darauf, ob Daten verwendet werden.`,
  check:
    "Um eine Angabe zu prüfen, öffnen Sie „Belege“ auf der Seite einer Plattform. Ein Zitat zeigt die ersten und letzten Wörter einer Stelle, öffnet das Dokument dort und verweist auf die archivierte Kopie.",
  freshTitle: "Wie oft geprüft wird",
  fresh: (days) =>
    `Dokumente in öffentlichen Archiven werden täglich verglichen. Ändert sich eines, auf dem eine Antwort beruht, steht das auf der Seite der Plattform, bis der Eintrag geprüft ist. Ein Eintrag, den seit ${days} niemand geprüft hat, wird als überfällig gekennzeichnet.`,
  verified: "Einträge zuletzt geprüft",
  captured: "Neueste archivierte Kopien",
  range: (oldest, newest) => `${oldest} bis ${newest}`,
  middle: (day) => `die Hälfte bis ${day}`,
  agreementTitle: "Kämen zwei Menschen zum selben Ergebnis?",
  agreement:
    "Ein Werkzeug misst das: Zwei Menschen erfassen dieselbe Plattform, ohne die Arbeit des anderen zu sehen, und es zählt, wie oft sie übereinstimmen und wie oft sie es durch Zufall täten (Cohens Kappa). Noch ist keine Zahl veröffentlicht, deshalb nennen wir keine. Die Regeln für schwierige Fälle sind aufgeschrieben, jede mit einem echten Beispiel, damit zwei Menschen gleich entscheiden.",
  rules: "Die Regeln für schwierige Fälle",
  unknownTitle: "Was nicht bekannt ist",
  unknownText:
    "Wir lesen Dokumente. Was ein Unternehmen tut, ohne es zu sagen, kann von außen niemand sehen. Was sich nicht klären ließ, steht als offene Frage auf der Seite der Plattform.",
  questions: "Offene Fragen",
  silentUse: "Antworten ohne Angabe, ob Daten verwendet werden",
  silentEffect: "Wege der Ablehnung ohne Angabe, was mit bereits verwendeten Daten geschieht",
  share: (part, whole) => `${part} von ${whole}`,
  coverage:
    "Die Plattformen sind eine Auswahl, keine Stichprobe: Über Dienste, die nicht darin vorkommen, sagt die Statistik nichts.",
  wrongTitle: "Wenn etwas nicht stimmt",
  wrong:
    "Sagen Sie es uns: Jede Seite einer Plattform endet mit einem Link zu einem Formular. Es entscheidet die Textstelle, nicht wer sie nennt; auch das Unternehmen kann das Formular nutzen und hat kein Vetorecht. Berichtigungen werden als solche veröffentlicht.",
  report: "Fehler melden",
  governance: "Wer entscheidet und wie Streit beigelegt wird",
  moneyTitle: "Wer zahlt",
  money:
    "Das Projekt nimmt nichts von den Plattformen an, die es beschreibt. Programme und Daten sind frei verfügbar.",
};
