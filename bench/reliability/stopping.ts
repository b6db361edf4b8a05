import { Agent, get } from "node:http";
import { join } from "node:path";
import { address, type Bench, emptyFolder, started, starting, Tally } from "./service.ts";

const CLIENTS = 20;

const wait = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** One request. @returns its status, or the code of the error */
const ask = (agent: Agent, url: string): Promise<string> =>
  new Promise((resolve) => {
    get(url, { agent }, (response) => {
      response.resume();
      response.on("end", () => resolve(String(response.statusCode)));
      response.on("error", (error: NodeJS.ErrnoException) => resolve(error.code ?? error.message));
    }).on("error", (error: NodeJS.ErrnoException) => resolve(error.code ?? error.message));
  });

/**
 * Stops a server under load. `balanced`: clients go elsewhere once /readyz says so, as behind a load
 * balancer. `direct`: they go on until the connection is refused.
 */
async function one(url: string, stop: () => void, balanced: boolean, tally: Tally): Promise<void> {
  const agent = new Agent({ keepAlive: true, maxSockets: CLIENTS });
  const kind = balanced ? "balanced" : "direct";
  let ready = true;
  const client = async () => {
    for (let i = 0; ready || !balanced; i++) {
      const seen = await ask(agent, `${url}/platforms?limit=${1 + (i % 50)}`);
      if (seen === "ECONNREFUSED") {
        tally.add(`${kind}: clients refused at the end`);
        return;
      }
      tally.add(`${kind}: ${seen}`);
      if (seen !== "200") tally.fail(`${kind}: ${seen}`);
    }
  };
  const prober = async () => {
    const own = new Agent();
    while (ready) {
      ready = (await ask(own, `${url}/readyz`)) === "200";
      await wait(50);
    }
  };
  const all = [prober(), ...Array.from({ length: CLIENTS }, client)];
  await wait(300 + Math.random() * 500);
  stop();
  await Promise.all(all);
  agent.destroy();
}

/** Stops servers under load. */
export async function stopping(bench: Bench, count: number): Promise<Tally> {
  const { dir, states } = bench;
  const tally = new Tally();
  const path = join(emptyFolder(dir, "stopping"), "db");
  const data = states[0]?.data ?? "";
  await started(path, data);
  for (let i = 0; i < count && !bench.stopped; i++) {
    tally.done++;
    const server = starting(`file:${path}`, data);
    const url = await address(server);
    if (!url) throw new Error(server.output());
    await one(url, () => server.child.kill("SIGTERM"), i % 2 === 0, tally);
    const { code } = await server.ended;
    tally.add(`ended with ${code}`);
    if (code !== 0) tally.fail(`ended with ${code}: ${server.output()}`);
  }
  return tally;
}
