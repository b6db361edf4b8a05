import { countInWords, listInWords } from "../../../text/lists.ts";

export const platform = {
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
};

export const timeline = {
  title: "What happened",
  table: "The latest events",
  all: (count: number) => `All ${countInWords(count, "event")}`,
  picture: (first: string, last: string) =>
    `Line of time from ${first} to ${last}; the table below has the latest events.`,
  legend:
    "Empty marks: something was paused or removed. Faint marks: for other people. The line at the end is today.",
  lanes: {
    training: "Training began, or reached more people",
    said: "People were informed",
    choice: "A choice came or changed",
    outside: "Reports, deals, authorities",
  },
};

export const myths = { title: "What does not work", lead: "What people try or believe." };

export const unknown = { title: "What is not known" };

export const history = {
  title: "This record",
  checked: (day: string) => `Last checked against its sources on ${day}.`,
  feeds: "Follow by feed:",
  eventsFeed: "what the platform does",
  changesFeed: "what we edit",
  wrong: "Something wrong? Tell us",
};
