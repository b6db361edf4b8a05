import type { CheckHead } from "./check.ts";
import { SCH006 } from "./size.ts";

/** What reading, parsing and the schema find; the checks after it run only on valid records. */
export const FILE_CHECKS = [
  {
    code: "FIL001",
    description: "The folders of records contain files `<id>.json` that can be read, and nothing else.",
    why: "A record with another name or in another folder would be missing without notice. Hidden files and backups of editors are ignored.",
  },
  {
    code: "FIL002",
    description: "The file is in UTF-8, without a byte order mark.",
    why: "JSON is exchanged in UTF-8 (RFC 8259, section 8.1). Read with another encoding, `Café` becomes `CafÃ©` or loses a letter.",
    fix: "removes a byte order mark, and writes UTF-16 as UTF-8",
  },
  {
    code: "JSN001",
    description: "The file is JSON (RFC 8259), without comments, trailing commas or conflict markers.",
    why: "A file that cannot be parsed cannot be checked. Line ends can be LF or CRLF.",
    fix: "removes trailing commas",
  },
  {
    code: "JSN002",
    description: "No object has a field twice.",
    why: "Programs keep one of the two, and not all keep the same one. Decide which is right; `npm run fix` does not change such a file.",
  },
  {
    code: "SCH001",
    description: "Every required field is present.",
    why: "Answers are made from them; `$schema` gives editors the format.",
    fix: "adds `$schema`",
  },
  {
    code: "SCH002",
    description: "Every field is known.",
    why: "A misspelt field would be ignored.",
    fix: "renames a field that is an unambiguous typing error, if the right name is not there yet",
  },
  {
    code: "SCH003",
    description: "Every term is in its vocabulary.",
    why: "Terms have one definition each (docs/vocabulary.md); a synonym would be counted as something else.",
    fix: "writes the term that an unambiguous typing error means",
  },
  {
    code: "SCH004",
    description: "Every value has its type.",
    why: "Each field has one type, so that readers need not check for others.",
  },
  {
    code: "SCH005",
    description: "Every value has its form (dates, ids, addresses, lengths).",
    why: "Values are compared, sorted and looked up by their form.",
    fix: "takes the host out of an address in `domains`, percent-encodes web addresses, writes a region's code in its usual form (`uk` → `GB`), removes spaces around words and texts",
  },
  {
    code: "TXT002",
    description:
      "Texts consist of visible characters: no controls, no invisible characters, no direction controls, no halves of surrogate pairs, noncharacters or private-use characters, and no U+FFFD.",
    why: "They make feeds and dumps unreadable, steer terminals, and hide text from readers (docs/record.md, Texts).",
    fix: "removes invisible characters",
  },
  {
    code: "TXT003",
    description: "Texts are in Unicode normalization form C (NFC).",
    why: "The same word in two spellings is not found by a search, and differs in every diff.",
    fix: "writes the normal form",
  },
  SCH006,
] as const satisfies readonly Omit<CheckHead, "scope">[];

/** The code of a file check. */
export type FileCode = (typeof FILE_CHECKS)[number]["code"];
