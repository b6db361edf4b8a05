import { OpenAPIHono } from "@hono/zod-openapi";
import { ENDPOINTS } from "../routes/index.ts";
import { describe } from "./describe.ts";
import { withConstantNames } from "./enums.ts";
import { HEAD } from "./head.ts";
import { nullableIn30 } from "./nullable.ts";

interface Operation {
  operationId: string;
  responses: { 200: { content: Record<string, { example?: unknown }> } };
}

/** The document with an example for each operation's answer, by operation id. */
function withAnswers<T extends object>(document: T, answers: Readonly<Record<string, unknown>>): T {
  const { paths } = document as { paths: Record<string, { get: Operation }> };
  for (const { get } of Object.values(paths))
    for (const media of Object.values(get.responses[200].content)) media.example ??= answers[get.operationId];
  return document;
}

/**
 * The OpenAPI documents, built from the routes. Written to schema/ by `npm run generate`, never built while serving.
 * @param answers an example of each operation's answer, by operation id
 */
export function openApiDocuments(answers: Readonly<Record<string, unknown>>): { v31: object; v30: object } {
  const api = new OpenAPIHono();
  for (const endpoint of ENDPOINTS) api.openAPIRegistry.registerPath(describe(endpoint));
  // Copies: the documents share objects, and are changed.
  const v31 = structuredClone(api.getOpenAPI31Document({ openapi: "3.1.0", ...HEAD }));
  const v30 = structuredClone(api.getOpenAPIDocument({ openapi: "3.0.3", ...HEAD }));
  return {
    v31: withAnswers(withConstantNames(v31), answers),
    // Without examples of answers: strictly read, 3.0 has no form in which they have null where a schema is referenced.
    v30: nullableIn30(withConstantNames(v30)),
  };
}
