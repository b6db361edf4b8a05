import { join } from "node:path";
import { type Database, publishHistory } from "../../src/db/index.ts";
import { loadHistory } from "../../src/history/history.ts";
import { hashOf } from "../../src/records/load.ts";
import { localD1 } from "./local-d1.ts";
import { asking, type Bench, emptyFolder, fingerprint, type State, Tally } from "./service.ts";

/** How many pairs write one database before there is a new one. */
const SAME = 5;

const publishing = (db: Database, { data }: State) => publishHistory(db, loadHistory(data), { hash: hashOf });

/**
 * Pairs of writers of one D1 database, new or with another state. Both are in one workerd, as every D1 database is
 * in one process: two local workerds on one folder do not wait for each other (SQLITE_BUSY), which D1 does not have.
 */
export async function d1Pairs(bench: Bench, count: number): Promise<Tally> {
  const tally = new Tally();
  const [a, b, old] = bench.states as [State, State, State];
  const whole = new Set([a.fingerprint, b.fingerprint]);
  const folder = emptyFolder(bench.dir, "d1-pairs");
  for (let i = 0; tally.done < count && !bench.stopped; i++) {
    const { open, close } = await localD1(join(folder, String(i)));
    for (let n = 0; n < SAME && tally.done < count; n++) {
      if (n > 0) await publishing(open(), old);
      // The second begins while the first writes, or at the same moment.
      const second = new Promise((resolve) => setTimeout(resolve, n * 60)).then(() => publishing(open(), b));
      const ended = await Promise.allSettled([publishing(open(), a), second]);
      for (const end of ended) if (end.status === "rejected") tally.fail(`D1: a writer ended: ${end.reason}`);
      if (!whole.has(await fingerprint(asking(open())))) tally.fail("D1: neither of both states");
      tally.done++;
      tally.add(`two writers of D1, ${n === 0 ? "new" : "old"} database`);
    }
    await close();
  }
  return tally;
}
