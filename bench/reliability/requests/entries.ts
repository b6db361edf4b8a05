import { Agent, request } from "node:http";
import { join } from "node:path";
import { brotliDecompressSync, gunzipSync, inflateSync, zstdDecompressSync } from "node:zlib";
import { freePort, start } from "../../../test/e2e/process.ts";
import { program } from "../service.ts";
import type { Answered } from "./check.ts";
import type { Asked } from "./generate.ts";

/** A server that answers over HTTP. */
export interface Entry {
  name: "node" | "worker";
  port: number;
  ask(asked: Asked): Promise<Answered>;
  output(): string;
  stop(): Promise<unknown>;
}

/** The same for both, so that answers with absolute URLs are the same bytes. */
const PUBLIC_URL = "https://data.example";

const DECODERS: Readonly<Record<string, (bytes: Buffer) => Buffer>> = {
  gzip: gunzipSync,
  deflate: inflateSync,
  br: brotliDecompressSync,
  zstd: zstdDecompressSync,
};

/** Sends the path as it is: `fetch` would correct it. */
const asking =
  (port: number) =>
  (asked: Asked): Promise<Answered> => {
    const { method, path, headers } = asked;
    const agent = agentOf(port);
    return new Promise((resolve, reject) => {
      const sent = request({ host: "127.0.0.1", port, method, path, headers, agent }, (response) => {
        const chunks: Buffer[] = [];
        response.on("data", (chunk: Buffer) => void chunks.push(chunk));
        response.on("error", reject);
        response.on("end", () => {
          const bytes = Buffer.concat(chunks);
          const decode = DECODERS[response.headers["content-encoding"] ?? ""];
          const body = decode && bytes.length > 0 ? decode(bytes) : bytes;
          const flat = Object.entries(response.headers).map(([k, v]) => [k, String(v)]);
          resolve({
            status: response.statusCode ?? 0,
            headers: Object.fromEntries(flat),
            body: body.toString(),
          });
        });
      });
      sent.on("error", (error: NodeJS.ErrnoException) => {
        // The server closes connections that nothing uses, and the request may cross with that.
        if (sent.reusedSocket && error.code === "ECONNRESET") asking(port)(asked).then(resolve, reject);
        else reject(error);
      });
      sent.end();
    });
  };

const agents = new Map<number, Agent>();
function agentOf(port: number): Agent {
  const there = agents.get(port) ?? new Agent({ keepAlive: true, maxSockets: 16 });
  agents.set(port, there);
  return there;
}

/** Node with a libSQL file. */
export async function nodeEntry(dir: string, data: string): Promise<Entry> {
  const port = await freePort();
  const server = start(process.execPath, ["src/entry/node.ts"], {
    PORT: String(port),
    HOST: "127.0.0.1",
    DATABASE_URL: `file:${join(dir, "requests.db")}`,
    DATA_DIR: data,
    PUBLIC_URL,
  });
  await server.until(/ at http:/, 300_000);
  return { name: "node", port, ask: asking(port), output: server.output, stop: server.stop };
}

/** Waits until a server answers; it prints nothing of it at this level. */
async function untilAnswering(ask: Entry["ask"], output: () => string): Promise<void> {
  for (let tries = 0; tries < 600; tries++) {
    const answered = await ask({ method: "GET", path: "/healthz", headers: {} }).catch(() => undefined);
    if (answered?.status === 200) return;
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
  throw new Error(`no answer within five minutes: ${output()}`);
}

/** workerd with D1, filled in a folder of its own. */
export async function workerEntry(dir: string, data: string): Promise<Entry> {
  const state = join(dir, "worker");
  const { code, output } = await program(["bench/reliability/d1.ts", join(state, "v3"), data], {
    PUBLIC_URL,
  }).ended;
  if (code !== 0) throw new Error(output);
  const port = await freePort();
  const args = [
    "wrangler",
    "dev",
    "--port",
    String(port),
    "--ip",
    "127.0.0.1",
    "--log-level",
    "warn",
    "--persist-to",
    state,
  ];
  const more = ["--inspector-port", String(await freePort()), "--var", `PUBLIC_URL:${PUBLIC_URL}`];
  // Where a request comes from is not asked elsewhere.
  const worker = start("npx", [...args, ...more], { CLOUDFLARE_CF_FETCH_ENABLED: "false" });
  await untilAnswering(asking(port), worker.output);
  return { name: "worker", port, ask: asking(port), output: worker.output, stop: worker.stop };
}
