import { countInWords } from "../../../text/lists.ts";

export const directory = {
  pageTitle: "All platforms: who trains AI with your data",
  description: "Every platform in the dataset with its answer for your country and plan.",
  title: "Platforms",
  filters: "Filters",
  search: "Words",
  category: "Type of service",
  kind: "Kind of data",
  verdict: "What happens",
  control: "Way to opt out",
  any: "Any",
  button: "Show",
  reset: "Remove the filters",
  found: (count: number) => `${countInWords(count, "platform")}.`,
  list: "List",
};

export const events = {
  pageTitle: "Events: what platforms did and will do with data for AI",
  description: "When training began, terms changed, and switches came or went, on all platforms, with feeds.",
  title: "Events",
  lead: "What platforms did and will do.",
  platform: "Platform",
  type: "What happened",
  time: "Time",
  upcoming: "Still to come",
  past: "Past",
  since: "From",
  until: "Before",
  found: (count: number) => `${countInWords(count, "event")}.`,
  subscribe: "Subscribe to this list:",
  calendar: "Calendar",
  when: "When",
  what: "What happened",
};

export const changes = {
  pageTitle: "Changes: what we added, corrected or updated in the dataset",
  description: "Every edit of the records, release by release, with what it changed in the answers.",
  title: "Changes of the dataset",
  lead: "What we added, corrected or updated, release by release.",
  found: (count: number) => `${countInWords(count, "entry", "entries")}.`,
  feed: "AI Data Use: changes of the dataset",
};

export const releases = {
  pageTitle: "Releases of the AI Data Use dataset",
  pageTitleOf: (version: string) => `Release ${version} of the AI Data Use dataset`,
  description: "What each release of the dataset brought. A release can be cited and never changes.",
  title: "Releases",
  titleOf: (version: string) => `Release ${version}`,
  lead: "A release is a state of the dataset that can be cited and never changes.",
  of: (day: string) => `Published on ${day}.`,
  platforms: "The platforms as they were then",
};

export const operator = {
  pageTitle: (name: string) => `${name}: what its platforms do with your data for AI`,
  description: (name: string) =>
    `Every platform that ${name} runs, with its answer for your country and plan.`,
  parent: "Belongs to",
  owns: "Owns",
};
