import type { Load } from "../harness/load.ts";
import type { Measurement, Row } from "../harness/measurement.ts";
import { startBare, startOurs, storedAnswers, temporary } from "../harness/ours.ts";
import { ratioRow } from "../harness/ratio.ts";
import { ask, type Server } from "../harness/server.ts";

const PLATFORM = "/platforms/linkedin?region=US";

const ROWS = [
  { name: "hot answer", path: PLATFORM, headers: {} },
  { name: "hot answer, gzip", path: PLATFORM, headers: { "Accept-Encoding": "gzip" } },
  { name: "hot answer, br", path: PLATFORM, headers: { "Accept-Encoding": "br" } },
  { name: "/healthz", path: "/healthz", headers: {} },
] as const;

/** Answers that were given before, compared with bare node:http that writes the same bytes from a buffer. */
export const hot = (load: Load): Measurement => ({
  name: "hot",
  async open() {
    const files = temporary();
    const ours = await startOurs();
    const started: Server[] = [ours];
    const rows: Row[] = [];
    for (const { name, path, headers } of ROWS) {
      const answer = await ask(`${ours.url}${path}`, headers);
      const bare = await startBare(files.write(`${started.length}.json`, storedAnswers([answer])));
      started.push(bare);
      const requests = [{ path, headers }];
      rows.push(
        ratioRow(
          { name: `${name} ÷ bare node:http`, target: { atLeast: 0.9 } },
          load,
          { server: ours, requests },
          { server: bare, requests },
        ),
      );
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
