import { nearest } from "../../../text/nearest.ts";

/** What people and other APIs write for values of parameters here, in lower case. */
const OTHER_WORDS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  plan: {
    basic: "free",
    personal: "free",
    consumer: "free",
    premium: "paid",
    plus: "paid",
    pro: "paid",
    subscription: "paid",
    team: "business",
    teams: "business",
    company: "business",
    work: "business",
    corporate: "enterprise",
    school: "education",
    edu: "education",
    student: "education",
    university: "education",
    developer: "api",
  },
  age: {
    child: "minor",
    children: "minor",
    kid: "minor",
    teen: "minor",
    teenager: "minor",
    youth: "minor",
    adults: "adult",
  },
  account: {
    "logged-in": "signed-in",
    member: "signed-in",
    user: "signed-in",
    "logged-out": "signed-out",
    anonymous: "signed-out",
    visitor: "signed-out",
    guest: "signed-out",
    none: "non-user",
    no: "non-user",
    nonuser: "non-user",
  },
  upcoming: { yes: "true", "1": "true", on: "true", no: "false", "0": "false", off: "false" },
  withdrawn: { true: "include", yes: "include", "1": "include", all: "include", included: "include" },
  sort: {
    alphabetical: "name",
    title: "name",
    date: "-changed",
    updated: "-changed",
    newest: "-added",
    latest: "-changed",
    created: "-added",
    verdict: "severity",
    worst: "severity",
    rank: "name",
  },
  by: { self: "own", first: "own", "third-party": "others", "third-parties": "others" },
};

/** The age at which most platforms treat people as adults. */
const OF_AGE = 18;

/** An age in years as a term. */
const ageOf = (written: string): string | undefined =>
  /^\d{1,3}$/.test(written) ? (Number(written) < OF_AGE ? "minor" : "adult") : undefined;

/** The only term that has all of the written words: `on` is `on-by-default`. */
function onlyWith(written: string, terms: readonly string[]): string | undefined {
  const words = written.split("-").filter((word) => word !== "");
  const found = terms.filter((term) => words.every((word) => term.split("-").includes(word)));
  return words.length > 0 && found.length === 1 ? found[0] : undefined;
}

/** The value of a parameter that is meant by a word; undefined where none is likely. */
export function wordMeant(parameter: string, written: string, terms: readonly string[]): string | undefined {
  const word = written
    .trim()
    .toLowerCase()
    .replace(/[\s_]+/g, "-");
  const table = OTHER_WORDS[parameter] ?? {};
  const other = Object.hasOwn(table, word) ? table[word] : parameter === "age" ? ageOf(word) : undefined;
  if (other !== undefined && terms.includes(other)) return other;
  return terms.find((term) => term === word) ?? nearest(word, terms) ?? onlyWith(word, terms);
}
