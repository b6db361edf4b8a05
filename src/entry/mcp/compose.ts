import type { Services } from "../../api/index.ts";
import { createMcpApp, type McpOptions } from "../../mcp/app.ts";
import { isMcp } from "../../mcp/path.ts";
import type { Fetch } from "../compress.ts";

/**
 * Answers requests of the Model Context Protocol, and passes on all others.
 * @param others answers them
 */
export function withMcp(others: Fetch, given: Services, options: McpOptions): Fetch {
  const app = createMcpApp(given, options);
  return (request, env) =>
    isMcp(new URL(request.url).pathname) ? app.fetch(request, env) : others(request, env);
}
