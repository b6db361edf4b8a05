import type { Services } from "../api/index.ts";
import type { McpOptions } from "../mcp/app.ts";
import { isMcp } from "../mcp/path.ts";
import type { Fetch } from "./compress.ts";

/**
 * Answers requests of the Model Context Protocol, with code that is loaded for the first one, and passes on all others.
 * @param others answers them
 */
export function withMcp(others: Fetch, given: Services, options: McpOptions): Fetch {
  let made: Fetch | undefined;
  const mcp = async (): Promise<Fetch> => {
    if (made) return made;
    const { createMcpApp } = await import("../mcp/app.ts");
    const app = createMcpApp(given, options);
    // Not the promise: on Workers, requests must not wait for work of another request, which ends with it.
    made = (request, env) => app.fetch(request, env);
    return made;
  };
  return async (request, env) =>
    isMcp(new URL(request.url).pathname) ? (await mcp())(request, env) : others(request, env);
}
