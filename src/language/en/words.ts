import {
  type ACCOUNT,
  type ACTOR,
  type AGE,
  type Audience,
  type CATEGORY,
  type CERTAINTY,
  type CONTROL_KIND,
  type CONTROL_SCOPE,
  type DATA_CATEGORY,
  type DEFAULT,
  type EFFECT,
  type EVENT_TYPE,
  type FRICTION,
  type GRADE,
  type LEGAL_BASIS,
  type PLAN,
  type PURPOSE,
  type RECIPIENT,
  type RIGHT,
  regionName,
  type SOURCE_KIND,
  type USE,
  type VERDICT,
  type When,
} from "../../model/index.ts";
import { compactRegions } from "../../policy/space/segments.ts";

/*
 * The words in which answers are told to people: one place for the pages, the commands and
 * the reviews, so that the same fact reads the same everywhere. Every table is complete by
 * its type: a new term does not compile until it has its words.
 */

type Words<V> = Readonly<Record<keyof V, string>>;

/** Makes a function that says a term in words. */
const saying =
  <V>(words: Words<V>) =>
  (term: keyof V): string =>
    words[term];

/** A list as people write it: `a, b and c`. */
export const listInWords = (items: readonly string[], last: "and" | "or" = "and"): string =>
  items.length < 2 ? (items[0] ?? "") : `${items.slice(0, -1).join(", ")} ${last} ${items.at(-1)}`;

/** The same words at the beginning of a sentence. */
export const sentenceCase = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

/** Words as a sentence: with a full stop, unless they end with one (`X Corp.`). */
export const fullStop = (words: string): string => (/[.!?]$/.test(words) ? words : `${words}.`);

/** A number of things: `1 step`, `3 steps`. */
export const countInWords = (count: number, one: string, many = `${one}s`): string =>
  `${count} ${count === 1 ? one : many}`;

/* Answers ------------------------------------------------------------------------------- */

/** A verdict, short: `on by default`. */
export const verdictInWords = saying<typeof VERDICT>({
  "no-choice": "no choice",
  "on-by-default": "on by default",
  disputed: "disputed",
  asked: "asked first",
  "off-by-default": "off by default",
  "not-stated": "not stated",
  "not-used": "not used",
});

/** How firmly a use is known. */
export const certaintyInWords = saying<typeof CERTAINTY>({
  practised: "said to be done",
  permitted: "permitted, not said to be done",
});

/** A verdict with how firmly it is known: `on by default (permitted, not said to be done)`. */
export const answerInWords = ({
  verdict,
  certainty,
}: {
  verdict: keyof typeof VERDICT;
  certainty: keyof typeof CERTAINTY | null;
}): string =>
  certainty === "permitted"
    ? `${verdictInWords(verdict)} (${certaintyInWords(certainty)})`
    : verdictInWords(verdict);

/** What the documents say of a use. */
export const useInWords = saying<typeof USE>({
  uses: "said to be done",
  "may-use": "permitted, not said to be done",
  "does-not-use": "said not to be done",
  "not-stated": "not stated",
  disputed: "disputed",
});

/** What happens to somebody who does nothing. */
export const defaultInWords = saying<typeof DEFAULT>({
  on: "on by default",
  off: "off by default",
  asked: "asked first, with nothing preselected",
  "asked-on": "asked first, with yes preselected",
  "no-choice": "no choice",
  "not-stated": "default not stated",
});

/** What a use is for. */
export const purposeInWords = saying<typeof PURPOSE>({
  "train-generative-ai": "training of generative AI",
  "train-predictive-ai": "training of AI that ranks, recommends or classifies",
  "human-review": "reading by people in order to improve AI",
  "license-to-third-parties": "sale or licensing to other companies for AI training",
  "share-with-affiliates": "sharing with companies of the same group for AI training",
  "allow-third-party-crawlers": "collection by outsiders' crawlers for AI training",
  "fine-tune-customer-model": "a model for one customer alone",
  "evaluate-ai": "measuring and testing of AI",
  "safety-review": "review for safety and against abuse",
  "ai-feature-processing": "AI features that answer their user",
  "personalise-with-ai": "personalisation by AI",
});

