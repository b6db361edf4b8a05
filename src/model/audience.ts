import { trusted } from "../text/trusted.ts";
import { dayOf } from "./dates.ts";
import { regionIn } from "./regions.ts";
import { termsOf, type Vocabulary } from "./term.ts";
import { ACCOUNT, AGE, PLAN } from "./vocabulary.ts";

/**
 * A dimension on which answers can depend. Its key in {@link DIMENSIONS} names it everywhere: in an
 * audience, as a query parameter, and as a column of SQL tables, CSV and Parquet files.
 */
interface DimensionSpec<V extends string | null> {
  /** The field of `when` that narrows it. */
  when: string;
  /** Whether that field is a list of values or one value. */
  many: boolean;
  /** The vocabulary of its values; `null` where they cannot be listed (regions). */
  terms: Vocabulary | null;
  /** The value that is used when none is given. */
  unspecified: V;
  /** What the field of `when` says. */
  whenDescription: string;
  /** What the query parameter asks for. */
  parameterDescription: string;
  /** A value for examples. */
  example: string;
}

/**
 * The dimensions, in the order in which answers and tables list them. A new one is one entry here,
 * its words in src/language, a fixture and a migration of the database; everything else loops over
 * this list, and test/guards proves it.
 */
const SPECS = {
  region: {
    when: "regions",
    many: true,
    terms: null,
    unspecified: null,
    whenDescription: "Where the person is. Default: anywhere.",
    parameterDescription:
      "Where the person is: ISO 3166-1 alpha-2 (DE), ISO 3166-2 (US-CA), EU or EEA. Default: the rest of the world.",
    example: "DE",
  },
  plan: {
    when: "plans",
    many: true,
    terms: PLAN,
    unspecified: "free",
    whenDescription: "Which plan. Default: any.",
    parameterDescription: "The plan that the person or organisation is on.",
    example: "free",
  },
  age: {
    when: "age",
    many: false,
    terms: AGE,
    unspecified: "adult",
    whenDescription: "How old. Default: any.",
    parameterDescription: "How old the person is.",
    example: "adult",
  },
  account: {
    when: "account",
    many: false,
    terms: ACCOUNT,
    unspecified: "signed-in",
    whenDescription: "Whether the person has an account. Default: any.",
    parameterDescription:
      "Whether the person has an account, visits without one, or does not use the service.",
    example: "signed-in",
  },
} as const satisfies Record<string, DimensionSpec<string | null>>;

/** The name of a dimension. */
export type Facet = keyof typeof SPECS;

/** The values of a dimension; the rest of the world is the region `null`. */
export type FacetValue<F extends Facet> =
  (typeof SPECS)[F]["terms"] extends Vocabulary<infer K> ? K : string | null;

/** One person, as far as answers can depend on them. `region: null` is the rest of the world. */
export type Audience = { [F in Facet]: FacetValue<F> } & {
  /** The day asked about, `YYYY-MM-DD`. */
  asOf: string;
};

/** The fields of `when` that say for whom a statement is. */
export type WhenAudience = {
  [F in Facet as (typeof SPECS)[F]["when"]]?:
    | ((typeof SPECS)[F]["many"] extends true ? NonNullable<FacetValue<F>>[] : NonNullable<FacetValue<F>>)
    | undefined;
};

/** A dimension with what follows from its entry. */
export interface Dimension<F extends Facet = Facet> extends DimensionSpec<FacetValue<F>> {
  facet: F;
  when: (typeof SPECS)[F]["when"];
  /** The values that `when` asks for; undefined where it asks for nothing. */
  wanted: (when: WhenAudience) => readonly string[] | undefined;
  /** Does a person's value satisfy the wanted ones? */
  matches: (value: string | null, wanted: readonly string[]) => boolean;
  /** All values, where they can be listed; `null` where they cannot (regions). */
  values: readonly FacetValue<F>[] | null;
}

function dimension<F extends Facet>(facet: F): Dimension<F> {
  const spec = SPECS[facet] as (typeof SPECS)[F] & DimensionSpec<FacetValue<F>>;
  return {
    ...spec,
    facet,
    wanted: (when) => {
      const value = (when as Readonly<Record<string, string | readonly string[] | undefined>>)[spec.when];
      return typeof value === "string" ? [value] : value;
    },
    matches: spec.terms === null ? regionIn : (value, wanted) => value !== null && wanted.includes(value),
    values: spec.terms === null ? null : (termsOf(spec.terms) as FacetValue<F>[]),
  };
}

/** The names of the dimensions, in order. */
export const FACETS = Object.keys(SPECS) as Facet[];

/** The dimensions by name. */
export const DIMENSIONS = trusted<{ [F in Facet]: Dimension<F> }>(
  Object.fromEntries(FACETS.map((facet) => [facet, dimension(facet)])),
);

/** The dimensions in order, for loops that treat them alike. */
export const ALL_DIMENSIONS: readonly Dimension[] = FACETS.map((facet) => DIMENSIONS[facet]);

/** An object with one entry for each dimension. */
export const byFacet = <T>(make: (dimension: Dimension) => T): Record<Facet, T> =>
  Object.fromEntries(ALL_DIMENSIONS.map((d) => [d.facet, make(d)])) as Record<Facet, T>;

/** An audience in which every value not given takes its default; the default day is today (UTC). */
export const audience = (given: Partial<Audience> = {}, today: string = dayOf(new Date())): Audience =>
  ({ ...byFacet((d) => given[d.facet] ?? d.unspecified), asOf: given.asOf ?? today }) as Audience;
