import { operatorExample, operatorsExample } from "../examples.ts";
import { idParam, releaseParam } from "../params.ts";
import { meta, presentOperator, presentOperatorSources } from "../present.ts";
import { notFound } from "../problem.ts";
import { answer, canonicalRequest, reading, type Services } from "../respond.ts";
import { type Api, dataRoute, serve, unknownId } from "../routing.ts";
import { listOf, operatorAnswerSchema, operatorSchema } from "../schemas.ts";

const listRoute = dataRoute({
  id: "listOperators",
  path: "/operators",
  tag: "Operators",
  summary: "Who runs what",
  description: "Every operator, with what it owns and the platforms that it runs.",
  query: { release: releaseParam },
  answer: listOf(operatorSchema, "OperatorList"),
  example: operatorsExample,
});

const oneRoute = dataRoute({
  id: "getOperator",
  path: "/operators/{id}",
  tag: "Operators",
  summary: "One operator, with the documents that its platforms share",
  description: "Records point to these documents as operator:source#passage.",
  params: idParam("operator", "microsoft"),
  query: { release: releaseParam },
  answer: operatorAnswerSchema,
  example: operatorExample,
  errors: notFound("unknown-operator", 'There is no operator "mircosoft". Did you mean microsoft?', [
    "microsoft",
  ]),
});

/** The routes under /operators. */
export function operatorRoutes(api: Api, s: Services): void {
  serve(api, listRoute, async ({ c, path, query }) => {
    const at = await reading(s, query.release);
    const self = canonicalRequest(path, query);
    return answer(c, s, at, self, async (publication) => {
      const items = (await s.store.operators(publication.id)).map(presentOperator);
      return { meta: meta(publication, { self }), total: items.length, next: null, items };
    });
  });
  serve(api, oneRoute, async ({ c, path, id, query }) => {
    const at = await reading(s, query.release);
    const self = canonicalRequest(path, query);
    return answer(c, s, at, self, async (publication) => {
      const found = await s.store.operator(publication.id, id);
      if (!found)
        throw unknownId(
          "operator",
          id,
          (await s.store.operators(publication.id)).map((o) => o.operator.id),
        );
      const { operator, platforms, owns } = found;
      return {
        ...presentOperator({ operator, owns, platforms: platforms.map((p) => p.id) }),
        sources: presentOperatorSources(operator),
        meta: meta(publication, { self, platforms: `/platforms?operator=${id}` }),
      };
    });
  });
}
