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

export const operator = {
  pageTitle: (name: string) => `${name}: what its platforms do with your data for AI`,
  description: (name: string) =>
    `Every platform that ${name} runs, with its answer for your country and plan.`,
  parent: "Belongs to",
  owns: "Owns",
};
