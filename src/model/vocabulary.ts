import { aipref, dpv, gdpr, vocabulary } from "./term.ts";

/** What a use of data is for. {@link TRAINING_PURPOSES} lists those that count as training. */
export const PURPOSE = vocabulary({
  "train-ai": {
    definition:
      "The recipients train or fine-tune general models with people's data. `model` says what kind of model.",
    mappings: [dpv("ai#ModelTraining", "broad"), aipref("train-ai", "broad")],
  },
  "human-review": {
    definition:
      "People read or listen to the data in order to improve AI (annotators, reviewers), apart from handling abuse reports or support.",
    mappings: [dpv("dpv#HumanInvolvement", "broad")],
  },
  "license-to-third-parties": {
    definition:
      "Data is sold, licensed or given by contract to other companies so that they train AI with it.",
    mappings: [aipref("train-ai", "related")],
  },
  "share-with-affiliates": {
    definition: "Data goes to companies of the same group (or its parent's) so that they train AI with it.",
  },
  "allow-third-party-crawlers": {
    definition:
      "Outsiders' crawlers may collect public data for AI training: what robots.txt, headers or terms allow.",
    mappings: [aipref("train-ai", "related")],
  },
  "fine-tune-customer-model": {
    definition:
      "A model is trained or tuned with a customer's data for that customer only. Not general training.",
    mappings: [dpv("ai#ModelFineTuning", "broad")],
  },
  "evaluate-ai": { definition: "Data is used to measure or test models, not to train them." },
  "safety-review": {
    definition:
      "Data is kept, reviewed or used to train systems only for safety: against abuse, fraud or illegal content.",
  },
  "ai-feature-processing": {
    definition:
      "Data is processed so that an AI feature responds to the person who uses it. Not training; a switch for this is not an opt-out of training.",
  },
  "personalise-with-ai": {
    definition:
      "AI interactions shape what this person is shown (answers, feed, advertising), without a statement that they train a model.",
    mappings: [dpv("dpv#Personalisation", "broad")],
  },
});

/** The purposes that train models for general use. */
export const TRAINING_PURPOSES = [
  "train-ai",
  "license-to-third-parties",
  "share-with-affiliates",
  "allow-third-party-crawlers",
] as const satisfies readonly (keyof typeof PURPOSE)[];

/** What kind of model a use is for. */
export const MODEL = vocabulary({
  generative: {
    definition:
      "Models that generate text, images, sound, video or code: the documents say generative AI, large language models or foundation models, or name such a model or feature.",
  },
  other: {
    definition:
      "Models that rank, recommend, classify, detect or predict: feeds, advertising, search, moderation.",
  },
  unstated: {
    definition:
      "The documents do not say which: they mention AI or machine-learning models in general, or permit any use. Counted with generative models.",
  },
});

/** What a practice is about: kinds of data as people think of them. */
export const KIND = vocabulary({
  "ai-interactions": {
    definition:
      "What a person types, says or shows to an AI feature, its answers, and their ratings of the answers.",
  },
  published: {
    definition: "What everyone can see: posts, comments, reviews, public repositories and uploads.",
  },
  messages: {
    definition: "What a person writes or says to particular people: private messages, mail, calls, meetings.",
  },
  files: {
    definition:
      "What a person keeps, or shares with a few: documents, drafts, private repositories, closed groups, workspaces.",
  },
  activity: { definition: "What a person does: usage, searches, purchases, location, device." },
  account: {
    definition:
      "Who a person is to the platform: profile details, contacts, applications, payments, support requests.",
  },
  "from-others": { definition: "What others and the web say about a person." },
});

/** The kinds of which people think as their content. The headline is about these. */
export const CONTENT_KINDS = [
  "ai-interactions",
  "published",
  "messages",
  "files",
] as const satisfies readonly (keyof typeof KIND)[];

