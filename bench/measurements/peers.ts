import type { Load } from "../harness/load.ts";
import type { Measurement, Row } from "../harness/measurement.ts";
import { startOurs, temporary } from "../harness/ours.ts";
import { ratioRow } from "../harness/ratio.ts";
import { ask, type Server, startServer } from "../harness/server.ts";
import { NotInstalled, npmPackage, pythonProgram } from "../peers/install.ts";

const PATH = "/platforms/linkedin?region=US";

/** A server that answers the same question, the answer for one platform and region, and how it is asked. */
interface Peer {
  name: string;
  atLeast: number;
  path: string;
  start(): Promise<Server>;
}

/** A row that says why its peer is not measured. */
const skipped = (name: string, atLeast: number, reason: string): Row => ({
  name,
  unit: "×",
  target: { atLeast },
  measure: async () => reason,
});

function peersOf(answer: Buffer, sqlite: Buffer, files: ReturnType<typeof temporary>): Peer[] {
  const json = answer.toString();
  const answerFile = files.write("answer.json", json);
  const rows = Array.from({ length: 1000 }, (_, i) => `p${i}`);
  const table = JSON.stringify({
    answers: [...rows, "linkedin"].map((platform, id) => ({
      id,
      platform,
      region: "US",
      answer: JSON.parse(json),
    })),
  });
  const database = files.write("ai-data-use.sqlite", sqlite);
  return [
    {
      name: "plain Hono + Drizzle",
      atLeast: 8,
      path: PATH,
      start: () =>
        startServer(
          "plain Hono + Drizzle",
          () => [process.execPath, "bench/peers/plain-hono.ts", answerFile],
          {
            ready: PATH,
          },
        ),
    },
    {
      name: "json-server 0.17.4",
      atLeast: 20,
      path: "/answers?platform=linkedin&region=US",
      async start() {
        const program = `${npmPackage("json-server", "0.17.4")}/lib/cli/bin.js`;
        const file = files.write("db.json", table);
        const args = (port: number) => ["--quiet", "--host", "127.0.0.1", "--port", String(port), file];
        return startServer("json-server 0.17.4", (port) => [process.execPath, program, ...args(port)], {
          ready: "/answers/1",
        });
      },
    },
    {
      name: "Datasette 0.65.1",
      atLeast: 20,
      path: "/ai-data-use/answers.json?platform=linkedin&practice=headline&_shape=objects",
      async start() {
        const program = pythonProgram("datasette", "0.65.1");
        const args = (port: number) => ["serve", database, "--host", "127.0.0.1", "--port", String(port)];
        return startServer("Datasette 0.65.1", (port) => [program, ...args(port)], {
          ready: "/-/versions.json",
        });
      },
    },
  ];
}

/** A hot answer, compared with servers that compute it for each request. */
export const peers = (load: Load): Measurement => ({
  name: "peers",
  async open() {
    const files = temporary();
    const ours = await startOurs();
    const started: Server[] = [ours];
    const rows: Row[] = [];
    const answer = await ask(`${ours.url}${PATH}`);
    const sqlite = await ask(`${ours.url}/download/latest/ai-data-use.sqlite`);
    for (const { name, atLeast, path, start } of peersOf(answer.body, sqlite.body, files)) {
      const row = `hot answer ÷ ${name}`;
      try {
        const server = await start();
        started.push(server);
        const { status } = await ask(`${server.url}${path}`);
        if (status !== 200) throw new Error(`${name} answers ${path} with ${status}`);
        rows.push(
          ratioRow(
            { name: row, target: { atLeast } },
            load,
            { server: ours, requests: [{ path: PATH }] },
            { server, requests: [{ path }] },
          ),
        );
      } catch (error) {
        if (!(error instanceof NotInstalled)) throw error;
        rows.push(skipped(row, atLeast, `not measured: ${error.message}`));
      }
    }
    return {
      rows,
      async close() {
        for (const server of started) await server.stop();
        files.remove();
      },
    };
  },
});
