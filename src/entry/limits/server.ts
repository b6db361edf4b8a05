import { createServer, type RequestListener, type Server, STATUS_CODES } from "node:http";
import type { Socket } from "node:net";
import { clientOf, Problem, type Proxies, problemOutside } from "../../api/index.ts";
import type { Deadlines } from "./deadlines.ts";
import type { Limits } from "./limits.ts";

/** How often connections are looked at whose request does not arrive, in milliseconds. */
const CHECK = 1000;

/** Ends connections of a client that has too many. Those of trusted proxies and of this machine are not counted. */
function limitConnections(server: Server, most: number, proxies: Proxies): void {
  const open = new Map<string, number>();
  server.on("connection", (socket: Socket) => {
    const { remoteAddress: peer = "" } = socket;
    const client = proxies.trusts(peer) ? undefined : clientOf(proxies, () => undefined, peer);
    if (client === undefined) return;
    const count = open.get(client) ?? 0;
    if (count >= most) {
      socket.destroy();
      return;
    }
    open.set(client, count + 1);
    socket.once("close", () => {
      const rest = (open.get(client) ?? 1) - 1;
      if (rest > 0) open.set(client, rest);
      else open.delete(client);
    });
  });
}

/** The problem of a request that Node could not read. */
function unreadable({ code }: NodeJS.ErrnoException, { headerBytes, requestSeconds }: Limits): Problem {
  if (code === "HPE_HEADER_OVERFLOW")
    return new Problem(
      "headers-too-large",
      `The request line and the headers have more than ${headerBytes} bytes.`,
    );
  if (code === "ERR_HTTP_REQUEST_TIMEOUT")
    return new Problem("request-timeout", `The request did not arrive within ${requestSeconds} seconds.`);
  return new Problem("unreadable-request", "What was sent is not an HTTP/1.1 request.");
}

/** A problem as bytes, for a connection that has no response object. */
function rawProblem(problem: Problem): string {
  const { status, headers, body } = problemOutside(problem, "/");
  const all = { ...headers, "Content-Length": Buffer.byteLength(body), Connection: "close" };
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`);
  return `HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\n${lines.join("")}\r\n${body}`;
}

function answerUnreadable(server: Server, limits: Limits, deadlines: Deadlines): void {
  server.on("clientError", (error: NodeJS.ErrnoException, socket: Socket) => {
    if (error.code === "ECONNRESET" || !socket.writable || deadlines.hasBegun(socket)) socket.destroy();
    else socket.end(rawProblem(unreadable(error, limits)), () => socket.destroy());
  });
}

/**
 * Ends a connection without any progress: nothing was read from it, and nothing of what is written was taken.
 * An answer that was taken at once needs no timer. Setting Node's `server.timeout` instead would move one for every
 * request, which costs a fiftieth of a hot answer.
 */
const endingStalled =
  (listener: RequestListener, milliseconds: number): RequestListener =>
  (req, res) => {
    listener(req, res);
    // Without a socket it waits for the answers before it on this connection.
    const isTaken = res.writableEnded && res.socket?.writableLength === 0;
    if (!isTaken) req.socket.setTimeout(milliseconds);
  };

interface BoundedOptions {
  limits: Limits;
  /** Whose connections are not counted. */
  proxies: Proxies;
  deadlines: Deadlines;
}

/** An HTTP server with limits on connections and on how requests arrive and answers are read. */
export function boundedServer(
  listener: RequestListener,
  { limits, proxies, deadlines }: BoundedOptions,
): Server {
  const server = createServer(
    {
      maxHeaderSize: limits.headerBytes,
      headersTimeout: limits.headersSeconds * 1000,
      requestTimeout: limits.requestSeconds * 1000,
      keepAliveTimeout: limits.keepAliveSeconds * 1000,
      connectionsCheckingInterval: CHECK,
      // A request without a body is no stream that Node would have to end.
      optimizeEmptyRequests: true,
    },
    endingStalled(listener, limits.stalledSeconds * 1000),
  );
  server.maxHeadersCount = limits.headers + 1;
  server.maxRequestsPerSocket = limits.requestsPerConnection;
  server.maxConnections = limits.connections;
  limitConnections(server, limits.connectionsPerClient, proxies);
  answerUnreadable(server, limits, deadlines);
  return server;
}
