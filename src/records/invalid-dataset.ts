import type { Problem } from "./problems.ts";

/** The data directory has invalid records; nothing is loaded. */
export class InvalidDataset extends Error {
  override name = "InvalidDataset";
  readonly problems: Problem[];
  /** @param message the problems in words */
  constructor(problems: Problem[], message: string) {
    super(message);
    this.problems = problems;
  }
}
