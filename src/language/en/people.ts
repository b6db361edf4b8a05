import {
  type ACCOUNT,
  type AGE,
  type FacetValue,
  type PLAN,
  regionName,
  type When,
} from "../../model/index.ts";
import { joinPresent, listInWords } from "../../text/lists.ts";
import { once } from "../../text/once.ts";
import { audienceWith, type People, peopleOf, placesInOrder } from "../people.ts";
import { saying } from "../words.ts";
import { periodInWords } from "./dates.ts";

export { type People, peopleOf } from "../people.ts";

/* The short style has “Hong Kong” for “Hong Kong SAR China”, but “US” and “UK” too. */
const countryNames = once(
  () => new Intl.DisplayNames("en", { type: "region", style: "short", fallback: "none" }),
);
const NAMED: Readonly<Record<string, string>> = {
  EU: "the EU",
  EEA: "the EEA",
  // Workers and Node have different names of Unicode for it.
  FK: "the Falkland Islands",
  GB: "the United Kingdom",
  US: "the United States",
};
/** Countries that take an article besides those whose names say it. */
const WITH_ARTICLE = ["AE", "BS", "BQ", "GM", "KM", "MV", "NL", "PH"];
const TAKES_ARTICLE = /^(U\.S\.|British|Isle) |(Islands|Republic|Territor(y|ies))$/;

/** Countries in running text, as far as they were said: looking a name up takes a microsecond. */
const countries = new Map<string, string>();

/** A region in running text: `Germany`, `the United States`, `California (US)`, `the EEA`; `the rest of the world` for null. */
export function regionInWords(code: string | null): string {
  if (code === null) return "the rest of the world";
  const named = NAMED[code];
  if (named) return named;
  const [country = "", subdivision] = code.split("-");
  if (subdivision !== undefined) return `${regionName(code) ?? code} (${country})`;
  const known = countries.get(code);
  if (known !== undefined) return known;
  const name = countryNames().of(country) ?? regionName(code) ?? code;
  const said = WITH_ARTICLE.includes(code) || TAKES_ARTICLE.test(name) ? `the ${name}` : name;
  countries.set(code, said);
  return said;
}

/** Regions in running text, groups first and whole groups by their names: `the EEA, Switzerland and the United Kingdom`. */
export const regionsInWords = (codes: readonly (string | null)[]): string =>
  listInWords(placesInOrder(codes).map(regionInWords));

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
export function plansInWords(plans: readonly FacetValue<"plan">[]): string {
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

/** People in words: `adults in Germany on the free plan`; `everyone` where nothing narrows them. */
export const audienceInWords: (people: People) => string = audienceWith(
  {
    region: { after: (regions) => ` in ${regionsInWords(regions)}` },
    plan: { after: (plans) => ` on ${plansInWords(plans)}` },
    age: { noun: ([age, ...more]) => (age === undefined || more.length > 0 ? undefined : ageInWords(age)) },
    account: { after: (accounts) => ` ${listInWords(accounts.map(accountInWords), "or")}` },
  },
  { everyone: "everyone", people: "people" },
);

/** A condition in words: `people in the EEA and Switzerland, from 3 November 2025`. */
export const whenInWords = (when: When | undefined): string =>
  joinPresent([audienceInWords(peopleOf(when)), periodInWords(when?.from, when?.until)], ", ");
