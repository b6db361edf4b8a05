import { basename, join } from "node:path";
import { git } from "../evidence/git.ts";
import { type LedgerFile, ledgerFile, releasesFolder } from "./ledger-files.ts";
import { byVersion } from "./versions.ts";

/** The ledgers' files at a commit, in order of their versions. */
export const ledgersAt = (dataDir: string, commit: string): LedgerFile[] =>
  (git(dataDir, "ls-tree", "-z", "--name-only", commit, `${releasesFolder(".")}/`) ?? "")
    .split("\0")
    .filter((path) => path.endsWith(".json"))
    .map((path) =>
      ledgerFile(
        join(dataDir, path),
        git(dataDir, "show", `${commit}:./${releasesFolder(".")}/${basename(path)}`) ?? "",
      ),
    )
    .sort((a, b) => byVersion(a.version, b.version));