/** The kinds that people without an account can have without a rule that names them. */
export const KINDS_WITHOUT_ACCOUNT = {
  "signed-out": ["activity", "from-others"],
  "non-user": ["from-others"],
} as const satisfies Record<string, readonly (keyof typeof KIND)[]>;

/** Who trains, and what: the columns of an answer by kind of data. */
export const CELL = vocabulary({
  own: { definition: "The operator trains generative (or unspecified) models of its own." },
  others: {
    definition:
      "Others are given or sold the data to train generative (or unspecified) models: affiliates, partners, licensees.",
  },
  crawlers: { definition: "Outsiders' crawlers may collect it for AI training." },
  "other-models": { definition: "Models that rank, recommend, classify or detect, whoever trains them." },
});

/** Who gets to use the data. */
export const RECIPIENT = vocabulary({
  operator: { definition: "The company that runs the platform." },
  affiliates: { definition: "Other companies of the same group, parents and sisters." },
  partners: { definition: "Named or contracted companies: model vendors, licensees, sponsors." },
  "third-parties": {
    definition: "Others, not named or not bound by contract.",
    mappings: [dpv("dpv#ThirdParty", "close")],
  },
  customer: { definition: "The business customer whose data it is." },
  public: { definition: "Anyone who can reach the data on the open web." },
});

/** What the documents say about a use. Permission, practice and silence are three different facts. */
export const DATA_USE = vocabulary({
  uses: { definition: "The platform says that it does." },
  "may-use": { definition: "Its terms permit it, and nothing says that it does." },
  "does-not-use": { definition: "The platform says that it does not." },
  "not-stated": {
    definition: "The documents that were read do not say.",
    mappings: [dpv("dpv#UnknownApplicability", "related")],
  },
  disputed: { definition: "Its documents contradict each other, or a finding contradicts its documents." },
});

/** What happens to a person who does nothing. */
export const DEFAULT_STATE = vocabulary({
  on: {
    definition: "Used unless the person (or who holds the switch) acts.",
    mappings: [dpv("dpv#OptingOutFromProcess", "related")],
  },
  off: {
    definition: "Used only after the person acts.",
    mappings: [dpv("dpv#OptingInToProcess", "related")],
  },
  asked: { definition: "The person must choose before it starts, with nothing preselected." },
  "asked-on": { definition: "The person is asked, with yes preselected." },
  "no-choice": {
    definition: "Nothing that the person can do stops it.",
    mappings: [dpv("dpv#CannotOptOutFromProcess", "close")],
  },
  "not-stated": { definition: "The documents that were read do not say what the default is." },
});

/** The ground in law that the platform itself claims. */
export const LEGAL_BASIS = vocabulary({
  consent: {
    definition: "Consent of the person.",
    mappings: [gdpr("Art. 6(1)(a)"), dpv("legal/eu/gdpr#A6-1-a", "exact")],
  },
  contract: {
    definition: "Necessary for a contract with the person.",
    mappings: [gdpr("Art. 6(1)(b)"), dpv("legal/eu/gdpr#A6-1-b", "exact")],
  },
  "legal-obligation": {
    definition: "Required by law.",
    mappings: [gdpr("Art. 6(1)(c)"), dpv("legal/eu/gdpr#A6-1-c", "exact")],
  },
  "legitimate-interests": {
    definition: "Legitimate interests of the platform or of others.",
    mappings: [gdpr("Art. 6(1)(f)"), dpv("legal/eu/gdpr#A6-1-f", "exact")],
  },
});

/**
 * Categories of data that documents name. Each belongs to a kind, or is a `format` or a `qualifier`, which say
 * nothing about the kind.
 */
