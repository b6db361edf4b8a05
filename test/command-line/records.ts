import { PassThrough, Readable } from "node:stream";
import type { Records } from "../../clients/cli/src/installed.ts";
import { run, type Terminal } from "../../clients/cli/src/run.ts";
import type { LoadedDataset } from "../../src/records/load.ts";

/** The records of a state, as the package with the data gives them. */
export const recordsOf = ({ platforms, operators, release }: LoadedDataset): Records => ({
  catalogue: platforms,
  load: async (id) => {
    const platform = platforms.find((p) => p.id === id);
    const operator = operators.find((o) => o.id === platform?.operator);
    return platform && operator ? { platform, operator } : undefined;
  },
  release,
});

/** A call of the command: its exit code and what it printed. */
export async function called(
  records: Records,
  args: readonly string[],
  { input, columns }: { input?: string; columns?: number } = {},
): Promise<{ code: number; out: string; err: string }> {
  const said = { out: "", err: "" };
  const stdin: Terminal["stdin"] =
    input === undefined ? Object.assign(new PassThrough(), { isTTY: true }) : Readable.from([input]);
  const code = await run(args, {
    version: "0.0.0",
    records,
    terminal: {
      out: (text) => {
        said.out += `${text}\n`;
      },
      err: (text) => {
        said.err += `${text}\n`;
      },
      stdin,
      columns,
    },
  });
  return { code, ...said };
}