/** Who gets to use the data; `operator` is better named by its name. */
export const recipientInWords = saying<typeof RECIPIENT>({
  operator: "the company that runs it",
  affiliates: "companies of the same group",
  partners: "companies under contract",
  "third-parties": "other companies",
  customer: "the business customer whose data it is",
  public: "anybody on the open web",
});

/** The legal basis that is claimed. */
export const legalBasisInWords = saying<typeof LEGAL_BASIS>({
  consent: "consent",
  contract: "a contract with the person",
  "legal-obligation": "a legal obligation",
  "legitimate-interests": "legitimate interests",
});

/** A kind of data. */
export const dataInWords = saying<typeof DATA_CATEGORY>({
  profile: "profiles",
  posts: "posts",
  comments: "comments",
  "private-messages": "private messages",
  "public-content": "public content",
  "private-content": "content with a limited audience",
  prompts: "what is asked of the AI",
  outputs: "the AI's answers",
  feedback: "feedback on the AI's answers",
  uploads: "uploaded files",
  photos: "photos",
  videos: "videos",
  audio: "sound recordings",
  meetings: "meetings",
  "source-code": "source code",
  usage: "usage (views, clicks and the like)",
  "search-history": "searches",
  "purchase-history": "purchases",
  location: "location",
  device: "device data",
  contacts: "contacts",
  email: "e-mail",
  "job-applications": "job applications",
  "third-party-data": "data that others supply",
  "web-data": "data from the open web",
  "customer-content": "what a customer's users put into a workspace",
  "deidentified-data": "de-identified data",
  "sensitive-data": "sensitive data (health, beliefs and the like)",
  "minors-data": "data of minors",
  "payment-data": "payment data",
});

/* People -------------------------------------------------------------------------------- */

type Values<T> = T | readonly T[];

/** People, as far as they are narrowed: a facet that is left out is not spoken of. `region: null` is the rest of the world. */
export interface People {
  region?: Values<Audience["region"]> | undefined;
  plan?: Values<Audience["plan"]> | undefined;
  age?: Values<Audience["age"]> | undefined;
  account?: Values<Audience["account"]> | undefined;
}

const listed = <T>(values: Values<T> | undefined): readonly T[] =>
  values === undefined ? [] : Array.isArray(values) ? values : [values as T];

/* The short style has “Hong Kong” for “Hong Kong SAR China”, but “US” and “UK” too. */
const countryNames = new Intl.DisplayNames("en", { type: "region", style: "short", fallback: "none" });
const NAMED: Readonly<Record<string, string>> = {
  EU: "the EU",
  EEA: "the EEA",
  GB: "the United Kingdom",
  US: "the United States",
};
/** Countries that take an article besides those whose names say it. */
const WITH_ARTICLE = ["AE", "BS", "BQ", "GM", "KM", "MV", "NL", "PH"];
const TAKES_ARTICLE = /^(U\.S\.|British|Isle) |(Islands|Republic|Territor(y|ies))$/;

/** A region in running text: `Germany`, `the United States`, `California (US)`, `the EEA`; `the rest of the world` for null. */
export function regionInWords(code: string | null): string {
  if (code === null) return "the rest of the world";
  const named = NAMED[code];
  if (named) return named;
  const [country = "", subdivision] = code.split("-");
  if (subdivision !== undefined) return `${regionName(code) ?? code} (${country})`;
  const name = countryNames.of(country) ?? regionName(code) ?? code;
  return WITH_ARTICLE.includes(code) || TAKES_ARTICLE.test(name) ? `the ${name}` : name;
}

/** Regions in running text, groups first and whole groups by their names: `the EEA, Switzerland and the United Kingdom`. */
export function regionsInWords(codes: readonly (string | null)[]): string {
  const groups = codes.filter((c) => c === "EU" || c === "EEA");
  const rest = codes.filter((c) => c !== "EU" && c !== "EEA");
  const places = [...new Set([...groups, ...compactRegions(rest)])];
  return listInWords([...places.map(regionInWords), ...(codes.includes(null) ? [regionInWords(null)] : [])]);
}

/** A plan. */
export const planInWords = saying<typeof PLAN>({
  free: "the free plan",
  paid: "a paid plan",
  business: "a business plan",
  enterprise: "an enterprise plan",
  education: "an education plan",
  api: "the API",
});