export const DATA_CATEGORY = vocabulary({
  profile: {
    definition:
      "Information people provide about themselves: name, picture, biography, work history, skills.",
    kind: "account",
  },
  posts: {
    definition: "What people publish: posts, articles, threads, pins, videos as posts.",
    mappings: [dpv("dpv#DataPublishedByDataSubject", "broad")],
    kind: "published",
  },
  comments: { definition: "Replies, comments, reactions, votes.", kind: "published" },
  "private-messages": { definition: "Messages between people that are not public.", kind: "messages" },
  "public-content": {
    definition: "Anything that is visible to everyone, in any form.",
    mappings: [dpv("dpv#PublicDataSource", "related")],
    kind: "published",
  },
  "private-content": {
    definition:
      "Content with a limited audience other than messages: private accounts, drafts, private repositories, closed groups.",
    kind: "files",
  },
  prompts: { definition: "What people type or say to an AI feature.", kind: "ai-interactions" },
  outputs: { definition: "What the AI answered.", kind: "ai-interactions" },
  feedback: { definition: "Ratings, reports and comments about AI answers.", kind: "ai-interactions" },
  uploads: { definition: "Files and documents given to the service.", kind: "format" },
  photos: { definition: "Pictures.", kind: "format" },
  videos: { definition: "Video.", kind: "format" },
  audio: { definition: "Recordings of sound and voice.", kind: "format" },
  meetings: {
    definition: "The content of calls and meetings: audio, video, transcripts, chat.",
    kind: "messages",
  },
  "source-code": { definition: "Code in repositories or editors.", kind: "format" },
  usage: {
    definition: "What people do: views, clicks, listening, watching, time, features used.",
    kind: "activity",
  },
  "search-history": { definition: "What people searched for.", kind: "activity" },
  "purchase-history": { definition: "What people bought or offered.", kind: "activity" },
  location: { definition: "Where people are or were.", kind: "activity" },
  device: { definition: "Device, browser and network data, identifiers.", kind: "activity" },
  contacts: { definition: "Address books and connections.", kind: "account" },
  email: { definition: "The content of mail.", kind: "messages" },
  "job-applications": {
    definition: "Applications, saved resumes, answers to recruiters' questions.",
    kind: "account",
  },
  support: { definition: "Requests to customer support and the correspondence about them.", kind: "account" },
  "third-party-data": {
    definition: "Data that others supply about a person: partners, advertisers, other users.",
    kind: "from-others",
  },
  "web-data": {
    definition: "Data collected from the open web.",
    mappings: [dpv("dpv#PublicDataSource", "close")],
    kind: "from-others",
  },
  "customer-content": {
    definition: "What a business customer's users put into a workspace: messages, files, boards.",
    kind: "files",
  },
  "deidentified-data": {
    definition: "Data from which identity was removed, or aggregates of it.",
    mappings: [dpv("dpv#AnonymisedData", "related")],
    kind: "qualifier",
  },
  "sensitive-data": {
    definition: "Special categories: health, beliefs, biometrics and similar.",
    mappings: [dpv("dpv#SpecialCategoryPersonalData", "close")],
    kind: "qualifier",
  },
  "minors-data": { definition: "Data of people below the age of majority.", kind: "qualifier" },
  "payment-data": { definition: "Card numbers, bank data, credentials, salaries.", kind: "account" },
});

/** Which plan a person or organisation is on. */
export const PLAN = vocabulary({
  free: { definition: "A personal account without payment." },
  paid: { definition: "A personal account with payment." },
  business: { definition: "An organisation's account bought by itself: team, business, pro workspaces." },
  enterprise: { definition: "An organisation's account under a negotiated or top-tier contract." },
  education: { definition: "Schools and universities." },
  api: { definition: "Access by programs under developer or commercial terms." },
});

/** How old the person is, by the platform's own limit for adults. */
export const AGE = vocabulary({
  minor: {
    definition:
      "Below the age of majority (or the age at which the platform treats people as adults, mostly 18).",
    mappings: [dpv("dpv#Child", "close")],
  },
  adult: { definition: "At or above that age.", mappings: [dpv("dpv#Adult", "close")] },
});

