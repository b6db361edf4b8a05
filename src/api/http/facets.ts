import { byFacet, type Dimension, type Facet } from "../../model/index.ts";

/**
 * An object with one entry for each dimension, typed dimension by dimension. The one place in the API
 * with an unchecked cast: `make` builds each entry from the dimension's own terms, so entry
 * `F` has the values of `F`. test/policy/audience.test.ts checks every dimension's values.
 */
export const perFacet = <T extends Record<Facet, unknown>>(make: (dimension: Dimension) => unknown): T =>
  byFacet(make) as T;
