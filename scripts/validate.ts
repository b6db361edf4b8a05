import { parseArgs } from "node:util";
import { runValidate } from "../src/dataset/validate-command.ts";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    json: { type: "boolean", default: false },
    data: { type: "string", default: "data" },
    help: { type: "boolean", short: "h", default: false },
  },
});
process.exitCode = runValidate(positionals, values);
