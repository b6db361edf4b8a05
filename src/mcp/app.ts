import { type Context, Hono } from "hono";
import { cors } from "hono/cors";
import { requestId } from "hono/request-id";
import { type LogError, problemOf, toStandardError } from "../api/app.ts";
import { EXPOSED, responseHeaders } from "../api/http/headers.ts";
import { Problem, problemResponse } from "../api/http/problem.ts";
import { throwIfRefused } from "../api/http/refused.ts";
import type { Services } from "../api/http/services.ts";
import { asking, type Given } from "./ask.ts";
import { acceptsOrigin } from "./origin.ts";

/** Answers a request of the protocol: src/mcp/serve.ts, which is loaded when it is first needed, or is another Worker. */
export type ServeMcp = (request: Request, given: Given) => Response | Promise<Response>;

export interface McpOptions {
  /** The API in this process: the tools ask it. */
  api: (request: Request, env?: object) => Response | Promise<Response>;
  /** Undefined where this server has no MCP. */
  serve: ServeMcp | undefined;
  /** Is this a public server, which websites may use? If not, only pages of this machine may. */
  isPublic: boolean;
  log?: LogError;
}

/** Headers that the public origin of a request depends on, as the client or a proxy sent them. */
const passedOn = (c: Context, names: readonly string[]): Record<string, string> =>
  Object.fromEntries(names.flatMap((name) => [[name, c.req.header(name)]]).filter(([, value]) => value));

/** Why an Origin is not accepted, as the specification has it: an error without an id. */
const refusal = (isPublic: boolean) => ({
  jsonrpc: "2.0",
  error: {
    code: -32_000,
    message: isPublic
      ? "Origin must be the origin of a website, such as https://example.org."
      : "This server answers only web pages of its own machine. Set PUBLIC_URL to open it to others (docs/mcp.md).",
  },
});

/**
 * The endpoint of the Model Context Protocol (Streamable HTTP) as a handler, with the headers and errors of the API.
 */
export function createMcpApp(s: Services, { api, serve, isPublic, log = toStandardError }: McpOptions): Hono {
  const app = new Hono();
  app.use(responseHeaders(s.origin));
  app.use(requestId());
  app.use(async (c, next) => {
    const origin = c.req.header("Origin");
    if (origin !== undefined && !acceptsOrigin(origin, isPublic)) return c.json(refusal(isPublic), 403);
    return next();
  });
  app.use(cors({ origin: "*", allowMethods: ["POST", "OPTIONS"], exposeHeaders: EXPOSED, maxAge: 86_400 }));
  app.all("*", async (c) => {
    if (c.req.method !== "POST")
      throw new Problem(
        "method-not-allowed",
        `${c.req.method} is not allowed: this is an endpoint of the Model Context Protocol, to which clients send POST.`,
      );
    throwIfRefused(c.env);
    if (!serve) throw new Problem("unknown-path", "This server does not serve the Model Context Protocol.");
    const origin = s.origin.of(c);
    // A copy: what the server notes of an inner request is not about this one.
    const inner = (request: Request) => api(request, { ...(c.env as object) });
    const requested = new URL(c.req.url).origin;
    const response = await serve(c.req.raw, {
      ask: asking(inner, requested, passedOn(c, s.origin.headers)),
      origin,
    });
    return new Response(response.body, response);
  });
  app.onError((error, c) => {
    const response = problemResponse(problemOf(error, c, log), "/mcp");
    if (response.status === 405) response.headers.set("Allow", "POST, OPTIONS");
    return response;
  });
  return app;
}