/** How the person stands to the platform. */
export const ACCOUNT = vocabulary({
  "signed-in": { definition: "Has an account and uses it." },
  "signed-out": { definition: "Visits or uses the service without an account." },
  "non-user": { definition: "Does not use it; others post about them, or it is collected elsewhere." },
});

/** What sort of thing a control is. */
export const CONTROL_KIND = vocabulary({
  setting: { definition: "A switch or choice in the product." },
  form: { definition: "A form to fill in and send." },
  email: { definition: "A message to an address." },
  visibility: { definition: "Making content private, deleting it, or choosing a private mode." },
  "account-deletion": { definition: "Leaving the platform." },
  signal: { definition: "A machine-readable signal: robots.txt, header, metadata." },
  contract: {
    definition: "An agreement to sign: data-processing agreement, enterprise terms, another plan.",
  },
});

/** Which position of a switch protects. */
export const PROTECTS_WHEN = vocabulary({
  on: { definition: "Protects when switched on (an inverted switch)." },
  off: { definition: "Protects when switched off." },
});

/** Who can act. */
export const ACTOR = vocabulary({
  user: { definition: "The person." },
  admin: { definition: "An administrator of the organisation." },
  owner: { definition: "The owner of the workspace, organisation, site or item." },
  guardian: { definition: "A parent or guardian." },
});

/** How far a control reaches. */
export const CONTROL_SCOPE = vocabulary({
  account: { definition: "All of one account." },
  workspace: { definition: "Everybody in a workspace or organisation." },
  site: { definition: "A site, blog, community or channel." },
  item: { definition: "One post, file, repository or video." },
  conversation: { definition: "One conversation with an AI." },
  device: { definition: "One device or browser." },
});

/** How much a control stops. Only `fully` makes a verdict better than no-choice. */
export const PROTECTS = vocabulary({
  fully: {
    definition:
      "Stops this use for all of the person's data in the control's scope, from then on (listed exceptions apart).",
  },
  partly: {
    definition: "Stops it for some data only, or may be refused for any reason, or costs the account.",
  },
});

/** What a control does to data that was used already. */
export const EFFECT = vocabulary({
  kept: { definition: "Nothing: what was trained stays trained." },
  removed: { definition: "Data is taken out of what was trained, or the model is retrained." },
  "left-out-of-next-training": {
    definition: "Data already collected is left out when the next model is trained.",
  },
  "partners-asked": { definition: "The platform asks partners to honour it." },
  "not-stated": { definition: "The documents do not say." },
});

/** What makes a control harder than it looks. */
export const FRICTION = vocabulary({
  "needs-account": { definition: "Works only with an account." },
  "needs-payment": { definition: "Works only on a plan that costs money." },
  "may-be-refused": { definition: "The platform decides about each request." },
  "several-forms": { definition: "More than one form or switch must be used." },
  "not-in-app": { definition: "Cannot be done in the app." },
  "app-only": { definition: "Can be done only in the app." },
  "repeat-per-device": { definition: "Must be repeated on each device or browser." },
  "repeat-per-item": { definition: "Must be repeated for each item or conversation." },
  "label-misleads": { definition: "The label says something else than what it does." },
  "needs-admin": { definition: "Only somebody else, such as an administrator, can do it." },
  "loses-features": { definition: "Costs functions of the product." },
  "needs-reason": { definition: "Asks the person to explain or prove something." },
  deadline: { definition: "Had to be done before a date to have its full effect." },
  "needs-identification": { definition: "Asks for proof of identity." },
});

