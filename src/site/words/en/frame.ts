import { countInWords } from "../../../text/lists.ts";

export const page = {
  skip: "Skip to the content",
  navigation: "Main",
  platforms: "Platforms",
  events: "Events",
  checklist: "My checklist",
  languages: { en: "English", de: "Deutsch" },
  about:
    "AI Data Use records what online platforms do with people's data to train AI, with evidence. This site sets no cookies, loads nothing from other sites and does not track anyone.",
  licence: "Data: CC BY 4.0. Archived copies: Open Terms Archive (ODC-By).",
  release: (version: string) => `State: ${version}.`,
  json: "This page as JSON",
  method: "Method",
  compare: "Compare",
  plans: "Plans",
  myths: "What does not work",
  stats: "Statistics",
  developers: "For developers",
  api: "API",
  downloads: "Downloads",
  vendorReview: "Vendor review",
  source: "Source and corrections",
};

export const search = {
  label: "Find a platform",
  example: "e.g. linkedin.com",
  button: "Search",
  title: "Search",
  pageTitle: (q: string) => (q === "" ? "Search" : `Search: ${q}`),
  results: "Results",
  found: (count: number, q: string) =>
    count === 0 ? `Nothing found for “${q}”.` : `${countInWords(count, "platform")} found for “${q}”.`,
  meant: "Did you mean:",
};

export const chooser = {
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
};

export const feeds = {
  events: (name: string) => `${name}: events`,
  changes: (name: string) => `${name}: changes of the record`,
  allEvents: "AI Data Use: what platforms did",
};

export const pager = { label: "Pages", first: "First page", next: "Next page" };

export const categories = {
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
};
