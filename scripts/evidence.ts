import { parseArgs } from "node:util";
import { runEvidence } from "../src/dataset/evidence-command.ts";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    archive: { type: "string", multiple: true, default: [] },
    all: { type: "boolean", default: false },
    show: { type: "boolean", default: false },
    quiet: { type: "boolean", default: false },
    data: { type: "string", default: "data" },
    help: { type: "boolean", short: "h", default: false },
  },
});
process.exitCode = await runEvidence(positionals, values);
