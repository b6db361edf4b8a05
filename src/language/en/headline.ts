import type { CATEGORY, Platform } from "../../model/index.ts";
import type { Kind } from "../../policy/answer.ts";
import type { Resolved } from "../../policy/resolve.ts";
import { listInWords } from "../../text/lists.ts";
import type { About, Condition, DataItem, Denial, Statement, Use } from "../headline/statement.ts";
import { headlineWith } from "../headline/statements.ts";
import { actorInWords, dataInWords } from "./terms.ts";
import { withdrawalSentence } from "./withdrawal.ts";

/*
 * The headline in one plain sentence, or a few short ones, by rules: src/language/headline says what is said,
 * this file how.
 */

type Category = keyof typeof CATEGORY;

const KINDS: Readonly<Record<Kind, string>> = {
  "ai-interactions": "your chats with its AI",
  published: "what you publish",
  messages: "your private messages",
  files: "your files",
  activity: "data about what you do",
  account: "your account details",
  "from-others": "what others publish about you",
};

/** Other words where a service is mainly for one kind of data. */
const KINDS_BY_CATEGORY: Partial<Record<Category, Partial<Record<Kind, string>>>> = {
  "ai-assistant": { "ai-interactions": "your chats" },
  "ai-maker": { "ai-interactions": "what you enter and what it generates" },
  mail: { messages: "your email", "ai-interactions": "what you ask its AI" },
  work: { files: "your content", "ai-interactions": "what you enter into its AI features" },
  code: {
    files: "your private code",
    published: "your public code",
    "ai-interactions": "what you enter into its AI features",
  },
  home: { "ai-interactions": "what you say to it" },
};

function itemInWords(item: DataItem, { category }: About): string {
  switch (item.is) {
    case "kind":
      return KINDS_BY_CATEGORY[category]?.[item.kind] ?? KINDS[item.kind];
    case "category":
      return dataInWords(item.category);
    case "subject":
      return item.text;
    case "other":
      return "other data";
  }
}

const dataInSentence = (items: readonly DataItem[], about: About, last: "and" | "or"): string =>
  listInWords(
    items.map((item) => itemInWords(item, about)),
    last,
  );

/** What someone must do, as a clause after `unless`. */
function actionInWords({ act, actor }: Extract<Condition, { is: "unless" }>): string {
  const verb = (you: string, they: string) =>
    actor === "user" ? `you ${you}` : `${actorInWords(actor)} ${they}`;
  switch (act) {
    case "switch-off":
      return verb("switch it off", "switches it off");
    case "object":
      return verb("object", "objects");
    case "opt-out":
      return verb("opt out", "opts out");
  }
}

/** What it means for a person who does nothing, after what is done. */
function conditionInWords(condition: Condition): string {
  switch (condition.is) {
    case "unless":
      return ` unless ${actionInWords(condition)}`;
    case "unless-refused":
      return " unless you refuse when it asks you";
    case "after-asking":
      return " only after asking you";
    case "if-agreed":
      return " only if you agree";
    case "no-choice":
      return condition.partly ? ", and you cannot fully opt out" : ", and you cannot opt out";
    case "not-stated":
      return condition.stoppable
        ? "; you can stop it, but the default is not stated"
        : "; whether you can opt out is not stated";
  }
}

/** The verb of a use, as a practice or after `allow it to`, and what follows it. */
function useInWords({ trains, data: items, certainty }: Use, about: About): string {
  const data = items === "same" ? "this data" : dataInSentence(items, about, "and");
  const verb = (stem: string) => (certainty === "practised" ? `${stem}s` : stem);
  switch (trains) {
    case "its":
      return `${verb("train")} its AI with ${data}`;
    case "models":
      return `${verb("train")} AI models with ${data}`;
    case "group":
      return `${verb("give")} ${data} to companies of its group that train AI`;
    case "others":
      return `${verb("give")} ${data} to other companies that train AI`;
  }
}

/** A use as a sentence. A permission is never said like a practice. */
function useSentence(use: Use, about: About): string {
  const also = use.also ? "also " : "";
  const does = `${useInWords(use, about)}${conditionInWords(use.condition)}`;
  if (use.certainty === "practised") return `${use.named ? about.name : "It"} ${also}${does}.`;
  const terms = use.named ? `The terms of ${about.name}` : "Its terms";
  return `${terms} ${also}allow it to ${does}. It has not said that it does.`;
}

function denialSentence({ named, models, data, beside }: Denial, about: About): string {
  const what = models === "any" ? "AI" : models === "generative" ? "generative AI" : models.named;
  const which = dataInSentence(data, about, beside ? "and" : "or");
  return `${named ? about.name : "It"} says that it does not train ${what} with ${which}.`;
}

/** Nothing stated about a person's own data. */
const unknownSentence = (limited: boolean, { name }: About): string =>
  `The documents we read do not say whether ${limited ? "it trains other AI with it" : `${name} trains AI with your own data`}.`;

/** One statement of a headline as a sentence. */
function statementInWords(statement: Statement, about: About): string {
  switch (statement.says) {
    case "use":
      return useSentence(statement, about);
    case "denial":
      return denialSentence(statement, about);
    case "permitted":
      return `Its terms also allow AI training with ${dataInSentence(statement.data, about, "and")}; it has not said that it does this.`;
    case "excepted":
      return `It says that it does not use ${dataInSentence(statement.data, about, "or")}.`;
    case "silent":
      return `The documents we read do not say whether it trains ${statement.other ? "other AI" : "AI"} with ${dataInSentence(statement.data, about, "or")}.`;
    case "unknown":
      return unknownSentence(statement.limited, about);
    case "licence":
      return "Its terms would allow it, without mentioning AI.";
    case "ranking":
      return "It trains models that rank, recommend or classify.";
    case "web":
      return "It trains its AI with public data from the web, in which you may appear.";
    case "disputed":
      return `The documents of ${about.name} contradict each other on whether it trains AI with your data.`;
  }
}

/** The headline in plain English: `LinkedIn trains its AI with what you publish unless you switch it off.` */
export const headlineSentence: (
  platform: Pick<Platform, "name" | "category" | "withdrawn">,
  resolved: Resolved,
) => string = headlineWith(statementInWords, withdrawalSentence);
