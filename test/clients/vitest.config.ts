import { resolve } from "node:path";
import { defineConfig } from "vitest/config";
import { requireNode } from "../required-node.ts";

requireNode();

/* Slow: installs generators and compilers' packages, and compiles what they generate. */
export default defineConfig({
  root: resolve(import.meta.dirname, "../.."),
  test: {
    include: ["test/clients/clients.test.ts"],
    testTimeout: 1_800_000,
    hookTimeout: 180_000,
    fileParallelism: false,
  },
});
