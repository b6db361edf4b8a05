import * as z from "zod";
import { didYouMean } from "../text/nearest.ts";
import { type Given, type Parameters, Refused } from "./ask.ts";

/** JSON Schema, as tools list it. */
type JsonSchema = { type: "object"; properties: Record<string, unknown>; required?: string[] };

/** What a tool answers. */
export interface Answer<Output> {
  /** For models and people, at most 1.5 kB. */
  text: string;
  structured: Output;
}

/** A tool: what it says of itself, and what it does. */
export interface Tool {
  name: string;
  title: string;
  description: string;
  inputSchema: JsonSchema;
  outputSchema: JsonSchema;
  /** @throws {Refused} with what would work */
  run(given: Given, args: Parameters): Promise<Answer<Record<string, unknown>>>;
}

interface ToolSpec<Output extends z.ZodObject> {
  name: string;
  title: string;
  description: string;
  /** JSON Schema of each argument, by name. */
  input: Readonly<Record<string, object>>;
  required?: readonly string[];
  output: Output;
  run(given: Given, args: Parameters): Promise<Answer<z.infer<Output>>>;
}

/**
 * JSON Schema 2020-12, which is the default of tools, so that it need not say so. It allows more fields than it has:
 * clients keep the list of tools while a server is replaced by a newer one.
 */
function jsonSchemaOf(schema: z.ZodObject): JsonSchema {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io: "input" });
  return rest as JsonSchema;
}

/**
 * Declares a tool. Its arguments are parameters of the API, which checks them: it says what is wrong and what would
 * work, in the same words to all clients.
 */
export function tool<Output extends z.ZodObject>(spec: ToolSpec<Output>): Tool {
  const { name, title, description, input, required = [], output, run } = spec;
  return {
    name,
    title,
    description,
    inputSchema: {
      type: "object",
      properties: { ...input },
      ...(required.length > 0 && { required: [...required] }),
      ...{ additionalProperties: false },
    },
    outputSchema: jsonSchemaOf(output),
    async run(given, args) {
      const unknown = Object.keys(args).find((argument) => !Object.hasOwn(input, argument));
      if (unknown !== undefined) {
        const known = Object.keys(input);
        throw new Refused(
          `${unknown}: there is no such argument.${didYouMean(unknown, known)} There are ${known.join(", ")}.`,
        );
      }
      const missing = required.find((argument) => args[argument] === undefined || args[argument] === "");
      if (missing !== undefined) throw new Refused(`${missing}: is missing; ${name} needs it.`);
      return run(given, args);
    },
  };
}

/**
 * The arguments of a call as parameters of the API: a list is written with commas.
 * @throws {Refused} for a value that is neither text, a number, true or false, nor a list of texts
 */
export function parametersOf(args: Readonly<Record<string, unknown>>): Parameters {
  const entries = Object.entries(args).map(([name, value]) => {
    if (value === null || ["string", "number", "boolean", "undefined"].includes(typeof value))
      return [name, value];
    if (Array.isArray(value) && value.every((item) => typeof item === "string"))
      return [name, value.join(",")];
    throw new Refused(`${name}: give text${Array.isArray(value) ? " in the list" : ""}.`);
  });
  return Object.fromEntries(entries) as Parameters;
}
