import type { ReleaseLedger } from "../model/index.ts";
import { hashOfLarge } from "../records/load.ts";

/** Each change is hashed by itself: those of a release can be more than a string can hold. */
const DEPTH = 2;

/** A ledger's digest: SHA-256 of the canonical JSON of everything else in it. */
export const digestOf = (ledger: Omit<ReleaseLedger, "digest">): string => hashOfLarge(ledger, DEPTH);

const withoutDigest = ({ digest: _, ...rest }: ReleaseLedger): Omit<ReleaseLedger, "digest"> => rest;

/** Is a ledger as it was cut? */
export const isUnedited = (ledger: ReleaseLedger): boolean =>
  digestOf(withoutDigest(ledger)) === ledger.digest;

/** What is wrong with a ledger among others. */
export interface ChainFault {
  version: string;
  found: string;
  fix: string;
}

/** A fault on one line. */
export const faultInWords = ({ version, found, fix }: ChainFault): string => `${version}: ${found}. ${fix}`;

/** The command that puts the releases of two branches in order. */
const REPAIR =
  "`npm run release -- repair --base main` keeps the releases of main as they are and cuts the others again after them.";

const names = (a: ReleaseLedger["previous"], b: ReleaseLedger["previous"]): boolean =>
  a?.version === b?.version && a?.digest === b?.digest;

/** Why a ledger does not follow the one before it. */
function broken(
  ledger: ReleaseLedger,
  before: ReleaseLedger | undefined,
  ledgers: readonly ReleaseLedger[],
): ChainFault {
  const { version, previous } = ledger;
  const named = ledgers.find((l) => l.version === previous?.version);
  const sibling = ledgers.find((l) => l !== ledger && names(l.previous, previous));
  if (previous && !named)
    return {
      version,
      found: `it follows ${previous.version}, which is missing`,
      fix: `Restore its file from git (\`git log --all -- data/releases/${previous.version}.json\`), or \`npm run release -- repair --base main\` if main has it.`,
    };
  if (sibling)
    return {
      version,
      found: `it follows ${previous?.version ?? "nothing"}, and so does ${sibling.version}: two branches released at once`,
      fix: REPAIR,
    };
  if (previous && named && named.digest !== previous.digest)
    return {
      version,
      found: `it follows another ${previous.version} than the one here: two branches cut ${previous.version}, or it was edited`,
      fix: REPAIR,
    };
  return {
    version,
    found: `it follows ${previous?.version ?? "nothing"}, not ${before?.version ?? "nothing"}, which is between them`,
    fix: REPAIR,
  };
}

/** Does each ledger follow the one before? Ledgers in order; does not read their contents. */
export function linkFaults(ledgers: readonly ReleaseLedger[]): ChainFault[] {
  const follows = ({ previous }: ReleaseLedger, before: ReleaseLedger | undefined): boolean =>
    (previous?.version ?? null) === (before?.version ?? null) &&
    (previous?.digest ?? null) === (before?.digest ?? null);
  return ledgers.flatMap((ledger, i) =>
    follows(ledger, ledgers[i - 1]) ? [] : [broken(ledger, ledgers[i - 1], ledgers)],
  );
}

/** Is each ledger as it was cut? */
export const editFaults = (ledgers: readonly ReleaseLedger[]): ChainFault[] =>
  ledgers
    .filter((ledger) => !isUnedited(ledger))
    .map(({ version }) => ({
      version,
      found: "the ledger was edited after the release was cut (its digest differs)",
      fix: "`npm run release -- repair` restores it from git; a correction is a new release.",
    }));

/** Is each ledger as it was cut, and does it follow the one before? Ledgers in order. */
export const chainFaults = (ledgers: readonly ReleaseLedger[]): ChainFault[] => [
  ...editFaults(ledgers),
  ...linkFaults(ledgers),
];
