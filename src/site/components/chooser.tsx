import { raw } from "hono/html";
import type { Child } from "hono/jsx";
import { ACCOUNT, AGE, PLAN, type Platform, termsOf } from "../../model/index.ts";
import type { LanguageCode } from "../paths.ts";
import { countriesIn } from "../places.ts";
import { sameForPerson } from "../same-for-all.ts";
import { type Params, pathOf, type View } from "../view.ts";
import { Kept } from "./search.tsx";

const options = new Map<LanguageCode, string>();

/** The countries as options, without the tags and quotation marks that HTML lets out: there are 250 of them. */
function countryOptions(code: LanguageCode): string {
  const known =
    options.get(code) ??
    countriesIn(code)
      .map((p) => `<option value=${p.code}>${p.name}`)
      .join("");
  options.set(code, known);
  return known;
}

/** The choice of a place: a country, or the part of one or the group that a link named. */
export function PlaceOptions({ view }: { view: View }) {
  const { region } = view.who;
  const countries = countryOptions(view.code);
  const chosen = `<option value=${region}>`;
  const listed = region !== null && countries.includes(chosen);
  return (
    <>
      <option value="">{view.words.chooser.anywhere}</option>
      {region !== null && !listed ? (
        <option value={region} selected>
          {view.language.place(region)}
        </option>
      ) : null}
      {raw(listed ? countries.replace(chosen, `<option value=${region} selected>`) : countries)}
    </>
  );
}

interface Field {
  name: string;
  label: string;
  children?: Child;
}

/** A labelled choice of a form. */
export const Choice = ({ name, label, children }: Field) => (
  <label>
    <span>{label}</span>
    <select name={name}>{children}</select>
  </label>
);

/** Terms as options; the first is the default, which links do not name. */
export const TermOptions = <K extends string>({
  terms,
  chosen,
  words,
}: {
  terms: readonly K[];
  chosen: string | null | undefined;
  words: (term: K) => string;
}) => (
  <>
    {terms.map((term) => (
      <option value={term} selected={term === chosen}>
        {words(term)}
      </option>
    ))}
  </>
);

/** A plan as the platform sells it, and by its kind: `Premium (paid)`. */
const planName = (view: View, plan: keyof typeof PLAN, plans: Platform["plans"]): string => {
  const words = view.words.chooser.plans[plan];
  const [first] = plans?.[plan] ?? [];
  return first === undefined ? words : `${words}: ${first}`;
};

const placeField = sameForPerson((view) => (
  <Choice name="region" label={view.words.chooser.region}>
    <PlaceOptions view={view} />
  </Choice>
));

const ageAndAccountFields = sameForPerson((view) => {
  const { who, words } = view;
  const { chooser } = words;
  return (
    <>
      <Choice name="age" label={chooser.age}>
        <option value="">{chooser.ages.adult}</option>
        <TermOptions
          terms={termsOf(AGE).filter((age) => age !== "adult")}
          chosen={who.age}
          words={(age) => chooser.ages[age]}
        />
      </Choice>
      <Choice name="account" label={chooser.account}>
        <option value="">{chooser.accounts["signed-in"]}</option>
        <TermOptions
          terms={termsOf(ACCOUNT).filter((account) => account !== "signed-in")}
          chosen={who.account}
          words={(account) => chooser.accounts[account]}
        />
      </Choice>
    </>
  );
});

/** The four choices that describe a person. */
export const AudienceFields = ({ view, plans }: { view: View; plans?: Platform["plans"] }) => (
  <>
    {placeField(view)}
    <Choice name="plan" label={view.words.chooser.plan}>
      <option value="">{planName(view, "free", plans)}</option>
      <TermOptions
        terms={termsOf(PLAN).filter((plan) => plan !== "free")}
        chosen={view.who.plan}
        words={(plan) => planName(view, plan, plans)}
      />
    </Choice>
    {ageAndAccountFields(view)}
  </>
);

/** Whose answer the page shows, and the form to change it. A script keeps the choice on the device. */
export const Chooser = ({
  view,
  plans,
  keep = {},
}: {
  view: View;
  plans?: Platform["plans"];
  keep?: Params;
}) => (
  <form
    class="chooser"
    action={pathOf(view, view.address.path)}
    data-chooser
    aria-label={view.words.chooser.label}
  >
    <AudienceFields view={view} plans={plans} />
    <Kept
      params={{ ...keep, as_of: view.who.asOf === view.today ? null : view.who.asOf, release: view.release }}
    />
    <button type="submit">{view.words.chooser.button}</button>
  </form>
);
