import { type CATEGORY, type Control, DATA_CATEGORY, type Platform } from "../../model/index.ts";
import type { Kind, ResolvedPractice } from "../../policy/answer.ts";
import type { Headline, HeadlinePart } from "../../policy/headline.ts";
import type { Resolved } from "../../policy/resolve.ts";
import { stops } from "../../policy/verdict.ts";
import { isWithdrawn } from "../../policy/withdrawal.ts";
import { joinPresent, listInWords } from "../../text/lists.ts";
import { actorInWords, dataInWords } from "./terms.ts";
import { withdrawalSentence } from "./withdrawal.ts";

/*
 * The headline in one plain sentence, or a few short ones, by rules: who trains AI with which data, what a
 * person can do, and what is not used.
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

/** What a sentence is made from. */
interface Context {
  name: string;
  category: Category;
  practices: ReadonlyMap<string, ResolvedPractice>;
  /** The kinds that appear in more than one part: there the data must be named more exactly. */
  repeated: ReadonlySet<Kind>;
}

const kindInSentence = (kind: Kind, { category }: Context): string =>
  KINDS_BY_CATEGORY[category]?.[kind] ?? KINDS[kind];

/** At most this many kinds are named; the page below the headline has all. */
const NAMED = 3;

const kindsInSentence = (kinds: readonly Kind[], context: Context, last: "and" | "or" = "and"): string => {
  const words = kinds.map((kind) => kindInSentence(kind, context));
  return listInWords(words.length > NAMED ? [...words.slice(0, NAMED - 1), "other data"] : words, last);
};

/** The practices of a part. */
const practicesOf = ({ practices }: HeadlinePart, context: Context): ResolvedPractice[] =>
  practices.flatMap((id) => context.practices.get(id) ?? []);

/** Data of a kind that another part is about too, named by category: `audio recordings`. */
function namedData(part: HeadlinePart, kind: Kind, context: Context): string[] {
  const categories = practicesOf(part, context)
    .filter((p) => p.kinds.includes(kind))
    .flatMap((p) => p.data?.includes ?? [])
    .filter((c) => DATA_CATEGORY[c].kind === kind || DATA_CATEGORY[c].kind === "format");
  return [...new Set(categories)].slice(0, NAMED).map(dataInWords);
}

/** All kinds that the practices of a part are about, those of the part first. */
const allKinds = (part: HeadlinePart, context: Context): Kind[] => [
  ...new Set([...part.kinds, ...practicesOf(part, context).flatMap((p) => p.kinds)]),
];

/**
 * The data of a part: the subjects that its practices name, or kinds, named more exactly where another
 * part is about the same kind.
 */
function dataOf(part: HeadlinePart, context: Context): string {
  const practices = practicesOf(part, context);
  const subjects = practices.map((p) => p.subject).filter((subject) => subject !== null);
  if (subjects.length > 0 && subjects.length === practices.length) return listInWords([...new Set(subjects)]);
  const repeated = part.kinds.some((kind) => context.repeated.has(kind));
  if (!repeated) return kindsInSentence(allKinds(part, context), context);
  const exact = part.kinds.map((kind) => (context.repeated.has(kind) ? namedData(part, kind, context) : []));
  return listInWords(
    part.kinds.flatMap((kind, i) => {
      const data = exact[i] ?? [];
      return data.length > 0 ? data : [kindInSentence(kind, context)];
    }),
  );
}

/** Who gets the data, where it is not the platform itself. */
const othersOf = (part: HeadlinePart, context: Context): string =>
  practicesOf(part, context).every((p) => p.recipients.every((r) => r === "affiliates"))
    ? "companies of its group"
    : "other companies";

/** Is a part about the data of the part before it, and only the recipients differ? */
const isSameData = (part: HeadlinePart, before: HeadlinePart | undefined): boolean =>
  before !== undefined &&
  before.by !== part.by &&
  before.verdict === part.verdict &&
  before.kinds.join() === part.kinds.join();

/** What is done, after the platform's name: `trains its AI with what you publish`. */
function useOf(part: HeadlinePart, before: HeadlinePart | undefined, context: Context): string {
  const data = isSameData(part, before) ? "this data" : dataOf(part, context);
  const unstated = practicesOf(part, context).every((p) => p.model === "unstated");
  if (part.by === "own") return `${unstated ? "trains AI models" : "trains its AI"} with ${data}`;
  return `gives ${data} to ${othersOf(part, context)} that train AI`;
}

