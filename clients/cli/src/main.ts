#!/usr/bin/env node
import * as records from "@ai-data-use/data/load.js";
import { run } from "./run.ts";

/* The program `ai-data-use`. */

// A reader that closes early (`| head`) is not an error.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code === "EPIPE") process.exit(0);
  throw error;
});

process.exitCode = await run(process.argv.slice(2), {
  version: records.release.version,
  records,
  terminal: {
    out: (text) => void process.stdout.write(text.endsWith("\n") ? text : `${text}\n`),
    err: (text) => void process.stderr.write(`${text}\n`),
    stdin: process.stdin,
    columns: process.stdout.columns,
  },
});
