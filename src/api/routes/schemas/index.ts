import { readDocument } from "#documents";
import { SCHEMA_VERSION } from "../../../model/index.ts";
import { commonErrors, notFound } from "../../http/documented-errors.ts";
import { endpoint } from "../../http/endpoint.ts";
import { unknownName } from "../../http/problem.ts";
import { prefixOf, sendJson, sendText } from "../../http/respond.ts";

/** The schemas that are served, by their names. */
const SCHEMAS = ["platform.schema.json", "operator.schema.json"] as const;

/** The whole schema is too long for an example. */
const EXAMPLE = {
  $schema: "https://json-schema.org/draft/2020-12/schema",
  $id: `urn:ai-data-use:schema:platform:${SCHEMA_VERSION}`,
};

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
  },
  async (_, { c }) =>
    sendJson(c, { items: SCHEMAS.map((name) => ({ name, url: `${prefixOf(c)}/schema/${name}` })) }),
);

const one = endpoint(
  {
    id: "getSchema",
    path: "/schema/{name}",
    tag: "About the data",
    summary: "One JSON Schema",
    description: "JSON Schema 2020-12, as editors and validators read it.",
    example: "/schema/platform.schema.json",
    params: { name: { description: "The schema's file name.", example: "platform.schema.json" } },
    query: {},
    answer: { type: "object", additionalProperties: true, description: "A JSON Schema." },
    exampleAnswered: false,
    responses: {
      200: {
        description: "The schema.",
        content: { "application/schema+json": { example: EXAMPLE } },
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
    const known = SCHEMAS.find((schema) => schema === name);
    if (known === undefined)
      throw unknownName("unknown-path", "name", `There is no schema ${name}.`, name, SCHEMAS);
    const schema = await readDocument(known);
    return sendText(c, `${JSON.stringify(schema, null, 2)}\n`, "application/schema+json; charset=utf-8");
  },
);

/** /schema */
export const schemaEndpoints = [list, one];
