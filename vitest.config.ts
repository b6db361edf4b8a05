import { availableParallelism } from "node:os";
import { defineConfig } from "vitest/config";
import { requireNode } from "./test/required-node.ts";
import { SLOW } from "./test/slow.ts";

requireNode();

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    exclude: ["test/e2e/**", "test/clients/clients.test.ts", ...SLOW],
    // Files share workers, so that each loads the libraries once: a test must restore what it changes.
    pool: "threads",
    // The default leaves one core idle, which is half of two.
    maxWorkers: availableParallelism(),
    isolate: false,
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
});
