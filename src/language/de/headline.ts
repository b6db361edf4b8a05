import { type ACTOR, DATA_CATEGORY, type Platform } from "../../model/index.ts";
import type { Resolved } from "../../policy/resolve.ts";
import type { About, Condition, DataItem, Denial, Statement, Subject, Use } from "../headline/statement.ts";
import { headlineWith } from "../headline/statements.ts";
import { actorInGerman } from "./control-terms.ts";
import { CATEGORIES, kindNoun, OTHER_DATA } from "./data.ts";
import type { Cases } from "./grammar.ts";
import { listInGerman } from "./lists.ts";
import { MODELS, SUBJECTS } from "./record-texts.ts";

import { withdrawalSentenceInGerman } from "./withdrawal.ts";

/*
 * The headline in German, by rules: src/language/headline says what is said, this file how. After its
 * name, a platform is „der Dienst“, whatever the gender of the name.
 */

/** At most this many kinds or categories stand for the English subject of a record. */
const NAMED = 3;

/**
 * The subject of a record is English. Where there are no German words for it, the kinds of its data are named, or
 * where these do not tell it from another part, the categories. A denial about a subject must not seem to be
 * about all such data.
 */
function subjectNouns(subject: Subject, { category }: About, denied: boolean): Cases[] {
  const known = SUBJECTS[subject.text];
  if (known) return [...known];
  const exact = subject.exact && !denied;
  const categories = subject.categories.filter(
    (c) =>
      DATA_CATEGORY[c].kind === "format" ||
      (subject.kinds as readonly unknown[]).includes(DATA_CATEGORY[c].kind),
  );
  const nouns =
    exact && categories.length > 0
      ? categories.map((c) => CATEGORIES[c])
      : subject.kinds.map((kind) => kindNoun(kind, category));
  const named = nouns.length > NAMED ? nouns.slice(0, NAMED - 1) : nouns;
  const cases = named.map((noun) => (denied || (exact && categories.length === 0) ? noun.some : noun.yours));
  return named.length < nouns.length ? [...cases, OTHER_DATA] : cases;
}

/** Data as one or more nouns. */
function nounsOf(item: DataItem, about: About, denied: boolean): Cases[] {
  switch (item.is) {
    case "kind":
      return [kindNoun(item.kind, about.category).yours];
    case "category":
      return [CATEGORIES[item.category].yours];
    case "subject":
      return subjectNouns(item, about, denied);
    case "other":
      return [OTHER_DATA];
  }
}

const unique = (words: readonly string[]): string[] => [...new Set(words)];

/** An exception in brackets, for the middle of a sentence. */
const withBrackets = (noun: Cases, form: "acc" | "dat"): string =>
  noun.unless === undefined ? noun[form] : `${noun[form]} (${noun.unless})`;

/** Data that is used, in one case. */
const dataIn = (form: "acc" | "dat", items: readonly DataItem[], about: About, last?: "or"): string =>
  listInGerman(
    unique(items.flatMap((item) => nounsOf(item, about, false)).map((noun) => withBrackets(noun, form))),
    last,
  );

/** Data that is not used, and the exception to it for the end of the sentence. */
function deniedIn(form: "acc" | "dat", items: readonly DataItem[], about: About, last?: "or") {
  const nouns = items.flatMap((item) => nounsOf(item, about, true));
  const end = nouns.findLast((noun) => noun.unless !== undefined);
  const others = nouns.filter((noun) => noun !== end).map((noun) => withBrackets(noun, form));
  return {
    data: listInGerman(unique([...others, ...(end ? [end[form]] : [])]), last),
    unless: end ? `, ${end.unless}` : "",
  };
}

/** The platform as the subject of a sentence. */
const subjectOf = (named: boolean, { name }: About): string => (named ? name : "Der Dienst");

/** What someone must do, as the end of a clause after `sofern`. */
function actionInGerman(act: "switch-off" | "object" | "opt-out", actor: keyof typeof ACTOR): string {
  const who = actorInGerman(actor);
  const verb = (you: string, they: string) => (actor === "user" ? you : they);
  switch (act) {
    case "switch-off":
      return `${who} das nicht ${verb("abschalten", "abschaltet")}`;
    case "object":
      return `${who} nicht ${verb("widersprechen", "widerspricht")}`;
    case "opt-out":
      return `${who} das nicht ${verb("ablehnen", "ablehnt")}`;
  }
}

