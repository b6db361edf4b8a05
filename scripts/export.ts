import { parseArgs } from "node:util";
import { runExport } from "../src/entry/export-command.ts";

const { values } = parseArgs({
  options: {
    out: { type: "string" },
    static: { type: "string" },
    origin: { type: "string" },
    data: { type: "string", default: "data" },
    release: { type: "string" },
    help: { type: "boolean", short: "h", default: false },
  },
});
process.exitCode = await runExport(values);
