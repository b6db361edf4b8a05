import { readFileSync, writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { compile, type JSONSchema } from "json-schema-to-typescript";
import { PROBLEMS } from "../../src/api/http/problem.ts";

/*
 * Writes src/api.ts, the types of the API, from its description. Every schema becomes a type with its own name
 * and its description, so that editors show `PlatformAnswer` and not an expression.
 */

const DESCRIPTION = new URL("../../schema/openapi.json", import.meta.url);
const TYPES = new URL("src/api.ts", import.meta.url);

type Json = Readonly<Record<string, unknown>>;

interface Parameter {
  name: string;
  in: "path" | "query" | "header";
  required?: boolean;
  description?: string;
  schema: Json;
}

interface Operation {
  operationId: string;
  summary?: string;
  parameters?: readonly Parameter[];
  responses: Readonly<Record<string, { content?: Readonly<Record<string, { schema?: Json }>> }>>;
}

interface Description {
  paths: Readonly<Record<string, { get?: Operation }>>;
  components: { schemas: Readonly<Record<string, Json>> };
}

/** The description, with references as the compiler of schemas reads them, and without examples. */
const description = JSON.parse(
  readFileSync(DESCRIPTION, "utf8").replaceAll("#/components/schemas/", "#/definitions/"),
  (key, value) => (key === "example" || key === "examples" ? undefined : value),
) as Description;

const operations = Object.entries(description.paths).flatMap(([path, { get }]) =>
  get ? [{ path, operation: get }] : [],
);

const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** The schema of what a path answers; undefined for answers that are not JSON. */
const answerOf = ({ responses }: Operation): Json | undefined =>
  responses["200"]?.content?.["application/json"]?.schema ??
  responses["200"]?.content?.["application/feed+json"]?.schema ??
  responses["200"]?.content?.["application/schema+json"]?.schema;

/** Downloads have JSON files among others: their type is not known before they are asked for. */
const isJson = ({ responses }: Operation): boolean =>
  Object.keys(responses["200"]?.content ?? {}).every((type) => /[/+]json$/.test(type));

/** The parameters of a path as one object. */
function parametersOf(path: string, written: readonly Parameter[]): Json {
  return {
    type: "object",
    description: `Parameters of ${path}`,
    properties: Object.fromEntries(
      written.map(({ name, description, schema }) => [
        name,
        { ...schema, ...(description && { description }) },
      ]),
    ),
    required: written.filter((p) => p.required === true).map((p) => p.name),
    additionalProperties: false,
  };
}

/** A schema that says nothing about the members of an object. */
const isOpen = (schema: Json): boolean =>
  schema["type"] === "object" &&
  schema["properties"] === undefined &&
  schema["additionalProperties"] !== false;

/** All types; what an answer without a name of its own is called comes from its operation. */
async function types(): Promise<string> {
  const named: Record<string, Json> = { ...description.components.schemas };
  const nameOfParameters = (path: string, operation: Operation): string => {
    const written = (operation.parameters ?? []).filter((p) => p.in !== "header");
    if (written.length === 0) return "Record<never, never>";
    const name = `${capitalised(operation.operationId)}Parameters`;
    named[name] = parametersOf(path, written);
    return name;
  };
  const nameOfAnswer = (operation: Operation): string => {
    const answer = isJson(operation) ? answerOf(operation) : undefined;
    if (!answer) return "Response";
    if (isOpen(answer)) return "Record<string, unknown>";
    const ref = /^#\/definitions\/(\w+)$/.exec(String(answer["$ref"]))?.[1];
    if (ref !== undefined) return ref;
    const name = `${capitalised(operation.operationId)}Answer`;
    named[name] = answer;
    return name;
  };
  const routes = operations.map(
    ({ path, operation }) =>
      `  /** ${operation.summary?.replace(/[.?]?$/, (end) => end || ".")} */\n  "${path}": { parameters: ${nameOfParameters(path, operation)}; answer: ${nameOfAnswer(operation)} };`,
  );
  const schema: Json = {
    type: "object",
    properties: Object.fromEntries(
      Object.keys(named).map((name) => [name, { $ref: `#/definitions/${name}` }]),
    ),
    required: Object.keys(named),
    additionalProperties: false,
    definitions: named,
    description: "Every schema of the API by its name.",
  };
  const compiled = await compile(schema as JSONSchema, "Schemas", {
    bannerComment: "/* Written by `npm run generate` from the description of the API. */",
    ignoreMinAndMaxItems: true,
    additionalProperties: false,
    style: { printWidth: 110 },
  });
  const codes = Object.keys(PROBLEMS).map((code) => `\n  | "${code}"`);
  return `${compiled}
/** The errors that the API reports, by the last part of their \`type\`. Newer servers may have more. */
export type ProblemCode =${codes.join("")};

/** What can be asked: each path with its parameters and its answer. */
export interface Routes {
${routes.join("\n")}
}
`;
}

const { values } = parseArgs({ options: { check: { type: "boolean", default: false } } });
const text = await types();
if (!values.check) writeFileSync(TYPES, text);
else if (readFileSync(TYPES, "utf8") !== text) {
  console.error("clients/typescript/src/api.ts is stale. Run: npm run generate");
  process.exitCode = 1;
}
