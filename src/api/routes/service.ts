import { createRoute, z } from "@hono/zod-openapi";
import operatorJson from "../../../schema/operator.schema.json" with { type: "json" };
import platformJson from "../../../schema/platform.schema.json" with { type: "json" };
import { commonErrors, notFound, Problem, unknownName } from "../problem.ts";
import { type Services, sendJson, sendText } from "../respond.ts";
import { type Api, refuseUnknown } from "../routing.ts";

/** The published schemas, by the name under which they are served. */
const SCHEMAS: Readonly<Record<string, unknown>> = {
  "platform.schema.json": platformJson,
  "operator.schema.json": operatorJson,
};

const status = z.object({ status: z.string(), release: z.string().nullable() });
const json = (schema: z.ZodType, example: unknown) => ({ "application/json": { schema, example } });

const healthz = createRoute({
  method: "get",
  path: "/healthz",
  operationId: "getHealth",
  tags: ["Service"],
  summary: "Is the process alive?",
  description: "Always 200 while the process answers; says nothing of the database.",
  responses: {
    200: { description: "It is.", content: json(status, { status: "ok", release: null }) },
    400: commonErrors[400],
  },
});
const readyz = createRoute({
  method: "get",
  path: "/readyz",
  operationId: "getReadiness",
  tags: ["Service"],
  summary: "Can it answer?",
  description: "200 when the database can be read and holds a dataset.",
  responses: {
    200: { description: "It can.", content: json(status, { status: "ready", release: "2026.11.1" }) },
    400: commonErrors[400],
    503: commonErrors[503],
  },
});

const schemaList = createRoute({
  method: "get",
  path: "/schema",
  operationId: "listSchemas",
  tags: ["About the data"],
  summary: "The JSON Schemas of the records",
  description: "JSON Schema 2020-12.",
  responses: {
    200: {
      description: "Where they are.",
      content: json(z.object({ items: z.array(z.object({ name: z.string(), url: z.string() })) }), {
        items: [{ name: "platform.schema.json", url: "/schema/platform.schema.json" }],
      }),
    },
    400: commonErrors[400],
  },
});
const schemaOne = createRoute({
  method: "get",
  path: "/schema/{name}",
  operationId: "getSchema",
  tags: ["About the data"],
  summary: "One JSON Schema",
  description: "JSON Schema 2020-12, as editors and validators read it.",
  request: {
    params: z.object({
      name: z.string().openapi({
        param: { name: "name", in: "path" },
        description: "The schema's file name.",
        example: "platform.schema.json",
      }),
    }),
  },
  responses: {
    200: {
      description: "The schema.",
      content: {
        "application/schema+json": {
          schema: z.any().openapi({ type: "object", description: "A JSON Schema." }),
          example: { $schema: "https://json-schema.org/draft/2020-12/schema" },
        },
      },
    },
    400: commonErrors[400],
    ...notFound(
      "unknown-path",
      "There is no schema platfrom.schema.json. Did you mean platform.schema.json?",
      ["platform.schema.json"],
    ),
  },
});

/** Health, readiness and schemas. */
export function serviceRoutes(api: Api, s: Services): void {
  api.openapi(healthz, (async (c: Parameters<typeof sendJson>[0]) => {
    refuseUnknown(c.req.query());
    return c.json({ status: "ok", release: null }, 200, { "Cache-Control": "no-store" });
  }) as never);
  api.openapi(readyz, (async (c: Parameters<typeof sendJson>[0]) => {
    refuseUnknown(c.req.query());
    try {
      const { version } = await s.store.current();
      return c.json({ status: "ready", release: version }, 200, { "Cache-Control": "no-store" });
    } catch (error) {
      throw new Problem("unavailable", error instanceof Error ? error.message : String(error));
    }
  }) as never);
  api.openapi(schemaList, (async (c: Parameters<typeof sendJson>[0]) => {
    refuseUnknown(c.req.query());
    return sendJson(c, { items: Object.keys(SCHEMAS).map((name) => ({ name, url: `/schema/${name}` })) });
  }) as never);
  api.openapi(schemaOne, (async (c: Parameters<typeof sendJson>[0]) => {
    refuseUnknown(c.req.query());
    const name = c.req.param("name") ?? "";
    const schema = SCHEMAS[name];
    if (!schema)
      throw unknownName("unknown-path", "name", `There is no schema ${name}.`, name, Object.keys(SCHEMAS));
    return sendText(c, `${JSON.stringify(schema, null, 2)}\n`, "application/schema+json; charset=utf-8");
  }) as never);
}
