import { countInWords } from "../../../text/lists.ts";

export const evidence = {
  title: "Evidence",
  lead: "What each answer is based on. A quotation shows the first and last words, and opens the document at that place.",
  legend:
    "“Own words, archived”: anyone can check the passage against a public copy. “Own words”: seen in the document, without an archived passage. “Reported by others”: press, authorities or research only.",
  grades: { A: "own words, archived", B: "own words", C: "reported by others" },
  documents: (count: number) => countInWords(count, "document"),
  short: "What each answer is based on; the quotations are one click away.",
  pageTitle: (name: string) => `${name}: evidence`,
  description: (name: string) =>
    `What the answers about ${name} and AI training are based on: its own words, with links to the documents and to archived copies.`,
  back: (name: string) => `Back to the answer for ${name}`,
  archived: (day: string) => `copy of ${day}`,
  purpose: "For",
  recipients: "By",
  includes: "Named as used",
  excludes: "Named as excluded",
  basis: "Claimed legal basis",
  since: "Since",
  note: "Note",
};
