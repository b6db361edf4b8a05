import type {
  ACTOR,
  CATEGORY,
  CELL,
  CERTAINTY,
  CHANGE_CLASS,
  CONTROL_KIND,
  CONTROL_SCOPE,
  DATA_CATEGORY,
  DATA_USE,
  DEFAULT_STATE,
  DOMAIN_ROLE,
  EFFECT,
  EVENT_TYPE,
  FRICTION,
  GRADE,
  KIND,
  LEGAL_BASIS,
  MODEL,
  PROTECTS,
  PROTECTS_WHEN,
  PURPOSE,
  RECIPIENT,
  RIGHT,
  SOURCE_KIND,
  VERDICT,
  WITHDRAWAL,
} from "../../model/index.ts";
import { saying } from "../words.ts";

/*
 * The words for the terms of the vocabularies: one place for pages, commands and reviews, so that the
 * same fact reads the same everywhere. Every table is complete by its type (words.ts).
 */

/** A verdict, short: `on by default`. */
export const verdictInWords = saying<typeof VERDICT>({
  "no-choice": "no choice",
  mixed: "mixed",
  "on-by-default": "on by default",
  disputed: "disputed",
  asked: "asked first",
  "off-by-default": "off by default",
  "not-stated": "not stated",
  "not-used": "not used",
});

/** How firmly a use is known. */
export const certaintyInWords = saying<typeof CERTAINTY>({
  practised: "confirmed by the company",
  permitted: "allowed by its terms, not confirmed",
  "general-licence": "the terms would allow it; AI is not mentioned",
});

/**
 * A verdict with how firmly it is known: `on by default (allowed by its terms, not confirmed)`. Of a use whose
 * default is not stated, that is said: `used, default not stated`.
 */
export const answerInWords = ({
  verdict,
  certainty,
}: {
  verdict: keyof typeof VERDICT;
  certainty: keyof typeof CERTAINTY | null;
}): string => {
  if (certainty === null) return verdictInWords(verdict);
  const words = verdict === "not-stated" ? "default not stated" : verdictInWords(verdict);
  if (certainty === "practised") return verdict === "not-stated" ? `used, ${words}` : words;
  return `${words} (${certaintyInWords(certainty)})`;
};

/** What the documents say about a use. */
export const dataUseInWords = saying<typeof DATA_USE>({
  uses: "confirmed by the company",
  "may-use": "allowed by its terms, not confirmed",
  "does-not-use": "denied by the company",
  "not-stated": "not stated",
  disputed: "disputed",
});

/** What happens to a person who does nothing. */
export const defaultInWords = saying<typeof DEFAULT_STATE>({
  on: "on by default",
  off: "off by default",
  asked: "asked first, with nothing preselected",
  "asked-on": "asked first, with yes preselected",
  "no-choice": "no choice",
  "not-stated": "default not stated",
});

/** What a use is for. */
export const purposeInWords = saying<typeof PURPOSE>({
  "train-ai": "training AI",
  "human-review": "human review to improve AI",
  "license-to-third-parties": "sale or licensing to other companies for AI training",
  "share-with-affiliates": "sharing with companies of the same group for AI training",
  "allow-third-party-crawlers": "collection by outsiders' crawlers for AI training",
  "fine-tune-customer-model": "a model for one customer only",
  "evaluate-ai": "evaluating and testing AI",
  "safety-review": "safety and abuse review",
  "ai-feature-processing": "AI features that respond to the user",
  "personalise-with-ai": "personalisation with AI",
});

/** What kind of model a use is for. */
export const modelInWords = saying<typeof MODEL>({
  generative: "generative models",
  other: "models that rank, recommend, classify or detect",
  unstated: "models of a kind that the documents do not specify",
});

/** A kind of data, as a heading. */
export const kindInWords = saying<typeof KIND>({
  "ai-interactions": "AI chats",
  published: "Published content",
  messages: "Private messages",
  files: "Files",
  activity: "Activity",
  account: "Account details",
  "from-others": "Data from others",
});

/** Who trains, as a heading. */
export const cellInWords = saying<typeof CELL>({
  own: "its own AI",
  others: "AI of others",
  crawlers: "outside crawlers",
  "other-models": "ranking and other models",
});

/** Who gets to use the data; `operator` is better named by its name. */
export const recipientInWords = saying<typeof RECIPIENT>({
  operator: "the company that runs it",
  affiliates: "companies of the same group",
  partners: "companies under contract",
  "third-parties": "other companies",
  customer: "the business customer whose data it is",
  public: "anyone on the open web",
});

/** The legal basis that is claimed. */
export const legalBasisInWords = saying<typeof LEGAL_BASIS>({
  consent: "consent",
  contract: "a contract with the person",
  "legal-obligation": "a legal obligation",
  "legitimate-interests": "legitimate interests",
});