/** Which right a control exercises. */
export const RIGHT = vocabulary({
  "GDPR-A7-3": {
    definition: "Withdrawing consent.",
    mappings: [gdpr("Art. 7(3)"), dpv("legal/eu/gdpr#A7-3", "exact")],
  },
  "GDPR-A15": { definition: "Access.", mappings: [gdpr("Art. 15"), dpv("legal/eu/gdpr#A15", "exact")] },
  "GDPR-A17": { definition: "Erasure.", mappings: [gdpr("Art. 17"), dpv("legal/eu/gdpr#A17", "exact")] },
  "GDPR-A18": {
    definition: "Restriction of processing.",
    mappings: [gdpr("Art. 18"), dpv("legal/eu/gdpr#A18", "exact")],
  },
  "GDPR-A21": { definition: "Objection.", mappings: [gdpr("Art. 21"), dpv("legal/eu/gdpr#A21", "exact")] },
  "UK-GDPR-A21": { definition: "Objection under the UK's GDPR." },
  "CCPA-opt-out": { definition: "Opt-out of sale or sharing under California law (Civ. Code 1798.120)." },
  "US-state-opt-out": { definition: "Opt-out under another US state's privacy law." },
});

/** What happened. */
export const EVENT_TYPE = vocabulary({
  "training-began": { definition: "Training with people's data began." },
  "training-paused": { definition: "Training was stopped for a time." },
  "training-ended": { definition: "Training ended." },
  "terms-changed": { definition: "A policy, terms or help page changed what it says about AI." },
  "control-added": { definition: "A control appeared." },
  "control-removed": { definition: "A control was removed." },
  "control-moved": { definition: "A control moved or was renamed." },
  "default-changed": { definition: "The default changed." },
  "region-added": { definition: "The use was extended to further regions." },
  "region-removed": { definition: "Regions were removed." },
  announced: { definition: "Something was announced for later." },
  "licensing-deal": { definition: "Data was sold or licensed for AI training." },
  "regulator-action": {
    definition: "An authority opened an inquiry, decided, ordered, fined or accepted undertakings.",
  },
  "court-action": { definition: "A suit was filed or a court decided." },
  reported: { definition: "Others reported or alleged something; not a finding." },
  clarified: { definition: "The platform explained itself without changing what it does." },
});

/** The kind of document a source is. */
export const SOURCE_KIND = vocabulary({
  policy: { definition: "A privacy policy or notice.", mappings: [dpv("dpv#PrivacyNotice", "close")] },
  terms: { definition: "Terms of service, commercial or product terms, data-processing agreements." },
  help: { definition: "A help-centre article or documentation." },
  announcement: { definition: "A post, release, letter or in-product notice by the platform." },
  settings: { definition: "The words of a settings page." },
  regulator: { definition: "A document of an authority." },
  court: { definition: "A court's document." },
  news: { definition: "A report by the press." },
  research: { definition: "A study or an investigation by others." },
});

/** The kinds that are the platform's own words; only these reach grades A and B. */
export const OWN_WORDS = [
  "policy",
  "terms",
  "help",
  "announcement",
  "settings",
] as const satisfies readonly (keyof typeof SOURCE_KIND)[];

/** What a platform mainly is. */
export const CATEGORY = vocabulary({
  "social-network": { definition: "People publish and follow." },
  messaging: { definition: "People write to each other." },
  "media-sharing": { definition: "Video, pictures and music." },
  "questions-and-answers": { definition: "People ask and answer." },
  "ai-assistant": { definition: "A general assistant." },
  "ai-maker": { definition: "Generates images, sound, video or text with AI, or serves models." },
  work: { definition: "Tools for organisations." },
  code: { definition: "Developer tools." },
  creative: { definition: "Tools and communities for creators." },
  shopping: { definition: "Online shops and marketplaces." },
  travel: { definition: "Travel and lodging." },
  finance: { definition: "Banking, payments and money." },
  dating: { definition: "Dating." },
  health: { definition: "Health and fitness." },
  home: { definition: "Smart homes, devices and cars." },
  games: { definition: "Games." },
  education: { definition: "Learning." },
  mail: { definition: "Email." },
  storage: { definition: "File storage and transfer." },
  browser: { definition: "Browsers and search." },
  publishing: { definition: "Newspapers, books, papers, reference works." },
});