/** Plans after “on”: `the free plan or a business or enterprise plan`. */
export function plansInWords(plans: readonly Audience["plan"][]): string {
  const kinds = plans.filter((plan) => plan !== "free" && plan !== "api");
  const article = kinds[0] === undefined ? "" : planInWords(kinds[0]).split(" ")[0];
  const some = kinds.length > 0 ? [`${article} ${listInWords(kinds, "or")} plan`] : [];
  return listInWords(
    [
      ...plans.filter((plan) => plan === "free").map(planInWords),
      ...some,
      ...plans.filter((plan) => plan === "api").map(planInWords),
    ],
    "or",
  );
}

/** An age, as the people who have it. */
export const ageInWords = saying<typeof AGE>({ minor: "minors", adult: "adults" });

/** How people stand to the platform, after the people: `adults without an account`. */
export const accountInWords = saying<typeof ACCOUNT>({
  "signed-in": "with an account",
  "signed-out": "without an account",
  "non-user": "who do not use it",
});

/** People in words: `adults in Germany on the free plan`; `everybody` where nothing narrows them. */
export function audienceInWords({ region, plan, age, account }: People): string {
  const [regions, plans, ages, accounts] = [listed(region), listed(plan), listed(age), listed(account)];
  const people = ages.length === 1 ? ages.map(ageInWords).join() : "people";
  const parts = [
    regions.length > 0 ? ` in ${regionsInWords(regions)}` : "",
    plans.length > 0 ? ` on ${plansInWords(plans)}` : "",
    accounts.length > 0 ? ` ${listInWords(accounts.map(accountInWords), "or")}` : "",
  ].join("");
  return people === "people" && parts === "" ? "everybody" : `${people}${parts}`;
}

/** The people of a condition. */
export const peopleOf = (when: When | undefined): People => ({
  region: when?.regions,
  plan: when?.plans,
  age: when?.age,
  account: when?.account,
});

/** A condition in words: `people in the EEA and Switzerland, from 3 November 2025`. */
export const whenInWords = (when: When | undefined): string =>
  [audienceInWords(peopleOf(when)), periodInWords(when?.from, when?.until)]
    .filter((x) => x !== "")
    .join(", ");

/* Days ---------------------------------------------------------------------------------- */

const DATE_FORMS: Readonly<Record<number, Intl.DateTimeFormatOptions>> = {
  4: { year: "numeric" },
  7: { month: "long", year: "numeric" },
  10: { day: "numeric", month: "long", year: "numeric" },
};

/** A date as precise as it is known: `3 November 2025`, `November 2025`, `2025`. */
export const dateInWords = (date: string): string =>
  new Intl.DateTimeFormat("en-GB", { ...DATE_FORMS[date.length], timeZone: "UTC" }).format(new Date(date));

/** A date after a preposition that fits: `on 3 November 2025`, `in November 2025`. */
export const onDateInWords = (date: string): string =>
  `${date.length === 10 ? "on" : "in"} ${dateInWords(date)}`;

/** A half-open time: `from 3 November 2025`, `until 2026`; empty for always. */
export const periodInWords = (from: string | undefined, until: string | undefined): string =>
  [
    from === undefined ? "" : `from ${dateInWords(from)}`,
    until === undefined ? "" : `until ${dateInWords(until)}`,
  ]
    .filter((x) => x !== "")
    .join(" ");

/** A number of days: `12 days`, `about 5 months`, `about 3 years`. */
export function daysInWords(days: number): string {
  if (days < 60) return countInWords(days, "day");
  if (days < 730) return `about ${Math.round(days / 30.44)} months`;
  return `about ${Math.round(days / 365.25)} years`;
}

/* Controls ------------------------------------------------------------------------------ */

/** What sort of control it is, with an article. */
export const controlKindInWords = saying<typeof CONTROL_KIND>({
  setting: "a setting",
  form: "a form",
  email: "a message by e-mail",
  visibility: "hiding or deleting content",
  "account-deletion": "leaving the platform",
  signal: "a machine-readable signal",
  contract: "another contract or plan",
});

/** Who can act. */
export const actorInWords = saying<typeof ACTOR>({
  user: "you",
  admin: "an administrator",
  owner: "an owner",
  guardian: "a parent or guardian",
});

