import { parseArgs } from "node:util";
import { runPublish } from "../src/entry/publish-command.ts";

const { values } = parseArgs({
  options: {
    to: { type: "string" },
    data: { type: "string", default: "data" },
    remote: { type: "boolean", default: false },
    rollback: { type: "boolean", default: false },
    help: { type: "boolean", short: "h", default: false },
  },
});
process.exitCode = await runPublish(values, process.env);
