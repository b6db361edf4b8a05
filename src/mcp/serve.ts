import {
  createMcpHandler,
  isLegacyRequest,
  WebStandardStreamableHTTPServerTransport,
} from "@modelcontextprotocol/server";
import type { Given } from "./ask.ts";
import { mcpServer } from "./server.ts";

/** The most bytes of a request: arguments are short. */
const MOST_BYTES = 65_536;

/**
 * Answers a request of the revisions before 2026-07-28, without sessions: each is complete in itself. As JSON: nothing
 * is sent before the answer, so a stream of events would only be harder to compress and to pass on.
 */
async function serveEarlier(request: Request, given: Given): Promise<Response> {
  const server = mcpServer(given);
  // Without a generator of ids there are no sessions.
  const transport = new WebStandardStreamableHTTPServerTransport({
    enableJsonResponse: true,
    maxRequestBodySize: MOST_BYTES,
  });
  await server.connect(transport);
  try {
    return await transport.handleRequest(request);
  } finally {
    await server.close();
  }
}

/**
 * Answers a POST of the Model Context Protocol, Streamable HTTP, in any of its revisions. It keeps nothing between
 * requests.
 * @param log receives what went wrong apart from the answer
 */
export async function serveMcp(
  request: Request,
  given: Given,
  log: (error: Error) => void = () => {},
): Promise<Response> {
  const most = { maxRequestBodySize: MOST_BYTES };
  if (await isLegacyRequest(request, undefined, most)) return serveEarlier(request, given);
  const handler = createMcpHandler(() => mcpServer(given), {
    legacy: "reject",
    onerror: log,
    // Nothing changes that needs a notification.
    maxSubscriptions: 0,
    ...most,
  });
  return handler.fetch(request);
}
