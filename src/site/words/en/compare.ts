import { countInWords } from "../../../text/lists.ts";

export const effort = {
  counted: (actions: string | undefined, places: number) =>
    actions === undefined
      ? `${countInWords(places, "place")}; the steps are not recorded`
      : `${actions} in ${countInWords(places, "place")}`,
  nothing: "Nothing to do",
  asked: "Choose when you are asked",
  partly: "Can be limited, but not stopped",
  impossible: "No way to stop it is known",
  unknown: "Not known",
};

export const sides = {
  table: "Table; scrolls sideways where it is wider than the window",
  question: "What",
  happens: "What happens",
  effort: "Effort",
  wayOut: "Way to opt out",
  none: "None is known",
  open: "Direct link",
  openNamed: (control: string) => `Direct link: ${control}`,
  nothing: "Nothing is stated.",
  shortTitle: "In short",
  kindsTitle: "Kind by kind",
  kindsLead: "Who trains generative AI with which data, and what happens if people do nothing.",
  kindsCaption: "Answers by kind of data and by who trains",
  moreTitle: "Outside crawlers, and models that rank and recommend",
};

export const compare = {
  pageTitle: "Compare platforms: who trains AI with your data",
  title: "Compare platforms",
  titleOf: (names: string) => `Compared: ${names}`,
  timeOf: (name: string) => `${name}: what changed`,
  description: "What platforms do with your data to train AI, side by side, with the way to opt out of each.",
  lead: "See side by side what platforms do with each kind of data, and what it takes to opt out.",
  link: "Compare with others",
  names: "Platforms to compare, separated by commas",
  button: "Compare",
  add: "Add a platform",
  addButton: "Add",
  remove: "Remove",
  removeNamed: (name: string) => `Remove ${name}`,
  byCategory: "By type of service",
  byCategoryLead: "Each page has a link that compares its platforms.",
  caption: (whom: string) => `What happens ${whom}`,
  timeCaption: "What happened on each of the two days",
  overTime: "One platform over time",
  overTimeLead: "What the answer was on two days.",
  from: "Earlier day",
  to: "Later day",
  between: "What happened in between",
  noEvents: "No event is recorded.",
};

export const category = {
  pageTitle: (name: string) => `${name}: who trains AI with your data`,
  description: (name: string, platforms: string) =>
    `${name}: ${platforms} by what they do with your data to train AI, with the way to opt out.`,
  lead: (platforms: string) => `${platforms}, by what happens if you do nothing.`,
  compare: "Compare them",
  plans: "By plan",
  events: "What happened",
  myths: "What does not work",
  title: "By type of service",
};

export const plans = {
  pageTitle: "Free, paid, business, school: what each plan does with your data for AI",
  title: "Plans side by side",
  description:
    "What platforms do with data to train AI on free, paid, business, enterprise, education and API plans. For offices and schools.",
  lead: "The same platform often treats people on a free plan and organisations differently.",
  hint: "A plan that a platform does not sell, or that its documents do not distinguish, has the answer of its general terms.",
  filterHint: "“What happens” selects by the plan chosen under “Your plan”.",
  of: (name: string) => `${name}: plans side by side`,
  ofPageTitle: (name: string) => `${name}: does it train AI on free, business and education plans?`,
  ofDescription: (name: string) =>
    `What ${name} does with data to train AI on each plan: free, paid, business, enterprise, education and API.`,
  ofLead: "What happens on each plan if no one does anything.",
  others: "Plans of similar platforms",
  caption: (whom: string) => `What happens on each plan ${whom}`,
  link: "Plans side by side",
};