/** How far a control reaches. */
export const scopeInWords = saying<typeof CONTROL_SCOPE>({
  account: "the whole account",
  workspace: "the whole workspace",
  site: "one site, community or channel",
  item: "one item",
  conversation: "one conversation",
  device: "one device or browser",
});

/** What a control does to data that was used already, as a sentence. */
export const effectInWords = saying<typeof EFFECT>({
  kept: "What was trained already stays trained.",
  removed: "It reaches back: what was used already is taken out, or the model is retrained.",
  "left-out-of-next-training": "Data collected earlier is left out when the next model is trained.",
  "partners-asked": "Partners are asked to honour it.",
  "not-stated": "What happens to data that was used already is not stated.",
});

/** What makes a control harder than it looks, as a clause: `it needs an account`. */
export const frictionInWords = saying<typeof FRICTION>({
  "needs-account": "it needs an account",
  "needs-payment": "it costs money",
  "may-be-refused": "it may be refused",
  "several-forms": "more than one form or switch is needed",
  "not-in-app": "it cannot be done in the app",
  "app-only": "it can be done only in the app",
  "repeat-per-device": "it must be repeated on each device or browser",
  "repeat-per-item": "it must be repeated for each item",
  "label-misleads": "its label says something else than what it does",
  "needs-admin": "only somebody else, such as an administrator, can do it",
  "loses-features": "functions of the product are lost",
  "needs-reason": "it asks for reasons or proof",
  deadline: "it had to be done before a date to have its full effect",
  "needs-identification": "it asks for proof of identity",
});

/** The right that a control exercises. */
export const rightInWords = saying<typeof RIGHT>({
  "GDPR-A7-3": "withdrawing consent (GDPR, Art. 7(3))",
  "GDPR-A15": "access (GDPR, Art. 15)",
  "GDPR-A17": "erasure (GDPR, Art. 17)",
  "GDPR-A18": "restriction (GDPR, Art. 18)",
  "GDPR-A21": "objection (GDPR, Art. 21)",
  "UK-GDPR-A21": "objection (UK GDPR, Art. 21)",
  "CCPA-opt-out": "opt-out of sale or sharing (California)",
  "US-state-opt-out": "opt-out under a US state's law",
});

/* Platforms, events and evidence ------------------------------------------------------------------- */

/** What a platform mainly is, with an article. */
export const categoryInWords = saying<typeof CATEGORY>({
  "social-network": "a social network",
  messaging: "a messaging service",
  "media-sharing": "a service for sharing media",
  "questions-and-answers": "a site for questions and answers",
  "ai-assistant": "an AI assistant",
  "ai-maker": "a maker of images, sound, video or text with AI",
  work: "a tool for organisations",
  code: "a tool for programmers",
  creative: "a service for makers",
  shopping: "a place of trade",
  travel: "a travel service",
  finance: "a financial service",
  dating: "a dating service",
  health: "a service for health and fitness",
  home: "a service for homes, devices or cars",
  games: "a service for games",
  education: "a service for learning",
  mail: "a mail service",
  storage: "a service for keeping files",
  browser: "a browser or search engine",
  publishing: "a publisher",
});

/** What happened. */
export const eventTypeInWords = saying<typeof EVENT_TYPE>({
  "training-began": "training began",
  "training-paused": "training paused",
  "training-ended": "training ended",
  "terms-changed": "terms changed",
  "control-added": "control added",
  "control-removed": "control removed",
  "control-moved": "control moved",
  "default-changed": "default changed",
  "region-added": "regions added",
  "region-removed": "regions removed",
  announced: "announced",
  "licensing-deal": "licensing deal",
  "regulator-action": "regulator",
  "court-action": "court",
  reported: "reported",
  clarified: "clarified",
});

/** What sort of document a source is. */
export const sourceKindInWords = saying<typeof SOURCE_KIND>({
  policy: "policy",
  terms: "terms",
  help: "help page",
  announcement: "announcement",
  settings: "settings page",
  regulator: "authority",
  court: "court document",
  news: "press",
  research: "research",
});

/** How well a fact is evidenced; null is not at all. */
export const gradeInWords = (grade: keyof typeof GRADE | null): string =>
  grade === null
    ? "no evidence"
    : {
        A: "the platform's own words, archived and fingerprinted",
        B: "the platform's own words, without an archived passage",
        C: "reports of others only",
      }[grade];
