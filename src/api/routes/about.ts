import { REGION_GROUPS, STANDARDS, type Term, TRAINING_PURPOSES, VOCABULARIES } from "../../model/index.ts";
import { statsExample, vocabularyExample } from "../examples.ts";
import { audienceFrom, audienceParams, audienceQuery } from "../params.ts";
import { meta } from "../present.ts";
import { answer, canonicalRequest, reading, type Services } from "../respond.ts";
import { type Api, dataRoute, serve } from "../routing.ts";
import { statsSchema, vocabularySchema } from "../schemas.ts";

const vocabularyRoute = dataRoute({
  id: "getVocabulary",
  path: "/vocabulary",
  tag: "About the data",
  summary: "Every term with its definition and mappings",
  description:
    "The vocabularies in the order of the model, the standards they map to with the versions that were read, and the groups of regions.",
  query: {},
  answer: vocabularySchema,
  example: vocabularyExample,
});

const statsRoute = dataRoute({
  id: "getStats",
  path: "/stats",
  tag: "About the data",
  summary: "Counts over the dataset, for charts",
  description:
    "Answers are counted for the audience that the parameters describe. Grades, ages and shares of silence say how good the data is; docs/quality.md says what they do not.",
  query: audienceParams,
  answer: statsSchema,
  example: statsExample,
});

const vocabularies = Object.fromEntries(
  Object.entries(VOCABULARIES).map(([name, terms]) => [
    name,
    Object.entries(terms as Record<string, Term>).map(([term, { definition, mappings }]) => ({
      term,
      definition,
      mappings: mappings ?? [],
    })),
  ]),
);
const regionGroups = Object.entries(REGION_GROUPS).map(([code, group]) => ({ code, ...group }));

/** The routes that speak of the dataset itself. */
export function aboutRoutes(api: Api, s: Services): void {
  serve(api, vocabularyRoute, async ({ c, path }) =>
    answer(c, s, await reading(s), path, async (publication) => ({
      meta: meta(publication, { self: path }),
      standards: STANDARDS,
      vocabularies,
      trainingPurposes: TRAINING_PURPOSES,
      regionGroups,
    })),
  );
  serve(api, statsRoute, async ({ c, path, query }) => {
    const at = await reading(s, query.release);
    const who = audienceFrom(query, at.today);
    const self = canonicalRequest(path, { ...audienceQuery(who), release: at.release });
    return answer(c, s, at, self, async (publication) => ({
      meta: meta(publication, { self }),
      audience: who,
      ...(await s.store.stats(publication.id, who)),
    }));
  });
}
