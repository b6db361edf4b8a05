import { parseArgs } from "node:util";
import { runRelease } from "../src/dataset/release-command.ts";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    data: { type: "string", default: "data" },
    date: { type: "string" },
    notes: { type: "string" },
    class: { type: "string", multiple: true, default: [] },
    "dry-run": { type: "boolean", default: false },
    help: { type: "boolean", short: "h", default: false },
  },
});
process.exitCode = runRelease(positionals, values);
