import { OpenAPIHono } from "@hono/zod-openapi";
import { describe } from "./describe.ts";
import { ENDPOINTS } from "./routes/index.ts";

const head = {
  info: {
    title: "AI Data Use",
    version: "1.0.0",
    description:
      "What online platforms do with people's data to train AI: for each platform the uses, the default, the way to opt out, and every change with its date and evidence. Read-only; no key needed. Every path is also served under /v1.",
    license: { name: "MIT (code), CC BY 4.0 (data)", url: "https://creativecommons.org/licenses/by/4.0/" },
  },
  servers: [{ url: "/", description: "This server." }],
  tags: [
    { name: "Platforms", description: "What platforms do, for one audience and day." },
    { name: "Events", description: "What platforms did and will do." },
    { name: "Operators", description: "The companies that run them." },
    { name: "Versions", description: "Releases, changes and comparisons." },
    { name: "Downloads", description: "The whole dataset as files." },
    { name: "About the data", description: "Terms, counts, schemas." },
    { name: "Service", description: "Health." },
  ],
  security: [],
};

/** Null in OpenAPI 3.0, which has no such type. */
const NULL = { type: "object", nullable: true, enum: [null] };

const isBareNullable = (value: object): boolean => Object.keys(value).join() === "nullable";

/**
 * OpenAPI 3.0 has `nullable` only next to a `type`. Without one it means nothing: a schema without a
 * type allows null anyway, and a choice between a schema and null needs a schema for null.
 */
function withoutBareNullable(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutBareNullable);
  if (value === null || typeof value !== "object") return value;
  const entries = Object.entries(value)
    .filter(([key]) => key !== "nullable" || "type" in value)
    .map(([key, inner]) => [
      key,
      key === "anyOf" && Array.isArray(inner)
        ? inner.map((choice) => (isBareNullable(choice as object) ? NULL : withoutBareNullable(choice)))
        : withoutBareNullable(inner),
    ]);
  return Object.fromEntries(entries);
}

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
export async function openApiDocuments(
  answers: Readonly<Record<string, unknown>>,
): Promise<{ v31: object; v30: object }> {
  const api = new OpenAPIHono();
  for (const endpoint of ENDPOINTS) api.openAPIRegistry.registerPath(await describe(endpoint));
  const v31 = api.getOpenAPI31Document({ openapi: "3.1.0", ...head });
  const v30 = api.getOpenAPIDocument({ openapi: "3.0.3", ...head });
  return {
    v31: withAnswers(v31, answers),
    v30: withAnswers(withoutBareNullable(v30) as object, answers),
  };
}
