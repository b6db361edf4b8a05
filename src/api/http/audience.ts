import * as z from "zod";
import {
  ALL_DIMENSIONS,
  type Audience,
  audience,
  byFacet,
  canonicalRegion,
  DIMENSIONS,
  type Dimension,
  type Facet,
} from "../../model/index.ts";
import { type AudienceReader, parseFacet } from "../../policy/index.ts";
import { show } from "../../text/show.ts";
import { documented, type ValueOf } from "./documented.ts";
import { perFacet } from "./facets.ts";
import { meanings } from "./meanings.ts";
import { dayParam } from "./params.ts";
import { reject } from "./reject.ts";
import { releaseParam } from "./release-param.ts";

/** Only reads values: what may be meant by others is looked up for errors. */
const READER: AudienceReader = {
  region: canonicalRegion,
  expectedRegion: "an ISO 3166 code (DE, US-CA) or a group (EU, EEA)",
  notARegion: () => ({ explanation: undefined, codes: [] }),
  nearest: () => undefined,
};

/** What codes of places look like: two or three letters, then those of a subdivision. Case does not matter. */
const REGION_FORM = "^[A-Za-z]{2,3}([-_][A-Za-z0-9]{1,3})?$";

const isRegionForm = (text: string): boolean => new RegExp(REGION_FORM).test(text.trim());

/** What the values of a dimension are. */
const takenBy = ({ terms }: Dimension): ValueOf =>
  terms === null ? { form: { type: "string", pattern: REGION_FORM } } : { vocabulary: terms };

/** The parameter of one dimension. */
function facetParam(dimension: Dimension) {
  const { facet, terms, unspecified, parameterDescription, example } = dimension;
  const schema = z
    .string()
    .transform((written, ctx): string => {
      const parsed = parseFacet(dimension, written, READER);
      if (!("expected" in parsed)) return parsed.value as string;
      return reject(ctx, `${show(written)} is not ${parsed.expected}.`, {
        meant: async (asking) => (await meanings()).facetMeant(dimension, written, asking),
        problem: terms === null && isRegionForm(written) ? "unknown-region" : undefined,
      });
    })
    .optional();
  return documented(schema, {
    name: facet,
    description:
      unspecified === null ? parameterDescription : `${parameterDescription} Default: ${unspecified}.`,
    value: takenBy(dimension),
    example,
    unknown: terms === null ? "unknown-region" : undefined,
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

/** The parameters by which an audience differs from the default one of a day, for links. */
export const audienceAsked = (who: Audience, today: string): Record<string, string> => {
  const usual: Record<string, string | null> = audienceQuery(audienceFrom({}, today));
  return Object.fromEntries(
    Object.entries(audienceQuery(who)).filter(
      (entry): entry is [string, string] => entry[1] !== null && entry[1] !== usual[entry[0]],
    ),
  );
};

/** The names of the parameters that describe the audience, for descriptions: `region, plan, age, account and as_of`. */
export const AUDIENCE_NAMES = `${ALL_DIMENSIONS.map((d) => d.facet).join(", ")} and as_of`;
