import type { RouteConfig } from "@hono/zod-openapi";
import * as z from "zod";
import type { AnswerSchema, Endpoint, Responses } from "../http/endpoint.ts";
import { ANSWERS } from "./answers.ts";
import "../http/openapi-method.ts";
import { commonErrors } from "../http/documented-errors.ts";
import type { PathParams } from "../http/params.ts";
import { PROBLEM_TYPE } from "../http/problem.ts";
import { problemSchema } from "../http/problem-schema.ts";
import { parametersOf } from "./parameters.ts";

/** The parameters of a path as a schema. */
const pathSchema = (params: PathParams): z.ZodObject =>
  z.object(
    Object.fromEntries(
      Object.entries(params).map(([name, about]) => [
        name,
        z.string().openapi({ param: { name, in: "path" }, ...about }),
      ]),
    ),
  );

/** The schema of an endpoint's answer. @throws {TypeError} where it has none */
function schemaOf({ id, head }: Endpoint): AnswerSchema | z.ZodType {
  const schema = head.answer ?? ANSWERS[id];
  if (!schema) throw new TypeError(`${id} has no schema: add it to description/answers.ts.`);
  return schema;
}

/** The responses of an endpoint: the answer, and its errors. */
function responsesOf({ head }: Endpoint): Responses {
  const { summary, errors, responses } = head;
  return (
    responses ?? {
      200: { description: summary },
      304: { description: "The client's copy (If-None-Match) is current." },
      ...commonErrors,
      ...errors,
    }
  );
}

/** An endpoint's description for the OpenAPI documents. @throws {TypeError} where its answer has no schema */
export function describe(endpoint: Endpoint): RouteConfig {
  const { id, path, head, query } = endpoint;
  const answer = schemaOf(endpoint);
  const bare = { [head.mediaType ?? "application/json"]: {} };
  const withSchemas = (content: object) =>
    Object.fromEntries(
      Object.entries(content).map(([type, media]) => [
        type,
        { schema: type === PROBLEM_TYPE ? problemSchema : answer, ...media },
      ]),
    );
  const responses = Object.entries(responsesOf(endpoint)).map(([status, { description, content }]) => {
    const has = content ?? (status === "200" ? bare : undefined);
    return [status, { description, ...(has && { content: withSchemas(has) }) }];
  });
  return {
    method: "get",
    path,
    operationId: id,
    tags: [head.tag],
    summary: head.summary,
    description: head.description,
    request: { ...(head.params && { params: pathSchema(head.params) }), query: parametersOf(query) },
    responses: Object.fromEntries(responses),
  };
}
