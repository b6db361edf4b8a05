import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { request } from "node:http";
import { createServer } from "node:net";

/** A server that is measured, in a process of its own. */
export interface Server {
  name: string;
  url: string;
  pid: number;
  /** CPU time that its process has used, in seconds. */
  cpu(): number;
  stop(): Promise<void>;
}

/** Clock ticks a second in /proc; 100 on every Linux that Node supports. */
const TICKS = 100;

/** The CPU time of a process with all its threads, in seconds. */
function cpuOf(pid: number): number {
  // The name, in brackets, can contain spaces.
  const fields = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ")[1]?.split(" ") ?? [];
  return (Number(fields[11]) + Number(fields[12])) / TICKS;
}

/** A port that nothing listens on. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  server.close();
  await once(server, "close");
  if (address === null || typeof address === "string") throw new Error("no port");
  return address.port;
}

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Ends a process and waits for it. */
async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill("SIGTERM");
  await once(child, "exit");
}

interface StartOptions {
  env?: Record<string, string>;
  /** A path that answers with a status below 500 when it is ready. */
  ready: string;
}

/** Starts a server on loopback and waits until it answers. */
export async function startServer(
  name: string,
  command: (port: number) => readonly [string, ...string[]],
  { env = {}, ready }: StartOptions,
): Promise<Server> {
  const port = await freePort();
  const [program, ...args] = command(port);
  const child = spawn(program, args, {
    env: { ...process.env, ...env, PORT: String(port), HOST: "127.0.0.1" },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  for (const stream of [child.stdout, child.stderr])
    stream.on("data", (chunk: Buffer) => {
      output = (output + chunk.toString()).slice(-4000);
    });
  const url = `http://127.0.0.1:${port}`;
  for (;;) {
    if (child.exitCode !== null) throw new Error(`${name} ended: ${output}`);
    const answer = await ask(`${url}${ready}`).catch(() => undefined);
    if (answer && answer.status < 500) break;
    await pause(100);
  }
  const pid = child.pid ?? 0;
  return { name, url, pid, cpu: () => cpuOf(pid), stop: () => end(child) };
}

/** An answer as it came. */
export interface Answer {
  status: number;
  /** Names and values, alternating. */
  headers: string[];
  body: Buffer;
}

/** Asks once, with exactly these headers. */
export const ask = (url: string, headers: Record<string, string> = {}, method = "GET"): Promise<Answer> =>
  new Promise((resolve, reject) => {
    request(url, { headers, method, agent: false }, (response) => {
      const chunks: Buffer[] = [];
      response.on("data", (chunk: Buffer) => chunks.push(chunk));
      response.on("error", reject);
      response.on("end", () =>
        resolve({
          status: response.statusCode ?? 0,
          headers: response.rawHeaders,
          body: Buffer.concat(chunks),
        }),
      );
    })
      .on("error", reject)
      .end();
  });
