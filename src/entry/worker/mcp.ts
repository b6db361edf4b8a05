import { WorkerEntrypoint } from "cloudflare:workers";
import type { Ask } from "../../mcp/ask.ts";
import { serveMcp } from "../../mcp/serve.ts";

/*
 * The Worker with the SDK of the Model Context Protocol, apart from the one with the API, whose script it would make
 * a sixth larger. It is not reachable from the web, has no data, and asks the API by what it is given.
 */
export default class Mcp extends WorkerEntrypoint {
  /** Answers a POST. @param ask a function of the Worker that calls, which asks its API */
  serve(request: Request, ask: Ask, origin: string): Promise<Response> {
    return serveMcp(request, { ask, origin });
  }
}

/** The same, as the binding of the Worker that calls it. */
export type McpBinding = Pick<Mcp, "serve">;
