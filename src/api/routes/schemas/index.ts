import { z } from "@hono/zod-openapi";
import operatorJson from "../../../../schema/operator.schema.json" with { type: "json" };
import platformJson from "../../../../schema/platform.schema.json" with { type: "json" };
import { remembered } from "../../../text/remembered.ts";
import { endpoint } from "../../http/endpoint.ts";
import { commonErrors, notFound, unknownName } from "../../http/problem.ts";
import { sendJson, sendText } from "../../http/respond.ts";

/** The published schemas, by the name under which they are served. */
const SCHEMAS: ReadonlyMap<string, object> = new Map<string, object>([
  ["platform.schema.json", platformJson],
  ["operator.schema.json", operatorJson],
]);

const listSchema = z
  .object({ items: z.array(z.object({ name: z.string(), url: z.string() }).openapi("SchemaFile")) })
  .openapi("SchemaList");
const jsonSchema = z.any().openapi({ type: "object", description: "A JSON Schema." });

/** The whole schema is too long for an example. */
const { $schema, $id } = platformJson;

const list = endpoint(
  {
    id: "listSchemas",
    path: "/schema",
    tag: "About the data",
    summary: "The JSON Schemas of the records",
    description: "JSON Schema 2020-12.",
    about: "JSON Schemas of the records.",
    example: "/schema",
    query: {},
    answer: listSchema,
    responses: {
      200: { description: "Their URLs.", content: { "application/json": { schema: listSchema } } },
      400: commonErrors[400],
    },
  },
  async (_, { c }) =>
    sendJson(c, { items: [...SCHEMAS.keys()].map((name) => ({ name, url: `/schema/${name}` })) }),
);

/** A schema as it is sent; it is the same for every request. */
const textOf = remembered((schema: object) => `${JSON.stringify(schema, null, 2)}\n`);

const one = endpoint(
  {
    id: "getSchema",
    path: "/schema/{name}",
    tag: "About the data",
    summary: "One JSON Schema",
    description: "JSON Schema 2020-12, as editors and validators read it.",
    example: "/schema/platform.schema.json",
    params: z.object({
      name: z.string().openapi({
        param: { name: "name", in: "path" },
        description: "The schema's file name.",
        example: "platform.schema.json",
      }),
    }),
    query: {},
    answer: jsonSchema,
    exampleAnswered: false,
    responses: {
      200: {
        description: "The schema.",
        content: { "application/schema+json": { schema: jsonSchema, example: { $schema, $id } } },
      },
      400: commonErrors[400],
      ...notFound(
        "unknown-path",
        "There is no schema platfrom.schema.json. Did you mean platform.schema.json?",
        ["platform.schema.json"],
      ),
    },
  },
  async (_, { c, params }) => {
    const name = params["name"] ?? "";
    const schema = SCHEMAS.get(name);
    if (!schema)
      throw unknownName("unknown-path", "name", `There is no schema ${name}.`, name, [...SCHEMAS.keys()]);
    return sendText(c, textOf(schema), "application/schema+json; charset=utf-8");
  },
);

/** /schema */
export const schemaEndpoints = [list, one];
