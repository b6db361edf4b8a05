import {
  REGION_GROUPS,
  STANDARDS,
  type Term,
  TRAINING_PURPOSES,
  VOCABULARIES,
} from "../../../model/index.ts";
import { endpoint } from "../../http/endpoint.ts";
import { meta } from "../../http/envelope.ts";
import { answer } from "../../http/respond.ts";
import { snapshotOf } from "../../http/services.ts";

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

const vocabulary = endpoint(
  {
    id: "getVocabulary",
    path: "/vocabulary",
    tag: "About the data",
    summary: "Every term with its definition and mappings",
    description:
      "The vocabularies in the order of the model, the standards they map to (with the versions used), and the groups of regions.",
    about: "Every term with its definition and mappings.",
    example: "/vocabulary",
    query: {},
  },
  async (s, { c, path }) =>
    answer(c, s, await snapshotOf(s), path, async (publication) => ({
      meta: meta(publication, { self: path }),
      standards: STANDARDS,
      vocabularies,
      trainingPurposes: TRAINING_PURPOSES,
      regionGroups,
    })),
);

/** /vocabulary */
export const vocabularyEndpoints = [vocabulary];
