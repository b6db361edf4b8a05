import type { Load, LoadRequest } from "./load.ts";
import type { Row, Samples, Target } from "./measurement.ts";
import type { Server } from "./server.ts";

/** Seconds that each server is loaded in each round. */
const SECONDS = 1;
const LONGEST = 16;

/** One run: requests a second, and CPU time per request in microseconds. */
interface Run {
  server: string;
  perSecond: number;
  cpu: number;
}

async function run(load: Load, server: Server, requests: readonly LoadRequest[]): Promise<Run> {
  // A slow server may not answer anything in the first second.
  for (let wanted = SECONDS; wanted <= LONGEST; wanted *= 2) {
    const before = server.cpu();
    const { requests: count, seconds, errors } = await load(server.url, requests, wanted);
    if (errors > 0) throw new Error(`${server.name}: ${errors} errors of ${count} requests`);
    if (count > 0)
      return {
        server: server.name,
        perSecond: count / seconds,
        cpu: ((server.cpu() - before) * 1e6) / count,
      };
  }
  throw new Error(`${server.name} answered nothing in ${LONGEST} seconds`);
}

/** A server, and what is asked of it. */
export interface Side {
  server: Server;
  requests: readonly LoadRequest[];
}

/**
 * How many times as many requests one server answers as another, with the same CPU time. The servers are measured
 * in turn in each round, first one and then the other first, so that what else the machine does meets both.
 */
export const ratioRow = (
  { name, target }: { name: string; target: Target },
  load: Load,
  ours: Side,
  peer: Side,
): Row => ({
  name,
  unit: "×",
  target,
  async measure(rounds): Promise<Samples> {
    const side = ({ server, requests }: Side) => run(load, server, requests);
    // Compilers and caches of both warm up.
    for (const each of [ours, peer, ours, peer]) await side(each);
    const raw: { ours: Run; peer: Run }[] = [];
    for (let round = 0; round < rounds; round++) {
      const [first, second] = round % 2 === 0 ? [ours, peer] : [peer, ours];
      const [a, b] = [await side(first), await side(second)];
      raw.push(round % 2 === 0 ? { ours: a, peer: b } : { ours: b, peer: a });
    }
    return {
      values: raw.map((round) => round.peer.cpu / round.ours.cpu),
      cpu: {
        [ours.server.name]: raw.map((round) => round.ours.cpu),
        [peer.server.name]: raw.map((round) => round.peer.cpu),
      },
      raw,
    };
  },
});
