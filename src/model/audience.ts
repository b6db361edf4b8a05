import { dayOf } from "./dates.ts";
import { regionIn } from "./regions.ts";
import { termsOf } from "./term.ts";
import { ACCOUNT, AGE, PLAN } from "./vocabulary.ts";
import type { When } from "./when.ts";

/** One person, as far as answers can depend on them. `region: null` is the rest of the world. */
export interface Audience {
  region: string | null;
  plan: keyof typeof PLAN;
  age: keyof typeof AGE;
  account: keyof typeof ACCOUNT;
  /** The day asked about, `YYYY-MM-DD`. */
  asOf: string;
}

type Facet = Exclude<keyof Audience, "asOf">;

/**
 * A dimension on which answers can hang. A new one is one entry here, one in
 * `whenAudienceShape` (when.ts) and one field of {@link Audience}; resolving, splitting and
 * the SQL tables follow this list.
 */
export interface Dimension<F extends Facet = Facet> {
  facet: F;
  /** The value taken when none is given. */
  unspecified: Audience[F];
  /** The values that `when` asks for; undefined where it asks for nothing. */
  wanted: (when: When) => readonly NonNullable<Audience[F]>[] | undefined;
  /** Does a person's value satisfy the wanted ones? */
  matches: (value: Audience[F], wanted: readonly NonNullable<Audience[F]>[]) => boolean;
  /** All values, where they can be listed; `null` where they are open (regions). */
  values: readonly Audience[F][] | null;
}

const one = <T>(value: T | undefined): readonly T[] | undefined => (value === undefined ? undefined : [value]);

const region: Dimension<"region"> = { facet: "region", unspecified: null, wanted: (w) => w.regions, matches: (v, list) => regionIn(v, list), values: null };
const plan: Dimension<"plan"> = { facet: "plan", unspecified: "free", wanted: (w) => w.plans, matches: (v, list) => list.includes(v), values: termsOf(PLAN) };
const age: Dimension<"age"> = { facet: "age", unspecified: "adult", wanted: (w) => one(w.age), matches: (v, list) => list.includes(v), values: termsOf(AGE) };
const account: Dimension<"account"> = {
  facet: "account",
  unspecified: "signed-in",
  wanted: (w) => one(w.account),
  matches: (v, list) => list.includes(v),
  values: termsOf(ACCOUNT),
};

/** The dimensions, in the order in which answers and tables list them. */
export const DIMENSIONS = { region, plan, age, account } as const satisfies { [F in Facet]: Dimension<F> };

/** An audience in which every value not given takes its default; the day's default is today (UTC). */
export const audience = (given: Partial<Audience> = {}, today: string = dayOf(new Date())): Audience => ({
  region: given.region ?? region.unspecified,
  plan: given.plan ?? plan.unspecified,
  age: given.age ?? age.unspecified,
  account: given.account ?? account.unspecified,
  asOf: given.asOf ?? today,
});
