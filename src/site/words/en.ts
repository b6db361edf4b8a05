import type { ProblemName } from "../../api/http/problem.ts";
import type { CONTROL_KIND } from "../../model/index.ts";
import { countInWords, listInWords } from "../../text/lists.ts";

/** The title of a problem's page, and what to do. */
type ProblemWords = Readonly<Record<ProblemName, { title: string; help: string }>>;

const problems: ProblemWords = {
  "unknown-parameter": {
    title: "This link has a part that we do not know",
    help: "Perhaps it was copied incompletely. Remove the part after the question mark, or use the suggestion.",
  },
  "invalid-parameter": {
    title: "A value in this link is not valid",
    help: "Use one of the suggested values, or choose again on the page.",
  },
  "unknown-platform": {
    title: "We do not have this platform",
    help: "Perhaps it has another name here. Search for it, or look through the list.",
  },
  "unknown-operator": {
    title: "We do not have this company",
    help: "Search for one of its services instead.",
  },
  "unknown-domain": {
    title: "We do not have this site",
    help: "What it does with data is therefore not known to us.",
  },
  "unknown-release": {
    title: "There is no such release",
    help: "The link names a version that does not exist.",
  },
  "unknown-file": { title: "There is no such file", help: "The downloads page lists the files." },
  "unknown-path": {
    title: "This page does not exist",
    help: "The link may be old or mistyped. Search instead.",
  },
  "unsatisfiable-range": {
    title: "The file has no such part",
    help: "Download it again from the beginning.",
  },
  "method-not-allowed": { title: "This is not possible here", help: "The site can only be read." },
  "not-acceptable": { title: "This page has no such form", help: "Open it in a browser." },
  "uri-too-long": { title: "This link is too long", help: "Search for the platform instead." },
  "unreadable-request": { title: "The request could not be read", help: "Open the page again." },
  "request-timeout": { title: "The request took too long to arrive", help: "Please try again." },
  "headers-too-large": {
    title: "The request is too large",
    help: "Delete the cookies for this address, and try again.",
  },
  "rate-limited": { title: "Too many requests", help: "Please wait a minute, and try again." },
  "took-too-long": { title: "The answer took too long", help: "Please try again in a minute." },
  busy: { title: "Too many people are asking at the moment", help: "Please try again in a minute." },
  unavailable: {
    title: "The data cannot be read at the moment",
    help: "Please try again in a minute.",
  },
  internal: {
    title: "Something went wrong on our side",
    help: "Please try again. The error has been recorded.",
  },
};

const controlKinds: Readonly<Record<keyof typeof CONTROL_KIND, string>> = {
  setting: "Setting",
  form: "Form",
  email: "Message",
  visibility: "Hide or delete content",
  "account-deletion": "Leave the platform",
  signal: "Machine-readable signal",
  contract: "Another contract or plan",
};

/** The law as a letter cites it. */
const laws = {
  GDPR: " under Article 21 of the General Data Protection Regulation (GDPR)",
  "UK-GDPR": " under Article 21 of the UK GDPR",
  CCPA: " and opt out of its sale and sharing under the California Consumer Privacy Act (CCPA)",
};