/** What a person can do to stop the practices of a part, as a clause after `unless`. */
function actionFor(part: HeadlinePart, context: Context): string {
  const controls = practicesOf(part, context).flatMap((p) => p.controls.find(stops) ?? []);
  const kinds = new Set(controls.map((c) => c.kind));
  const actor = controls.find((c) => c.actor !== "user")?.actor ?? "user";
  const verb = (you: string, they: string) =>
    actor === "user" ? `you ${you}` : `${actorInWords(actor)} ${they}`;
  if (kinds.size === 1 && kinds.has("setting")) return verb("switch it off", "switches it off");
  if (kinds.size === 1 && (kinds.has("form") || kinds.has("email"))) return verb("object", "objects");
  return verb("opt out", "opts out");
}

/** A setting, form or message that stops a use only in part, or may be refused. */
const isPartial = ({ kind }: Control): boolean => ["setting", "form", "email"].includes(kind);

/** What it means for a person who does nothing, after what is done. */
function conditionOf(part: HeadlinePart, context: Context): string {
  switch (part.verdict) {
    case "on-by-default":
      return ` unless ${actionFor(part, context)}`;
    case "asked":
      return practicesOf(part, context).every((p) => p.defaultState === "asked-on")
        ? " unless you refuse when it asks you"
        : " only after asking you";
    case "off-by-default":
      return " only if you agree";
    case "no-choice":
      return practicesOf(part, context).some((p) => p.controls.some(isPartial))
        ? ", and you cannot fully opt out"
        : ", and you cannot opt out";
    default:
      return practicesOf(part, context).every((p) => p.controls.some(stops))
        ? "; you can stop it, but the default is not stated"
        : "; whether you can opt out is not stated";
  }
}

/** The models of a denial beside a use of the same data. */
const modelsOf = (part: HeadlinePart, context: Context): string =>
  practicesOf(part, context).every((p) => p.model === "generative") ? "generative AI" : "AI";

/** Where a part is in the headline. */
interface Position {
  /** Is it the first sentence? */
  first: boolean;
  /** The part before it. */
  before: HeadlinePart | undefined;
}

/** A part as a sentence. A permission is never said like a practice. */
function partInWords(part: HeadlinePart, { first, before }: Position, context: Context): string {
  const subject = first ? context.name : "It";
  const also = first || before === undefined || before.verdict === "not-used" ? "" : "also ";
  if (part.verdict === "not-used")
    return `${subject} ${also}says that it does not train ${modelsOf(part, context)} with ${dataOf(part, context)}.`;
  const use = useOf(part, before, context);
  const condition = conditionOf(part, context);
  if (part.certainty === "practised") return `${subject} ${also}${use}${condition}.`;
  const [verb, ...rest] = use.split(" ");
  const allowed = `${String(verb).replace(/s$/, "")} ${rest.join(" ")}`;
  const terms = first ? `The terms of ${context.name}` : "Its terms";
  return `${terms} ${also}allow it to ${allowed}${condition}. It has not said that it does.`;
}

/** The data that the platform denies to use: what the denials name, else the kinds. */
function deniedData(kinds: readonly Kind[], context: Context): string {
  const denials = [...context.practices.values()].filter(
    (p) =>
      p.verdict === "not-used" &&
      p.by === "own" &&
      p.onlyModels === null &&
      p.kinds.some((k) => kinds.includes(k)),
  );
  const subjects = denials.map((p) => p.subject).filter((subject) => subject !== null);
  if (denials.length > 0 && subjects.length === denials.length)
    return listInWords([...new Set(subjects)], "or");
  const named = [...new Set(denials.flatMap((p) => p.data?.includes ?? []))];
  const exact = denials.length > 0 && denials.every((p) => (p.data?.includes.length ?? 0) > 0);
  return exact ? listInWords(named.map(dataInWords), "or") : kindsInSentence(kinds, context, "or");
}

/** What the terms permit with other content, beside what is practised. */
function permittedInWords({ permitted }: Headline, context: Context): string {
  if (permitted.length === 0) return "";
  const data = permitted.map((part) => {
    const subjects = practicesOf(part, context).map((p) => p.subject);
    return subjects.every((subject) => subject !== null)
      ? listInWords([...new Set(subjects)])
      : kindsInSentence(part.kinds, context);
  });
  return `Its terms also allow AI training with ${listInWords(data)}; it has not said that it does this.`;
}

