import {
  type CacheHint,
  type Tool as ListedTool,
  ProtocolError,
  ProtocolErrorCode,
  ResourceNotFoundError,
  Server,
} from "@modelcontextprotocol/server";
import { trusted } from "../text/trusted.ts";
import { type Given, Refused } from "./ask.ts";
import { completeId, listResources, readResource, TEMPLATES } from "./resources.ts";
import { parametersOf } from "./tool.ts";
import { TOOLS } from "./tools/index.ts";

/** What models read about the server. */
export const INSTRUCTIONS =
  "Answers depend on region, plan, age and account; without region they are for the rest of the world. permitted is what terms allow, practised what the company says it does. Cite sources.";

/** The tools as they are listed: all of them only read what this server has. */
const LISTED = trusted<ListedTool[]>(
  TOOLS.map(({ run: _, ...tool }) => ({
    ...tool,
    annotations: { readOnlyHint: true, idempotentHint: true, destructiveHint: false, openWorldHint: false },
  })),
);

/** How long clients may keep what changes only with the code, and what changes with the data. */
const OF_CODE: CacheHint = { ttlMs: 3_600_000, cacheScope: "public" };
const OF_DATA: CacheHint = { ttlMs: 300_000, cacheScope: "public" };

const failed = (message: string) => ({ content: [{ type: "text" as const, text: message }], isError: true });

/** Calls a tool; what it refuses is an answer that says why and what would work. */
async function call(given: Given, name: string, args: Readonly<Record<string, unknown>>) {
  const tool = TOOLS.find((t) => t.name === name);
  if (!tool)
    throw new ProtocolError(
      ProtocolErrorCode.InvalidParams,
      `There is no tool ${name}: there are ${TOOLS.map((t) => t.name).join(", ")}.`,
    );
  try {
    const { text, structured } = await tool.run(given, parametersOf(args));
    return { content: [{ type: "text" as const, text }], structuredContent: structured };
  } catch (error) {
    if (error instanceof Refused) return failed(error.message);
    throw error;
  }
}

/** Turns what the API refuses into an error of the protocol: outside tools, programs read it, not models. */
async function orProtocolError<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof Refused) throw new ProtocolError(ProtocolErrorCode.InvalidParams, error.message);
    throw error;
  }
}

/**
 * A server of the Model Context Protocol for one request or connection: tools that answer as the API does, and
 * resources. It keeps nothing.
 */
export function mcpServer(given: Given): Server {
  const server = new Server(
    {
      name: "ai-data-use",
      title: "AI Data Use",
      version: "1.0.0",
      ...(given.origin !== undefined && { websiteUrl: given.origin }),
    },
    {
      capabilities: { tools: {}, resources: {}, completions: {} },
      instructions: INSTRUCTIONS,
      cacheHints: {
        "server/discover": OF_CODE,
        "tools/list": OF_CODE,
        "resources/templates/list": OF_CODE,
        "resources/list": OF_DATA,
        "resources/read": OF_DATA,
      },
    },
  );
  server.setRequestHandler("tools/list", async () => ({ tools: [...LISTED] }));
  server.setRequestHandler("tools/call", async ({ params }) =>
    call(given, params.name, params.arguments ?? {}),
  );
  server.setRequestHandler("resources/list", async ({ params }) =>
    orProtocolError(listResources(given, params?.cursor)),
  );
  server.setRequestHandler("resources/templates/list", async () => ({ resourceTemplates: [...TEMPLATES] }));
  server.setRequestHandler("resources/read", async ({ params: { uri } }) => {
    const found = await orProtocolError(readResource(given, uri));
    if (!found) throw new ResourceNotFoundError(uri);
    return found;
  });
  server.setRequestHandler("completion/complete", async ({ params: { ref, argument } }) => {
    const isId = ref.type === "ref/resource" && argument.name === "id";
    return isId ? orProtocolError(completeId(given, argument.value)) : { completion: { values: [] } };
  });
  return server;
}
