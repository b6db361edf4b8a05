import { defineConfig } from "vitest/config";
import { requireNode } from "./test/required-node.ts";

requireNode();

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    exclude: ["test/e2e/**"],
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
});
