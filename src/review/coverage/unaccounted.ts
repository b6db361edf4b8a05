import type { Operator, Platform, Source } from "../../model/index.ts";
import type { Change, Lead } from "./leads.ts";
import type { Coverage } from "./schema.ts";

/** What the leads have and neither the records nor the list account for. */
export interface Unaccounted {
  /** Documents that are evidence of no record and not listed. */
  documents: Lead[];
  /** Documents of records, with the changes that no record cites and the list does not name. */
  changes: Lead[];
  /** Entries of the list that are wrong: documents that records do rest on, or that the leads do not have. */
  stale: string[];
}

const keyOf = ({ archive, path }: { archive: string; path: string }): string => `${archive} ${path}`;

/** Commits are abbreviated to different lengths: one stands for another if it is its beginning. */
const among = (commits: ReadonlySet<string> | undefined, commit: string): boolean =>
  commits !== undefined && [...commits].some((c) => c.startsWith(commit) || commit.startsWith(c));

/** The commits of each document that records cite, by archive and path. */
function citedIn(records: readonly (Platform | Operator)[]): Map<string, Set<string>> {
  const cited = new Map<string, Set<string>>();
  const sources = records.flatMap((record): readonly Source[] => record.sources ?? []);
  for (const copy of sources.flatMap(({ copies = [] }) => copies)) {
    if (!("commit" in copy)) continue;
    const commits = cited.get(keyOf(copy)) ?? new Set();
    cited.set(keyOf(copy), commits.add(copy.commit));
  }
  return cited;
}

/** A first copy changes nothing, and neither does a commit that the collection itself calls technical. */
const isChange = ({ kind }: Change): boolean => kind === "change";

/**
 * What is left to read. A document is accounted for if a record cites it or the list says why not; a change, if
 * a record cites its copy or the list says why it changed nothing.
 */
export function unaccounted(
  leads: readonly Lead[],
  records: readonly (Platform | Operator)[],
  coverage: Coverage,
): Unaccounted {
  const cited = citedIn(records);
  const without = new Set(coverage.documents.map(keyOf));
  const named = new Map<string, Set<string>>();
  for (const entry of coverage.changes)
    named.set(keyOf(entry), new Set([...(named.get(keyOf(entry)) ?? []), ...entry.commits]));
  const known = new Set(leads.map(keyOf));
  return {
    documents: leads.filter((lead) => !cited.has(keyOf(lead)) && !without.has(keyOf(lead))),
    changes: leads.flatMap((lead) => {
      const [commits, none] = [cited.get(keyOf(lead)), named.get(keyOf(lead))];
      const changes = lead.changes.filter(
        (change) => isChange(change) && !among(commits, change.commit) && !among(none, change.commit),
      );
      return commits && changes.length > 0 ? [{ ...lead, changes }] : [];
    }),
    stale: [
      ...coverage.documents.filter((d) => cited.has(keyOf(d))).map((d) => `${keyOf(d)}: a record cites it`),
      ...[...coverage.documents, ...coverage.changes]
        .filter((d) => !known.has(keyOf(d)))
        .map((d) => `${keyOf(d)}: not in the leads`),
    ],
  };
}
