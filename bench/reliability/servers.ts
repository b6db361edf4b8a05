import { Agent, get } from "node:http";
import { join } from "node:path";
import { allowed } from "./answers.ts";
import { address, type Bench, emptyFolder, PATHS, program, starting, Tally } from "./service.ts";

/** Connections of each server. */
const CONNECTIONS = 16;

/** How often is published meanwhile, at least. */
const PUBLICATIONS = 100;

/** A server, and the connections to it. */
interface Asked {
  url: string;
  agent: Agent;
}

const text = ({ url, agent }: Asked, path: string): Promise<string> =>
  new Promise((resolve, reject) => {
    get(`${url}${path}`, { agent }, (response) => {
      const chunks: Buffer[] = [];
      response.on("data", (chunk: Buffer) => chunks.push(chunk));
      response.once("end", () => resolve(`${response.statusCode} ${Buffer.concat(chunks)}`));
      response.once("error", reject);
    }).once("error", reject);
  });

/** Two server processes on one database: each of their answers is compared with the right ones while a third process publishes. */
export async function servers(bench: Bench, count: number): Promise<Tally> {
  const tally = new Tally();
  const right = await allowed(bench);
  const folders = bench.states.map((s) => s.data);
  const path = join(emptyFolder(bench.dir, "servers"), "db");
  const processes = [];
  const asked: Asked[] = [];
  for (const name of ["first", "second"]) {
    const server = starting(`file:${path}`, folders[0] as string);
    processes.push(server);
    const url = await address(server);
    if (url === undefined) {
      tally.fail(`the ${name} server did not start: ${server.output()}`);
      return tally;
    }
    asked.push({ url, agent: new Agent({ keepAlive: true, maxSockets: CONNECTIONS }) });
  }
  const publisher = program(["bench/reliability/publisher.ts", "embedded", path, ...folders]);
  const published = (): number => Number(publisher.output().trim().split("\n").at(-1));
  const seen = asked.map(() => new Set<string>());
  let next = 0;
  const isOver = (): boolean =>
    bench.stopped ||
    publisher.child.exitCode !== null ||
    tally.wrong.length > 100 ||
    (tally.done >= count && published() >= PUBLICATIONS);
  const ask = async (server: Asked, states: Set<string>): Promise<void> => {
    while (!isOver()) {
      const asking = PATHS[next++ % PATHS.length] as string;
      const body = await text(server, asking);
      tally.done++;
      if (right.get(asking)?.has(body)) tally.add("right answers");
      else tally.fail(`${asking}: ${body.slice(0, 300)}`);
      if (asking === PATHS[3]) states.add(body);
    }
  };
  try {
    await Promise.all(
      asked.flatMap((server, i) =>
        Array.from({ length: CONNECTIONS }, () => ask(server, seen[i] as Set<string>)),
      ),
    );
    if (publisher.child.exitCode !== null) tally.fail(`the publisher ended: ${publisher.output()}`);
  } finally {
    for (const { child } of [publisher, ...processes]) child.kill();
    for (const { agent } of asked) agent.destroy();
  }
  tally.counts.set("publications meanwhile", published());
  for (const [i, states] of seen.entries()) tally.counts.set(`states seen by server ${i + 1}`, states.size);
  return tally;
}