/** A category of data. */
export const dataInWords = saying<typeof DATA_CATEGORY>({
  profile: "profiles",
  posts: "posts",
  comments: "comments",
  "private-messages": "private messages",
  "public-content": "public content",
  "private-content": "content with a limited audience",
  prompts: "prompts to the AI",
  outputs: "the AI's answers",
  feedback: "feedback on the AI's answers",
  uploads: "uploaded files",
  photos: "photos",
  videos: "videos",
  audio: "audio recordings",
  meetings: "meetings",
  "source-code": "source code",
  usage: "usage data (views, clicks and similar)",
  "search-history": "searches",
  "purchase-history": "purchases",
  location: "location",
  device: "device data",
  contacts: "contacts",
  email: "email",
  "job-applications": "job applications",
  support: "support requests",
  "third-party-data": "data supplied by others",
  "web-data": "data from the open web",
  "customer-content": "content in a customer's workspace",
  "deidentified-data": "de-identified data",
  "sensitive-data": "sensitive data (health, beliefs and similar)",
  "minors-data": "data of minors",
  "payment-data": "payment data",
});

/** The kind of control, with an article. */
export const controlKindInWords = saying<typeof CONTROL_KIND>({
  setting: "a setting",
  form: "a form",
  email: "an email",
  visibility: "hiding or deleting content",
  "account-deletion": "leaving the platform",
  signal: "a machine-readable signal",
  contract: "a different contract or plan",
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

/** How much a control stops. */
export const protectsInWords = saying<typeof PROTECTS>({
  fully: "it stops this use",
  partly: "it stops a part of this use",
});

/** The position of a switch that protects. */
export const protectsWhenInWords = saying<typeof PROTECTS_WHEN>({ on: "switched on", off: "switched off" });

/** What a control does to data already used, as a sentence. */
export const effectInWords = saying<typeof EFFECT>({
  kept: "Models that are already trained are not changed.",
  removed: "It also applies to the past: data already used is removed, or the model is retrained.",
  "left-out-of-next-training": "Data collected earlier is excluded from the next training.",
  "partners-asked": "Partners are asked to honour it.",
  "not-stated": "What happens to data already used is not stated.",
});

/** What makes a control harder than it looks, as a clause: `it needs an account`. */
export const frictionInWords = saying<typeof FRICTION>({
  "needs-account": "it needs an account",
  "needs-payment": "it costs money",
  "may-be-refused": "the platform may refuse",
  "several-forms": "more than one form or switch is needed",
  "not-in-app": "it cannot be done in the app",
  "app-only": "it can be done only in the app",
  "repeat-per-device": "it must be repeated on each device or browser",
  "repeat-per-item": "it must be repeated for each item",
  "label-misleads": "its label does not match what it does",
  "needs-admin": "only someone else, such as an administrator, can do it",
  "loses-features": "some product features stop working",
  "needs-reason": "it asks for reasons or proof",
  deadline: "it had to be done by a deadline to have its full effect",
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

/** What a platform mainly is, with an article. */
export const categoryInWords = saying<typeof CATEGORY>({
  "social-network": "a social network",
  messaging: "a messaging service",
  "media-sharing": "a media-sharing service",
  "questions-and-answers": "a question-and-answer site",
  "ai-assistant": "an AI assistant",
  "ai-maker": "an AI generator of images, sound, video or text",
  work: "a tool for organisations",
  code: "a developer tool",
  creative: "a creative service",
  shopping: "an online shop or marketplace",
  travel: "a travel service",
  finance: "a financial service",
  dating: "a dating service",
  health: "a health and fitness service",
  home: "a home, device or car service",
  games: "a games service",
  education: "a learning service",
  mail: "a mail service",
  storage: "a file storage service",
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

/** Why a record changed. */
export const changeClassInWords = saying<typeof CHANGE_CLASS>({
  policy: "the platform changed what it does or says",
  correction: "we corrected an error",
  evidence: "new or better evidence",
  editorial: "wording only",
});

/** The kind of document a source is. */
export const sourceKindInWords = saying<typeof SOURCE_KIND>({
  policy: "policy",
  terms: "terms",
  help: "help page",
  announcement: "announcement",
  settings: "settings page",
  regulator: "regulator",
  court: "court document",
  news: "press",
  research: "research",
});

/** What a host is for: `for developers`. */
export const domainRoleInWords = saying<typeof DOMAIN_ROLE>({
  main: "main site",
  country: "site for a country",
  short: "short links",
  app: "app",
  api: "for developers",
});

/** Why a record was withdrawn. */
export const withdrawalInWords = saying<typeof WITHDRAWAL>({
  closed: "it no longer exists",
  merged: "it became a part of another one",
  split: "it became several",
  duplicate: "another record is about the same thing",
  "out-of-scope": "it is outside what the dataset is about",
  unsupported: "its statements cannot be supported by evidence",
});

/** How well a fact is evidenced; null is not at all. */
export const gradeInWords = (grade: keyof typeof GRADE | null): string =>
  grade === null
    ? "no evidence"
    : {
        A: "the platform's own words, archived and fingerprinted",
        B: "the platform's own words, without an archived passage",
        C: "reports by others only",
      }[grade];
