import { defineConfig } from "vitest/config";
import { requireNode } from "./test/required-node.ts";
import { SLOW } from "./test/slow.ts";

requireNode();

/** Tests that run on every database engine: `npm test` runs them on libSQL, this on D1. */
const ON_D1 = [
  "test/db/store.test.ts",
  "test/db/history.test.ts",
  "test/db/lists.test.ts",
  "test/db/writers.test.ts",
  "test/db/answers-in-sql.test.ts",
  "test/db/events.test.ts",
  "test/db/limits.test.ts",
  "test/db/round-trips.test.ts",
  "test/guards/dimensions.test.ts",
  "test/api/review.test.ts",
];

/* Slow: starts the real server, wrangler dev, workerd and a browser, one after the other. */
export default defineConfig({
  test: {
    include: ["test/e2e/**/*.test.ts", ...SLOW, ...ON_D1],
    env: { TEST_ENGINES: "d1" },
    testTimeout: 120_000,
    hookTimeout: 180_000,
    fileParallelism: false,
  },
});