/** Kinds about which nothing is stated, beside those with an answer. */
const silentInWords = ({ silent }: Headline, context: Context): string =>
  silent.length === 0
    ? ""
    : `The documents we read do not say whether it trains AI with ${kindsInSentence(silent, context, "or")}.`;

/** Denials that are limited to some models. */
const limitedDenials = (subject: string, context: Context): string[] =>
  [...context.practices.values()]
    .filter((p) => p.by === "own" && p.onlyModels !== null)
    .map((p) => {
      const data = p.subject ?? kindsInSentence(p.kinds, context, "or");
      return `${subject} says that it does not train ${p.onlyModels} with ${data}.`;
    });

/** Nothing stated: the documents are silent, or have a licence that does not mention AI. */
function silence(context: Context): string {
  const own = [...context.practices.values()].filter((p) => p.by === "own");
  const limited = limitedDenials(context.name, context);
  const data = limited.length > 0 ? "other AI with it" : "AI with your own data";
  const subject = limited.length > 0 ? "it" : context.name;
  const ranking = [...context.practices.values()].some(
    (p) => p.by === "other-models" && p.certainty === "practised",
  );
  const web = own.find((p) => p.kinds.includes("from-others") && p.certainty === "practised");
  return joinPresent([
    ...limited,
    `The documents we read do not say whether ${subject} trains ${data}.`,
    own.some((p) => p.certainty === "general-licence") && "Its terms would allow it, without mentioning AI.",
    ranking && "It trains models that rank, recommend or classify.",
    web && "It trains its AI with public data from the web, in which you may appear.",
  ]);
}

/** "AI", or "generative AI" where other models are trained with the same data. */
function deniedModels(kinds: readonly Kind[], context: Context): string {
  const others = [...context.practices.values()].some(
    (p) => p.by === "other-models" && p.certainty !== null && p.kinds.some((kind) => kinds.includes(kind)),
  );
  return others ? "generative AI" : "AI";
}

/** The kinds that are not used, unless a part has said it of the same practices. */
function exceptInWords({ except, split }: Headline, context: Context): string {
  if (except.length === 0) return "";
  const said = new Set(split.filter((p) => p.verdict === "not-used").flatMap((p) => p.practices));
  const denying = [...context.practices.values()].filter(
    (p) => p.verdict === "not-used" && p.by === "own" && p.kinds.some((kind) => except.includes(kind)),
  );
  if (denying.length > 0 && denying.every((p) => said.has(p.id))) return "";
  return `It says that it does not use ${deniedData(except, context)}.`;
}

function headlineInWords(headline: Headline, context: Context): string {
  const { name } = context;
  if (headline.verdict === "disputed")
    return `The documents of ${name} contradict each other on whether it trains AI with your data.`;
  if (headline.lead === null) return silence(context);
  if (headline.verdict === "not-used") {
    const models = deniedModels(headline.except, context);
    return joinPresent([
      `${name} says that it does not train ${models} with ${deniedData(headline.except, context)}.`,
      silentInWords(headline, context),
    ]);
  }
  // A denial comes before what is only permitted, and after what is done.
  const practised = headline.split[0]?.certainty === "practised";
  const limited = limitedDenials(practised ? "It" : name, context);
  const first = practised || limited.length === 0;
  const parts = headline.split.map((part, i) =>
    partInWords(part, { first: first && i === 0, before: headline.split[i - 1] }, context),
  );
  return joinPresent([
    ...(practised ? [...parts, ...limited] : [...limited, ...parts]),
    permittedInWords(headline, context),
    exceptInWords(headline, context),
    silentInWords(headline, context),
  ]);
}

/** The headline in plain English: `LinkedIn trains its AI with what you publish unless you switch it off.` */
export function headlineSentence(
  platform: Pick<Platform, "name" | "category" | "withdrawn">,
  resolved: Resolved,
): string {
  if (isWithdrawn(platform, resolved.audience.asOf)) return withdrawalSentence(platform);
  const kinds = resolved.headline.split.flatMap((part) => part.kinds.map((kind) => `${part.by} ${kind}`));
  const twice = kinds.filter((kind, i) => kinds.indexOf(kind) !== i);
  return headlineInWords(resolved.headline, {
    name: platform.name,
    category: platform.category,
    practices: new Map(resolved.practices.map((p) => [p.id, p])),
    repeated: new Set(twice.map((key) => key.split(" ")[1] as Kind)),
  });
}
