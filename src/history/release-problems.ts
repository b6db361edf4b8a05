import { join } from "node:path";
import type { Problem } from "../records/problems.ts";
import { RELEASE_CHECKS } from "../records/release-checks.ts";
import { type ChainFault, editFaults, linkFaults } from "./chain.ts";
import { readLedgerFiles, releasesFolder } from "./ledger-files.ts";
import { byVersion } from "./versions.ts";

type Head = (typeof RELEASE_CHECKS)[keyof typeof RELEASE_CHECKS];

const problemIn = (head: Head, file: string, said: Pick<Problem, "line" | "found" | "fix">): Problem => ({
  code: head.code,
  file,
  column: 1,
  endColumn: 2,
  pointer: "",
  place: "",
  expected: head.description,
  edits: [],
  ...said,
});

/** What is wrong with the ledgers of a data directory, as `npm run validate` reports it. */
export function releaseProblems(dataDir: string): Problem[] {
  const files = readLedgerFiles(dataDir);
  const unreadable = files.flatMap(({ path, fault }) =>
    fault ? [problemIn(RELEASE_CHECKS.readable, path, fault)] : [],
  );
  const ledgers = files.flatMap(({ ledger }) => ledger ?? []).sort((a, b) => byVersion(a.version, b.version));
  const at =
    (head: Head) =>
    ({ version, found, fix }: ChainFault) =>
      problemIn(head, join(releasesFolder(dataDir), `${version}.json`), { line: 1, found, fix });
  const edits = editFaults(ledgers).map(at(RELEASE_CHECKS.unedited));
  // A ledger that cannot be read is missing in the chain: one cause, reported once.
  const gaps = unreadable.length > 0 && files.some(({ fault }) => fault && fault.kind !== "partial");
  return [...unreadable, ...edits, ...(gaps ? [] : linkFaults(ledgers).map(at(RELEASE_CHECKS.chain)))];
}
