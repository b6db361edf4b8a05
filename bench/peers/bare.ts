import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { LIMITS } from "../../src/entry/limits/limits.ts";

/*
 * The fastest that node:http can be: it writes answers that were made before from a buffer. One answer for all
 * requests, or the one that the request names by its number: `bare.ts <answers.json>`.
 */
interface Stored {
  status: number;
  headers: string[];
  /** Base64. */
  body: string;
}

const answers = (JSON.parse(readFileSync(process.argv[2] ?? "", "utf8")) as Stored[]).map((answer) => ({
  ...answer,
  body: Buffer.from(answer.body, "base64"),
}));
const [only] = answers;
const one = answers.length === 1;
const server = createServer((request, response) => {
  const answer = one ? only : answers[Number(request.headers["x-answer"] ?? 0)];
  if (!answer) throw new Error("There is no such answer.");
  response.writeHead(answer.status, answer.headers);
  if (answer.body.length > 0) response.end(answer.body);
  else response.end();
});
// Then Keep-Alive is written as our server writes it.
server.maxRequestsPerSocket = LIMITS.requestsPerConnection.default;
server.listen(Number(process.env["PORT"]), process.env["HOST"]);