/** What it means for a person who does nothing, after what is done. */
function conditionInGerman(condition: Condition): string {
  switch (condition.is) {
    case "unless":
      return `, sofern ${actionInGerman(condition.act, condition.actor)}`;
    case "unless-refused":
      return ", sofern Sie nicht ablehnen, wenn Sie gefragt werden";
    case "after-asking":
      return ", aber erst, nachdem Sie gefragt wurden";
    case "if-agreed":
      return ", aber nur, wenn Sie zustimmen";
    case "no-choice":
      return `, und Sie können das ${condition.partly ? "höchstens teilweise" : "nicht"} ablehnen`;
    case "not-stated":
      return condition.stoppable
        ? "; Sie können das ablehnen, aber die Voreinstellung ist nicht angegeben"
        : "; ob Sie das ablehnen können, ist nicht angegeben";
  }
}

/** A use as a sentence. A permission is never said like a practice: `darf laut den Bedingungen`. */
function useSentence({ named, also, certainty, trains, data: items, condition }: Use, about: About): string {
  const subject = subjectOf(named, about);
  const practised = certainty === "practised";
  const data = (form: "acc" | "dat") => (items === "same" ? "diese Daten" : dataIn(form, items, about));
  const then = conditionInGerman(condition);
  const unconfirmed = practised ? "" : " Ob der Dienst das tut, hat er nicht gesagt.";
  const does = (object: string) =>
    practised
      ? `${subject} trainiert ${object}`
      : `${subject} darf laut den Bedingungen ${object} trainieren`;
  const gives = (whom: string) =>
    practised
      ? `${subject} gibt ${data("acc")}${also ? " auch" : ""} an ${whom} weiter`
      : `${subject} darf laut den Bedingungen ${data("acc")}${also ? " auch" : ""} an ${whom} weitergeben`;
  const what = `mit ${items === "same" ? "diesen Daten" : data("dat")}`;
  switch (trains) {
    case "its":
      return `${does(`die eigene KI ${also ? "auch " : ""}${what}`)}${then}.${unconfirmed}`;
    case "models":
      return `${does(`KI-Modelle ${also ? "auch " : ""}${what}`)}${then}.${unconfirmed}`;
    case "group":
      return `${gives("Firmen im eigenen Konzern")}, die damit KI trainieren${then}.${unconfirmed}`;
    case "others":
      return `${gives("andere Firmen")}, die damit KI trainieren${then}.${unconfirmed}`;
  }
}

function denialSentence({ named, models, data: items }: Denial, about: About): string {
  const subject = subjectOf(named, about);
  const { data, unless } = deniedIn("dat", items, about, "or");
  const what =
    typeof models === "object"
      ? `${MODELS[models.named] ?? "bestimmte KI-Modelle"} nicht`
      : `keine ${models === "generative" ? "generative " : ""}KI`;
  return `${subject} trainiert nach eigenen Angaben ${what} mit ${data}${unless}.`;
}

function exceptedSentence(items: readonly DataItem[], about: About): string {
  const { data, unless } = deniedIn("acc", items, about);
  return `Der Dienst sagt, dass er ${data} nicht für KI-Training verwendet${unless}.`;
}

const SILENT = "In den Dokumenten, die wir gelesen haben, steht nicht, ob";

/** One statement of a headline as a sentence. */
function statementInGerman(statement: Statement, about: About): string {
  switch (statement.says) {
    case "use":
      return useSentence(statement, about);
    case "denial":
      return denialSentence(statement, about);
    case "permitted":
      return `Die Bedingungen erlauben auch KI-Training mit ${dataIn("dat", statement.data, about)}; ob der Dienst das tut, hat er nicht gesagt.`;
    case "excepted":
      return exceptedSentence(statement.data, about);
    case "silent":
      return `${SILENT} der Dienst ${statement.other ? "andere KI" : "KI"} mit ${dataIn("dat", statement.data, about, "or")} trainiert.`;
    case "unknown":
      return statement.limited
        ? `${SILENT} der Dienst andere KI damit trainiert.`
        : `${SILENT} ${about.name} KI mit Ihren eigenen Daten trainiert.`;
    case "licence":
      return "Die Bedingungen würden das erlauben, ohne KI zu erwähnen.";
    case "ranking":
      return "Der Dienst trainiert Modelle, die sortieren, empfehlen oder einordnen.";
    case "web":
      return "Der Dienst trainiert die eigene KI mit öffentlichen Daten aus dem Internet, in denen Sie vorkommen können.";
    case "disputed":
      return `Die Dokumente von ${about.name} widersprechen sich darin, ob der Dienst KI mit Ihren Daten trainiert.`;
  }
}

/** The headline in plain German: `LinkedIn trainiert die eigene KI mit Ihrem Profil und Ihren Beiträgen, sofern Sie das nicht abschalten.` */
export const headlineInGerman: (
  platform: Pick<Platform, "name" | "category" | "withdrawn">,
  resolved: Resolved,
) => string = headlineWith(statementInGerman, withdrawalSentenceInGerman);
