import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Answer, type Server, startServer } from "./server.ts";

/** Where the database of the measured server is kept between runs. */
const DIR = "build/bench";

/** What `npm start` starts: Node's options, and the program. */
function program(): string[] {
  const { scripts } = JSON.parse(readFileSync("package.json", "utf8")) as { scripts: { start: string } };
  const [node, ...args] = scripts.start.split(" ");
  if (node !== "node") throw new Error(`npm start is ${scripts.start}: expected node with its arguments.`);
  return args;
}

/** The server of this repository, with the records of `data/`. */
export function startOurs(): Promise<Server> {
  mkdirSync(DIR, { recursive: true });
  return startServer("ours", () => [process.execPath, ...program()], {
    env: { DATABASE_URL: `file:${DIR}/bench.db` },
    ready: "/readyz",
  });
}

/** A file for a peer, in a folder that is deleted at the end. */
export function temporary(): { write(name: string, content: string | Buffer): string; remove(): void } {
  const dir = mkdtempSync(join(tmpdir(), "bench-"));
  return {
    write(name, content) {
      const path = join(dir, name);
      writeFileSync(path, content);
      return path;
    },
    remove: () => rmSync(dir, { recursive: true }),
  };
}

/** Headers that every server adds by itself. */
const OWN = /^(date|connection|keep-alive|transfer-encoding)$/i;

/** A file of answers as they came, for {@link startBare}. */
export const storedAnswers = (answers: readonly Answer[]): string =>
  JSON.stringify(
    answers.map(({ status, headers, body }) => ({
      status,
      headers: headers.filter((_, i) => !OWN.test(headers[i - (i % 2)] ?? "")),
      body: body.toString("base64"),
    })),
  );

/** A server that writes stored answers from a buffer. */
export const startBare = (file: string): Promise<Server> =>
  startServer("bare node:http", () => [process.execPath, "bench/peers/bare.ts", file], { ready: "/" });
