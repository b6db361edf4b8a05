import Ajv2020 from "ajv/dist/2020.js";
import { describe, expect, test } from "vitest";
import openApi31 from "../../schema/openapi.json" with { type: "json" };
import openApi30 from "../../schema/openapi-3.0.json" with { type: "json" };
import { openApiDocuments } from "../../src/api/description/index.ts";
import { ENDPOINTS } from "../../src/api/routes/index.ts";
import { exampleAnswers } from "../../src/entry/cli/example-answers.ts";

type Operation = {
  operationId: string;
  summary: string;
  description: string;
  responses: Record<string, { content?: Record<string, { schema: object; example?: unknown }> }>;
  parameters?: { name: string; description?: string; schema?: { description?: string } }[];
};
/** Resolves the references of a schema in `components` beside it. */
const ajv = new Ajv2020.default({ strict: false, allErrors: true });

const operations = Object.entries(openApi31.paths as unknown as Record<string, { get: Operation }>).map(
  ([path, item]) => ({ path, ...item.get }),
);

describe("the OpenAPI document", () => {
  test("is what the routes declare and answer (if this fails: npm run generate)", async () => {
    const documents = openApiDocuments(await exampleAnswers());
    expect(JSON.parse(JSON.stringify(documents))).toEqual({ v31: openApi31, v30: openApi30 });
  });
  test("has deterministic examples", async () =>
    expect(await exampleAnswers()).toEqual(await exampleAnswers()));
  test("comes in 3.1 and 3.0", () =>
    expect([openApi31.openapi, openApi30.openapi]).toEqual(["3.1.0", "3.0.3"]));
  test("has every endpoint and no other", () =>
    expect(operations.map((o) => o.path).sort()).toEqual(ENDPOINTS.map((e) => e.path).sort()));
  test.each(operations)("$path has an id, a summary, an example and its errors", (operation) => {
    expect(operation.operationId).toMatch(/^[a-z][A-Za-z]+$/);
    expect(operation.summary.length).toBeGreaterThan(10);
    for (const [status, response] of Object.entries(operation.responses))
      if (response.content)
        for (const media of Object.values(response.content)) expect(media.example, status).toBeDefined();
    expect(Object.keys(operation.responses).some((s) => s.startsWith("4"))).toBe(true);
    for (const p of operation.parameters ?? [])
      expect(p.description ?? p.schema?.description, p.name).toBeTruthy();
  });
  test.each(operations)("the example of $path is valid by its schema", ({ responses }) => {
    for (const response of Object.values(responses))
      for (const [type, { schema, example }] of Object.entries(response.content ?? {})) {
        const valid = ajv.validate({ ...schema, components: openApi31.components }, example);
        expect(ajv.errors, type).toBeNull();
        expect(valid).toBe(true);
      }
  });
  test("a named schema is nullable only where it is used", () => {
    for (const document of [openApi31, openApi30])
      for (const [name, schema] of Object.entries(document.components.schemas)) {
        expect("type" in schema ? schema.type : "object", name).toMatch(/^(object|string)$/);
        expect(schema, name).not.toHaveProperty("nullable");
      }
  });
  test("every object and every enum of an answer has a name", () => {
    const unnamed = (value: unknown, path: string[]): string[] => {
      if (value === null || typeof value !== "object") return [];
      const inner = Object.entries(value).flatMap(([key, v]) =>
        key === "example" ? [] : unnamed(v, [...path, key]),
      );
      const nested = !["components", "allOf"].includes(path.at(-2) ?? "") && path.length > 1;
      return nested && ("properties" in value || "enum" in value) && !Array.isArray(value)
        ? [path.join("/"), ...inner]
        : inner;
    };
    expect(
      Object.entries(openApi31.components.schemas).flatMap(([name, schema]) => unnamed(schema, [name])),
    ).toEqual([]);
    for (const { responses } of operations)
      for (const { content } of Object.values(responses))
        for (const { schema } of Object.values(content ?? {}))
          expect(unnamed(schema, ["response", "schema"])).toEqual([]);
  });
  test("no schema is composed of others, and null is at the use", () => {
    const text = JSON.stringify(openApi31);
    expect(text).not.toMatch(/"(allOf|oneOf)":/);
    const choices = text.match(/"anyOf":\[[^\]]*\]/g) ?? [];
    expect(choices.length).toBeGreaterThan(20);
    for (const choice of choices)
      expect(choice).toMatch(/^"anyOf":\[\{"\$ref":"[^"]+"\},\{"type":"null"\}\]$/);
  });
  test("every property and every schema says what it is", () => {
    const schemas = openApi31.components.schemas as Record<
      string,
      { description?: string; properties?: Record<string, { $ref?: string; description?: string }> }
    >;
    const silent = Object.entries(schemas).flatMap(([name, { description, properties = {} }]) => [
      ...(description ? [] : [name]),
      ...Object.entries(properties)
        .filter(([, property]) => !property.$ref && !property.description)
        .map(([property]) => `${name}.${property}`),
    ]);
    expect(silent).toEqual([]);
  });
  test("enums of parameters are named too", () => {
    expect(JSON.stringify(openApi31.paths)).not.toContain('"enum":');
  });
  test("ids are unique", () =>
    expect(new Set(operations.map((o) => o.operationId)).size).toBe(operations.length));
});
