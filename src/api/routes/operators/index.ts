import { endpoint } from "../../http/endpoint.ts";
import { meta } from "../../http/envelope.ts";
import { findOperator, operatorErrors } from "../../http/find.ts";
import { idParam } from "../../http/params.ts";
import { releaseParam } from "../../http/release-param.ts";
import { answer, canonicalRequest } from "../../http/respond.ts";
import { snapshotOf } from "../../http/services.ts";
import { presentSource } from "../../record/present.ts";
import { presentOperator } from "./present.ts";

const list = endpoint(
  {
    id: "listOperators",
    path: "/operators",
    tag: "Operators",
    summary: "Every operator and its platforms",
    description: "Every operator, with what it owns and the platforms that it runs.",
    about: "The operators and their platforms.",
    example: "/operators",
    query: { release: releaseParam },
  },
  async (s, { c, path, query }) => {
    const at = await snapshotOf(s, query.release);
    const self = canonicalRequest(path, query);
    return answer(c, s, at, self, async (publication) => {
      const items = (await s.store.operators(publication.id)).map(presentOperator);
      return { meta: meta(publication, { self }), total: items.length, next: null, items };
    });
  },
);

const one = endpoint(
  {
    id: "getOperator",
    path: "/operators/{id}",
    tag: "Operators",
    summary: "One operator, with the documents that its platforms share",
    description: "Records point to these documents as operator:source#passage.",
    about: "One operator, with the documents that its platforms share.",
    example: "/operators/microsoft",
    params: idParam("operator", "microsoft"),
    query: { release: releaseParam },
    errors: operatorErrors,
  },
  async (s, { c, path, id, query }) => {
    const at = await snapshotOf(s, query.release);
    const self = canonicalRequest(path, query);
    return answer(c, s, at, self, async (publication) => {
      const { operator, platforms, owns } = await findOperator(s, publication, id);
      return {
        ...presentOperator({ operator, owns, platforms: platforms.map((p) => p.id) }),
        sources: operator.sources.map(presentSource),
        meta: meta(publication, {
          self,
          platforms: canonicalRequest("/platforms", { operator: id, release: at.release }),
        }),
      };
    });
  },
);

/** /operators */
export const operatorEndpoints = [list, one];
