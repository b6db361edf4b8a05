import { type CATEGORY, DATA_CATEGORY, type Platform } from "../../model/index.ts";
import type { Kind, ResolvedPractice } from "../../policy/answer.ts";
import type { Headline, HeadlinePart } from "../../policy/headline.ts";
import type { Resolved } from "../../policy/resolve.ts";
import { stops } from "../../policy/verdict.ts";
import { joinPresent, listInWords } from "../../text/lists.ts";
import { actorInWords, dataInWords } from "./terms.ts";

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
function useOf(part: HeadlinePart, before: readonly HeadlinePart[], context: Context): string {
  const data = isSameData(part, before.at(-1)) ? "this data" : dataOf(part, context);
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

/** What it means for a person who does nothing, after what is done. */
function conditionOf(part: HeadlinePart, context: Context): string {
  switch (part.verdict) {
    case "on-by-default":
      return ` unless ${actionFor(part, context)}`;
    case "asked":
      return " only after asking you";
    case "off-by-default":
      return " only if you agree";
    case "no-choice":
      return ", and you cannot opt out";
    default:
      return "; whether you can opt out is not stated";
  }
}

/** The models of a denial beside a use of the same data. */
const modelsOf = (part: HeadlinePart, context: Context): string =>
  practicesOf(part, context).every((p) => p.model === "generative") ? "generative AI" : "AI";

/** A part as a sentence. A permission is never said like a practice. */
function partInWords(part: HeadlinePart, before: readonly HeadlinePart[], context: Context): string {
  const first = before.length === 0;
  const [subject, also] = first
    ? [context.name, ""]
    : ["It", before.at(-1)?.verdict === "not-used" ? "" : "also "];
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

/** Kinds about which nothing is stated, beside those with an answer. */
const silentInWords = ({ silent }: Headline, context: Context): string =>
  silent.length === 0
    ? ""
    : `It does not say whether it trains AI with ${kindsInSentence(silent, context, "or")}.`;

/** A denial that is limited to some models. */
function limitedDenial(context: Context): string | undefined {
  const limited = [...context.practices.values()].find((p) => p.by === "own" && p.onlyModels !== null);
  if (!limited) return undefined;
  const data = kindsInSentence(limited.kinds, context);
  return `${context.name} says that it does not train ${limited.onlyModels} with ${data}; whether it trains other AI with it is not stated.`;
}

/** Nothing stated: the documents are silent, or have a licence that does not mention AI. */
function silence(context: Context): string {
  const own = [...context.practices.values()].filter((p) => p.by === "own");
  const web = own.find((p) => p.kinds.includes("from-others") && p.certainty === "practised");
  const licence = own.some((p) => p.certainty === "general-licence")
    ? "; its terms would allow it, without mentioning AI"
    : "";
  return joinPresent([
    `${context.name} does not say whether it trains AI with your own data${licence}.`,
    web && "It trains its AI with public data from the web, in which you may appear.",
  ]);
}

function headlineInWords(headline: Headline, context: Context): string {
  if (headline.verdict === "disputed")
    return `The documents of ${context.name} contradict each other on whether it trains AI with your data.`;
  if (headline.lead === null) return limitedDenial(context) ?? silence(context);
  if (headline.verdict === "not-used")
    return joinPresent([
      `${context.name} says that it does not train AI with ${deniedData(headline.except, context)}.`,
      silentInWords(headline, context),
    ]);
  return joinPresent([
    ...headline.split.map((part, i) => partInWords(part, headline.split.slice(0, i), context)),
    headline.except.length > 0 && `It says that it does not use ${deniedData(headline.except, context)}.`,
    silentInWords(headline, context),
  ]);
}

/** The headline in plain English: `LinkedIn trains its AI with what you publish unless you switch it off.` */
export function headlineSentence(platform: Pick<Platform, "name" | "category">, resolved: Resolved): string {
  const kinds = resolved.headline.split.flatMap((part) => part.kinds.map((kind) => `${part.by} ${kind}`));
  const twice = kinds.filter((kind, i) => kinds.indexOf(kind) !== i);
  return headlineInWords(resolved.headline, {
    name: platform.name,
    category: platform.category,
    practices: new Map(resolved.practices.map((p) => [p.id, p])),
    repeated: new Set(twice.map((key) => key.split(" ")[1] as Kind)),
  });
}
