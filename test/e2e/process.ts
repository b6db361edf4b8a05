import { type ChildProcess, spawn } from "node:child_process";
import { type AddressInfo, createServer } from "node:net";
import { resolve } from "node:path";

/** The program that `npm start` runs. */
export const SERVER = resolve("src/entry/start.mjs");

/** A port that nothing listens on, for programs that cannot choose one. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0);
  await new Promise((listening) => server.once("listening", listening));
  const { port } = server.address() as AddressInfo;
  await new Promise((closed) => server.close(closed));
  return port;
}

/** A started program: what it has said so far, and how to stop it. */
export interface Running {
  child: ChildProcess;
  output: () => string;
  /** Waits until the output matches; fails with the output when it ends or takes too long. */
  until(pattern: RegExp, milliseconds?: number): Promise<RegExpMatchArray>;
  /** Waits for the end; the exit code. */
  exit(): Promise<number | null>;
  stop(): Promise<void>;
}

/** Starts `npm run <script>` or a command in its own process group, so that all of it can be stopped. */
export function start(
  command: string,
  args: string[],
  env: Record<string, string> = {},
  cwd = process.cwd(),
): Running {
  const child = spawn(command, args, {
    cwd,
    env: { ...process.env, WRANGLER_SEND_METRICS: "false", CI: "1", ...env },
    stdio: ["ignore", "pipe", "pipe"],
    detached: true,
  });
  let text = "";
  const add = (chunk: Buffer) => {
    text += chunk.toString();
  };
  child.stdout?.on("data", add);
  child.stderr?.on("data", add);
  const ended = new Promise<number | null>((resolve) => child.once("exit", resolve));
  return {
    child,
    output: () => text,
    exit: () => ended,
    async until(pattern, milliseconds = 90_000) {
      const deadline = Date.now() + milliseconds;
      for (;;) {
        const match = text.match(pattern);
        if (match) return match;
        if (child.exitCode !== null)
          throw new Error(`ended with ${child.exitCode} before ${pattern}:\n${text}`);
        if (Date.now() > deadline) throw new Error(`no ${pattern} within ${milliseconds} ms:\n${text}`);
        await new Promise((r) => setTimeout(r, 50));
      }
    },
    async stop() {
      if (child.pid !== undefined && child.exitCode === null) {
        try {
          process.kill(-child.pid, "SIGTERM");
        } catch {}
        await Promise.race([ended, new Promise((r) => setTimeout(r, 15_000))]);
      }
    },
  };
}
