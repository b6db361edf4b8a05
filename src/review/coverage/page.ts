import { countInWords } from "../../language/en/index.ts";
import { markdownTable } from "../../text/table.ts";
import { type Coverage, NO_EVENT } from "./schema.ts";

const table = (heads: string[], rows: string[][]): string => markdownTable(heads, rows).join("\n");

/** docs/coverage.md: which services are wanted, and which archived documents are evidence of no record. */
export function coveragePage({ wanted, documents, changes }: Coverage): string {
  const commits = (why: string): number =>
    changes.filter((change) => change.why === why).reduce((sum, change) => sum + change.commits.length, 0);
  const byArchive = Map.groupBy(
    documents.toSorted((a, b) => a.path.localeCompare(b.path, "en")),
    ({ archive }) => archive,
  );
  return `# Coverage

Written by \`npm run generate\` from [data/coverage.json](../data/coverage.json).

## Wanted

${countInWords(wanted.length, "service")} that people ask about and that have no record, since nothing was found that a record can rest on. If you know a document that can be read, with a date and a public copy, use the form [Propose a platform](../.github/ISSUE_TEMPLATE/platform-missing.yml).

${table(
  ["service", "domains", "what is missing"],
  wanted
    .toSorted((a, b) => a.name.localeCompare(b.name, "en"))
    .map(({ name, domains, why }) => [name, domains.join(", "), why]),
)}

## Documents without a record

Public archives have documents with lines on AI that are evidence of no record: ${documents.length}.

${[...byArchive]
  .toSorted(([a], [b]) => a.localeCompare(b))
  .map(
    ([archive, rows]) =>
      `### ${archive}\n\n${table(
        ["document", "why"],
        rows.map(({ path, why }) => [path, why]),
      )}`,
  )
  .join("\n\n")}

## Changes that are no events

Commits that changed lines on AI in a recorded document and changed nothing for people:

${table(
  ["why", "commits"],
  Object.entries(NO_EVENT).map(([why, about]) => [`\`${why}\`: ${about}`, String(commits(why))]),
)}

Entries with a note were read. Those without one come from a comparison of the copies, and were not read one by one: \`capture\` where lines stand again, or are gone again, within 45 days; \`wording\` where at least nine tenths of the words of each line are the same; \`recorded\` where a rule or event of the record begins up to 45 days before the copy.

\`npm run coverage -- --leads DIR\` compares the records and this list with a folder of leads, and prints what neither accounts for. A folder of leads has a JSON Lines file for each archive: first \`{"archive": "owner/name"}\`, then a document a line, \`{"path", "changes": [[day, commit, lines added, lines removed, "first" | "change" | "technical"]]}\`.
`;
}