/** What the answer means for one person, the most serious first. `mixed` is only an answer for several practices. */
export const VERDICT = vocabulary({
  "no-choice": {
    definition:
      "Used or may be used, and nothing this person (or anyone who acts for them) can do fully stops it.",
    mappings: [dpv("dpv#CannotOptOutFromProcess", "close")],
  },
  mixed: { definition: "Parts of the data have different answers; the parts are listed." },
  "on-by-default": {
    definition: "Used unless they act.",
    mappings: [dpv("dpv#OptingOutFromProcess", "related")],
  },
  disputed: { definition: "The documents contradict each other." },
  asked: { definition: "They are asked first; the default says whether yes is preselected." },
  "off-by-default": {
    definition: "Used only after they act.",
    mappings: [dpv("dpv#OptingInToProcess", "related")],
  },
  "not-stated": {
    definition:
      "The documents do not say whether it is used; or they do, and do not say what happens to a person who does nothing.",
  },
  "not-used": { definition: "The platform says that it is not used." },
});

/** How firmly a use is known. */
export const CERTAINTY = vocabulary({
  practised: { definition: "The platform says that it does it." },
  permitted: { definition: "Its terms permit it and mention AI or training; nothing says that it does it." },
  "general-licence": {
    definition: "Its terms permit any use and do not mention AI. Headlines count this as silence.",
  },
});

/** How well a fact is evidenced. */
export const GRADE = vocabulary({
  A: { definition: "The platform's own words, archived and fingerprinted." },
  B: { definition: "The platform's own words, without an archived and fingerprinted passage." },
  C: { definition: "Others' reports, regulators or courts only." },
});

/** Why a record changed; so that subscribers can follow only changes of policy. */
export const CHANGE_CLASS = vocabulary({
  policy: { definition: "The platform changed what it does or says." },
  correction: { definition: "We were wrong; the platform did not change." },
  evidence: { definition: "Better or further sources, or a platform recorded for the first time." },
  editorial: { definition: "Words, order and names; nothing on which an answer depends." },
});

/** What a host of a platform is for. */
export const DOMAIN_ROLE = vocabulary({
  main: { definition: "Where people use the platform, or a former main host that leads there." },
  country: { definition: "The site for one country, with the same service." },
  short: { definition: "Short links, share links and brand names that lead to the platform." },
  app: { definition: "Where people are signed in, on another host than the main one." },
  api: { definition: "For developers: its use is the plan `api`." },
});

/** Why a record was withdrawn. */
export const WITHDRAWAL = vocabulary({
  closed: { definition: "The platform or operator no longer exists." },
  merged: { definition: "It became a part of another one, whose record answers." },
  split: { definition: "It became several, whose records answer." },
  duplicate: { definition: "Another record is about the same thing." },
  "out-of-scope": { definition: "It is not a service that holds people's data, or never was one." },
  unsupported: { definition: "Its statements cannot be supported by evidence any more." },
});

/** Every vocabulary by the name under which it is published. */
export const VOCABULARIES = {
  purpose: PURPOSE,
  recipient: RECIPIENT,
  model: MODEL,
  kind: KIND,
  cell: CELL,
  dataUse: DATA_USE,
  defaultState: DEFAULT_STATE,
  legalBasis: LEGAL_BASIS,
  dataCategory: DATA_CATEGORY,
  plan: PLAN,
  age: AGE,
  account: ACCOUNT,
  controlKind: CONTROL_KIND,
  protectsWhen: PROTECTS_WHEN,
  actor: ACTOR,
  controlScope: CONTROL_SCOPE,
  protects: PROTECTS,
  effect: EFFECT,
  friction: FRICTION,
  right: RIGHT,
  eventType: EVENT_TYPE,
  sourceKind: SOURCE_KIND,
  category: CATEGORY,
  verdict: VERDICT,
  certainty: CERTAINTY,
  grade: GRADE,
  changeClass: CHANGE_CLASS,
  domainRole: DOMAIN_ROLE,
  withdrawal: WITHDRAWAL,
} as const;
