/** Test files that start many processes (git, compilers) or compare every release in several formats: they run with the end-to-end tests, not with `npm test`. */
export const SLOW = [
  "test/watch/watch.test.ts",
  "test/watch/history.test.ts",
  "test/exports/npm.test.ts",
  "test/history/format-changes.test.ts",
  "test/entry/cli/package.test.ts",
  "test/typescript-client/package.test.ts",
] as const;
