import { connect } from "node:net";
import fc from "fast-check";

/* Bytes that are not a request, or an odd one, straight into a socket. */

const CRLF = "\r\n";
const request = (line: string, headers: readonly string[] = ["Host: x"], body = ""): string =>
  [line, ...headers, "", body].join(CRLF);

const CASES: readonly string[] = [
  "",
  "\r\n\r\n",
  "\0\0\0\0\r\n\r\n",
  "GET\r\n\r\n",
  "GET /\r\n\r\n",
  "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
  "\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03",
  request("GET / HTTP/1.1", []),
  request("GET / HTTP/1.1", ["Host: "]),
  request("GET / HTTP/1.1", ["Host: a", "Host: b"]),
  request("GET / HTTP/1.1", ["Host: [::1"]),
  request("GET / HTTP/1.1", ["Host: a b"]),
  request("GET / HTTP/1.1", ["Host: \\"]),
  request("GET / HTTP/1.1", ["Host: x:99999"]),
  request("GET / HTTP/1.1", [`Host: ${"a".repeat(5000)}`]),
  request("GET / HTTP/1.0", []),
  request("GET / HTTP/9.9"),
  request("GET / HTTP/1.1 x"),
  request("G\u0000T / HTTP/1.1"),
  request("FOO / HTTP/1.1"),
  request("TRACE / HTTP/1.1"),
  request("CONNECT example.com:443 HTTP/1.1"),
  request("OPTIONS * HTTP/1.1"),
  request("GET * HTTP/1.1"),
  request("GET platforms HTTP/1.1"),
  request("GET %2Fplatforms HTTP/1.1"),
  request("GET ?q=x HTTP/1.1"),
  request("GET http://evil.example/platforms HTTP/1.1"),
  request("GET http://evil.example:x/ HTTP/1.1"),
  request("GET file:///etc/passwd HTTP/1.1"),
  request("GET /platforms?q=a b HTTP/1.1"),
  request("GET /platforms?q=\xc3\xa9 HTTP/1.1"),
  request("GET /platforms?q=\xff HTTP/1.1"),
  request("GET /platforms?q=%ff%fe HTTP/1.1"),
  request("GET /platforms?q=%u0041 HTTP/1.1"),
  request("GET /platforms/%2e%2e/%2e%2e/etc/passwd HTTP/1.1"),
  request("GET /../../etc/passwd HTTP/1.1"),
  request("GET //etc/passwd HTTP/1.1"),
  request("GET /\\\\etc HTTP/1.1"),
  request("GET /platforms#x HTTP/1.1"),
  request('GET /platforms?q="<>^`{|} HTTP/1.1'),
  request(`GET /${"a".repeat(100_000)} HTTP/1.1`),
  request(`GET /platforms?q=${"a".repeat(15_000)} HTTP/1.1`),
  request("GET / HTTP/1.1", ["Host: x", ...Array.from({ length: 1500 }, (_, i) => `X-${i}: y`)]),
  request("GET / HTTP/1.1", ["Host: x", `X: ${"y".repeat(100_000)}`]),
  request("GET / HTTP/1.1", ["Host: x", "X : y"]),
  request("GET / HTTP/1.1", ["Host: x", " folded: y"]),
  request("GET / HTTP/1.1", ["Host: x", "no colon"]),
  request("GET / HTTP/1.1", ["Host: x", "X: \u0001\u0002"]),
  request("GET / HTTP/1.1", ["Host: x", "Content-Length: -1"]),
  request("GET / HTTP/1.1", ["Host: x", "Content-Length: 5", "Content-Length: 6"], "hello"),
  request("GET / HTTP/1.1", ["Host: x", "Content-Length: 5"], "hello"),
  request("POST / HTTP/1.1", ["Host: x", "Content-Length: 5"], "hello"),
  request("POST / HTTP/1.1", ["Host: x", "Content-Length: 500"], "hello"),
  request(
    "GET / HTTP/1.1",
    ["Host: x", "Content-Length: 4", "Transfer-Encoding: chunked"],
    `0${CRLF}${CRLF}`,
  ),
  request("POST / HTTP/1.1", ["Host: x", "Transfer-Encoding: chunked"], `zz${CRLF}`),
  request("POST / HTTP/1.1", ["Host: x", "Transfer-Encoding: x"], "a"),
  request("POST / HTTP/1.1", ["Host: x", "Expect: 100-continue", "Content-Length: 5"]),
  request("GET / HTTP/1.1", ["Host: x", "Expect: y"]),
  request("GET / HTTP/1.1", [
    "Host: x",
    "Connection: Upgrade",
    "Upgrade: websocket",
    "Sec-WebSocket-Version: 13",
  ]),
  request("GET / HTTP/1.1", [
    "Host: x",
    "Connection: Upgrade, HTTP2-Settings",
    "Upgrade: h2c",
    "HTTP2-Settings: x",
  ]),
  request("GET / HTTP/1.1", ["Host: x", "Connection: \u00ff"]),
  request("GET /healthz HTTP/1.1").repeat(200),
  `${request("GET /stats HTTP/1.1").repeat(20)}GET`,
];

/** Cases, some of them with bytes changed, removed or cut off. In ISO 8859-1: a character is a byte. */
export const raw: fc.Arbitrary<string> = fc
  .tuple(
    fc.constantFrom(...CASES),
    fc.constantFrom("as it is", "as it is", "changed", "removed", "cut", "twice"),
    fc.nat(),
    fc.nat(255),
  )
  .map(([text, how, position, byte]) => {
    const at = text.length === 0 ? 0 : position % text.length;
    if (how === "changed") return text.slice(0, at) + String.fromCharCode(byte) + text.slice(at + 1);
    if (how === "removed") return text.slice(0, at) + text.slice(at + 1);
    if (how === "cut") return text.slice(0, at);
    return how === "twice" ? text + text : text;
  });

/** How long to wait for more, in milliseconds. */
const QUIET = 150;

/** Sends bytes. @returns what came back until the server was quiet or closed */
export function sent(port: number, bytes: string): Promise<string> {
  return new Promise((resolve) => {
    let answer = "";
    const socket = connect({ port, host: "127.0.0.1" }, () => socket.write(Buffer.from(bytes, "latin1")));
    const done = () => {
      socket.destroy();
      resolve(answer);
    };
    socket.setTimeout(QUIET, done);
    socket.on("data", (chunk) => {
      answer += chunk.toString("latin1");
    });
    socket.on("error", done);
    socket.on("close", done);
  });
}
