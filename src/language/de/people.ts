import type { ACCOUNT, AGE, FacetValue, PLAN, When } from "../../model/index.ts";
import { joinPresent } from "../../text/lists.ts";
import { audienceWith, type People, peopleOf } from "../people.ts";
import { saying } from "../words.ts";
import { periodInGerman } from "./dates.ts";
import { listInGerman } from "./lists.ts";
import { inPlacesInGerman } from "./places.ts";

/** A plan. */
export const planInGerman = saying<typeof PLAN>({
  free: "der kostenlose Tarif",
  paid: "ein bezahlter Tarif",
  business: "ein Business-Tarif",
  enterprise: "ein Enterprise-Tarif",
  education: "ein Bildungstarif",
  api: "die API",
});

/** A plan with its preposition. */
const withPlan = saying<typeof PLAN>({
  free: "mit dem kostenlosen Tarif",
  paid: "mit einem bezahlten Tarif",
  business: "mit einem Business-Tarif",
  enterprise: "mit einem Enterprise-Tarif",
  education: "mit einem Bildungstarif",
  api: "über die API",
});

/** Plans with prepositions, `mit` said once: `mit dem kostenlosen Tarif, einem bezahlten Tarif oder über die API`. */
function withPlans(plans: readonly FacetValue<"plan">[]): string {
  const words = plans.map(withPlan);
  const first = words.findIndex((word) => word.startsWith("mit "));
  return listInGerman(
    words.map((word, i) => (i > first ? word.replace(/^mit /, "") : word)),
    "or",
  );
}

/** An age, as the people who have it. */
export const ageInGerman = saying<typeof AGE>({ minor: "Minderjährige", adult: "Erwachsene" });

/** How people stand to the platform, after the people: `Erwachsene ohne Konto`. */
export const accountInGerman = saying<typeof ACCOUNT>({
  "signed-in": "mit Konto",
  "signed-out": "ohne Konto",
  "non-user": "die den Dienst nicht nutzen",
});

/** The same as verbs of a relative clause, where one of several needs it. */
const accountClause = saying<typeof ACCOUNT>({
  "signed-in": "ein Konto haben",
  "signed-out": "kein Konto haben",
  "non-user": "den Dienst nicht nutzen",
});

const afterAccounts = (accounts: readonly FacetValue<"account">[]): string =>
  accounts.includes("non-user")
    ? `, die ${listInGerman(accounts.map(accountClause), "or")}`
    : ` ${listInGerman(accounts.map(accountInGerman), "or")}`;

/** People: `Erwachsene in Deutschland mit dem kostenlosen Tarif`; `alle` where nothing narrows them. */
export const audienceInGerman: (people: People) => string = audienceWith(
  {
    region: { after: (regions) => ` ${inPlacesInGerman(regions)}` },
    plan: { after: (plans) => ` ${withPlans(plans)}` },
    age: { noun: ([age, ...more]) => (age === undefined || more.length > 0 ? undefined : ageInGerman(age)) },
    account: { after: afterAccounts },
  },
  { everyone: "alle", people: "Menschen" },
);

/** A condition: `Menschen im EWR und in der Schweiz, ab dem 3. November 2025`. */
export const whenInGerman = (when: When | undefined): string =>
  joinPresent([audienceInGerman(peopleOf(when)), periodInGerman(when?.from, when?.until)], ", ");
