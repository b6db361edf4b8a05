import { defineConfig } from "vitest/config";
import { requireNode } from "./test/required-node.ts";

requireNode();

/* Slow: starts the real server, wrangler dev and a browser, one after the other. */
export default defineConfig({
  test: {
    include: ["test/e2e/**/*.test.ts"],
    testTimeout: 120_000,
    hookTimeout: 180_000,
    fileParallelism: false,
  },
});
