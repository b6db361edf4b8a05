/** What is wrong with a file before its schema: its name, its encoding, its syntax. */
export interface FileFault {
  /** Of docs/checks.md. */
  code: "FIL001" | "FIL002" | "JSN001";
  offset: number;
  length: number;
  found: string;
  expected: string;
  fix: string;
  /** What `npm run fix` says that it did about it, where it can. */
  fixed?: string;
}