/** The words of the site in English. */
export const EN = {
  page: {
    skip: "Skip to the content",
    navigation: "Main",
    platforms: "Platforms",
    events: "Events",
    languages: { en: "English", de: "Deutsch" },
    about:
      "AI Data Use records what online platforms do with people's data to train AI, with evidence. This site sets no cookies, loads nothing from other sites and does not track anyone.",
    licence: "Data: CC BY 4.0. Archived copies: Open Terms Archive (ODC-By).",
    release: (version: string) => `State: ${version}.`,
    json: "This page as JSON",
    api: "API",
    downloads: "Downloads",
    source: "Source and corrections",
  },
  search: {
    label: "Find a platform",
    example: "Name or address, for example LinkedIn",
    button: "Search",
    title: "Search",
    pageTitle: (q: string) => (q === "" ? "Search" : `Search: ${q}`),
    results: "Results",
    found: (count: number, q: string) =>
      count === 0 ? `Nothing found for “${q}”.` : `${countInWords(count, "platform")} found for “${q}”.`,
    meant: "Did you mean:",
  },
  chooser: {
    label: "Whose answer to show",
    region: "Where you live",
    plan: "Your plan",
    age: "Your age",
    account: "Your account",
    anywhere: "Not chosen",
    button: "Show answer",
    plans: {
      free: "Free",
      paid: "Paid",
      business: "Business",
      enterprise: "Enterprise",
      education: "School or university",
      api: "API",
    },
    ages: { adult: "Adult", minor: "Under 18" },
    accounts: { "signed-in": "I have one", "signed-out": "I have none", "non-user": "Do not use it" },
  },
  platform: {
    pageTitle: (name: string, canAct: boolean, place: string | undefined) =>
      `Does ${name} train AI on your data?${canAct ? " How to opt out" : ""}${place === undefined ? "" : ` (${place})`}`,
    question: (name: string) => `Does ${name} train AI on your data?`,
    how: (name: string) => `How do I opt out of AI training on ${name}?`,
    isA: (category: string) => category.replace(/^an? /, "").replace(/^./, (c) => c.toUpperCase()),
    runBy: "run by",
    today: "today",
    whom: (person: string, day: string) => `for ${person}, ${day}`,
    noPlace: (places: string) =>
      `No place chosen: this is the answer for the rest of the world. Other answers apply ${places}.`,
    review: {
      "source-changed": (day: string) =>
        `A document behind this page has changed since ${day}. The answer may be out of date until it is checked.`,
      overdue: (day: string) => `This record has been due for a check since ${day}. It may be out of date.`,
    },
    partly: (parts: readonly string[]) => `partly ${listInWords(parts)}`,
    data: {
      title: "Your data, kind by kind",
      lead: "Who trains AI with it, and what happens if you do nothing.",
      silent: (kinds: string) => `Nothing is stated about: ${kinds}.`,
    },
    others: {
      title: "Other people, another answer",
      details: "The short answer is the same, but details differ, for:",
    },
  },
  choices: {
    title: "What you can do",
    total: (controls: number, actions: number | null) =>
      actions === null
        ? "The first way below stops every use of your content for generative AI that can be stopped."
        : `${countInWords(actions, "action")} in ${countInWords(controls, "place")} stop every use of your content for generative AI that can be stopped.`,
    noWay: "Nothing you can do stops it: no way to opt out is known.",
    noNeed: "Nothing to do is known.",
    notFully: "Nothing that is known stops it completely.",
    partial: "What helps only in part",
    partialLead: "These do not stop the use completely, or the platform may refuse.",
    nothing: "What nothing stops",
    kinds: controlKinds,
    steps: (count: number) => countInWords(count, "step"),
    protectsWhen: { on: "protects when switched on", off: "protects when switched off" },
    noSteps: "The steps are not recorded.",
    openSetting: (host: string) => `Open the setting on ${host}`,
    openForm: (host: string) => `Open the form on ${host}`,
    openPage: (host: string) => `Open the page on ${host}`,
    write: (address: string) => `Write to ${address}`,
    letter: "Text of the message",
    details: "More about it, with evidence",
    who: "Who",
    only: (actor: string) => `Only ${actor} can do it`,
    where: "Where",
    inApp: "Only in the app",
    notInApp: "In a browser, not in the app",
    inBrowser: "In a browser",
    reach: "Applies to",
    until: "Until",
    actsOn: "Acts on",
    past: "Earlier training",
    how: (steps: number) => (steps === 0 ? "How" : `How, in ${countInWords(steps, "step")}`),
    still: "Still used",
    caveats: "Caveats",
    right: "Right",
    note: "Note",
  },
  letter: {
    subject: (platform: string) => `Objection to AI training with my data (${platform})`,
    body: (platform: string, law: keyof typeof laws | undefined) =>
      `Dear Sir or Madam,

I object to the use of my personal data on ${platform} for training and improving AI models${law === undefined ? "" : laws[law]}.

My account: [your user name or email address]
My reasons: [your situation, for example: what I share is personal, and I did not expect this use]

Please stop this use, also of data that you already have, and confirm this to me within one month. If you refuse, please tell me why.

Kind regards
[your name]`,
  },
  timeline: {
    title: "What happened",
    table: "The latest events",
    all: (count: number) => `All ${countInWords(count, "event")}`,
    earlierTable: "Earlier events",
    earlier: (count: number) => `${countInWords(count, "earlier event")}`,
    picture: (first: string, last: string) =>
      `Line of time from ${first} to ${last}; the table below has every event.`,
    legend:
      "Empty marks: something was paused or removed. Faint marks: for other people. The line at the end is today.",
    lanes: {
      training: "Training began, or reached more people",
      said: "People were informed",
      choice: "A choice came or changed",
      outside: "Reports, deals, authorities",
    },
  },
  evidence: {
    title: "Evidence",
    lead: "What each answer is based on. A quotation shows the first and last words, and opens the document at that place.",
    legend:
      "“Own words, archived”: anyone can check the passage against a public copy. “Own words”: seen in the document, without an archived passage. “Reported by others”: press, authorities or research only.",
    grades: { A: "own words, archived", B: "own words", C: "reported by others" },
    documents: (count: number) => countInWords(count, "document"),
    short: "What each answer is based on; the quotations are one click away.",
    pageTitle: (name: string) => `${name}: evidence`,
    back: (name: string) => `Back to the answer for ${name}`,
    archived: (day: string) => `copy of ${day}`,
    purpose: "For",
    recipients: "By",
    includes: "Named as used",
    excludes: "Named as excluded",
    basis: "Claimed legal basis",
    since: "Since",
    note: "Note",
  },
  myths: { title: "What does not work", lead: "What people try or believe." },
  unknown: { title: "What is not known" },
  history: {
    title: "This record",
    checked: (day: string) => `Last checked against its sources on ${day}.`,
    feeds: "Follow by feed:",
    eventsFeed: "what the platform does",
    changesFeed: "what we edit",
    wrong: "Something wrong? Tell us",
  },
  feeds: {
    events: (name: string) => `${name}: events`,
    changes: (name: string) => `${name}: changes of the record`,
    allEvents: "AI Data Use: what platforms did",
  },
  home: {
    pageTitle: "AI Data Use: what platforms do with your data, and how to switch it off",
    description:
      "Which online services train AI with your data, what happens if you do nothing, and the direct way to the switch. With evidence, for your country and plan.",
    title: "What do they do with your data to train AI, and where is the switch?",
    begin: "Where to begin",
    all: (count: number) => `All ${count} platforms`,
    worldTitle: "The state of things",
    worldLead: "What happens if people do nothing.",
    world: (total: number, person: string) => `${total} platforms, for ${person}`,
    verdict: "What happens",
    count: "Platforms",
    permitted: (count: number) => `, of them ${count} only allowed by the terms`,
    events: "The latest events",
    allEvents: "All events",
  },
  directory: {
    pageTitle: "All platforms: who trains AI with your data",
    description: "Every platform in the dataset with its answer for your country and plan.",
    title: "Platforms",
    filters: "Filters",
    search: "Words",
    category: "Type of service",
    kind: "Kind of data",
    verdict: "What happens",
    any: "Any",
    button: "Show",
    reset: "Remove the filters",
    found: (count: number) => `${countInWords(count, "platform")}.`,
    list: "List",
  },
  events: {
    pageTitle: "Events: what platforms did and will do with data for AI",
    description:
      "When training began, terms changed, and switches came or went, on all platforms, with feeds.",
    title: "Events",
    lead: "What platforms did and will do.",
    platform: "Platform",
    type: "What happened",
    time: "Time",
    upcoming: "Still to come",
    past: "Past",
    found: (count: number) => `${countInWords(count, "event")}.`,
    subscribe: "Subscribe to this list:",
    calendar: "Calendar",
    when: "When",
    what: "What happened",
  },
  operator: {
    pageTitle: (name: string) => `${name}: what its platforms do with your data for AI`,
    description: (name: string) =>
      `Every platform that ${name} runs, with its answer for your country and plan.`,
    parent: "Belongs to",
    owns: "Owns",
  },
  pager: { label: "Pages", first: "First page", next: "Next page" },
  problems: { meant: "Did you mean:", all: "All platforms", known: problems },
  categories: {
    "social-network": "social networks",
    messaging: "messaging",
    "media-sharing": "media",
    "questions-and-answers": "questions and answers",
    "ai-assistant": "AI assistants",
    "ai-maker": "AI generators",
    work: "work",
    code: "developer tools",
    creative: "creative services",
    shopping: "shopping",
    travel: "travel",
    finance: "finance",
    dating: "dating",
    health: "health and fitness",
    home: "home, devices and cars",
    games: "games",
    education: "learning",
    mail: "mail",
    storage: "file storage",
    browser: "browsers and search",
    publishing: "publishers",
  },
};
