import * as z from "zod";
import "./openapi-method.ts";
import {
  ALL_DIMENSIONS,
  type Audience,
  audience,
  byFacet,
  canonicalRegion,
  DIMENSIONS,
  type Dimension,
  type Facet,
  notARegion,
} from "../../model/index.ts";
import { type AudienceReader, parseFacet } from "../../policy/index.ts";
import { joinPresent } from "../../text/lists.ts";
import { nearest } from "../../text/nearest.ts";
import { show } from "../../text/show.ts";
import { perFacet } from "./facets.ts";
import { dayParam, reject, releaseParam } from "./params.ts";

const READER: AudienceReader = {
  region: canonicalRegion,
  expectedRegion: "an ISO 3166 code (DE, US-CA) or a group (EU, EEA)",
  notARegion,
  nearest,
};

/** The parameter of one dimension. */
function facetParam(dimension: Dimension) {
  const { facet, values, unspecified, parameterDescription, example } = dimension;
  const description =
    unspecified === null ? parameterDescription : `${parameterDescription} Default: ${unspecified}.`;
  return z
    .string()
    .transform((written, ctx): string => {
      const parsed = parseFacet(dimension, written, READER);
      if ("expected" in parsed)
        return reject(
          ctx,
          joinPresent([`${show(written)} is not ${parsed.expected}.`, parsed.explanation]),
          parsed.suggestions,
          parsed.explanation !== undefined,
        );
      return parsed.value ?? z.NEVER;
    })
    .optional()
    .openapi({
      type: "string",
      ...(values && { enum: [...values] }),
      example,
      param: { name: facet, in: "query", description },
      description,
    });
}

type FacetParams = { [F in Facet]: z.ZodOptional<z.ZodType<NonNullable<Audience[F]>>> };

/** The parameter that names a place. */
export const regionParam = facetParam(DIMENSIONS.region);

/** The parameters that describe the audience, the day and the release. */
export const audienceParams = {
  ...perFacet<FacetParams>(facetParam),
  as_of: dayParam("as_of", "The day asked about. Default: today (UTC); with release, the release's own day."),
  release: releaseParam,
};

/** The audience that a request's parameters describe. `today`: the default day, `YYYY-MM-DD`. */
export const audienceFrom = (
  query: { [F in Facet]?: Audience[F] | undefined } & { as_of?: string | undefined },
  today: string,
): Audience => audience({ ...byFacet((d) => query[d.facet]), asOf: query.as_of } as Partial<Audience>, today);

/** An audience as the parameters of a canonical request. */
export const audienceQuery = (who: Audience): Record<Facet, string | null> & { as_of: string } => ({
  ...byFacet((d) => who[d.facet]),
  as_of: who.asOf,
});

/** The names of the parameters that describe the audience, for descriptions: `region, plan, age, account and as_of`. */
export const AUDIENCE_NAMES = `${ALL_DIMENSIONS.map((d) => d.facet).join(", ")} and as_of`;
